/**
 * Sets the events of a page (element opened, text, element closed) as pieces, as a browser would show them: what is
 * hidden is left out, white space collapses, blocks part, <br> breaks the line, <q> brings its marks. Each piece keeps
 * the chain of elements it stood in, by which main text and furniture are told apart.
 */
import type { BlockKind, Link } from '#record/index.js';
import type { Span } from '#base/index.js';
import type { Piece } from './galley.js';
import { piece, within } from './galley.js';
import { INVISIBLE } from './decode.js';
import { paragraphsOf } from './plain-text.js';

/** An open element, as far as it matters to its pieces. */
export interface Place {
  readonly tag: string;
  readonly parent: Place | null;
  /** Class, id and role in one string, small letters. */
  readonly marks: string;
  readonly depth: number;
}

export interface SetPiece {
  readonly piece: Piece;
  readonly place: Place;
  /** How many of its characters stand in links. */
  readonly linked: number;
  /** The part of the page that a recipe says it stands in; null where none says. */
  readonly part: Part | null;
}

/** What a recipe says of a part of a page. */
export type Part = 'body' | 'furniture';

/** The attributes of an element; a Map is one. */
export type Attributes = Pick<ReadonlyMap<string, string>, 'get' | 'has' | 'size'>;

export const NO_ATTRIBUTES: Attributes = { size: 0, get: () => undefined, has: () => false };

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const HIDDEN = words(
  'script style noscript template head title meta link svg canvas object embed iframe audio video map select datalist option optgroup textarea input progress meter frameset noframes noembed rp rt',
);
const BLOCKS = words(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody tfoot thead tr ul button',
);
const CELLS = words('td th');
const BOLD = words('b strong');
const UNSEEN =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|a11y-hidden|element-invisible|hide-visually|printonly|\S*tooltip\S*)(?:\s|$)/;
const UNSEEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const WHITE = /[\t\n\f\r \u00a0]+/g;
/** White space that a browser would not show as it stands. */
const UNEVEN = /[\t\n\f\r\u00a0\u00ad\u200b\u2060\ufeff]| {2}/;
/** Line breaks inside a piece from which on it is looked at as wrapped lines. */
const WRAPPED_LINES = 6;

interface Open {
  readonly tag: string;
  readonly kind: BlockKind | null;
  readonly place: Place;
  readonly pre: boolean;
  readonly quotes: number;
}

const ROOT: Open = {
  tag: '',
  kind: null,
  place: { tag: '', parent: null, marks: '', depth: 0 },
  pre: false,
  quotes: 0,
};

/** More pieces than this no page has; behind them what would be a piece is a line of one, of so many characters. */
const MOST_PIECES = 100_000;
const LONG_PIECE = 4_000;

export class Setter {
  readonly pieces: SetPiece[] = [];
  readonly #base: () => string | null;
  readonly #noscript: boolean;
  #open: Open[] = [ROOT];
  #buffer = '';
  /** White space was met that is not set yet. */
  #space = false;
  /** Nothing stands on the line yet. */
  #fresh = true;
  #strong: Span[] = [];
  #links: Link[] = [];
  #linked = 0;
  #bold = 0;
  #boldFrom = -1;
  #linkDepth = 0;
  #linkFrom = -1;
  #linkAddress: string | null = null;
  #part: Part | null = null;
  /** There are as many pieces as a page has at most. */
  #isFull = false;

  /** `base` gives the address against which links are read; `noscript`: what is for readers without scripts is shown. */
  constructor(base: () => string | null, noscript: boolean) {
    this.#base = base;
    this.#noscript = noscript;
  }

  /** Opens an element; false if it is not shown, and then its content and end must not be handed over. */
  open(tag: string, attributes: Attributes): boolean {
    if ((HIDDEN.has(tag) && !(this.#noscript && tag === 'noscript')) || isUnseen(tag, attributes)) return false;
    const outer = this.#open.at(-1)!;
    if (tag === 'br') {
      this.#break();
      return true;
    }
    if (tag === 'sup' && isNoteMark(attributes)) return false;
    if (tag === 'a' && isNoteLink(outer, attributes.get('href'))) return false;
    const isBlock = BLOCKS.has(tag);
    if (isBlock) this.flush();
    else if (CELLS.has(tag)) this.#space = true;
    const place: Place =
      isBlock || CELLS.has(tag)
        ? { tag, parent: outer.place, marks: marksOf(attributes), depth: outer.place.depth + 1 }
        : outer.place;
    const quotes = outer.quotes + (tag === 'q' ? 1 : 0);
    if (tag === 'q') this.text(quotes % 2 === 1 ? '“' : '‘');
    if (BOLD.has(tag) && this.#bold++ === 0) this.#boldFrom = this.#here();
    if (tag === 'a') {
      if (this.#linkDepth++ === 0) {
        this.#linkFrom = this.#here();
        this.#linkAddress = this.#resolve(attributes.get('href'));
      }
    }
    const pre = tag === 'pre' || outer.pre;
    this.#open.push({ tag, kind: kindOf(tag, outer.kind), place, pre, quotes });
    return true;
  }

  /** Enters a part of the page and returns the one it lies in, for `leave`. Furniture stays so, whatever stands in it. */
  enter(part: Part): Part | null {
    const outer = this.#part;
    this.flush();
    if (outer !== 'furniture') this.#part = part;
    return outer;
  }

  leave(outer: Part | null): void {
    this.flush();
    this.#part = outer;
  }

  close(tag: string): void {
    if (tag === 'br') return;
    const at = this.#open.findLastIndex((entry) => entry.tag === tag);
    if (at < 1) return;
    while (this.#open.length > at) this.#closeLast();
  }

  #closeLast(): void {
    const entry = this.#open.at(-1)!;
    if (entry.tag === 'q') this.text(entry.quotes % 2 === 1 ? '”' : '’');
    if (BOLD.has(entry.tag) && --this.#bold === 0) this.#endBold();
    if (entry.tag === 'a' && --this.#linkDepth === 0) this.#endLink();
    if (BLOCKS.has(entry.tag)) this.flush();
    else if (CELLS.has(entry.tag)) this.#space = true;
    this.#open.pop();
  }

  text(value: string): void {
    const pre = this.#open.at(-1)!.pre;
    if (pre) {
      this.#buffer += value.replace(/\r\n?/g, '\n').replace(/\t/g, ' ');
      this.#space = false;
      this.#fresh = false;
      return;
    }
    const plain = UNEVEN.test(value) ? value.replace(INVISIBLE, '').replace(WHITE, ' ') : value;
    const leads = plain.charCodeAt(0) === 32;
    if (plain.length === 0 || (leads && plain.length === 1)) {
      this.#space ||= leads;
      return;
    }
    const tails = plain.charCodeAt(plain.length - 1) === 32;
    if ((this.#space || leads) && !this.#fresh) this.#buffer += ' ';
    this.#buffer += leads || tails ? plain.slice(leads ? 1 : 0, tails ? -1 : undefined) : plain;
    this.#fresh = false;
    this.#space = tails;
  }

  end(): void {
    while (this.#open.length > 1) this.#closeLast();
    this.#isFull = false;
    this.flush();
  }

  /** Where the next character will stand. */
  #here(): number {
    return this.#buffer.length + (this.#space && !this.#fresh ? 1 : 0);
  }

  #endBold(): void {
    if (this.#boldFrom >= 0 && this.#buffer.length > this.#boldFrom) {
      const last = this.#strong.at(-1);
      if (last && this.#boldFrom - last.end <= 1)
        this.#strong[this.#strong.length - 1] = { start: last.start, end: this.#buffer.length };
      else this.#strong.push({ start: this.#boldFrom, end: this.#buffer.length });
    }
    this.#boldFrom = -1;
  }

  #endLink(): void {
    if (this.#linkFrom >= 0 && this.#buffer.length > this.#linkFrom) {
      this.#linked += this.#buffer.length - this.#linkFrom;
      if (this.#linkAddress)
        this.#links.push({ start: this.#linkFrom, end: this.#buffer.length, address: this.#linkAddress });
    }
    this.#linkFrom = -1;
  }

  #break(): void {
    if (this.#open.at(-1)!.pre) {
      this.#buffer += '\n';
      return;
    }
    if (this.#fresh && this.#buffer !== '') this.flush();
    else if (this.#buffer !== '') this.#buffer += '\n';
    this.#fresh = true;
    this.#space = false;
  }

  /** Ends the piece that is being set; a line of it, where there are more pieces than any page has. */
  flush(): void {
    const raw = this.#buffer;
    if (this.#isFull && raw.length < LONG_PIECE) {
      if (!this.#fresh) this.#buffer += '\n';
      this.#space = false;
      this.#fresh = true;
      return;
    }
    if (this.#bold > 0) this.#endBold();
    if (this.#linkDepth > 0) this.#endLink();
    const top = this.#open.at(-1)!;
    if (raw !== '' && /\S/.test(raw)) this.#put(raw, top);
    this.#isFull = this.pieces.length >= MOST_PIECES;
    this.#buffer = '';
    this.#space = false;
    this.#fresh = true;
    this.#strong = [];
    this.#links = [];
    this.#linked = 0;
    if (this.#bold > 0) this.#boldFrom = 0;
    if (this.#linkDepth > 0) this.#linkFrom = 0;
  }

  #put(raw: string, top: Open): void {
    const { place } = top;
    const kind = top.kind ?? 'paragraph';
    if (top.pre) {
      for (const group of raw.split(/\n[ ]*\n/)) {
        const lines = group
          .split('\n')
          .map((line) => line.replace(/ +/g, ' ').trim())
          .filter((line) => line !== '');
        for (const text of paragraphsOf(lines))
          this.pieces.push({ piece: piece(kind, text), place, linked: 0, part: this.#part });
      }
      return;
    }
    const text = raw.trimEnd();
    const lines = text.split('\n');
    if (lines.length > WRAPPED_LINES && this.#links.length === 0) {
      const paragraphs = paragraphsOf(lines);
      if (paragraphs.length < lines.length) {
        for (const paragraph of paragraphs)
          this.pieces.push({ piece: piece(kind, paragraph), place, linked: 0, part: this.#part });
        return;
      }
    }
    this.pieces.push({
      piece: {
        kind,
        text,
        glue: '\n\n',
        strong: within(this.#strong, 0, text.length),
        links: within(this.#links, 0, text.length),
        ...(isFootnote(place) && { apart: true }),
      },
      place,
      linked: this.#linked,
      part: this.#part,
    });
  }

  #resolve(href: string | undefined): string | null {
    if (href === undefined) return null;
    const written = href.trim();
    if (/^https?:\/\//i.test(written)) return written.split(/\s/)[0]!;
    const base = this.#base();
    if (base === null || written === '' || written.startsWith('#') || /^[a-z][a-z0-9+.-]*:/i.test(written)) return null;
    return resolved(written, base);
  }
}

function kindOf(tag: string, outer: BlockKind | null): BlockKind | null {
  if (/^h[1-6]$/.test(tag)) return 'heading';
  if (outer === 'blockquote' || tag === 'blockquote') return 'blockquote';
  if (tag === 'li' || tag === 'dt' || tag === 'dd') return 'list item';
  if (tag === 'p' && outer === 'list item') return 'list item';
  return outer;
}

function isUnseen(tag: string, attributes: Attributes): boolean {
  if (attributes.size === 0) return false;
  if (attributes.has('hidden') && attributes.get('hidden') !== 'until-found') return true;
  if (tag === 'dialog' && !attributes.has('open')) return true;
  const style = attributes.get('style');
  if (style !== undefined && UNSEEN_STYLE.test(style)) return true;
  const marks = attributes.get('class');
  if (marks !== undefined && UNSEEN.test(marks.toLowerCase())) return true;
  return (
    attributes.get('aria-hidden') === 'true' && (tag === 'i' || tag === 'span') && /icon|fa-|glyph/.test(marks ?? '')
  );
}

/** A raised mark that leads to a footnote would grow onto the word before it. */
function isNoteMark(attributes: Attributes): boolean {
  return /footnote|reference|noteref|fn-?ref/i.test(
    `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''} ${attributes.get('role') ?? ''}`,
  );
}

function isFootnote(place: Place): boolean {
  return (
    /(?:^| )(?:foot|end)notes?(?:-\d+|$| )/.test(place.marks) ||
    (place.parent !== null && /(?:^| )(?:foot|end)notes?(?:-\d+|$| )/.test(place.parent.marks))
  );
}

function isNoteLink(outer: Open | null, href: string | undefined): boolean {
  if (href === undefined || !href.startsWith('#')) return false;
  return outer?.tag === 'sup' || /-ref-|fnref|cite_ref|#_ftnref/.test(href);
}

function marksOf(attributes: Attributes): string {
  if (attributes.size === 0) return '';
  const marks = ['class', 'id', 'role', 'itemprop']
    .map((name) => attributes.get(name))
    .filter((mark) => mark !== undefined);
  return marks.join(' ').toLowerCase();
}

function resolved(written: string, base: string): string | null {
  try {
    return new URL(written, base).href;
  } catch {
    return null;
  }
}
