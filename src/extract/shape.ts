/** What a page states where a recipe says that it states it: title, clocks, speaker, occasion; and whether it fits. */
import type { Problem } from '#base/index.js';
import type { PageShape } from '#record/index.js';
import { readClock } from './clocks.js';
import { Page } from './page.js';
import { clip, type Stated } from './stated.js';

/** A clock that shows more of the same day is preferred. */
const DAY = 10;

/** Reads a page by its shape. What the shape does not find is not stated; a page that does not fit is a problem. */
export function readShape(
  html: string,
  address: string | null,
  shape: PageShape,
): { readonly stated: Stated; readonly problems: readonly Problem[] } {
  const stated: Stated = { other: {} };
  const problems: Problem[] = [];
  const page = Page.read(html, address);
  if (page === null) return { stated, problems };
  const missing = [shape.proof, shape.body].filter((selector) => selector !== undefined && !page.first(selector));
  if (missing.length > 0)
    problems.push({
      code: 'layout-changed',
      message: `The page is not laid out as the recipe says: nothing in it is ${missing.map((selector) => `“${selector}”`).join(' or ')}.`,
    });
  const words = (selector: string | undefined): string | null => {
    const element = selector === undefined ? null : page.first(selector);
    const text = element && page.text(element);
    return text === '' ? null : text;
  };
  const title = words(shape.title);
  if (title !== null) stated.title = title;
  const occasion = words(shape.occasion);
  if (occasion !== null) stated.occasion = occasion;
  const speaker = words(shape.speaker);
  if (speaker !== null) stated.speaker = speaker;
  for (const clock of shape.clocks ?? []) {
    const of = clock.of ?? 'published';
    const elements = page.all(clock.select);
    if (elements.length === 0) continue;
    const { attribute } = clock;
    const written =
      attribute === undefined
        ? elements.map((element) => page.text(element)).join(' ')
        : (page.attribute(elements[0]!, attribute) ?? '');
    const when = readClock(written, clock);
    if (when === null) {
      if (written.trim() !== '')
        problems.push({
          code: 'date-unreadable',
          message: `The date “${clip(written)}” could not be read.`,
          where: of,
        });
    } else if (of === 'updated') stated.other['updated'] = when.at + (when.zone ?? '');
    else {
      const before = stated[of];
      if (!before || (before.at.length <= DAY && when.at.startsWith(before.at))) stated[of] = when;
    }
  }
  return { stated, problems };
}
