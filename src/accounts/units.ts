/**
 * Cuts an account into the sentences that are paired. What stands above and below the account itself is no part of
 * it: headings, a line that says to whom the text may be attributed, a line with number and date.
 */
import type { Block } from '#record/index.js';
import { sentences } from '#text/index.js';
import type { Unit } from './account.js';

const KEPT: ReadonlySet<Block['kind']> = new Set(['paragraph', 'list item', 'blockquote', 'cue']);
/** "The following is attributable to Spokesperson …:" and its kin stand alone and lead on to the text. */
const LEADS_ON = /:\s*$/;
/** A line above or below the text has no full stop and few words. */
const LINE_WORDS = 14;
const STOPPED = /[.!?…»”"')\]]\s*$/u;

/** The sentences of an account in order, numbered from 1. Together with what is left out they hold all its words. */
export function unitsOf(text: string, blocks: readonly Block[], language: string | null, title: string): Unit[] {
  const paragraphs = blocks.length > 0 ? blocks.filter(({ kind }) => KEPT.has(kind)) : [{ start: 0, end: text.length }];
  const units: Unit[] = [];
  let number = 0;
  paragraphs.forEach((paragraph, p) => {
    const cut = sentences(text.slice(paragraph.start, paragraph.end), language);
    const whole = text.slice(paragraph.start, paragraph.end).trim();
    const isEdge = units.length === 0 || p === paragraphs.length - 1;
    if (isEdge && paragraphs.length > 1 && isLine(whole, title, units.length === 0)) return;
    for (const { start, end } of cut) {
      const words = { start: paragraph.start + start, end: paragraph.start + end };
      units.push({ ...words, text: text.slice(words.start, words.end), n: units.length + 1, paragraph: number });
    }
    if (cut.length > 0) number++;
  });
  return units;
}

function isLine(paragraph: string, title: string, first: boolean): boolean {
  if (paragraph === title.trim()) return true;
  if (first && LEADS_ON.test(paragraph)) return true;
  return !STOPPED.test(paragraph) && (paragraph.match(/\S+/g)?.length ?? 0) <= LINE_WORDS;
}
