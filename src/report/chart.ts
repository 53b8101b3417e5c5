/**
 * A formula in time as a picture: for each period a bar for the share of the texts held that hold it, and below the
 * axis a band for how many texts are held at all, so that a high bar over a thin band is read for what it is. SVG
 * without script or outside parts; the same numbers stand in a table beside it.
 */
import type { Timeline } from '#formula/index.js';
import { FORMULA_WORDS as SAY } from './age-words.js';
import { html, type Markup } from './markup.js';

const WIDTH = 780;
/** Room for the names of the two bands. */
const LEFT = 56;
const TOP = 18;
const BARS = 110;
const BAND = 34;
const BELOW = 22;
const MOST_LABELS = 12;

/** Draws the chart; null where there is nothing to draw. */
export function drawChart({ periods }: Timeline): Markup | null {
  if (periods.length < 2) return null;
  const step = (WIDTH - LEFT) / periods.length;
  const wide = Math.max(1, Math.min(40, step * 0.72));
  const share = (some: number, all: number): number => (all === 0 ? 0 : some / all);
  const most = Math.max(...periods.map(({ texts, held }) => share(texts, held)), 0);
  const mostHeld = Math.max(...periods.map(({ held }) => held), 1);
  const axis = TOP + BARS;
  const every = Math.ceil(periods.length / MOST_LABELS);
  const round = (value: number): string => value.toFixed(1);
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${axis + BAND + BELOW}" role="img" aria-label="${SAY.timeline}">${periods.map(
    ({ period, texts, exact, held }, i) => {
      const x = round(LEFT + i * step + (step - wide) / 2);
      const full = most === 0 ? 0 : (share(texts, held) / most) * BARS;
      const solid = most === 0 ? 0 : (share(exact, held) / most) * BARS;
      const band = (held / mostHeld) * BAND;
      const middle = round(LEFT + i * step + step / 2);
      const words = `${period}: ${SAY.ofHeld(texts, held)}`;
      return html`<g><title>${words}</title>${
        full > solid &&
        html`<rect class="varied" x="${x}" y="${round(axis - full)}" width="${round(wide)}" height="${round(full)}"/>`
      }${solid > 0 && html`<rect class="share" x="${x}" y="${round(axis - solid)}" width="${round(wide)}" height="${round(solid)}"/>`}${
        texts > 0 &&
        step > 16 &&
        html`<text x="${middle}" y="${round(axis - full - 4)}" text-anchor="middle">${texts}</text>`
      }<rect class="cover" x="${x}" y="${axis + 1}" width="${round(wide)}" height="${round(band)}"/>${
        i % every === 0 &&
        html`<text x="${middle}" y="${axis + BAND + BELOW - 6}" text-anchor="middle">${period}</text>`
      }</g>`;
    },
  )}<line class="axis" x1="${LEFT}" y1="${axis}" x2="${WIDTH}" y2="${axis}"/><text x="0" y="${axis - 6}">${SAY.holding}</text><text x="0" y="${axis + 14}">${SAY.held}</text></svg>`;
}
