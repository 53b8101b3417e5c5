/**
 * Markdown (CommonMark with GitHub's tables and bare links) to pieces, without the marks of formatting. Input that is
 * built to make parsers slow, or is larger than any document written by hand, is read as plain text.
 */
import type { Nodes, Parent, PhrasingContent, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Span } from '#base/index.js';
import type { BlockKind, Link } from '#record/index.js';
import { type Piece, within } from './galley.js';
import { opensWithLabel } from './labels.js';
import { setPlainText } from './plain-text.js';

const LARGEST = 1_500_000;
/** Brackets beyond this number and this share of the characters are not a person's. */
const MOST_BRACKETS = 2_000;
const BRACKET_SHARE = 0.02;
/** A line that opens so many containers, or a text with so many brackets in a row, was not written by hand. */
const HOSTILE = /^(?:[ \t]*[>*+-]){64}|(?:\[|!\[|\*|_|`|<){400}|(?:[[(*_`~]{1,3}\w?\s?){2000}/m;

export function setMarkdown(text: string): Piece[] {
  if (text.length > LARGEST || isHostile(text)) return setPlainText(text);
  try {
    const setter = new MarkdownSetter();
    setter.blocks(unified().use(remarkParse).use(remarkGfm).parse(text).children, 'paragraph');
    return setter.pieces;
  } catch (error) {
    if (error instanceof RangeError) return setPlainText(text);
    throw error;
  }
}

function isHostile(text: string): boolean {
  const brackets = text.match(/\[/g)?.length ?? 0;
  return HOSTILE.test(text) || (brackets > MOST_BRACKETS && brackets > text.length * BRACKET_SHARE);
}

class MarkdownSetter {
  readonly pieces: Piece[] = [];
  #text = '';
  #strong: Span[] = [];
  #links: Link[] = [];

  blocks(nodes: readonly RootContent[], kind: BlockKind): void {
    for (const node of nodes) this.#block(node, kind);
  }

  #block(node: RootContent, kind: BlockKind): void {
    switch (node.type) {
      case 'heading':
        this.#line(node.children, 'heading');
        break;
      case 'paragraph':
        this.#line(node.children, kind);
        break;
      case 'blockquote':
        this.blocks(node.children, 'blockquote');
        break;
      case 'list':
        for (const item of node.children) this.blocks(item.children, kind === 'blockquote' ? kind : 'list item');
        break;
      case 'table':
        for (const row of node.children) {
          for (const cell of row.children) {
            this.#space();
            this.#inline(cell.children);
          }
          this.#put(kind);
        }
        break;
      case 'code':
        for (const paragraph of setPlainText(node.value)) this.pieces.push({ ...paragraph, kind });
        break;
      case 'html':
        this.#text = node.value
          .replace(/<!--[\s\S]*?-->/g, '')
          .replace(/<br\s*\/?>/gi, '\n')
          .replace(/<[^<>]*>/g, '');
        this.#put(kind);
        break;
      case 'thematicBreak':
        this.pieces.push({ kind: 'stage note', text: '* * *', glue: '\n\n', strong: [], links: [] });
        break;
      case 'footnoteDefinition':
        this.#footnote(node.children);
        break;
      default:
        if ('children' in node) this.#line((node as Parent).children as PhrasingContent[], kind);
    }
  }

  #footnote(nodes: readonly RootContent[]): void {
    const from = this.pieces.length;
    this.blocks(nodes, 'paragraph');
    for (let i = from; i < this.pieces.length; i++) this.pieces[i] = { ...this.pieces[i]!, apart: true };
  }

  #line(nodes: readonly PhrasingContent[], kind: BlockKind): void {
    this.#inline(nodes);
    this.#put(kind);
  }

  #inline(nodes: readonly Nodes[]): void {
    for (const node of nodes) {
      const from = this.#text.length;
      switch (node.type) {
        case 'text':
          this.#text += keepLabels(node.value);
          break;
        case 'inlineCode':
          this.#text += node.value;
          break;
        case 'break':
          this.#text += '\n';
          break;
        case 'html':
          if (/^<br\b/i.test(node.value)) this.#text += '\n';
          break;
        case 'strong':
          this.#inline(node.children);
          if (this.#text.length > from) this.#strong.push({ start: from, end: this.#text.length });
          break;
        case 'link':
          this.#inline(node.children);
          if (/^https?:\/\//i.test(node.url) && this.#text.length > from)
            this.#links.push({ start: from, end: this.#text.length, address: node.url });
          break;
        case 'linkReference':
          // "[Interviewer] words": brackets without an address behind them are the writer's own.
          this.#inline(node.children);
          break;
        default:
          if ('children' in node) this.#inline(node.children as Nodes[]);
      }
    }
  }

  #space(): void {
    if (this.#text !== '' && !this.#text.endsWith(' ')) this.#text += ' ';
  }

  #put(kind: BlockKind): void {
    const text = this.#text.trimEnd();
    const start = text.length - text.trimStart().length;
    if (text.length > start)
      this.pieces.push({
        kind,
        text: text.slice(start),
        glue: '\n\n',
        strong: within(this.#strong, start, text.length),
        links: within(this.#links, start, text.length),
      });
    this.#text = '';
    this.#strong = [];
    this.#links = [];
  }
}

/** Line breaks inside a paragraph are spaces, but for those before a speaker's label. */
function keepLabels(value: string): string {
  if (!value.includes('\n')) return value;
  const lines = value.split('\n');
  let text = lines[0]!;
  for (const line of lines.slice(1)) text += (opensWithLabel(line) ? '\n' : ' ') + line;
  return text;
}
