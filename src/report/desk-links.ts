/** The bar at the top of served pages, and the links from what is found to the words themselves. */
import type { PageLink } from './page-frame.js';

/** The pages by what they are for: following, the draft, reading closely, what is held. */
const PAGES = [
  [
    ['/morning', 'Morning'],
    ['/changes', 'Changes'],
    ['/sources', 'Sources'],
  ],
  [
    ['/check', 'Check'],
    ['/sheets', 'Sheets'],
  ],
  [
    ['/compare', 'Compare'],
    ['/accounts', 'Accounts'],
    ['/age', 'Age'],
    ['/formula', 'Formulas'],
    ['/sayings', 'Sayings'],
  ],
  [
    ['/search', 'Search'],
    ['/texts', 'Texts'],
    ['/people', 'People'],
  ],
] as const;

/** The links at the top of every served page; `current` is the path of the page that is open. */
export function doorLinks(current = ''): PageLink[] {
  return PAGES.flatMap((group) =>
    group.map(([href, words], i) => ({ href, words, current: href === current, begins: i === 0 })),
  );
}

/** The address of a text, or of words in it: offsets count in the text of the wording. */
export function textLink(reference: string, at?: { readonly start: number; readonly end: number }): string {
  return at === undefined ? `/texts/${reference}` : `/texts/${reference}?at=${at.start}-${at.end}#lit`;
}

/**
 * Makes every reference of a text on a page that we drew ("<code>d17v2</code>") a link to it. Text of others is
 * escaped before it gets there, so it cannot look like that.
 */
export function linkReferences(page: string): string {
  return page
    .split(/(<summary.*?<\/summary>)/s)
    .map((part) =>
      // A link inside of what opens and closes is one that nobody can aim at.
      part.startsWith('<summary')
        ? part
        : part.replaceAll(/<code>(d\d+(?:v\d+)?)<\/code>/g, '<a class="ref" href="/texts/$1"><code>$1</code></a>'),
    )
    .join('');
}
