/** Colour in a terminal, or none: marks and words carry everything, colour only helps (ECMA-48 SGR). */
import type { Tone } from './catalogue.js';

type Brush = (text: string) => string;

export interface Paint {
  readonly strong: Brush;
  readonly faint: Brush;
  readonly deleted: Brush;
  readonly inserted: Brush;
  readonly moved: Brush;
  readonly form: Brush;
  readonly marked: Brush;
  /** The line of marks below changed words. */
  readonly mark: Brush;
  readonly warn: Brush;
  readonly tone: (tone: Tone) => Brush;
}

const plain: Brush = (text) => text;
const sgr =
  (on: string, off: string): Brush =>
  (text) =>
    text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;

const TONES: Readonly<Record<Tone, string>> = {
  exact: '32',
  marked: '32',
  form: '33',
  altered: '33',
  stitched: '35',
  wrong: '31',
  second: '34',
  missing: '2',
};

export function paintFor(colour: boolean): Paint {
  if (!colour)
    return {
      strong: plain,
      faint: plain,
      deleted: plain,
      inserted: plain,
      moved: plain,
      form: plain,
      marked: plain,
      mark: plain,
      warn: plain,
      tone: () => plain,
    };
  return {
    strong: sgr('1', '22'),
    faint: sgr('2', '22'),
    deleted: sgr('31;1', '39;22'),
    inserted: sgr('32;1', '39;22'),
    moved: sgr('35', '39'),
    form: sgr('33', '39'),
    marked: sgr('32', '39'),
    mark: sgr('33', '39'),
    warn: sgr('33', '39'),
    tone: (tone) => sgr(`${TONES[tone]};1`, tone === 'missing' ? '22' : '39;22'),
  };
}
