/**
 * Following a source: its address, what would be taken from it, and how it is read, all of it to be changed before
 * anything is kept. One form: looking again and following send the same fields, so that what is followed is what was
 * seen.
 */
import { DOCUMENT_KINDS, PLACE_KINDS } from '#record/index.js';
import { choice, field } from './desk-forms.js';
import { type DeskOptions, deskPage } from './desk-pages.js';
import { safe } from './display-text.js';
import { FOLLOWING_WORDS as SAY } from './following-page-words.js';
import type { DrawnPreview } from './following-terminal.js';
import { KIND_NAMES, sayRhythm } from './following-words.js';
import { html, type Markup } from './markup.js';
import { sayWhen } from './say-when.js';

/** The values of the form, by the names of its fields; absent: empty. */
export type FollowFields = Readonly<Record<string, string | undefined>>;

export interface FollowView {
  readonly fields: FollowFields;
  /** What would be taken; null: it was not looked at yet. */
  readonly preview: (DrawnPreview & { readonly followed: { readonly reference: string } | null }) | null;
  /** The recipe of the fields as the text of a file; empty: none yet. */
  readonly recipe: string;
}

/** Titles that are listed beside the texts that were read. */
const LISTED = 10;
const LIST_FIELDS = [
  'entry',
  'link',
  'entryTitle',
  'entryDate',
  'entryOrder',
  'entryZone',
  'older',
  'olderAddress',
] as const;
const PAGE_FIELDS = [
  'proof',
  'title',
  'text',
  'drop',
  'date',
  'order',
  'zone',
  'speaker',
  'occasion',
  'asks',
  'answers',
] as const;
const LINES: ReadonlySet<string> = new Set(['drop', 'asks', 'answers']);

/** The page for following: with a preview, the form stands beside it. */
export function drawFollowPage(view: FollowView, options: DeskOptions = {}): string {
  const { fields, preview } = view;
  const known = preview !== null || view.recipe !== '';
  return deskPage(
    '/sources',
    SAY.follow,
    html`<p class="sub narrow">${SAY.followHelp}</p>
<form class="ask follow${known && html` known`}" method="post" action="/follow" data-desk="follow">
<div class="follow-form">${field('address', SAY.address, fields['address'], 'url')}
${
  known
    ? html`${field('name', SAY.name, fields['name'])}<div class="fields">${kinds(fields)}${field('every', SAY.every, fields['every'], 'number')}</div><div class="fields">${field('language', SAY.language, fields['language'])}${choice('documentKind', SAY.documentKind, [['', SAY.asEachSays], ...DOCUMENT_KINDS.map((kind) => [kind, kind] as const)], fields['documentKind'])}</div>${field('body', SAY.body, fields['body'])}${field('pages', SAY.pages, fields['pages'], 'number')}`
    : false
}
${recipeFields(view)}
<details class="filters"${(fields['allow'] ?? '') !== '' && html` open`}><summary>${SAY.more}</summary>${!known && kinds(fields)}${field('allow', SAY.allow, fields['allow'])}</details>
<input type="hidden" name="base" value="${fields['base'] ?? ''}">
<p class="acts-row"><button name="do" value="look">${known ? SAY.again : SAY.look}</button>${preview !== null && html` <button name="do" value="keep">${SAY.keep}</button>`}</p>${preview !== null && html`<p class="small">${SAY.keepHelp}</p>`}</div>
<section class="sheet preview" id="preview" aria-live="polite" aria-labelledby="taken"><h2 id="taken">${SAY.preview}</h2>${
      preview === null ? html`<p>${SAY.previewNone}</p>` : drawTaken(view, preview)
    }</section>
</form>`,
    options,
  );
}

function kinds(fields: FollowFields): Markup {
  return choice(
    'kind',
    SAY.kind,
    [['', SAY.anyKind], ...PLACE_KINDS.map((kind) => [kind, KIND_NAMES[kind]] as const)],
    fields['kind'],
  );
}

function recipeFields({ fields, preview, recipe }: FollowView): Markup {
  const one = (name: keyof typeof SAY.fields): Markup =>
    name === 'order' || name === 'entryOrder'
      ? choice(name, SAY.fields[name], SAY.orders, fields[name])
      : name === 'words'
        ? choice(name, SAY.fields[name], SAY.wordsIn, fields[name])
        : LINES.has(name)
          ? html`<div class="field"><label for="${name}">${SAY.fields[name]}</label><textarea id="${name}" name="${name}" rows="2" spellcheck="false">${fields[name] ?? ''}</textarea></div>`
          : field(name, SAY.fields[name], fields[name]);
  // A recipe that was found out is short; one that a person wrote is what the person came for.
  const open = preview === null ? recipe !== '' : PAGE_FIELDS.some((name) => (fields[name] ?? '') !== '');
  return html`<details class="recipe"${open && html` open`}><summary>${SAY.recipe}</summary><p class="small">${SAY.recipeHelp}</p>
<div class="fields">${one('item')}${one('words')}${one('gap')}</div>
<fieldset><legend>${SAY.groups.list}</legend><div class="fields">${LIST_FIELDS.map(one)}</div></fieldset>
<fieldset><legend>${SAY.groups.page}</legend><div class="fields">${PAGE_FIELDS.map(one)}</div></fieldset></details>`;
}

function drawTaken({ recipe }: FollowView, preview: NonNullable<FollowView['preview']>): Markup {
  const { items, next, problems } = preview.reading;
  const rest = items.slice(preview.texts.length, preview.texts.length + LISTED);
  const left = items.length - preview.texts.length - rest.length;
  const sum = [
    KIND_NAMES[preview.recipe.kind],
    SAY.lists(items.length),
    ...(preview.rhythm === null ? [] : [SAY.rhythm(sayRhythm(preview.rhythm))]),
    ...(next === null ? [] : [SAY.older]),
  ];
  return html`<p><b dir="auto">${safe(preview.name)}</b><br>${sum.join(' · ')}</p><p class="small">${safe(preview.why)} <bdi>${safe(preview.address)}</bdi></p>
${preview.followed !== null && html`<p class="banner">${SAY.followedAlready(preview.followed.reference)}</p>`}${problems.map(({ message }) => html`<p class="banner">${safe(message)}</p>`)}
${preview.texts.map(drawText)}
${rest.length > 0 && html`<h3 class="besides">${SAY.alsoListed}</h3><ul class="plain listed">${rest.map(({ title, published }) => html`<li><span class="day">${published === null ? SAY.undated : sayWhen(published)}</span> <span dir="auto">${safe(title ?? SAY.untitled)}</span></li>`)}</ul>${left > 0 && html`<p class="small">${SAY.andMore(left)}</p>`}`}
${
  preview.others.length > 0 &&
  html`<h3 class="besides">${SAY.others}</h3><ul class="plain others">${preview.others.map(
    ({ address, recipe: { kind }, why }) =>
      html`<li><button class="link-button" name="other" value="${`${kind} ${address}`}">${SAY.otherButton(KIND_NAMES[kind])}</button> <span class="small">${safe(why)} <bdi>${safe(address)}</bdi></span></li>`,
  )}</ul>`
}
${recipe !== '' && html`<details><summary>${SAY.recipeFile}</summary><p class="small">${SAY.recipeFileHelp}</p><pre class="questions" tabindex="0">${recipe}</pre></details>`}`;
}

function drawText({ item, text, words, opening, problems }: DrawnPreview['texts'][number]): Markup {
  const facts = text?.facts;
  const when = facts?.said ?? facts?.published ?? item.published;
  const about = [
    when === null ? SAY.undated : `${sayWhen(when)}${when.basis === 'guessed' ? ` (${SAY.guess})` : ''}`,
    ...(words === null ? [] : [SAY.wordsOf(words)]),
    ...(facts?.language ? [marked(SAY.languageOf(facts.language.value), facts.language.basis)] : []),
    ...(facts?.speaker ? [marked(safe(facts.speaker.value), facts.speaker.basis)] : []),
    ...(facts?.kind ? [marked(facts.kind.value, facts.kind.basis)] : []),
  ];
  return html`<article class="taken"><h3 dir="auto">${safe(facts?.title ?? item.title ?? SAY.untitled)}</h3><p class="small">${about.join(' · ')}</p>${opening !== null && html`<p class="said" dir="auto">${safe(opening)}</p>`}${problems.map(({ message }) => html`<p class="banner">${safe(message)}</p>`)}</article>`;
}

function marked(words: string, basis: string): string {
  return basis === 'guessed' ? `${words} (${SAY.guess})` : words;
}
