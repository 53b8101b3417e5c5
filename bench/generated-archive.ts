/**
 * An archive on disk that holds generated texts, made as an import makes one: bytes captured, texts held, words
 * indexed. Making ten million sentences takes minutes: it is kept, and goes on where it was stopped.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive, NewCapture } from '#archive/index.js';
import { openEmbedded } from '#archive/embedded/index.js';
import { parseWhen } from '#base/index.js';
import type { DocumentFacts, Rendering } from '#record/index.js';
import { ARCHIVE_SEED, benchFolder, textsFor } from './engine.js';
import { Generated, type GeneratedText } from './generated.js';
import { plainFacts } from './plain-facts.js';

const BATCH = 256;
const MOMENT = parseWhen('2024-01-01T00:00Z')!;

/** What making it has taken so far, in all sittings. */
export interface Made {
  readonly texts: number;
  readonly words: number;
  readonly seconds: number;
}

export const archiveFolder = (sentences: number): string => join(benchFolder(), `archive-${sentences}`);

/** Makes the archive, or goes on with it until `deadline` (milliseconds of performance.now). Null: not done yet. */
export async function makeArchive(
  folder: string,
  sentences: number,
  say: (what: string) => void,
  deadline = Infinity,
): Promise<Made | null> {
  const wanted = textsFor(sentences);
  const note = join(folder, '..', `${folder.split('/').at(-1)}.json`);
  let made: Made =
    existsSync(note) && existsSync(folder)
      ? (JSON.parse(readFileSync(note, 'utf8')) as Made)
      : { texts: 0, words: 0, seconds: 0 };
  if (made.texts >= wanted) return made;
  mkdirSync(folder, { recursive: true });
  const texts = new Generated(ARCHIVE_SEED);
  const archive = await openEmbedded(folder, { how: 'write' });
  let said = 0;
  try {
    while (made.texts < wanted && performance.now() < deadline) {
      const count = Math.min(BATCH, wanted - made.texts);
      const batch = Array.from({ length: count }, (_, i) => texts.text(made.texts + i));
      const began = performance.now();
      const words = await addTexts(archive, batch);
      made = {
        texts: made.texts + count,
        words: made.words + words,
        seconds: made.seconds + (performance.now() - began) / 1000,
      };
      writeFileSync(note, JSON.stringify(made));
      if (performance.now() - said > 20_000) {
        said = performance.now();
        say(`${made.texts} of ${wanted} texts held, ${Math.round(made.words / made.seconds)} words/s`);
      }
    }
  } finally {
    const began = performance.now();
    await archive.close();
    made = { ...made, seconds: made.seconds + (performance.now() - began) / 1000 };
    writeFileSync(note, JSON.stringify(made));
  }
  return made.texts >= wanted ? made : null;
}

/** Captures and holds texts. Returns their words. */
export async function addTexts(archive: Archive, texts: readonly GeneratedText[]): Promise<number> {
  const captures = await archive.capture(
    texts.map(({ number, text }): NewCapture => {
      return { bytes: new TextEncoder().encode(text), origin: addressOf(number), mediaType: 'text/plain', at: MOMENT };
    }),
  );
  const receipts = await archive.hold(
    texts.map((one, i) => ({ capture: captures[i]!.capture, facts: factsOf(one), rendering: renderingOf(one) })),
  );
  return receipts.reduce((sum, { words }) => sum + words, 0);
}

export function addressOf(number: number): string {
  return `https://generated.example/${number}`;
}

function factsOf({ number, speaker, day }: GeneratedText): DocumentFacts {
  return plainFacts(`Text ${number}`, {
    id: String(number),
    source: 'Generated',
    kind: { value: 'speech as delivered', basis: 'stated' },
    said: parseWhen(day),
    speaker: { value: speaker, basis: 'stated' },
    address: addressOf(number),
  });
}

function renderingOf({ text }: GeneratedText): Rendering {
  const blocks: { kind: 'paragraph'; start: number; end: number }[] = [];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n\n', start);
    blocks.push({ kind: 'paragraph', start, end: end < 0 ? text.length : end });
    start = end < 0 ? text.length : end + 2;
  }
  return { extractor: 'bench/1', text, blocks, turns: [], links: [] };
}
