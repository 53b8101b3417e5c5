/**
 * A formula in time as a picture: for each period a bar, and its number, for the share of the texts held that hold it, and below the
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

/**
 * Draws the chart; null where there is nothing to draw. `leads` says where a bar leads, by its period; null: nowhere.
 */
export function drawChart({ periods }: Timeline, leads: (period: string) => string | null = () => null): Markup | null {
  if (periods.length < 2) return null;
  const step = (WIDTH - LEFT) / periods.length;
  const wide = Math.max(1, Math.min(40, step * 0.72));
  const share = (some: number, all: number): number => (all === 0 ? 0 : some / all);
  const most = Math.max(...periods.map(({ texts, held }) => share(texts, held)), 0);
  const mostHeld = Math.max(...periods.map(({ held }) => held), 1);
  const axis = TOP + BARS;
  const every = Math.ceil(periods.length / MOST_LABELS);
  const round = (value: number): string => value.toFixed(1);
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${axis + BAND + BELOW}" role="${periods.some(({ period }) => leads(period) !== null) ? 'group' : 'img'}" aria-label="${SAY.timeline}">${periods.map(
    ({ period, texts, exact, held }, i) => {
      const x = round(LEFT + i * step + (step - wide) / 2);
      const full = most === 0 ? 0 : (share(texts, held) / most) * BARS;
      const solid = most === 0 ? 0 : (share(exact, held) / most) * BARS;
      const band = (held / mostHeld) * BAND;
      const middle = round(LEFT + i * step + step / 2);
      const words = `${period}: ${SAY.ofHeld(texts, held)}`;
      const href = texts > 0 ? leads(period) : null;
      const bar = html`<title>${words}</title>${
        full > solid &&
        html`<rect class="varied" x="${x}" y="${round(axis - full)}" width="${round(wide)}" height="${round(full)}"/>`
      }${solid > 0 && html`<rect class="share" x="${x}" y="${round(axis - solid)}" width="${round(wide)}" height="${round(solid)}"/>`}${
        texts > 0 &&
        step > 16 &&
        html`<text x="${middle}" y="${round(axis - full - 4)}" text-anchor="middle">${percent(share(texts, held))}</text>`
      }${href !== null && html`<rect class="aim" x="${x}" y="${TOP}" width="${round(wide)}" height="${BARS}"/>`}`;
      return html`<g>${href === null ? bar : html`<a href="${href}" aria-label="${`${percent(share(texts, held))} ${words}`}">${bar}</a>`}<rect class="cover" x="${x}" y="${axis + 1}" width="${round(wide)}" height="${round(band)}"/>${
        i % every === 0 &&
        html`<text x="${middle}" y="${axis + BAND + BELOW - 6}" text-anchor="middle">${period}</text>`
      }</g>`;
    },
  )}<line class="axis" x1="${LEFT}" y1="${axis}" x2="${WIDTH}" y2="${axis}"/><text x="0" y="${axis - 6}">${SAY.share}</text><text x="0" y="${axis + 14}">${SAY.held}</text></svg>`;
}

/** A share as one reads it: "7%", below one in a hundred "0.4%". */
function percent(share: number): string {
  const percents = share * 100;
  return `${percents > 0 && percents < 1 ? percents.toFixed(1) : Math.round(percents)}%`;
}
