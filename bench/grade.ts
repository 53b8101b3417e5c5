/** Holds what a check says against what it must say, and counts it class by class. */
import type { Check, DraftCheck, Wording } from '#record/index.js';
import { type Case, CLASS_NAMES } from './classes.js';
import type { GeneratedDraft } from './drafts.js';

/** What can be wrong, in the order in which an editor would meet it. */
export const FAULTS = ['quotation', 'wording', 'status', 'attribution', 'attention', 'context', 'place'] as const;
/**
 * quotation: not found, or not with the right ends · wording, status, attribution: another answer · attention: the
 * flag is on none of the changes · context: a context flag is lacking or is there wrongly · place: the words were
 * found elsewhere than where they stand.
 */
export type Fault = (typeof FAULTS)[number];

export interface Graded {
  readonly case: Case;
  /** Null where the quotation was not found in the draft. */
  readonly check: Check | null;
  readonly faults: readonly Fault[];
  /** Changed words called exact: the worst failure. */
  readonly falseExact: boolean;
  /** The draft around the quotation. */
  readonly around: string;
}

/** Id of the text that stands at an address of the bench. */
export function idAt(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1).replace(/^transcript-/, '');
}

/** Every case of a draft with the check that speaks of it. */
export function grade({ cases }: GeneratedDraft, { draft, checks }: DraftCheck): Graded[] {
  let at = 0;
  return cases.map((one) => {
    const [first = '', last = first] = [one.pieces[0], one.pieces.at(-1)];
    // The last mark may have been exchanged for another by the frame.
    const start = draft.text.indexOf(first.slice(0, -1), at);
    const end = draft.text.indexOf(last.slice(0, -1), start) + last.length;
    if (start >= 0) at = start + 1;
    const around = start < 0 ? '' : draft.text.slice(Math.max(0, start - 120), end + 120);
    const check =
      start < 0 ? undefined : checks.find(({ quotation }) => near(quotation.start, start) && near(quotation.end, end));
    if (check === undefined) return { case: one, check: null, faults: ['quotation'], falseExact: false, around };
    const falseExact = one.changed && (check.wording === 'exact' || check.status === 'exact');
    return { case: one, check, faults: faultsOf(one, check), falseExact, around };
  });
}

/** A closing mark more or less does not matter. */
function near(found: number, wanted: number): boolean {
  return Math.abs(found - wanted) <= 2;
}

function faultsOf({ expect }: Case, check: Check): Fault[] {
  const faults: Fault[] = [];
  const flags = new Set(
    check.readings.flatMap(({ role, changes }) =>
      role === 'nearest' ? [] : changes.flatMap((change) => change.flags),
    ),
  );
  const places = new Set(
    check.readings.flatMap(({ role, address }) => (role === 'nearest' || address === null ? [] : idAt(address))),
  );
  if (!expect.wording.includes(check.wording)) faults.push('wording');
  if (!expect.statuses.includes(check.status)) faults.push('status');
  if (expect.attribution.length > 0 && !expect.attribution.includes(check.attributionFinding))
    faults.push('attribution');
  if (expect.attention.length > 0 && !expect.attention.some((flag) => flags.has(flag))) faults.push('attention');
  if (expect.context && check.flags.includes(expect.context.flag) !== expect.context.set) faults.push('context');
  if (!expect.places.every((group) => group.some((id) => places.has(id)))) faults.push('place');
  return faults;
}

/**
 * The oracle of *exact*: whether what was called exact is, code point for code point, what a matched reading holds.
 * White space and the marks at the ends, which the draft's own sentence may bring, are set aside. Null where the check
 * did not say exact or the frame interrupts the words.
 */
export function sameOnTheSurface({ case: { pieces }, check }: Graded): boolean | null {
  if (check === null || check.wording !== 'exact' || pieces.length > 1) return null;
  const quoted = bare(pieces[0]!);
  return check.readings.some(({ role, text }) => role !== 'nearest' && bare(text) === quoted);
}

function bare(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
}

/** One class, counted. Shares are of `count`. */
export interface ClassResult {
  readonly class: string;
  readonly count: number;
  readonly right: number;
  readonly falseExact: number;
  readonly faults: Readonly<Record<Fault, number>>;
}

export function tally(graded: readonly Graded[]): ClassResult[] {
  return CLASS_NAMES.flatMap((name) => {
    const own = graded.filter((one) => one.case.class === name);
    if (own.length === 0) return [];
    const faults = Object.fromEntries(
      FAULTS.map((fault) => [fault, own.filter((one) => one.faults.includes(fault)).length]),
    ) as Record<Fault, number>;
    return {
      class: name,
      count: own.length,
      right: own.filter((one) => one.faults.length === 0).length,
      falseExact: own.filter((one) => one.falseExact).length,
      faults,
    };
  });
}

/** How often each wording was answered where each was wanted; 'no quotation' where none was found. */
export function confusion(graded: readonly Graded[]): Record<string, Record<string, number>> {
  const counts: Record<string, Record<string, number>> = {};
  for (const one of graded) {
    const wanted: Wording = one.case.expect.wording[0]!;
    const got = one.check?.wording ?? 'no quotation';
    counts[wanted] ??= {};
    counts[wanted][got] = (counts[wanted][got] ?? 0) + 1;
  }
  return counts;
}

const percent = (part: number, of: number): string => (of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} %`);

/** Both tables as Markdown. */
export function tables(
  results: readonly ClassResult[],
  mixed: Readonly<Record<string, Record<string, number>>>,
): string {
  const rows = results.map(({ class: name, count, right, falseExact, faults }) => [
    name,
    String(count),
    percent(right, count),
    String(falseExact),
    ...FAULTS.map((fault) => String(faults[fault] || '')),
  ]);
  const total = results.reduce((sum, { count }) => sum + count, 0);
  const right = results.reduce((sum, one) => sum + one.right, 0);
  rows.push([
    'all',
    String(total),
    percent(right, total),
    String(results.reduce((sum, one) => sum + one.falseExact, 0)),
    ...FAULTS.map(() => ''),
  ]);
  const answers = [...new Set(Object.values(mixed).flatMap((row) => Object.keys(row)))].toSorted();
  return [
    table(['class', 'n', 'right', 'falsely exact', ...FAULTS.map((fault) => `wrong ${fault}`)], rows),
    table(
      ['wanted ↓ answered →', ...answers],
      Object.entries(mixed).map(([wanted, row]) => [wanted].concat(answers.map((answer) => String(row[answer] ?? '')))),
    ),
  ].join('\n\n');
}

/** A Markdown table whose columns also line up on a terminal. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' | ')} |`;
  return [
    line(heads),
    `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`,
    ...rows.map(line),
  ].join('\n');
}
