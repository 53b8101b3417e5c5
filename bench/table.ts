/**
 * The table of targets, from what the parts wrote to bench/results: printed, and put into bench/README.md between its
 * two marks, with the circumstances of each part.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from './grade.js';
import { projectRoot } from './pm-transcripts.js';
import { readResults, writeResults } from './results.js';
import { targetRows } from './targets.js';

const PARTS = ['build', 'find', 'oracle', 'real', 'archive', 'peers', 'collate', 'languages', 'quality'];
const BEGIN = '<!-- table: written by `npm run bench -- table` -->';
const END = '<!-- end of table -->';

export function run(): void {
  const rows = targetRows();
  const targets = table(
    ['', 'what', 'target', 'measured', '', 'beside, in the same job'],
    rows.map(({ target, what, wanted, measured, state, peer }) => [
      target,
      what,
      wanted,
      measured,
      `**${state}**`,
      peer,
    ]),
  );
  const parts = table(
    ['part', 'when', 'commit', 'load before', 'machine'],
    PARTS.map((part) => {
      const { date = '–', commit = '–', load, machine = '–' } = readResults<object>(part) ?? {};
      return [part, date, commit, load?.toFixed(1) ?? '–', machine];
    }),
  );
  console.log(
    rows
      .map(
        ({ target, what, wanted, measured, state }) =>
          `${target.padEnd(4)}${state.padEnd(14)}${what}\n${' '.repeat(18)}${wanted}\n${' '.repeat(18)}${measured}\n`,
      )
      .join(''),
  );
  const path = join(projectRoot(), 'bench', 'README.md');
  const readme = readFileSync(path, 'utf8');
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${path} has lost the marks of its table.`);
  writeFileSync(path, `${readme.slice(0, begin + BEGIN.length)}\n\n${targets}\n\n${parts}\n\n${readme.slice(end)}`);
  writeResults('targets', { rows });
}
