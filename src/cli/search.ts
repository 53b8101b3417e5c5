/** `onrecord search`: words, lists of phrases, and the searches that are kept. */
import { OnrecordError } from '#base/index.js';
import { dropSearch, type Found, keepSearch, listSearches, lookedAtSearch, searchTexts } from '#jobs/index.js';
import { type Filter, filterOf } from './look-up.js';
import { type Options, printJson, wholeNumber, withArchive } from './options.js';
import { drawHits, drawSearches } from './print-search.js';
import type { Archive, World } from './world.js';

interface Given extends Filter {
  readonly limit: string;
  readonly list?: string;
  readonly save?: string;
  readonly saved?: string;
  readonly seen?: boolean;
  readonly forget?: string;
}

const MOST = 10_000_000;

export async function search(words: readonly string[], given: Given, options: Options, world: World): Promise<number> {
  const limit = wholeNumber(given.limit, '--limit', 1, MOST);
  const filter = filterOf(given);
  const asked = await wordsOf(words, given, world);
  const { saved, save, forget } = given;
  const { by } = options;
  const named = saved ?? forget;
  if (named !== undefined && (asked !== '' || save !== undefined || Object.keys(filter).length > 0))
    throw new OnrecordError(
      'bad-use',
      `The search that is kept as “${named}” has words and filters of its own.`,
      'Leave out the others, or search anew.',
    );
  const keeps = save !== undefined || given.seen === true || forget !== undefined;
  return withArchive(world, options, keeps, async (archive) => {
    if (forget !== undefined) await dropSearch({ name: forget, by }, { archive });
    else if (saved !== undefined) {
      const found = await searchTexts({ saved, who: by, limit }, { archive });
      if (given.seen) await lookedAtSearch({ name: saved, mark: found.mark, by }, { archive });
      return printFound(found.saved?.words ?? '', found, options, world);
    } else if (asked !== '') {
      if (save !== undefined) await keepSearch({ name: save, words: asked, filter, by }, { archive });
      return printFound(asked, await searchTexts({ words: asked, filter, limit }, { archive }), options, world);
    } else if (save !== undefined) throw new OnrecordError('bad-use', 'There is no word to search for.', 'Give words.');
    return printSearches(archive, options, world);
  });
}

async function printFound(words: string, found: Found, options: Options, world: World): Promise<number> {
  if (options.json) await printJson(world, ({ encodeSearch }) => encodeSearch(words, found));
  else world.out(drawHits(words, found, options));
  return 0;
}

async function printSearches(archive: Archive, options: Options, world: World): Promise<number> {
  const searches = await listSearches({ who: options.by }, { archive });
  if (options.json) await printJson(world, ({ encodeSearches }) => encodeSearches(searches));
  else world.out(drawSearches(searches, options));
  return 0;
}

/** What is searched for: arguments, else the lines of a file. */
async function wordsOf(words: readonly string[], { list }: Given, world: World): Promise<string> {
  if (list === undefined)
    // The shell takes the quotes off "frank exchange": an argument of several words was meant as a phrase.
    return words.map((word) => (isPhrase(word.trim()) ? `"${word.trim()}"` : word)).join(' ');
  if (words.length > 0)
    throw new OnrecordError(
      'bad-use',
      'Words and --list were both given.',
      'Put the words into the file, or leave it out.',
    );
  const pieces: Uint8Array[] = [];
  if (list === '-') for await (const piece of world.files.standardInput()) pieces.push(piece);
  else pieces.push(await world.files.read(list));
  const decoder = new TextDecoder();
  const written = pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
  const lines = written.replaceAll('\r\n', '\n').trim();
  if (lines === '') throw new OnrecordError('bad-use', `There is no word in ${list}.`, 'Write a phrase in each line.');
  return lines;
}

/** Whether an argument of several words is a phrase, and not a search with marks of its own. */
function isPhrase(word: string): boolean {
  return /\s/.test(word) && !/["“”„«»*]|(^|\s)(OR|NEAR\S*|-\S+)(\s|$)/.test(word);
}
