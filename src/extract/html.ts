/**
 * HTML to pieces: all text that a browser would show, in document order, white space collapsed as it shows it. The tree
 * is that of parse5; input nested deeper than any page, or with more nodes than any page, goes through the tokenizer
 * alone, so that text always comes out and soon. What is furniture, main-text.ts decides.
 */
import { type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter, parse } from 'parse5';
import type { Problem } from '#base/index.js';
import type { Galley, Piece } from './galley.js';
import { type Attributes, NO_ATTRIBUTES, type SetPiece, Setter } from './html-setter.js';
import { rejoin } from './plain-text.js';
import { readTokens } from './html-tokens.js';
import { HeadReader } from './html-head.js';
import { markFurniture } from './main-text.js';

/** Deeper nesting than this is no page: browsers cap at 512 too. */
const MAX_DEPTH = 512;
const MAX_NODES = 1_000_000;
/** Above this many characters no tree is built. */
const MAX_TREE = 12_000_000;
/** A tag of this many characters is looked at for how many attributes it has. */
const MONSTER = 16_000;
const MOST_ATTRIBUTES = 2_000;
/** Less main text than this many characters may be a page that builds its text by script. */
const LITTLE = 250;

export interface HtmlOptions {
  /** The text is the main text already: no furniture is looked for. */
  readonly mainOnly: boolean;
  readonly address: string | null;
  /** No tree is tried. */
  readonly linear?: boolean;
}

/** Reads a page or a fragment. Never throws. */
export function setHtml(written: string, { mainOnly, address, linear: isLinear = false }: HtmlOptions): Galley {
  const html = withoutMonsters(written);
  const problems: Problem[] = [];
  const head = new HeadReader(address);
  const set = isLinear ? null : setTree(html, head, false);
  if (set === null) {
    const linear = new HeadReader(address);
    const setter = new Setter(() => linear.base, false);
    readTokens(html, setter, linear);
    const message =
      'The page is nested too deeply or too large to be read as browsers do; its text was taken in order, with all its furniture.';
    problems.push({ code: 'page-too-deep', message });
    return {
      format: 'html',
      pieces: setter.pieces.map(({ piece }) => piece),
      stated: linear.stated(problems),
      problems,
    };
  }
  const mark = (pieces: readonly SetPiece[]): Piece[] =>
    mainOnly ? pieces.map(({ piece }) => piece) : markFurniture(pieces, head.title);
  let pieces = mark(set);
  // Some pages hold their text for readers without scripts only.
  if (html.includes('<noscript') && lengthOf(pieces) < LITTLE) {
    const more = setTree(html, new HeadReader(address), true);
    const others = more && mark(more);
    if (others && lengthOf(others) >= LITTLE) pieces = others;
  }
  return { format: 'html', pieces: rejoin(pieces), stated: head.stated(problems), problems };
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { kind, text }) => (kind === 'furniture' ? sum : sum + text.length), 0);
}

/** Takes out tags with thousands of attributes, over which any parser spends the square of their number. */
function withoutMonsters(html: string): string {
  let kept = '';
  let from = 0;
  let end = -1;
  for (let start = html.indexOf('<'); start >= 0; start = html.indexOf('<', start + 1)) {
    if (end < start) end = html.indexOf('>', start);
    if (end < 0) break;
    if (end - start < MONSTER) continue;
    if ((html.slice(start, end).match(/\s/g)?.length ?? 0) > MOST_ATTRIBUTES) {
      kept += `${html.slice(from, start)} `;
      from = end + 1;
    }
    start = end;
  }
  return from === 0 ? html : kept + html.slice(from);
}

/** Elements that hold nothing, or that the next one of their kind closes. */
const UNCOUNTED = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td tr th dd dt option rt rp thead tbody tfoot'.split(
    ' ',
  ),
);
/** Elements that a slash closes in drawings and in nothing else. */
const DRAWN =
  /^(?:path|rect|circle|use|line|poly.*|ellipse|stop|g|image|fe.*|animate.*|set|symbol|mask|filter|clippath|.*gradient|defs|desc|.*[-:].*)$/;
/** Whether more elements are open at once than any page has. */
function isTooDeep(html: string): boolean {
  const opening = /(\/?)([a-z][^\s/>]*)/iy;
  // What stands inside these is no mark-up.
  const rawEnds: Readonly<Record<string, RegExp>> = {
    script: /<\/script/gi,
    style: /<\/style/gi,
    textarea: /<\/textarea/gi,
  };
  let depth = 0;
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

/** The pieces of a page by its tree; null if it is no page that a tree can be made of. */
function setTree(html: string, head: HeadReader, noscript: boolean): readonly SetPiece[] | null {
  if (html.length > MAX_TREE || isTooDeep(html)) return null;
  const setter = new Setter(() => head.base, noscript);
  let nodes = 0;
  const treeAdapter = {
    ...defaultTreeAdapter,
    createElement: ((...args) => {
      if (++nodes > MAX_NODES) throw new TooMany();
      return defaultTreeAdapter.createElement(...args);
    }) as typeof defaultTreeAdapter.createElement,
  };
  try {
    walk(parse(html, { treeAdapter, scriptingEnabled: !noscript }), setter, head, 0);
  } catch (error) {
    if (error instanceof TooMany || error instanceof RangeError) return null;
    throw error;
  }
  setter.end();
  return setter.pieces;
}

function walk(parent: Tree.ParentNode, setter: Setter, head: HeadReader, depth: number): void {
  for (const node of parent.childNodes) {
    if (node.nodeName === '#text') setter.text((node as Tree.TextNode).value);
    else if ('tagName' in node) {
      const attributes = attributesOf(node);
      head.element(node.tagName, attributes, () => textOf(node));
      if (setter.open(node.tagName, attributes)) {
        if (depth < MAX_DEPTH * 2) walk(node, setter, head, depth + 1);
        setter.close(node.tagName);
      } else if (node.tagName === 'head') walkHead(node, head);
    }
  }
}

/** The head shows nothing but tells much. */
function walkHead(parent: Tree.ParentNode, head: HeadReader): void {
  for (const node of parent.childNodes)
    if ('tagName' in node) head.element(node.tagName, attributesOf(node), () => textOf(node));
}

function attributesOf({ attrs }: Tree.Element): Attributes {
  return attrs.length === 0 ? NO_ATTRIBUTES : new Map(attrs.map(({ name, value }) => [name, value]));
}

function textOf(element: Tree.Element): string {
  let text = '';
  for (const node of element.childNodes) {
    if (node.nodeName === '#text') text += (node as Tree.TextNode).value;
    else if ('tagName' in node && text.length < 100_000) text += textOf(node);
  }
  return text;
}
