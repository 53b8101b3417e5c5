/** Words with their differences as markup: real ins and del elements, spoken by screen readers, never by colour alone. */
import { WORDS } from './catalogue.js';
import type { Pair } from './comparison.js';
import { safe } from './display-text.js';
import { html, type Markup } from './markup.js';

/** Words for those who hear the page. */
export function heard(words: string): Markup {
  return html`<span class="vh"> ${words} </span>`;
}

/** The draft's line, or the earlier text's: what only it has is deleted; ‸ stands where it leaves words out. */
export function draftWords(pairs: readonly Pair[]): Markup {
  return html`${pairs.map(({ kind, a }) => {
    const text = safe(a);
    switch (kind) {
      case 'same':
        return html`${text}`;
      case 'changed':
      case 'only a':
        return spaced(text, (words) => html`<del>${heard(WORDS.deleted)}${words}</del>`);
      case 'only b':
        return html`<span class="gap" aria-hidden="true">‸</span>${text}`;
      default:
        return otherwise(kind, text);
    }
  })}`;
}

/** The source's line, or the later text's: what only it has is inserted. */
export function sourceWords(pairs: readonly Pair[]): Markup {
  return html`${pairs.map(({ kind, b }) => {
    const text = safe(b);
    switch (kind) {
      case 'same':
        return html`${text}`;
      case 'changed':
      case 'only b':
        return spaced(text, (words) => html`<ins>${heard(WORDS.inserted)}${words}</ins>`);
      case 'only a':
        return html`${text}`;
      default:
        return otherwise(kind, text);
    }
  })}`;
}

/** A nearest passage: here the shared words are what is worth seeing. */
export function nearWords(pairs: readonly Pair[]): Markup {
  const compared = pairs.some(({ a }) => a !== '');
  return html`${pairs.map(({ kind, b }) =>
    compared && kind === 'same' && /\p{L}|\p{N}/u.test(b)
      ? html`<mark class="shared">${safe(b)}</mark>`
      : html`${safe(b)}`,
  )}`;
}

/** Moved, written otherwise, or marked by the draft itself. */
function otherwise(kind: 'moved' | 'form' | 'marked', text: string): Markup {
  const [name, saying] =
    kind === 'moved'
      ? ['moved', `${WORDS.moved}:`]
      : kind === 'form'
        ? ['wrote', WORDS.formOnly]
        : ['edit', WORDS.markedOnly];
  return spaced(text, (words) => html`<span class="${name}">${heard(saying)}${words}</span>`);
}

/** Marks the words and not the white space around them. */
export function spaced(text: string, mark: (words: string) => Markup): Markup {
  const words = text.trim();
  if (words === '') return html`${text}`;
  const at = text.indexOf(words);
  return html`${text.slice(0, at)}${mark(words)}${text.slice(at + words.length)}`;
}
