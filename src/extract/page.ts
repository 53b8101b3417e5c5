/**
 * A page as a tree that selectors can be put to: for recipes, which say where on the pages of a place its list, its
 * texts and its clocks stand. The tree is the one that texts are cut from, so what a recipe selects is what a browser
 * would select; pages that are nested too deeply for a tree have none, and the caller says so.
 *
 * Selectors are css-select's over parse5's tree, by an adapter of our own. Rejected: a second parser (htmlparser2 or
 * linkedom), which reads broken pages differently from the one that cuts the words.
 */
import { compile } from 'css-select';
import { type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter, serialize } from 'parse5';
import { parsePage } from './tree.js';

/** An element of a page. */
export type PageElement = Tree.Element;

type Node = Tree.Node;

const isTag = (node: Node): node is Tree.Element => 'tagName' in node;
const childrenOf = (node: Node): Node[] =>
  node.nodeName === 'template' ? [] : 'childNodes' in node ? node.childNodes : [];
const parentOf = (node: Node): Tree.Element | null => {
  const parent = 'parentNode' in node ? node.parentNode : null;
  return parent && isTag(parent) ? parent : null;
};

const ADAPTER = {
  isTag,
  getAttributeValue: (element: Tree.Element, name: string): string | undefined =>
    element.attrs.find((attribute) => attribute.name === name)?.value,
  getChildren: childrenOf,
  getName: (element: Tree.Element): string => element.tagName,
  getParent: parentOf,
  getSiblings: (node: Node): Node[] => {
    const parent = 'parentNode' in node ? node.parentNode : null;
    return parent ? parent.childNodes : [node];
  },
  getText: (node: Node): string => textIn(node),
  hasAttrib: (element: Tree.Element, name: string): boolean =>
    element.attrs.some((attribute) => attribute.name === name),
  removeSubsets: (nodes: Node[]): Node[] => nodes,
};

/** Whether something is wrong with a selector: the complaint, or null. */
export function selectorFault(selector: string): string | null {
  try {
    compile<Node, Tree.Element>(selector, { adapter: ADAPTER });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Tells the elements that a selector selects. RangeError for one that is none: recipes are checked before. */
export function selects(selector: string): (element: PageElement) => boolean {
  const fault = selectorFault(selector);
  if (fault !== null) throw new RangeError(`"${selector}" is no selector: ${fault}`);
  return compile<Node, Tree.Element>(selector, { adapter: ADAPTER });
}

/** A page with its address, to be asked by selectors. Selectors that are none throw RangeError. */
export class Page {
  readonly #root: Tree.Document;
  readonly #address: string | null;
  readonly #compiled = new Map<string, (element: PageElement) => boolean>();

  private constructor(root: Tree.Document, address: string | null) {
    this.#root = root;
    this.#address = address;
  }

  /** The page of this markup; null if it is nested too deeply or too large to be read as a tree. */
  static read(html: string, address: string | null): Page | null {
    const root = parsePage(html, false);
    return root && new Page(root, address);
  }

  /** The elements that a selector selects, in the order of the page; under `within`, if given. */
  all(selector: string, within?: PageElement): PageElement[] {
    let test = this.#compiled.get(selector);
    if (!test) {
      test = selects(selector);
      this.#compiled.set(selector, test);
    }
    const found: PageElement[] = [];
    const walk = (node: Node): void => {
      for (const child of childrenOf(node)) {
        if (!isTag(child)) continue;
        if (test(child)) found.push(child);
        walk(child);
      }
    };
    walk(within ?? this.#root);
    return found;
  }

  first(selector: string, within?: PageElement): PageElement | null {
    return this.all(selector, within)[0] ?? null;
  }

  /** The words of an element in one line. */
  text(element: PageElement): string {
    return textIn(element).replace(/\s+/g, ' ').trim();
  }

  attribute(element: PageElement, name: string): string | null {
    return ADAPTER.getAttributeValue(element, name) ?? null;
  }

  /** The address that an element leads to, absolute; null if it leads nowhere on the web. */
  link(element: PageElement, attribute = 'href'): string | null {
    const written = this.attribute(element, attribute)?.trim();
    if (written === undefined || written === '' || written.startsWith('#')) return null;
    const base = this.first('base[href]');
    const against = base ? new URL(this.attribute(base, 'href')!, this.#address ?? undefined).href : this.#address;
    const href = against === null ? written : URL.canParse(written, against) ? new URL(written, against).href : null;
    return href !== null && /^https?:\/\//i.test(href) ? href : null;
  }

  /** The markup inside an element. */
  markup(element: PageElement): string {
    return serialize(element);
  }
}

/** Elements whose words do not run into those of the next. */
const PARTS = new Set(['p', 'div', 'li', 'td', 'th', 'tr', 'h1', 'h2', 'h3', 'h4', 'section', 'article', 'dd', 'dt']);

function textIn(node: Node): string {
  if (node.nodeName === '#text') return defaultTreeAdapter.getTextNodeContent(node as Tree.TextNode);
  if (node.nodeName === 'script' || node.nodeName === 'style') return '';
  if (node.nodeName === 'br') return ' ';
  let text = '';
  for (const child of childrenOf(node)) text += textIn(child);
  return PARTS.has(node.nodeName) ? ` ${text} ` : text;
}
