/** The age of a text as one self-contained page: every sentence tinted by age, what is new dark, what is known in grey. */
import { AGE_WORDS as SAY } from './age-words.js';
import type { RedlineRun } from './comparison-view.js';
import type { AbsentView, AgeRun, AgeView, EarlierView, SentenceRow } from './age-view.js';
import { ATTENTION_WORDS, WORDS } from './catalogue.js';
import { safe } from './display-text.js';
import { FORMULA_STYLE, FORMULA_STYLE_DIGEST } from './formula-style.js';
import { heard } from './marked-words.js';
import { html, type Markup } from './markup.js';
import { frame, type FrameOptions } from './page-frame.js';

/** Draws the view as a page: HTML text that needs nothing else, and prints well. */
export function drawAgePage(view: AgeView, options: FrameOptions = {}): string {
  let speaker: string | null = null;
  const rows = view.rows.map((row) => {
    const says =
      row.speaker !== null && row.speaker !== speaker ? html`<h3 class="speaker">${safe(row.speaker)}</h3>` : null;
    speaker = row.speaker;
    return html`${says}${drawRow(row)}`;
  });
  const main = html`<main>
<h1 dir="auto">${safe(view.title)}</h1>
<p class="sub">${SAY.age} · ${view.about.map((part, i) => html`${i > 0 && ' · '}${safe(part)}`)}</p>
<ul class="strip">${view.strip.map(
    ({ mark, tone, count, words }) =>
      html`<li class="${tone}"><span class="mark" aria-hidden="true">${mark}</span>${count} ${words}</li>`,
  )}<li>${view.share}</li></ul>
<p class="small lead">${view.searched}${view.notes.map((note) => html` ${safe(note)}`)}</p>
<section class="sheet age" id="findings" aria-label="${SAY.age}"${view.language !== null && html` lang="${view.language}"`}><div class="rows">${rows}${view.absent.map(drawAbsent)}</div>${
    view.absent.length > 0 && html`<p class="small">${view.absentHelp}</p>`
  }</section>
<section class="sheet"><h2>${SAY.series}</h2>${
    view.series &&
    html`<p>${safe(view.series.because)} ${view.series.words} ${SAY.previous}: ${safe(view.series.previous)} <code>${view.series.reference}</code></p>`
  }${view.seriesNote !== null && html`<p class="small">${view.seriesNote}</p>`}
<p class="small">${view.basis}</p>
<ul class="legend inline">${view.legend.map(({ mark, tone, words }) => html`<li class="${tone}"><span class="mark" aria-hidden="true">${mark}</span>${words}</li>`)}</ul>
<p class="small">${SAY.oldest}</p><p class="rule">${SAY.rules(safe(view.rules))}</p></section>
${view.redline && drawRedlineOf(view.redline)}
</main>`;
  return frame(SAY.title(view.title), main, {
    ...options,
    cover: view.coverageLine,
    skip: '#findings',
    style: { css: FORMULA_STYLE, digest: FORMULA_STYLE_DIGEST },
  });
}

function drawRow(row: SentenceRow): Markup {
  const { n, heading, mark, tone, title, old, notes, flags, reference, spark } = row;
  return html`<div class="agerow ${tone}${heading && ' head'}${old && ' known'}" id="s${n}"><p dir="auto"><a class="num" href="#s${n}" aria-label="${SAY.toSentence(n)}">${n}</a>${row.runs.map(drawRun)}</p><aside><span class="mark" aria-hidden="true">${mark}</span><b>${title}</b>${notes.map(
    (note) => html` · ${safe(note)}`,
  )}${reference !== null && html` <code>${reference}</code>`}${flags.map((flag) => html` <span class="flag">${ATTENTION_WORDS[flag]}</span>`)}${
    spark &&
    html` <span class="spark" role="img" aria-label="${spark.words}" title="${spark.words}">${spark.line}</span>`
  }</aside>${row.usual && drawEarlier(row.usual)}</div>`;
}

function drawEarlier({ title, runs }: EarlierView): Markup {
  return html`<p class="usual" dir="auto"><span class="ctx">${title}:</span> ${runs.map(drawRun)}</p>`;
}

function drawRun({ kind, text }: AgeRun): Markup {
  const words = safe(text);
  switch (kind) {
    case 'old':
      return html`<span class="old">${words}</span>`;
    case 'gone':
      return spaced(words, (inner) => html`<del>${heard(WORDS.deleted)}${inner}</del>`);
    case 'inserted':
      return spaced(words, (inner) => html`<ins>${heard(WORDS.inserted)}${inner}</ins>`);
    default:
      return html`${words}`;
  }
}

/** Marks the words and not the white space around them. */
function spaced(text: string, mark: (words: string) => Markup): Markup {
  const words = text.trim();
  if (words === '') return html`${text}`;
  const at = text.indexOf(words);
  return html`${text.slice(0, at)}${mark(words)}${text.slice(at + words.length)}`;
}

function drawAbsent({ runs, notes, reference }: AbsentView): Markup {
  return html`<div class="agerow absent"><p dir="auto"><i>${SAY.absent.toLowerCase()}:</i> ${runs.map(drawRun)}</p><aside><span class="mark" aria-hidden="true">○</span>${notes.map(
    (note, i) => html`${i > 0 && ' · '}${safe(note)}`,
  )}${reference !== null && html` <code>${reference}</code>`}</aside></div>`;
}

function drawRedlineOf(view: NonNullable<AgeView['redline']>): Markup {
  return html`<section class="sheet" id="redline"><h2>${SAY.redline(safe(view.title))}</h2><p class="small">${view.verdict}${view.counts.map((words) => html` · ${words}`)}</p>${
    view.differences.length === 0
      ? html`<p>${SAY.redlineSame}</p>`
      : html`<div class="redline">${view.paragraphs.map((runs) => html`<p dir="auto">${runs.map(drawRedlineRun)}</p>`)}</div>`
  }</section>`;
}

function drawRedlineRun({ kind, text }: RedlineRun): Markup {
  const words = safe(text);
  if (kind === 'same' || text.trim() === '') return html`${words}`;
  if (kind === 'moved') return html`<span class="moved">${heard(`${WORDS.moved}:`)}${words}</span>`;
  return kind === 'deleted'
    ? html`<del>${heard(WORDS.deleted)}${words}</del>`
    : html`<ins>${heard(WORDS.inserted)}${words}</ins>`;
}
