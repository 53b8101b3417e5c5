/** The forms of the readings, and the fields that they share. A form sends what makes the address of its answer. */
import { DOCUMENT_KINDS } from '#record/index.js';
import { DESK_WORDS as SAY } from './desk-words.js';
import { html, type Markup } from './markup.js';

export interface Asked {
  readonly [name: string]: string | undefined;
}

/** What narrows the texts, as an address or a kept search has it. */
export type Narrowing = { readonly [Name in (typeof FILTERS)[number] | 'kind' | 'limit']?: string | number };

const FILTERS = ['speaker', 'body', 'source', 'language', 'from', 'to'] as const;

export function field(name: string, label: string, value = '', type = 'text'): Markup {
  return html`<div class="field"><label for="${name}">${label}</label><input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="off"></div>`;
}

export function area(name: string, label: string, value = ''): Markup {
  return html`<div class="field"><label for="${name}">${label}</label><textarea id="${name}" name="${name}" spellcheck="false">${value}</textarea></div>`;
}

export function choice(
  name: string,
  label: string,
  options: readonly (readonly [string, string])[],
  value = '',
): Markup {
  return html`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${options.map(
    ([key, words]) => html`<option value="${key}"${key === value && html` selected`}>${words}</option>`,
  )}</select></div>`;
}

/** The filters of texts, folded unless one is set. */
export function filterFields(asked: Asked): Markup {
  const set = [...FILTERS, 'kind'].some((name) => (asked[name] ?? '') !== '');
  return html`<details class="filters"${set && html` open`}><summary>${SAY.filters}</summary><div class="fields">${FILTERS.map(
    (name) => field(name, SAY.filterLabels[name], asked[name]),
  )}${choice('kind', SAY.filterLabels.kind, [['', SAY.anyKind], ...DOCUMENT_KINDS.map((kind) => [kind, kind] as const)], asked['kind'])}</div></details>`;
}
