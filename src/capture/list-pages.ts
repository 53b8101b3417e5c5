/**
 * Pages that list texts: by a recipe's selectors, or found out from the page itself, for places that nobody wrote a
 * recipe for. What is found out becomes a recipe, so that the next look reads the same places on the page, and a page
 * that lists nothing there any more is noticed. A page that is all of one list is told by its links: many that stand in
 * elements of one kind, with words enough for a title, most of them with a date beside it.
 */
import type { Problem, When } from '#base/index.js';
import { decodeText, Page, type PageElement, readClock } from '#extract/index.js';
import type { Clock, ListShape, Recipe } from '#record/index.js';
import { type Entry, withKeys } from './entries.js';
import { nothing, type PlaceBytes, type PlaceReading } from './place.js';

/** Fewer than this many entries of one kind are no list. */
const LEAST_ENTRIES = 4;
/** A link with fewer letters is a menu's or a button's. */
const LEAST_LETTERS = 15;
/** Elements above a link that may be its entry. */
const STEPS_UP = 4;
/** Words that are longer than this hold a text, and no entry of a list. */
const LONGEST_ENTRY = 1500;

/** Reads a page that lists texts. `layout changed`: nothing in it is as the recipe says. */
export function readListPage(given: PlaceBytes, recipe: Recipe): PlaceReading {
  const html = decodeText(given.bytes, given.mediaType);
  const page = html === null ? null : Page.read(html, given.address);
  if (page === null)
    return nothing('layout changed', [{ code: 'place-unreadable', message: 'The page cannot be read.' }]);
  const shape = recipe.list ?? shapeOf(page);
  if (shape === null)
    return nothing('layout changed', [
      { code: 'place-unreadable', message: 'No list of texts was found on the page.' },
    ]);
  const found = page.all(shape.entry);
  if (found.length === 0)
    return nothing('layout changed', [
      {
        code: 'layout-changed',
        message: `Nothing on the page is “${shape.entry}”, where the recipe says the texts are.`,
      },
    ]);
  const problems: Problem[] = [];
  const entries = found.flatMap((element) => entryOf(page, element, shape, recipe) ?? []);
  if (entries.length === 0)
    problems.push({ code: 'layout-changed', message: 'The list is there, but no entry of it leads to a text.' });
  const undated = entries.filter(({ published }) => published === null).length;
  if (shape.clocks !== undefined && shape.clocks.length > 0 && undated > entries.length / 2)
    problems.push({
      code: 'date-unreadable',
      message: `${undated} of ${entries.length} entries have no date that can be read where the recipe says it stands.`,
    });
  const items = withKeys(entries, recipe);
  const title = page.first('h1') ?? page.first('title');
  const language = page.first('html[lang]');
  return {
    ...nothing(items.length > 0 ? 'read' : 'layout changed', problems),
    title: title && page.text(title),
    language: recipe.language ?? (language && page.attribute(language, 'lang')!.slice(0, 2).toLowerCase()),
    items,
    next: nextOf(page, shape, given.address),
  };
}

function entryOf(page: Page, element: PageElement, shape: ListShape, recipe: Recipe): Entry | null {
  const link =
    shape.link === undefined && element.tagName === 'a' ? element : page.first(shape.link ?? 'a[href]', element);
  const address = link && page.link(link);
  if (link === null || address === null) return null;
  const title = shape.title === undefined ? link : page.first(shape.title, element);
  const clocks = clocksOf(page, element, shape.clocks ?? GUESSED_CLOCKS);
  return {
    address,
    title: (title && page.text(title)) || null,
    published: clocks.get('published') ?? clocks.get('said') ?? null,
    updated: clocks.get('updated') ?? null,
    html: null,
    whole: false,
    speaker: null,
    language: recipe.language ?? null,
    edited: false,
    ids: [],
  };
}

const GUESSED_CLOCKS: readonly Clock[] = [
  { select: 'time[datetime]', attribute: 'datetime' },
  { select: 'time, .date, .time, [class*="date"]' },
];

function clocksOf(page: Page, within: PageElement, clocks: readonly Clock[]): Map<string, When> {
  const found = new Map<string, When>();
  for (const clock of clocks) {
    const of = clock.of ?? 'published';
    const elements = page.all(clock.select, within);
    const written =
      clock.attribute === undefined
        ? elements.map((element) => page.text(element)).join(' ')
        : elements.map((element) => page.attribute(element, clock.attribute!)).find((value) => value !== null);
    const when = written ? readClock(written, clock) : null;
    const before = found.get(of);
    // Of two clocks of one day the finer counts.
    if (when && (!before || (when.at.length > before.at.length && when.at.startsWith(before.at.slice(0, 10)))))
      found.set(of, when);
  }
  return found;
}

/** The address of the page with older entries. */
function nextOf(page: Page, { paging }: ListShape, address: string): string | null {
  if (paging === undefined) {
    const link = page.first('link[rel~="next"][href], a[rel~="next"][href]');
    return link && page.link(link);
  }
  if (paging.by === 'none') return null;
  if (paging.by === 'link') {
    const link = page.first(paging.next);
    return link && page.link(link);
  }
  const template = new URL(paging.address.replace('{n}', '000000'), address).href;
  const [before = '', behind = ''] = template.split('000000');
  const number =
    address.startsWith(before) && address.endsWith(behind)
      ? address.slice(before.length, behind === '' ? undefined : -behind.length)
      : '';
  const current = /^\d+$/.test(number) ? Number(number) : paging.first;
  return before + String(current + 1) + behind;
}

/** Finds out where on a page the texts are listed; null if it lists none. */
export function shapeOf(page: Page): ListShape | null {
  const groups = new Map<string, { readonly links: Set<string>; letters: number; dated: number }>();
  const here = page.first('body');
  if (here === null) return null;
  for (const link of page.all('a[href]', here)) {
    const address = page.link(link);
    const words = page.text(link);
    if (address === null || (words.match(/\p{L}/gu)?.length ?? 0) < LEAST_LETTERS) continue;
    let element: PageElement | null = link;
    for (let up = 0; element !== null && up <= STEPS_UP; up++, element = parentOf(element)) {
      if (/^(?:body|html|main|nav|footer|header|aside)$/.test(element.tagName)) break;
      const text = page.text(element);
      if (text.length > LONGEST_ENTRY) break;
      const selector = selectorOf(page, element);
      if (selector === null) continue;
      let group = groups.get(selector);
      if (!group) groups.set(selector, (group = { links: new Set(), letters: 0, dated: 0 }));
      if (group.links.has(address)) continue;
      group.links.add(address);
      group.letters += words.length;
      if (clocksOf(page, element, GUESSED_CLOCKS).size > 0 || readClock(text.slice(0, 200), {}) !== null) group.dated++;
    }
  }
  let best: { readonly selector: string; readonly score: number } | null = null;
  for (const [selector, { links, letters, dated }] of groups) {
    const count = links.size;
    if (count < LEAST_ENTRIES || inFurniture(page, selector)) continue;
    // As many entries as links: an element that holds several is the list and not the entry.
    const elements = page.all(selector, here).length;
    if (elements < count) continue;
    const score = count * Math.min(60, letters / count) * (1 + (2 * dated) / count);
    if (best === null || score > best.score) best = { selector, score };
  }
  return best && { entry: best.selector };
}

function inFurniture(page: Page, selector: string): boolean {
  const all = page.all(selector).length;
  const inside = page.all(`nav ${selector}, footer ${selector}, aside ${selector}, header ${selector}`).length;
  return inside > all / 2;
}

function parentOf(element: PageElement): PageElement | null {
  const parent = element.parentNode;
  return parent !== null && 'tagName' in parent ? parent : null;
}

const PLAIN_TOKEN = /^[A-Za-z][\w-]*$/;

/** An element's kind as a selector: its tag and class tokens that more than one element can have, and its parent's. */
function selectorOf(page: Page, element: PageElement): string | null {
  const own = tokenOf(page, element);
  const parent = parentOf(element);
  if (own.includes('.')) return own;
  return parent === null || parent.tagName === 'body' ? null : `${tokenOf(page, parent)} > ${own}`;
}

function tokenOf(page: Page, element: PageElement): string {
  const tokens = (page.attribute(element, 'class') ?? '')
    .split(/\s+/)
    .filter((token) => PLAIN_TOKEN.test(token) && !/\d{2,}|^(?:first|last|odd|even|active|is-|has-)/.test(token));
  return tokens.length === 0 ? element.tagName : `${element.tagName}.${tokens[0]!}`;
}
