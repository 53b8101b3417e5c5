/**
 * The tree of a page as parse5 makes it, for pages that are pages: what is nested deeper than any, or has more nodes, has
 * none, so that no input costs more than its length.
 */
import { type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter, parse } from 'parse5';

/** Deeper nesting than this is no page: browsers cap at 512 too. */
export const MAX_DEPTH = 512;
const MAX_NODES = 300_000;
/** Above this many characters no tree is built. */
const MAX_TREE = 12_000_000;

/** Elements that hold nothing, or that the next one of their kind closes. */
const UNCOUNTED = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td tr th dd dt option rt rp thead tbody tfoot'.split(
    ' ',
  ),
);
/** Elements that a slash closes in drawings and in nothing else. */
const DRAWN =
  /^(?:path|rect|circle|use|line|poly.*|ellipse|stop|g|image|fe.*|animate.*|set|symbol|mask|filter|clippath|.*gradient|defs|desc|.*[-:].*)$/;
/** Whether more elements are open at once, or there are more of them, than any page has. */
function isTooMuch(html: string): boolean {
  const opening = /(\/?)([a-z][^\s/>]*)/iy;
  // What stands inside these is no mark-up.
  const rawEnds: Readonly<Record<string, RegExp>> = {
    script: /<\/script/gi,
    style: /<\/style/gi,
    textarea: /<\/textarea/gi,
  };
  let depth = 0;
  let elements = 0;
  let close = -1;
  for (let i = html.indexOf('<'); i >= 0; i = html.indexOf('<', i + 1)) {
    if (html.startsWith('!--', i + 1)) {
      i = html.indexOf('-->', i);
      if (i < 0) return false;
      continue;
    }
    opening.lastIndex = i + 1;
    const m = opening.exec(html);
    if (!m) continue;
    if (m[1] === '' && ++elements > MAX_NODES) return true;
    const tag = m[2]!.toLowerCase();
    if (UNCOUNTED.has(tag)) continue;
    if (m[1] === '/') {
      if (depth > 0) depth--;
      continue;
    }
    const raw = rawEnds[tag];
    if (raw) {
      raw.lastIndex = i;
      const end = raw.exec(html);
      if (!end) return false;
      i = end.index;
      continue;
    }
    if (close < i) close = html.indexOf('>', i);
    if (close < 0) return false;
    if (html.charCodeAt(close - 1) === 0x2f && DRAWN.test(tag)) continue;
    if (++depth > MAX_DEPTH) return true;
  }
  return false;
}

class TooMany extends Error {}

/** The tree of a page; null if it is no page that a tree can be made of. `noscript`: as readers without scripts see it. */
export function parsePage(html: string, noscript: boolean): Tree.Document | null {
  if (html.length > MAX_TREE || isTooMuch(html)) return null;
  let nodes = 0;
  const treeAdapter = {
    ...defaultTreeAdapter,
    createElement: ((...args) => {
      if (++nodes > MAX_NODES) throw new TooMany();
      return defaultTreeAdapter.createElement(...args);
    }) as typeof defaultTreeAdapter.createElement,
  };
  try {
    return parse(html, { treeAdapter, scriptingEnabled: !noscript });
  } catch (error) {
    if (error instanceof TooMany || error instanceof RangeError) return null;
    throw error;
  }
}
