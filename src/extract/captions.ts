/**
 * SubRip and WebVTT (W3C) to cues. Captions that roll repeat the line before in each cue: only whole lines are compared,
 * never overlapping words, because people do repeat themselves. Cues are joined by spaces, so that a sentence that runs
 * over several can be found; a new speaker or a long silence parts them.
 */
import type { Problem } from '#base/index.js';
import type { Galley, Piece } from './galley.js';
import { decodeReferences } from './references.js';
import { type Stated, state, statedKey } from './stated.js';

interface Cue {
  readonly from: number;
  readonly to: number;
  /** Lines as shown, without tags; a voice is written as "\0Name\0" before its words. */
  lines: string[];
  /** Some words carry their own time: a machine's captions. */
  readonly timed: boolean;
}

const TIMING = /^\s*((?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3})\s*-->\s*((?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3})/;
/** If so many of the cues repeat the line before, the captions roll. */
const ROLLING = 0.25;
/** If so many cues have words with a time of their own, a machine made them. */
const MACHINE = 0.2;
/** Seconds of silence that part two cues: after a sentence, and anywhere. */
const PAUSE = 2;
const SILENCE = 6;
/** Characters after which the end of a sentence parts. */
const LONG = 700;
const LONGEST = 2_500;

export function setCaptions(text: string, format: 'srt' | 'vtt'): Galley {
  const stated: Stated = { other: {} };
  const problems: Problem[] = [];
  const cues = readCues(text, format, stated, problems);
  if (cues.length === 0)
    problems.push({ code: 'input-unreadable', message: 'No caption with its times was found in it.' });
  fold(cues);
  const galley: Galley = { format, pieces: piecesOf(cues), stated, problems };
  const machine = cues.filter(({ timed }) => timed).length > cues.length * MACHINE;
  return machine ? { ...galley, kindGuess: { kind: 'machine transcript', ground: 'each word has its time' } } : galley;
}

function readCues(text: string, format: 'srt' | 'vtt', stated: Stated, problems: Problem[]): Cue[] {
  const lines = text.split('\n');
  const cues: Cue[] = [];
  let i = 0;
  if (format === 'vtt') {
    for (; i < lines.length && lines[i] !== ''; i++) {
      const m = /^(Language|Title)\s*:\s*(.+)$/i.exec(lines[i]!);
      if (m) stated[m[1]!.toLowerCase() as 'language' | 'title'] = m[2]!.trim();
      if (TIMING.test(lines[i]!)) break;
    }
  }
  // Before the first cue a NOTE may hold a header block.
  for (let k = i; k < lines.length && !TIMING.test(lines[k]!); k++) {
    const m = /^([A-Za-z][A-Za-z -]{1,20}):\s+(\S.*)$/.exec(lines[k]!);
    if (m && lines.slice(i, k).includes('NOTE') && statedKey(m[1]!) !== null) state(stated, m[1]!, m[2]!, problems);
  }
  while (i < lines.length) {
    const timing = TIMING.exec(lines[i]!);
    i++;
    if (!timing) continue;
    const raw: string[] = [];
    // WebVTT ends a cue at an empty line; SubRip files of the wild have empty lines inside.
    for (; i < lines.length && !TIMING.test(lines[i]!) && !(format === 'vtt' && lines[i] === ''); i++)
      raw.push(lines[i]!);
    if (format === 'srt' && i < lines.length && /^\s*\d+\s*$/.test(raw.at(-1) ?? '')) raw.pop();
    const written = raw.join('\n');
    cues.push({
      from: seconds(timing[1]!),
      to: seconds(timing[2]!),
      lines: plain(written)
        .split('\n')
        .map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim())
        .filter((line) => line !== ''),
      timed: /<\d+:\d\d[:.\d]*>/.test(written),
    });
  }
  return cues;
}

function seconds(time: string): number {
  const parts = time.replace(',', '.').split(':').map(Number);
  return Math.round(parts.reduce((sum, part) => sum * 60 + part, 0) * 1000) / 1000;
}

function plain(written: string): string {
  return decodeReferences(
    written
      .replace(/<v(?:\.[^\s>]*)?\s+([^>]+)>/gi, '\0$1\0')
      .replace(/<\/?[a-z\d][^<>\n]{0,200}>/gi, '')
      .replace(/\{\\[^}\n]*\}/g, ''),
  );
}

/** Takes the lines away that a cue repeats from the one before. */
function fold(cues: readonly Cue[]): void {
  let rolled = 0;
  for (let i = 1; i < cues.length; i++) if (repeated(cues[i - 1]!.lines, cues[i]!.lines) > 0) rolled++;
  if (rolled === 0 || rolled < cues.length * ROLLING) return;
  let before: readonly string[] = [];
  for (const cue of cues) {
    const shown = cue.lines;
    cue.lines = shown.slice(repeated(before, shown));
    before = shown;
  }
}

/** How many lines at the head of `lines` are the last lines of `before`. */
function repeated(before: readonly string[], lines: readonly string[]): number {
  for (let n = Math.min(before.length, lines.length); n > 0; n--) {
    let same = true;
    for (let i = 0; i < n && same; i++) same = lines[i] === before[before.length - n + i];
    if (same) return n;
  }
  return 0;
}

function piecesOf(cues: readonly Cue[]): Piece[] {
  const pieces: Piece[] = [];
  let voice = '';
  let run = 0;
  let before: { text: string; to: number } | null = null;
  for (const { from, to, lines } of cues) {
    for (const part of lines
      .join(lines.some((line) => /^[-–—]\s/.test(line)) ? '\n' : ' ')
      .split(/(?=\0[^\0]*\0)|\n/)) {
      const m = /^\0([^\0]*)\0\s*/.exec(part);
      const text = (m ? part.slice(m[0].length) : part).trim();
      if (m && m[1]!.trim() !== voice) {
        voice = m[1]!.trim();
        pieces.push({ kind: 'label', text: `${voice}:`, glue: '\n\n', strong: [], links: [] });
        before = null;
        run = 0;
        if (text === '') continue;
        pieces.push({ kind: 'cue', text, glue: ' ', strong: [], links: [], time: { from, to } });
      } else if (text !== '') {
        const gap: number = before ? from - before.to : 0;
        const ended: boolean = before !== null && /[.!?…。？！]["”’»)\]]?$/.test(before.text);
        const parts =
          before !== null &&
          (gap >= SILENCE ||
            run > LONGEST ||
            (ended && (gap >= PAUSE || run > LONG)) ||
            text.startsWith('>>') ||
            /^[-–—]\s/.test(text));
        if (parts) run = 0;
        pieces.push({ kind: 'cue', text, glue: parts ? '\n\n' : ' ', strong: [], links: [], time: { from, to } });
      } else continue;
      run += text.length;
      before = { text, to };
    }
  }
  return pieces;
}
