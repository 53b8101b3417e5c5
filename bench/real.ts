/**
 * Recall measured again on real texts, because generated ones flatter or insult: the index alone over all transcripts
 * of Australian prime ministers, 34 million words, with the same kinds of quotations as `find`.
 */
import { longestRuns } from '#index/index.js';
import { words } from '#text/index.js';
import { bytesInMemory, buildEngine } from './engine.js';
import { idsOf } from './locate.js';
import { measureFinding, measureRate, measureRepeats } from './find.js';
import { ARCHIVE, transcriptsIn, withUnpacked } from './pm-transcripts.js';
import { plainLines } from './plain-lines.js';
import { circumstances, costOf, memoryOf, say, spreadOf, writeResults } from './results.js';
import { existsSync } from 'node:fs';

/** Texts that are not held, whose age is asked for. */
const APART = 200;

export async function run([archive = ARCHIVE]: readonly string[]): Promise<void> {
  if (!existsSync(archive)) {
    console.error(`Skipped: the transcripts are not there (${archive}).`);
    return;
  }
  const about = circumstances('npm run bench -- real');
  const texts: string[] = [];
  await withUnpacked(archive, (folder) => {
    for (const { html } of transcriptsIn(folder, () => {})) texts.push(plainLines(html));
    return Promise.resolve();
  });
  const apart = texts.filter((_, i) => i % 110 === 0).slice(0, APART);
  const held = texts.filter((text) => !apart.includes(text));
  say(`${held.length} texts`);
  let at = 0;
  const { engine, built } = await buildEngine(() => held[at++] ?? null);
  const ms = built.cut.ms + built.build.ms;
  say(`${built.words} words indexed in ${(ms / 1000).toFixed(1)} s`);
  const classes = measureFinding(engine, 5000, 61);
  for (const { class: name, found, count, ms: took } of classes)
    say(`${name}: ${found} of ${count}, p50 ${took.p50} ms, p99 ${took.p99} ms`);
  const thousands = apart
    .map((text) => words(text, { language: 'en' }).folded)
    .filter(({ length }) => length >= 1000)
    .map((folded) => idsOf(engine, folded.slice(0, 1000)));
  const age = spreadOf(thousands.map((ids) => costOf(() => longestRuns(engine.segments, ids, 4, () => true)).ms));
  const rate = await measureRate(engine, 20_000);
  const repeats = await measureRepeats(engine);
  say(`age ${age.p50} ms; ${rate.perSecond} a second; ${repeats.runs} repeats in ${repeats.seconds} s`);
  writeResults('real', {
    ...about,
    texts: built.texts,
    words: built.words,
    wordsPerSecond: Math.round(built.words / (ms / 1000)),
    indexMegabytes: Math.round(engine.segments.reduce((sum, one) => sum + bytesInMemory(one), 0) / 2 ** 20),
    ownMegabytes: memoryOf().own,
    classes,
    age,
    rate,
    repeats,
  });
}
