/**
 * HTML by template, escaped by construction: a string put into `html` becomes text, and only what `html` itself
 * made goes in as it is. There is no way to pass raw text through, so archived text cannot become markup.
 */

/** Markup that was made by `html`. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

type Part = Markup | string | number | null | false | readonly Part[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup with the given parts between its pieces: strings escaped for text and quoted attributes, lists in order, null and false nothing. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = pieces[0]!;
  parts.forEach((part, i) => {
    text += written(part) + pieces[i + 1]!;
  });
  return new Markup(text);
}

function written(part: Part): string {
  if (part === null || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
  return typeof part === 'number' ? String(part) : part.map(written).join('');
}
