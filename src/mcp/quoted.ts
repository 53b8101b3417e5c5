/**
 * An answer for a model: sentences of our own, and words of others as quoted data. What a held text says may be
 * written to be obeyed ("ignore your instructions"), so a reader must always see where it begins and ends. Two belts
 * (Hines et al. 2024, "Defending against indirect prompt injection attacks with spotlighting", arXiv:2403.14720:
 * delimiting and datamarking): the words stand between tags whose name holds a mark that no quoted word of this
 * answer contains, and each of their lines begins with "> ". Whatever breaks a line elsewhere is a space here, so no
 * line of a text can stand without its mark. Replacing brackets or words was rejected: it would change the words.
 */

/** What quoted words come from. */
export interface Origin {
  /** Reference of the document or version, "the draft", or "the text sent". */
  readonly from: string;
  readonly capture?: string | null | undefined;
  /** Offsets into the text of the version. */
  readonly at?: { readonly start: number; readonly end: number };
}

type Piece = string | { readonly origin: Origin; readonly lines: readonly string[] };

/** Code units of one quoted field before it is cut. */
const LONGEST_FIELD = 700;
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const ACTIVE = /[\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;

/** Collects an answer piece by piece. */
export class Answer {
  readonly #pieces: Piece[] = [];

  /** A sentence of our own: closed lists, numbers, dates and references only, never a word of a text. */
  say(...sentences: readonly string[]): this {
    const said = sentences.filter((sentence) => sentence !== '').join(' ');
    if (said !== '') this.#pieces.push(said);
    return this;
  }

  /** Words of others, each with what it is; those that are null or empty are left out. */
  quote(origin: Origin, fields: readonly (readonly [name: string, words: string | null | undefined])[]): this {
    const lines = fields.flatMap(([name, words]) => (words ? [`> ${name}: ${shortened(oneLine(words))}`] : []));
    if (lines.length > 0) this.#pieces.push({ origin, lines });
    return this;
  }

  /** Words of others at length, line by line as they stand. */
  quoteLines(origin: Origin, text: string): this {
    const lines = text.split(/\r\n|[\n\r\v\f\u0085\p{Zl}\p{Zp}]/u).map((line) => `> ${oneLine(line)}`.trimEnd());
    this.#pieces.push({ origin, lines });
    return this;
  }

  /** The answer, its tags marked with the first of `marks` that no quoted line holds. */
  write(marks: () => string): string {
    const quoted = this.#pieces.flatMap((piece) => (typeof piece === 'string' ? [] : piece.lines)).join('\n');
    let mark = marks();
    while (quoted.includes(mark)) mark = marks();
    return this.#pieces.map((piece) => (typeof piece === 'string' ? piece : wrapped(piece, mark))).join('\n');
  }
}

function wrapped({ origin, lines }: Exclude<Piece, string>, mark: string): string {
  const { from, capture, at } = origin;
  const about = [
    ` from="${from}"`,
    ...(capture === null || capture === undefined ? [] : [` capture="${capture}"`]),
    ...(at === undefined ? [] : [` at="${at.start}-${at.end}"`]),
  ].join('');
  return `<quoted-${mark}${about}>\n${lines.join('\n')}\n</quoted-${mark}>`;
}

function oneLine(words: string): string {
  return words
    .replace(BREAKS, ' ')
    .replace(ACTIVE, (character) => `⟨U+${character.codePointAt(0)!.toString(16).toUpperCase()}⟩`);
}

function shortened(words: string): string {
  return words.length <= LONGEST_FIELD
    ? words
    : `${words.slice(0, LONGEST_FIELD).replace(/\s\S*$/u, '')} [… ${words.length} characters in all]`;
}
