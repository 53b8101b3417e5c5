/** The pages around a sheet: the form for a draft, the form for two texts, and a page that says what went wrong. */
import { DOOR_WORDS } from './catalogue.js';
import { safe } from './display-text.js';
import { html, type Markup } from './markup.js';
import { doorLinks } from './desk-links.js';
import { frame, type FrameOptions, type PageLink } from './page-frame.js';

export interface DoorOptions extends FrameOptions {
  /** What the archive holds, for the bar at the top. */
  readonly cover?: string;
  /** What was wrong with what was sent, in sentences, shown above the form. */
  readonly trouble?: string;
  /** Ready pages to offer. */
  readonly pages?: readonly PageLink[];
}

/** The form for a draft: pasted, or as a file. */
export function drawCheckForm(options: DoorOptions = {}): string {
  return door(
    DOOR_WORDS.home,
    '/check',
    options,
    html`<p class="sub narrow">${DOOR_WORDS.homeHelp} ${DOOR_WORDS.keepsSigned}</p>
${trouble(options)}
<div data-desk="check" data-name="${DOOR_WORDS.pasted}"><form method="post" action="/check" enctype="multipart/form-data" accept-charset="utf-8">
<div class="field"><label for="draft">${DOOR_WORDS.draftLabel}</label><textarea id="draft" name="draft" spellcheck="false" autofocus></textarea></div>
<div class="field"><label for="file">${DOOR_WORDS.fileLabel}</label><input id="file" type="file" name="file" accept=".txt,.md,.html,.htm,.docx"></div>
<button>${DOOR_WORDS.checkButton}</button>
</form></div>
${
  (options.pages ?? []).length > 0 &&
  html`<p class="sub ready">${(options.pages ?? []).map(({ href, words }) => html`<a href="${href}">${safe(words)}</a> `)}</p>`
}`,
  );
}

/** The fields of the form that compares: two that are needed, and more for those who have them. */
export const COMPARE_FIELDS = [
  { name: 'first', label: DOOR_WORDS.firstLabel, title: DOOR_WORDS.pastedFirst },
  { name: 'second', label: DOOR_WORDS.secondLabel, title: DOOR_WORDS.pastedSecond },
  { name: 'third', label: DOOR_WORDS.thirdLabel, title: DOOR_WORDS.pastedThird },
  { name: 'fourth', label: DOOR_WORDS.fourthLabel, title: DOOR_WORDS.pastedFourth },
] as const;

/** The form for two texts and more. */
export function drawCompareForm(options: DoorOptions = {}): string {
  const fields = COMPARE_FIELDS.map(
    ({ name, label }): Markup =>
      html`<div class="field"><label for="${name}">${label}</label><textarea id="${name}" name="${name}" spellcheck="false"></textarea></div>`,
  );
  return door(
    DOOR_WORDS.compareTitle,
    '/compare',
    options,
    html`<p class="sub narrow">${DOOR_WORDS.compareHelp} ${DOOR_WORDS.keepsNothing}</p>
${trouble(options)}
<form method="post" action="/compare" enctype="multipart/form-data" accept-charset="utf-8">
<div class="two">${fields.slice(0, 2)}</div>
<details class="field"><summary>${DOOR_WORDS.moreTexts}</summary><div class="two">${fields.slice(2)}</div></details>
<p class="field"><label><input type="checkbox" name="all"> ${DOOR_WORDS.compareAll}</label></p>
<button>${DOOR_WORDS.compareButton}</button>
</form>`,
  );
}

/** The form for the token of a server that others can reach; it leads on to `way`. */
export function drawEntry(way: string, wrong: boolean): string {
  const body = html`<p class="sub narrow">${DOOR_WORDS.enterHelp}</p>
${wrong && html`<p class="banner" role="alert">${DOOR_WORDS.wrongToken}</p>`}
<form method="post" action="/enter"><input type="hidden" name="way" value="${way}">
<div class="field"><label for="token">${DOOR_WORDS.tokenLabel}</label><input id="token" type="password" name="token" autocomplete="current-password" required autofocus></div>
<button>${DOOR_WORDS.enter}</button></form>`;
  return frame(DOOR_WORDS.enter, html`<main class="narrow"><h1>${DOOR_WORDS.enter}</h1>${body}</main>`);
}

/** A page that says what is wrong and what to do. */
export function drawNotice(what: string, remedy: string): string {
  return door(what, '', {}, remedy === '' ? html`` : html`<p class="sub narrow">${safe(remedy)}</p>`);
}

function trouble(options: DoorOptions): Markup | false {
  return options.trouble !== undefined && html`<p class="banner" role="alert">${safe(options.trouble)}</p>`;
}

function door(
  title: string,
  path: string,
  { cover = '', nav = doorLinks(path), ...rest }: DoorOptions,
  body: Markup,
): string {
  const main = html`<main>
<h1>${safe(title)}</h1>
${body}
</main>`;
  return frame(title, main, { nav, cover, ...(rest.assets !== undefined && { assets: rest.assets }) });
}
