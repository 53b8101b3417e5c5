/**
 * HTML to pieces: all text that a browser would show, in document order, white space collapsed as it shows it. The tree
 * is that of parse5; input nested deeper than any page, or with more nodes than any page, goes through the tokenizer
 * alone, so that text always comes out and soon. What is furniture, main-text.ts decides.
 */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Problem } from '#base/index.js';
import type { PageShape } from '#record/index.js';
import type { Galley, Piece } from './galley.js';
import { type Attributes, NO_ATTRIBUTES, type SetPiece, Setter } from './html-setter.js';
import { rejoin } from './plain-text.js';
import { readTokens } from './html-tokens.js';
import { HeadReader } from './html-head.js';
import { markFurniture } from './main-text.js';
import { selects } from './page.js';
import { MAX_DEPTH, parsePage } from './tree.js';

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
  /** What the place's recipe says of its pages. */
  readonly shape?: PageShape | null;
}

/** Reads a page or a fragment. Never throws. */
export function setHtml(
  written: string,
  { mainOnly, address, shape = null, linear: isLinear = false }: HtmlOptions,
): Galley {
  const html = withoutMonsters(written);
  const problems: Problem[] = [];
  const head = new HeadReader(address);
  const set = isLinear ? null : setTree(html, head, false, shape);
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
  const mark = (pieces: readonly SetPiece[]): Piece[] => {
    const known = pieces.some(({ part }) => part === 'body');
    const marked = mainOnly || known ? pieces.map(({ piece }) => piece) : markFurniture(pieces, head.title);
    return marked.map((piece, i) => {
      const { part } = pieces[i]!;
      return part === 'furniture' || (known && part === null) ? { ...piece, kind: 'furniture' } : piece;
    });
  };
  let pieces = mark(set);
  // Some pages hold their text for readers without scripts only.
  if (html.includes('<noscript') && lengthOf(pieces) < LITTLE) {
    const more = setTree(html, new HeadReader(address), true, shape);
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

/** The pieces of a page by its tree; null if it is no page that a tree can be made of. */
function setTree(
  html: string,
  head: HeadReader,
  noscript: boolean,
  shape: PageShape | null,
): readonly SetPiece[] | null {
  const root = parsePage(html, noscript);
  if (root === null) return null;
  const setter = new Setter(() => head.base, noscript);
  try {
    walk(root, setter, head, 0, shape === null ? null : partsOf(shape));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  setter.end();
  return setter.pieces;
}

/** Tells which part of its page an element begins. */
type Parts = (element: Tree.Element) => 'body' | 'furniture' | null;

/** The title counts as body: it stands above the words and is no menu. */
function partsOf({ title, body, drop = [] }: PageShape): Parts {
  const bodies = [title, body].flatMap((selector) => (selector === undefined || body === undefined ? [] : [selector]));
  const inside = bodies.map(selects);
  const outside = drop.map(selects);
  return (element) =>
    outside.some((test) => test(element)) ? 'furniture' : inside.some((test) => test(element)) ? 'body' : null;
}

function walk(parent: Tree.ParentNode, setter: Setter, head: HeadReader, depth: number, parts: Parts | null): void {
  for (const node of parent.childNodes) {
    if (node.nodeName === '#text') setter.text((node as Tree.TextNode).value);
    else if ('tagName' in node) {
      const attributes = attributesOf(node);
      head.element(node.tagName, attributes, () => textOf(node));
      if (setter.open(node.tagName, attributes)) {
        const part = parts?.(node) ?? null;
        const outer = part === null ? null : setter.enter(part);
        if (depth < MAX_DEPTH * 2) walk(node, setter, head, depth + 1, parts);
        if (part !== null) setter.leave(outer);
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
