/**
 * The sheet as one self-contained page: the draft left with every quotation boxed and numbered, the findings right,
 * worst first, and on paper a table to sign. A number in the draft leads to its finding and back, without script.
 */
import { ATTENTION_WORDS, enumerate, WORDS } from './catalogue.js';
import type { CheckView, FindingView, PlaceView, SourceView } from './check-view.js';
import { linkReferences } from './desk-links.js';
import { safe, shortened } from './display-text.js';
import type { ParagraphView, RunView } from './draft-view.js';
import { draftWords, nearWords, sourceWords } from './marked-words.js';
import { html, type Markup } from './markup.js';
import { frame, type FrameOptions } from './page-frame.js';
import { SHEET_WORDS as SIGN } from './sheet-words.js';

/** How a sheet is drawn. */
export interface SheetOptions extends FrameOptions {
  /** The text of the draft, where it can be signed off by a form: the server that the page comes from keeps it then. */
  readonly sign?: string;
}

/** Draws the view as a page: HTML text that needs nothing else, and prints well. */
export function drawPage(view: CheckView, { sign, ...options }: SheetOptions = {}): string {
  const full = view.findings.filter(({ brief }) => !brief);
  const brief = view.findings.filter((finding) => finding.brief);
  const main = html`<main>
<h1 dir="auto">${safe(view.title)}</h1>
<p class="sub">${subtitle(view)}</p>
<ul class="strip"><li class="verdict">${view.verdict}</li>${view.strip.map(
    ({ mark, tone, count, words }) =>
      html`<li class="${tone}"><span class="mark" aria-hidden="true">${mark}</span>${count} ${words}</li>`,
  )}${view.remarks > 0 && html`<li class="altered"><span class="mark" aria-hidden="true">!</span>${WORDS.remarks(view.remarks)}</li>`}${
    view.apartCounts !== null && html`<li>${view.apartCounts}</li>`
  }</ul>
<div class="cols">
<section class="sheet draft" aria-label="${WORDS.draft}" tabindex="0"><div class="text"${view.language !== null && html` lang="${view.language}"`}>${view.paragraphs.map(paragraph)}</div></section>
<div id="findings">
${
  view.quotations === 0
    ? html`<section class="sheet"><h2>${WORDS.noQuotation}</h2><p>${WORDS.noQuotationHelp}</p></section>`
    : html`<section class="sheet" aria-label="${WORDS.findings}">${full.map(drawFinding)}${brief.map(drawBrief)}</section>`
}
${view.apart.length > 0 && html`<section class="sheet"><h2>${WORDS.apart}</h2><p class="small">${WORDS.apartHelp}</p>${view.apart.map(drawBrief)}</section>`}
${view.problems.length > 0 && html`<section class="sheet"><h2>${WORDS.problems}</h2><ul class="list">${view.problems.map((problem) => html`<li>${safe(problem)}</li>`)}</ul></section>`}
${
  view.links.length > 0 &&
  html`<section class="sheet"><h2>${WORDS.links}</h2><p class="small">${WORDS.linksHelp} <code>${WORDS.linksCommand}</code></p><ul class="list">${view.links.map(
    ({ address, words }) => html`<li>${linked(address, safe(words === '' ? address : words))}</li>`,
  )}</ul></section>`
}
${view.legend.length > 0 && drawLegend(view)}
<section class="sheet"><h2>${WORDS.coverage}</h2><p class="small">${WORDS.searched(view.coverage)} ${WORDS.notHeld}</p><p class="rule">${WORDS.rules(safe(view.rules))}</p></section>
</div>
</div>
${view.quotations > 0 && signOff(view)}
${sign !== undefined && signForm(view.name, sign)}
</main>`;
  return frame(view.title, main, { ...options, cover: view.coverageLine, skip: '#findings' });
}

function subtitle(view: CheckView): string {
  return [
    ...(view.title === view.name ? [] : [safe(view.name)]),
    WORDS.quotations(view.quotations),
    ...(view.checkedAt === null ? [] : [WORDS.checkedAt(view.checkedAt)]),
  ].join(' · ');
}

function paragraph({ runs }: ParagraphView): Markup {
  return html`<p dir="auto">${runs.map(drawRun)}</p>`;
}

function drawRun(run: RunView): Markup {
  const numbers = run.closes.map((n) => html`<a class="num" href="#f${n}" aria-hidden="true" tabindex="-1">${n}</a>`);
  if (run.n === null) return html`${safe(run.text)}${numbers}`;
  // The first run of a quotation carries its anchor; where several begin at once the outer ones get an empty one.
  const anchors = run.opens.filter((n) => n !== run.n).map((n) => html`<span id="q${n}"></span>`);
  const id = run.opens.includes(run.n) && html` id="q${run.n}"`;
  const heard =
    run.opens.includes(run.n) && html` aria-label="${safe(run.text)} – ${WORDS.toFinding(run.n, run.status ?? '')}"`;
  return html`${anchors}<span class="${run.tone}"><a class="q ${run.apart ? 'apart' : run.tone}" href="#f${run.n}"${id}${heard}>${safe(run.text)}</a>${numbers}</span>`;
}

function head(finding: FindingView): Markup {
  return html`<h3 class="head"><span class="mark" aria-hidden="true">${finding.mark}</span><a href="#q${finding.n}" aria-label="${WORDS.toDraft(finding.n)}">${finding.n}</a><span class="status">${finding.title}</span>${finding.attention.map(
    (flag) => html`<span class="flag">${ATTENTION_WORDS[flag]}</span>`,
  )}<span class="where">${WORDS.paragraph(finding.paragraph)}</span></h3>`;
}

/** What stands under the head of a finding, as markup for the desk: the same as on the sheet. */
export function drawFindingBody(finding: FindingView): string {
  return linkReferences(findingBody(finding).text);
}

function drawFinding(finding: FindingView): Markup {
  return html`<article class="finding ${finding.tone}" id="f${finding.n}">${head(finding)}${findingBody(finding)}</article>`;
}

function drawBrief(finding: FindingView): Markup {
  const [part] = finding.parts;
  return html`<details class="brief ${finding.tone}" id="f${finding.n}"><summary><span class="mark" aria-hidden="true">${finding.mark}</span><span class="num2">${finding.n}</span><span class="vh">${finding.title}:</span><span class="said"><bdi>“${shortened(safe(finding.quotation), 90)}”</bdi> <span class="src">${
    part === undefined
      ? finding.title
      : html`${safe(part.source.speaker)} · <code>${part.source.place.reference}</code>`
  }</span></span></summary>${findingBody(finding)}<p class="rule"><a href="#q${finding.n}">${WORDS.toDraft(finding.n)}</a></p></details>`;
}

/** What stands under the head of a finding. */
export function findingBody(finding: FindingView): Markup {
  const [only] = finding.parts;
  const several = finding.parts.length > 1;
  const who =
    only !== undefined && !several
      ? `${finding.draftSpeaker} · ${WORDS.sourceNames(only.source.speaker)}`
      : finding.draftSpeaker;
  return html`<p class="who">${safe(who)}</p>
${finding.banners.map((banner) => html`<p class="banner">${safe(banner)}</p>`)}
${finding.differsFrom.length > 0 && html`<p class="banner">${WORDS.differsFrom(enumerate(finding.differsFrom), finding.differsFrom.length > 1)}</p>`}
<dl class="pair">${
    only !== undefined && !several && isSame(only.source) && finding.draftPairs.every(({ kind }) => kind === 'same')
      ? html`<dt>${WORDS.bothRow}</dt>${sourceRow(only.source)}`
      : html`<dt>${WORDS.draftRow}</dt><dd dir="auto">${draftWords(finding.draftPairs)}</dd>${finding.parts.map(
          ({ source }) => html`<dt>${source.label}</dt>${sourceRow(source, several)}`,
        )}`
  }${finding.others.map((source) => html`<dt>${source.label}</dt>${sourceRow(source, true)}`)}</dl>
${finding.searched !== null && html`<p class="note">${WORDS.searched(finding.searched)} ${WORDS.notHeld}</p>`}
${finding.searched !== null && finding.nearest.length === 0 && html`<p class="small">${WORDS.noNearest}</p>`}
${finding.nearest.length > 0 && html`<p class="small">${WORDS.nearestHead}</p><ul class="near">${finding.nearest.map(drawNearest)}</ul>`}
${finding.seen !== null && html`<p class="src">${finding.seen}</p>`}
${finding.also.map((place) => html`<p class="src also">${WORDS.also} ${placed(place)}</p>`)}${finding.alsoMore > 0 && html`<p class="src">${WORDS.further(finding.alsoMore)}</p>`}
${finding.notes.map((note) => html`<p class="note">${safe(note)}</p>`)}
<p class="rule">${WORDS.rule(safe(finding.rule))}</p>`;
}

function isSame({ pairs }: SourceView): boolean {
  return pairs.every(({ kind }) => kind === 'same');
}

function sourceRow(source: SourceView, withSpeaker = false): Markup {
  return html`<dd dir="auto">${source.before !== '' && html`<span class="ctx">${safe(source.before)} </span>`}${
    source.role === 'original' ? nearWords(source.pairs) : sourceWords(source.pairs)
  }${source.after !== '' && html`<span class="ctx">${/^[\p{L}\p{N}(“«„…]/u.test(source.after) && ' '}${safe(source.after)}</span>`}</dd>${fromRow(source, withSpeaker)}`;
}

function fromRow(source: SourceView, withSpeaker: boolean): Markup {
  return html`<dt></dt><dd class="from">${withSpeaker && `${safe(source.speaker)} · `}${placed(source.place)}</dd>`;
}

function drawNearest(source: SourceView): Markup {
  return html`<li><p class="said" dir="auto"><span class="ctx">${safe(source.before)} </span>${nearWords(source.pairs)}<span class="ctx"> ${safe(source.after)}</span></p><p class="src">${safe(source.speaker)} · ${placed(source.place)}${
    source.shares !== null && ` · ${WORDS.shares(source.shares)}`
  }</p></li>`;
}

function placed({ title, about, reference, address }: PlaceView): Markup {
  return html`${linked(address, safe(title))} · ${safe(about)} · <code>${reference}</code>`;
}

/** A link where the address is one of the web; archived text may hold others, which stay words. */
export function linked(address: string | null, words: string): Markup {
  return address !== null && /^https?:\/\/[^\s<>"']+$/i.test(address)
    ? html`<a href="${safe(address)}" rel="noreferrer noopener">${words}</a>`
    : html`${words}`;
}

function drawLegend(view: CheckView): Markup {
  return html`<section class="sheet"><details class="key"><summary>${WORDS.legend}</summary><ul class="legend">${view.legend.map(
    ({ mark, tone, words, meaning }) =>
      html`<li class="${tone}"><span class="mark" aria-hidden="true">${mark}</span><b>${words}</b> ${meaning}</li>`,
  )}<li><del>${WORDS.draftRow}</del> ${WORDS.legendDeleted}</li><li><ins>${WORDS.sourceRow(null)}</ins> ${WORDS.legendInserted}</li><li><span class="gap" aria-hidden="true">‸</span> ${WORDS.legendGap}</li></ul></details></section>`;
}

function signForm(name: string, text: string): Markup {
  return html`<section class="sheet"><h2>${SIGN.signTitle}</h2><p class="small">${SIGN.signHelp}</p><form method="post" action="/sheets" enctype="multipart/form-data" accept-charset="utf-8"><input type="hidden" name="name" value="${name}"><textarea name="draft" hidden>\n${text}</textarea>
<div class="field"><label for="by">${SIGN.by}</label><input id="by" name="by" required maxlength="200"></div><div class="field"><label for="note">${SIGN.noteLabel}</label><input id="note" name="note" maxlength="4000"></div><button>${SIGN.signButton}</button></form></section>`;
}

function signOff(view: CheckView): Markup {
  const rows = [...view.findings].toSorted((x, y) => x.n - y.n);
  return html`<section class="sheet signoff" aria-hidden="true"><h2>${WORDS.signOff}</h2>
<table><thead><tr>${WORDS.signOffColumns.map((words, i) => html`<th class="c${i}">${words}</th>`)}</tr></thead><tbody>${rows.map(
    (finding) =>
      html`<tr><td>${finding.n}</td><td>${finding.mark} ${finding.title}</td><td>${shortened(safe(finding.quotation), 48)}</td><td>${finding.parts.map(({ source }) => html`<code>${source.place.reference}</code> `)}</td><td></td><td></td><td></td></tr>`,
  )}</tbody></table>
<div class="lines">${WORDS.signOffLines.map((words) => html`<p class="line">${words}:</p>`)}</div></section>`;
}
