/** Where words stand in the texts held, and the searches that people keep to look at again. */
import type { ListFilter, LitPlaces, SavedSearch } from '#archive/index.js';
import type { SearchAnswer } from '#record/index.js';
import { OnrecordError } from '#base/index.js';
import type { Effects } from './effects.js';
import { mindFilter } from './look-up.js';
import { findVersion } from './find-document.js';

/** Places where words stand, best first, what each line of the search found, and what was searched. */
export type Found = SearchAnswer & {
  /** The kept search that was asked for, with what was seen of it; null for words. */
  readonly saved: SavedSearch | null;
};

/** A search by its words, or one that is kept, by its name; `who` asks. */
export type SearchInput = (
  | { readonly words: string; readonly filter: ListFilter }
  | { readonly saved: string; readonly who: string }
) & { readonly limit: number };

/** A kept search with what it finds now, and how much of that is new to who asks. */
export interface SavedFound extends SavedSearch {
  readonly documents: number;
  readonly newer: number;
}

export type { SavedSearch };

/** Letters of a name of a kept search, at most. */
const LONGEST_NAME = 80;

/** Searches for words, a search in each line. Throws OnrecordError `bad-use` where what is asked is at fault. */
export async function searchTexts(input: SearchInput, { archive }: Effects): Promise<Found> {
  if ('saved' in input) {
    const saved = await savedAs(input.saved, input.who, { archive });
    const wish = { after: saved.looked.mark };
    return { ...(await archive.search(saved.words, saved.filter, input.limit, wish)), saved };
  }
  mindFilter(input.filter);
  mindWords(input.words);
  return { ...(await archive.search(input.words, input.filter, input.limit)), saved: null };
}

/** All places of a search in one wording; none where what is asked is no search. */
export async function placesInText(
  { named, words }: { readonly named: string; readonly words: string },
  { archive }: Effects,
): Promise<LitPlaces> {
  mindWords(words);
  const { version } = await findVersion(named, archive);
  return archive.placesOf(words, version.reference);
}

/** The searches that are kept, each with what it finds now. */
export async function listSearches({ who }: { readonly who: string }, { archive }: Effects): Promise<SavedFound[]> {
  const searches = await archive.savedSearches(who);
  return Promise.all(
    searches.map(async (saved) => {
      const { documents, newer } = await archive.search(saved.words, saved.filter, 0, { after: saved.looked.mark });
      return { ...saved, documents, newer };
    }),
  );
}

/** Keeps a search under a name, in place of one that is kept so. Throws OnrecordError `bad-use`. */
export async function keepSearch(
  input: { readonly name: string; readonly words: string; readonly filter: ListFilter; readonly by: string },
  { archive }: Effects,
): Promise<SavedSearch> {
  const name = input.name.trim().replaceAll(/\s+/g, ' ');
  if (name === '' || name.length > LONGEST_NAME)
    throw new OnrecordError(
      'bad-use',
      name === '' ? 'The search has no name.' : `The name has more than ${LONGEST_NAME} characters.`,
      'Give it a short name: inspectors, in Varga’s words.',
    );
  mindFilter(input.filter);
  mindWords(input.words);
  // What is at fault is refused now, not when somebody looks.
  await archive.search(input.words, input.filter, 0);
  await archive.keepSearch({ name, words: input.words, filter: input.filter }, input.by);
  return savedAs(name, input.by, { archive });
}

/** Notes that somebody has seen what a kept search found up to a mark. */
export async function lookedAtSearch(
  { name, mark, by }: { readonly name: string; readonly mark: number; readonly by: string },
  { archive }: Effects,
): Promise<void> {
  await archive.lookedAtSearch(name, by, mark);
}

/** Forgets a kept search. Throws OnrecordError `not-found`. */
export async function dropSearch(
  { name, by }: { readonly name: string; readonly by: string },
  { archive }: Effects,
): Promise<void> {
  await archive.dropSearch(name, by);
}

async function savedAs(name: string, who: string, { archive }: Effects): Promise<SavedSearch> {
  const searches = await archive.savedSearches(who);
  const saved = searches.find((each) => each.name.toLowerCase() === name.trim().toLowerCase());
  if (saved) return saved;
  throw new OnrecordError(
    'not-found',
    `No search is kept as “${name}”.`,
    searches.length === 0 ? 'None is kept yet.' : `Kept are: ${searches.map((each) => each.name).join(', ')}.`,
  );
}

function mindWords(written: string): void {
  if (!/[\p{L}\p{N}]/u.test(written))
    throw new OnrecordError(
      'bad-use',
      `There is no word in "${written}".`,
      'Give one word or more; a phrase in double quotes.',
    );
}
