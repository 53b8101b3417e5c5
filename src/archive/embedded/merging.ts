/**
 * When the tail is written and which segments become one. Tiers (as in log-structured merge trees, O'Neil 1996): the
 * smallest segments are merged until few are left, each with those that are not much larger than all before it
 * together, so that a word is sorted again about as often as the archive has doubled. Segments stay below LARGEST:
 * beyond it a merge takes long and saves little.
 */

/** Words of the tail at which it is written: few enough to be cut anew within a moment after a crash. */
const TAIL = 1 << 18;
const LONGEST_TAIL = 1 << 22;
/** The tail grows with the archive, so that a large import does not end in many small merges. */
const TAIL_SHARE = 1 / 32;
/** Live segments at most, as long as they are below LARGEST. */
const MOST = 8;
/** Beside full segments there is always room for so many others. */
const MOST_BESIDE_FULL = 3;
const LARGEST = 32_000_000;
/** A segment of which more than this share of texts is dropped is made anew without them. */
const MOST_DROPPED = 0.3;

/** Dictionary files that continue one another, at most, before they are joined. */
const MOST_WORD_FILES = 16;
/** They are joined as well where the later ones together are larger than this share of the first. */
const SCATTERED = 0.25;

/** Whether dictionary files of these bytes should be joined: all but the first are read word by word. */
export function areScattered([first = 0, ...more]: readonly number[]): boolean {
  return more.length >= MOST_WORD_FILES || more.reduce((sum, bytes) => sum + bytes, 0) > first * SCATTERED;
}

/** Words at which the tail of an archive of so many words is written. */
export function tailLimit(words: number): number {
  return Math.min(LONGEST_TAIL, Math.max(TAIL, Math.floor(words * TAIL_SHARE)));
}

/** A segment as the choice sees it; `dropped` is the share of its texts that are dropped. */
export interface Choosable {
  readonly file: string;
  readonly words: number;
  readonly dropped: number;
}

/** The files that should become one now; none if all is well. */
export function choose(segments: readonly Choosable[]): readonly string[] {
  const open = segments.filter(({ words }) => words <= LARGEST / 2).toSorted((a, b) => a.words - b.words);
  const full = segments.length - open.length;
  if (open.length > Math.max(MOST_BESIDE_FULL, MOST - full)) {
    const group: Choosable[] = [];
    let sum = 0;
    for (const segment of open) {
      if (group.length >= 2 && segment.words > sum) break;
      if (group.length >= 2 && sum + segment.words > LARGEST) break;
      group.push(segment);
      sum += segment.words;
    }
    return group.map(({ file }) => file);
  }
  const worn = segments.find(({ dropped }) => dropped > MOST_DROPPED);
  return worn ? [worn.file] : [];
}
