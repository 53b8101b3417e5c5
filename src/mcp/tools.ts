/** The tools: decode what was given, run one reading job, answer in words and as JSON. */
import {
  decodeFilter,
  decodeToolCall,
  encodeAge,
  encodeCheck,
  encodeComparison,
  encodePassage,
  encodeSearch,
  encodeStatus,
  type ToolInput,
  type ToolName,
} from '#wire/index.js';
import type { Passage, Side } from '#jobs/index.js';
import { Answer } from './quoted.js';
import type { RecordReader } from './reader.js';
import { sayCheck } from './say-check.js';
import { placed, sayCited, sayFound, sayShown, sayStatus } from './say-places.js';
import { sayAge, sayComparison, versionsInAge } from './say-readings.js';

const HITS = 10;
const SHOWN = 4000;

export interface Told {
  readonly answer: Answer;
  readonly json: object;
}

type Tools = { readonly [Name in ToolName]: (input: ToolInput<Name>, reader: RecordReader) => Promise<Told> };

const TOOLS: Tools = {
  async check({ text, date = null, language = null, only = {} }, reader) {
    const found = await reader.check({ text, day: date, language, filter: decodeFilter(only) });
    return told(encodeCheck(found), (answer) => sayCheck(found, answer));
  },
  async search({ words, limit = HITS, ...given }, reader) {
    const found = await reader.search({ words, filter: decodeFilter(given), limit });
    return told(encodeSearch(words, found), (answer) => sayFound(found, answer));
  },
  async show({ ref, start = null, length = SHOWN }, reader) {
    const shown = await reader.show({ named: ref, start, length });
    return told(encoded(shown), (answer) => sayShown(shown, answer));
  },
  async cite({ ref, words }, reader) {
    const cited = await reader.cite({ named: ref, words });
    return told(encoded(cited), (answer) => sayCited(cited, answer));
  },
  async age({ date = null, body = null, speaker = null, language = null, ...text }, reader) {
    const age = await reader.age({ text: sideOf(text, 'the text sent'), day: date, body, speaker, language });
    const captures = await reader.captures(versionsInAge(age));
    return told(encodeAge(age), (answer) => sayAge(age, captures, answer));
  },
  async compare({ a, b, all = false }, reader) {
    const comparison = await reader.compare({ a: sideOf(a, 'text a'), b: sideOf(b, 'text b') });
    const captures = await reader.captures([comparison.a.name, comparison.b.name]);
    return told(encodeComparison(comparison), (answer) => sayComparison(comparison, all, captures, answer));
  },
  async status(_, reader) {
    const status = await reader.status();
    return told(encodeStatus(status), (answer) => sayStatus(status, answer));
  },
};

/** Runs a tool. Throws OnrecordError, `bad-use` for input that is not as it should be. */
export function runTool(name: ToolName, given: unknown, reader: RecordReader): Promise<Told> {
  // What is decoded by a name is what the tool of that name takes; the compiler follows this for one name at a time.
  const run = TOOLS[name] as (input: unknown, reader: RecordReader) => Promise<Told>;
  return run(decodeToolCall(name, given), reader);
}

function told(json: object, say: (answer: Answer) => void): Told {
  const answer = new Answer();
  say(answer);
  return { answer, json };
}

function encoded(passage: Passage): object {
  return encodePassage({ ...passage, path: placed(passage.version.reference, passage) });
}

function sideOf(given: { readonly text?: string | undefined; readonly held?: string | undefined }, name: string): Side {
  return given.held === undefined
    ? { bytes: new TextEncoder().encode(given.text ?? ''), name, mediaType: 'text/plain;charset=utf-8' }
    : { held: given.held };
}
