/** What readers of places have in common: keys that name one entry each, clocks that are coarser than they look. */
import type { Problem, When } from '#base/index.js';
import { digestOf } from '#custody/index.js';
import type { Recipe } from '#record/index.js';
import { keyOf, plainAddress } from './address-templates.js';
import type { PlaceItem } from './place.js';

/** An entry before it has its key. */
export type Entry = Omit<PlaceItem, 'key'>;

/** From so many dated entries of so many days on, one time of day for all is no time of day. */
const MANY = 5;
const DAYS = 3;

/**
 * Gives each entry its key: what the recipe's template reads from its address, else the address. An address that several
 * entries share names none of them (a bulletin that links to the front page); the publisher's id does then, else the
 * title with the date, else its words. Of entries with one key the first counts.
 */
export function withKeys(entries: readonly Entry[], recipe: Recipe): PlaceItem[] {
  const shared = new Map<string, Set<string>>();
  for (const { address, ids, title } of entries) {
    if (address === null) continue;
    const plain = plainAddress(address);
    let names = shared.get(plain);
    if (!names) shared.set(plain, (names = new Set()));
    names.add(ids[0] ?? title ?? '');
  }
  const seen = new Set<string>();
  const items: PlaceItem[] = [];
  for (const entry of entries) {
    const alone = entry.address !== null && shared.get(plainAddress(entry.address))!.size === 1;
    const named = entry.address === null ? null : keyOf(entry.address, recipe.item);
    const key = named !== null && (alone || named.fits) ? named.key : (entry.ids[0] ?? nameless(entry));
    if (key === '' || seen.has(key)) continue;
    seen.add(key);
    items.push({ ...entry, key, language: entry.language ?? named?.language ?? recipe.language ?? null });
  }
  return items;
}

/** The name of an entry that has none: title and date, else its words, so that the same words are the same entry. */
function nameless({ title, published, html }: Entry): string {
  if (title !== null) return `${title} ${published?.at ?? ''}`.trim();
  return html === null ? '' : `words ${digestOf(html).slice(0, 16)}`;
}

/** Where every entry has one time of day, only the day is known: a feed that says midnight in Washington for all. */
export function withFalseClocksCoarse(entries: readonly Entry[], problems: Problem[]): Entry[] {
  const dated = entries.flatMap(({ published }) => (published !== null && published.at.length > 10 ? [published] : []));
  const times = new Set(dated.map(({ at, zone }) => at.slice(10) + (zone ?? '')));
  const days = new Set(dated.map(({ at }) => at.slice(0, 10)));
  if (dated.length < MANY || days.size < DAYS || times.size !== 1) return [...entries];
  problems.push({
    code: 'clock-coarse',
    message: `Every entry has the time ${dated[0]!.at.slice(11)}: only its day is taken.`,
  });
  return entries.map((entry) => (entry.published === null ? entry : { ...entry, published: dayOnly(entry.published) }));
}

/**
 * The day that was meant. Early hours in UTC are midnight of a zone to the west (04:00 is midnight in Washington), the
 * same day; late hours are midnight of one to the east, the next day.
 */
function dayOnly(when: When): When {
  const hour = Number(when.at.slice(11, 13));
  const next = when.zone === 'Z' && hour >= 19;
  const day = next
    ? new Date(Date.parse(`${when.at.slice(0, 10)}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
    : when.at.slice(0, 10);
  return { ...when, at: day, precision: 'day', zone: null };
}
