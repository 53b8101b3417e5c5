/** Changes as a page: what touches most first, each with its words marked and the way to the whole difference. */
import type { Change, DifferenceClass, Source } from '#record/index.js';
import { ATTENTION_WORDS, CLASS_WORDS, count, WORDS } from './catalogue.js';
import { type DrawnChanges, type DrawnLine, type DrawnText, pairsOf } from './changes-view.js';
import type { Pair } from './comparison.js';
import { type Asked, choice, field } from './desk-forms.js';
import { textLink } from './desk-links.js';
import { type DeskOptions, deskPage } from './desk-pages.js';
import { safe } from './display-text.js';
import { FOLLOWING_WORDS as SAY } from './following-page-words.js';
import { HAPPENING_WORDS, sayInstant, sayInterval } from './following-words.js';
import { html, type Markup } from './markup.js';
import { heard, spaced } from './marked-words.js';

/** Differences of one text that are shown word for word. */
const SHOWN = 3;
/** Texts that something befell which are named without being asked for. */
const NAMED = 6;

/** What the page of changes needs besides the changes. */
export interface ChangesView extends DrawnChanges {
  readonly mark: { readonly revision: number; readonly happening: number };
  /** The name whose look counts. */
  readonly looker: string;
  readonly sources: readonly Source[];
}

/** The page of changes: what is asked, the lines, and the button that remembers that they were seen. */
export function drawChangesPage(view: ChangesView, asked: Asked, options: DeskOptions = {}): string {
  const { lines, more, mark, looker } = view;
  return deskPage(
    '/changes',
    SAY.changes,
    html`<p class="sub">${SAY.changesHelp}</p>
${changesForm(view, asked)}
<ul class="strip"><li class="verdict wrap">${sinceWords(view)}</li><li class="wrap">${SAY.changesSum(view.texts, view.fresh)}</li></ul>
<section class="sheet changes" id="findings" aria-label="${SAY.changes}">${
      lines.length === 0 ? html`<p>${SAY.noChanges}</p>` : drawLines(lines)
    }${more > 0 && html`<p class="small"><a href="?${query({ ...asked, limit: '1000' })}">${SAY.moreLines(more)}</a></p>`}</section>
${
  lines.length > 0 &&
  html`<form class="seen" method="post" action="/changes"><input type="hidden" name="revision" value="${mark.revision}"><input type="hidden" name="happening" value="${mark.happening}"><input type="hidden" name="look" value="${looker}"><button>${SAY.looked}</button> <span class="small">${SAY.lookedHelp(looker)}</span></form>`
}`,
    options,
  );
}

/** From when the changes are, in words. */
export function sinceWords({ since: { at, look } }: Pick<DrawnChanges, 'since'>): string {
  if (at !== null) return look === null ? SAY.sinceDay(sayInstant(at)) : SAY.sinceLook(look, sayInstant(at));
  return look === null ? SAY.sinceAlways : SAY.sinceNever(look);
}

function changesForm({ sources }: ChangesView, asked: Asked): Markup {
  const set = ['since', 'source', 'look', 'all'].some((name) => (asked[name] ?? '') !== '');
  return html`<form class="ask" action="/changes"><div class="one-line">${field('words', SAY.search, asked['words'], 'search')}<button>${SAY.find}</button></div><details class="filters"${set && html` open`}><summary>${SAY.more}</summary><div class="fields">${field('since', SAY.sinceLabel, asked['since'])}${choice(
    'source',
    SAY.sourceLabel,
    [['', SAY.anySource], ...sources.map(({ reference, name }) => [reference, safe(name)] as const)],
    asked['source'],
  )}${field('look', SAY.lookLabel, asked['look'])}<div class="field tick"><label><input type="checkbox" name="all" value="1"${(asked['all'] ?? '') !== '' && html` checked`}> ${SAY.allLabel}</label></div></div></details></form>`;
}

function query(asked: Asked): string {
  return Object.entries(asked)
    .flatMap(([name, value]) => (value ? [`${name}=${encodeURIComponent(value)}`] : []))
    .join('&');
}

/** Lines of changes as a list. */
export function drawLines(lines: readonly DrawnLine[]): Markup {
  return html`<ol class="plain change-list">${lines.map(
    (line) => html`<li>${line.kind === 'edit' ? drawEdit(line) : drawHappenings(line)}</li>`,
  )}</ol>`;
}

function drawEdit({
  flags,
  classes,
  differences,
  texts,
  reverted,
  text,
}: Extract<DrawnLine, { kind: 'edit' }>): Markup {
  const [first] = texts;
  if (first === undefined) throw new RangeError('an edit is one of a text');
  const kinds = Object.entries(classes).map(([kind, n]) => count(n, ...CLASS_WORDS[kind as DifferenceClass]));
  const many = texts.length > 1;
  return html`<div class="head">${flags.map((flag) => html`<span class="flag">${ATTENTION_WORDS[flag]}</span>`)}<span class="small">${[...kinds, ...(reverted ? [SAY.reverted] : [])].join(' · ')}</span><span class="where">${sayInterval(first.between)}</span></div>
<h3 dir="auto">${many ? SAY.sameEdit(texts.length) : html`<a href="${textLink(first.after)}">${safe(first.document.title)}</a>`}</h3>
${differences.slice(0, SHOWN).map((difference) => html`<p class="said edit-words" dir="auto">${drawPairs(difference, text)}</p>`)}
<p class="src">${
    many
      ? html`<details class="which"><summary>${SAY.whichTexts(texts.length)}</summary><ul class="plain">${texts.map(
          (each) =>
            html`<li><a href="${comparing(each)}" dir="auto">${safe(each.document.title)}</a> <code>${each.document.reference}</code></li>`,
        )}</ul></details>`
      : html`${first.document.source !== null && html`<span dir="auto">${safe(first.document.source)}</span> · `}<code>${first.before}</code> → <code>${first.after}</code>${first.steps > 1 && html` ${SAY.steps(first.steps)}`} · <a href="${comparing(first)}">${SAY.whole}</a>${differences.length > SHOWN && html` (${SAY.moreDifferences(differences.length - SHOWN)})`}`
  }</p>`;
}

function comparing({ before, after }: DrawnText): string {
  return `/compare?first=${before}&second=${after}`;
}

/** One difference in its line: what was there struck out, what is there now underlined. */
function drawPairs(change: Change, text: string): Markup {
  return html`${pairsOf(change, text).map(({ kind, a, b }: Pair) =>
    kind === 'same'
      ? html`<span class="ctx">${safe(a)}</span>`
      : html`${spaced(safe(a), (words) => html`<del>${heard(WORDS.deleted)}${words}</del>`)}${spaced(safe(b), (words) => html`<ins>${heard(WORDS.inserted)}${words}</ins>`)}`,
  )}`;
}

function drawHappenings({ kind, source, happenings }: Exclude<DrawnLine, { kind: 'edit' }>): Markup {
  const [one, many] = HAPPENING_WORDS[kind];
  const ofTexts = happenings.some(({ item }) => item !== null);
  const what = ofTexts
    ? count(happenings.length, one, many)
    : happenings.length === 1
      ? one
      : `${many}, ${happenings.length} times`;
  const grave = kind === 'gone' || kind === 'absent';
  const row = ({ item, title, address, document, between, detail }: (typeof happenings)[number]): Markup =>
    html`<li>${
      item !== null &&
      html`${document === null ? html`<span dir="auto">${safe(title ?? address ?? item)}</span>` : html`<a href="${textLink(document)}" dir="auto">${safe(title ?? address ?? item)}</a>`} `
    }<span class="small">${sayInterval(between)}. ${safe(detail)}</span></li>`;
  return html`<h3${grave && html` class="grave"`}>${what.charAt(0).toUpperCase() + what.slice(1)}</h3>${
    source !== null &&
    html`<p class="src"><a href="/sources/${source.reference}" dir="auto">${safe(source.name)}</a></p>`
  }<ul class="plain">${happenings.slice(0, NAMED).map(row)}</ul>${
    happenings.length > NAMED &&
    html`<details class="which"><summary>${SAY.andMore(happenings.length - NAMED)}</summary><ul class="plain">${happenings.slice(NAMED).map(row)}</ul></details>`
  }`;
}
