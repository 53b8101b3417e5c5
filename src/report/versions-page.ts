/** Three and more versions as one self-contained page: a column for each version, a row for each place. */
import { ATTENTION_WORDS, WORDS } from './catalogue.js';
import { COMPARISON_WORDS as SAY } from './comparison-words.js';
import { safe } from './display-text.js';
import { html, type Markup } from './markup.js';
import { heard } from './marked-words.js';
import { STYLE, drawFolded, drawRemarks, drawSide } from './page-comparison.js';
import { frame, type FrameOptions } from './page-frame.js';
import { type PlaceCell, type PlaceView, type VersionsView, sayDiffers, sayReading } from './versions-view.js';

/** Draws the view as a page: HTML text that needs nothing else. */
export function drawVersionsPage(view: VersionsView, options: FrameOptions = {}): string {
  const main = html`<main>
<h1>${SAY.versions(view.versions.length)}</h1>
<dl class="sides many">${view.versions.map((version) => drawSide(version.letter, version))}</dl>
<ul class="strip"><li class="verdict">${view.verdict}</li>${view.toLookAt > 0 && sayDiffers(view.versions).map((words) => html`<li>${words}</li>`)}${
    view.folded.length > 0 &&
    html`<li class="fold"><a href="#folded">${SAY.folded}: ${view.folded.map(({ title }) => title).join(' · ')}</a></li>`
  }</ul>
${drawRemarks(view.remarks, [], SAY.toPlace)}
${
  view.places.length > 0 &&
  html`<section class="sheet" id="places" aria-label="${SAY.placesHead}"><table class="versions"><thead><tr><th scope="col" class="at"><span class="vh">${SAY.placesHead}</span></th>${view.versions.map(
    ({ letter, name, about }) =>
      html`<th scope="col"><b>${letter}</b> <span dir="auto">${about === '' ? safe(name) : safe(about.split(' · ')[0]!)}</span></th>`,
  )}</tr></thead><tbody>${view.places.map(drawPlace)}</tbody></table></section>`
}
${drawFolded(view.folded)}
</main>`;
  return frame(view.versions.map(({ name }) => name).join(' / '), main, { ...options, skip: '#places', style: STYLE });
}

function drawPlace({ n, where, flags, before, after, cells }: PlaceView): Markup {
  return html`<tr class="ctxrow" id="f${n}"><th scope="row" rowspan="2" class="at"><a href="#f${n}">${n}</a></th><td colspan="${cells.length}"><span class="where" dir="auto">${safe(where)}</span>${flags.map(
    (flag) => html` <span class="flag">${ATTENTION_WORDS[flag]}</span>`,
  )}<p class="ctx" dir="auto">${before !== '' && `… ${safe(before)} `}<b>▢</b>${after !== '' && ` ${safe(after)} …`}</p></td></tr>
<tr class="cells">${cells.map(drawCell)}</tr>`;
}

function drawCell(cell: PlaceCell): Markup {
  const { letter, text, as, class: kind, moved } = cell;
  const where = moved !== null && html` <a class="small" href="#f${moved}">⇄ ${SAY.standsAt(moved)}</a>`;
  if (as !== null) return html`<td data-v="${letter}" class="as">${SAY.sameAs(as)}${where}</td>`;
  if (kind === null)
    return html`<td data-v="${letter}" class="lemma" dir="auto">${text === '' ? html`<span class="none">${SAY.omitted}</span>` : safe(text)}${where}</td>`;
  const said = html`<span class="class">${sayReading(cell)}</span>`;
  if (text === '') return html`<td data-v="${letter}" dir="auto"><span class="none">${SAY.omitted}</span>${said}</td>`;
  return html`<td data-v="${letter}" dir="auto"><ins>${heard(WORDS.inserted)}${safe(text)}</ins>${where}${said}</td>`;
}
