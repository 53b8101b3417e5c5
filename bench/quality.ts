/**
 * The whole trial of quality: every transcript but those kept apart, ten thousand quotations.
 *
 *     npm run bench -- quality [--texts N] [--quotations N] [--seed N] [--folder DIR] [--examples FILE]
 *
 * Writes bench/results/quality.json. `--examples` writes what came out wrong, with the words, for whoever mends it;
 * they are other people's texts and stay out of the project.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { confusion, type Graded, sameOnTheSurface, tables, tally } from './grade.js';
import { ARCHIVE } from './pm-transcripts.js';
import { circumstances, writeResults } from './results.js';
import { runTrial } from './trial.js';

const { values } = parseArgs({
  options: {
    transcripts: { type: 'string', default: ARCHIVE },
    texts: { type: 'string', default: '100000' },
    quotations: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    folder: { type: 'string' },
    examples: { type: 'string' },
  },
});

const about = circumstances('npm run bench -- quality');
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'onrecord-quality-'));
try {
  const outcome = await runTrial({
    transcripts: values.transcripts,
    texts: Number(values.texts),
    apart: 300,
    quotations: Number(values.quotations),
    draftSize: 30,
    seed: Number(values.seed),
    folder,
    say: (what) => console.error(`${(performance.now() / 1000).toFixed(0)} s: ${what}`),
  });
  const { held, words, imported, importMs, graded, draftMs } = outcome;
  const results = tally(graded);
  const mixed = confusion(graded);
  const outcomes = countBy(imported.rows.map((row) => row.outcome));
  const sorted = draftMs.toSorted((a, b) => a - b);
  const surface = graded.map(sameOnTheSurface).filter((same) => same !== null);
  const summary = {
    ...about,
    seed: Number(values.seed),
    texts: held,
    words,
    import: { outcomes, seconds: Math.round(importMs / 1000) },
    quotations: graded.length,
    millisecondsPerDraft: { median: Math.round(quantile(sorted, 0.5)), p99: Math.round(quantile(sorted, 0.99)) },
    /** Called exact, and of those the same as the held words code point for code point. */
    exact: { called: surface.length, same: surface.filter(Boolean).length },
    classes: results,
    confusion: mixed,
  };
  writeResults('quality', summary);
  console.log(`${held} texts, ${words} words, imported in ${summary.import.seconds} s (${JSON.stringify(outcomes)})`);
  console.log(
    `${graded.length} quotations in ${draftMs.length} drafts: median ${summary.millisecondsPerDraft.median} ms a draft, p99 ${summary.millisecondsPerDraft.p99} ms\n`,
  );
  console.log(`${summary.exact.same} of ${summary.exact.called} called exact are so code point for code point\n`);
  console.log(tables(results, mixed));
  if (values.examples !== undefined)
    writeFileSync(
      values.examples,
      graded
        .filter(({ faults }) => faults.length > 0)
        .map(example)
        .join('\n'),
    );
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}

function countBy(list: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of list) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** What came out wrong, for reading. */
function example({ case: one, check, faults, around }: Graded): string {
  const lines = [
    `## ${one.class} · wrong ${faults.join(', ')}`,
    `draft (${one.claimed}): ${around.replace(/\s+/g, ' ')}`,
    `quoted: ${one.pieces.join(' // ')}`,
    `made of: ${one.made.join(' // ')} @ ${one.expect.places.map((ids) => ids.slice(0, 5).join(',')).join(' + ')}`,
  ];
  if (check === null) return `${lines.join('\n')}\n`;
  lines.push(
    `${check.status} / ${check.wording} / ${check.attributionFinding} / ${check.records} / ${check.flags.join(', ')} by ${check.rule}; speaker ${check.quotation.attribution.speaker} (${check.quotation.attribution.cue?.text}), kind ${check.quotation.kind}`,
  );
  for (const { role, address, speaker, text, changes, turnKind, covers } of check.readings.slice(0, 4))
    lines.push(
      `  ${role} ${address} [${speaker}; ${turnKind}; ${covers.start}-${covers.end}] ${text.replace(/\s+/g, ' ')}\n    ${changes.map((c) => `${c.class}${c.flags.length > 0 ? `(${c.flags.join(',')})` : ''}: “${c.a.text}” → “${c.b.text}”`).join(' | ')}`,
    );
  return `${lines.join('\n')}\n`;
}
