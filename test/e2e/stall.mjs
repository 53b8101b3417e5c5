/**
 * node stall.mjs FOLDER WORDS: a writer takes in texts of so many words in all while readers are asked; prints what
 * this thread, which only asks for it, was held up by: {texts, words, questions, found, p50, p99, max} in milliseconds.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { indexPool } from '../../dist/main/indexing.js';
import { openInThreads } from '../../dist/main/keeping.js';
import { plainText } from '../archive/plain-text.mjs';

const [folder, wanted] = process.argv.slice(2);
const at = { at: '2026-03-13T09:00:00', precision: 'second', zone: 'Z', basis: 'stated' };
let state = 7;
const random = (n) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * n);
};
/** Made before the measuring begins: in a server they come from outside. */
const batches = [];
let words = 0;
for (let n = 0; words < Number(wanted); ) {
  const batch = [];
  for (let i = 0; i < 16; i++, n++) {
    const list = Array.from({ length: 1000 }, () => `w${Math.floor(50_000 ** (random(1e6) / 1e6))}`);
    list[500] = `number${n}q`;
    const text = list.join(' ');
    words += 1000;
    batch.push({ n, text, bytes: Buffer.from(text) });
  }
  batches.push(batch);
}

const pool = indexPool();
const writer = await openInThreads(folder, 'write', pool.work);
const reader = await openInThreads(folder, 'read', pool.work);
let known = 0;
let done = false;
let questions = 0;
let found = 0;
const latencies = [];
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const asking = (async () => {
  while (!done) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (known === 0) continue;
    const before = performance.now();
    const [answer] = await reader.recall([{ fragments: [[`number${random(known)}q`]], cap: 48, limit: 4 }]);
    latencies.push(performance.now() - before);
    questions++;
    if (answer.exact.documents === 1) found++;
  }
})();
const begun = performance.now();
for (const batch of batches) {
  const receipts = await writer.capture(
    batch.map(({ n, bytes }) => ({ bytes, origin: `${n}.txt`, mediaType: 'text/plain', at })),
  );
  await writer.hold(
    batch.map(({ n, text }, i) => plainText(receipts[i].capture, `Text ${n}`, text)),
  );
  known += batch.length;
}
await writer.close();
const seconds = (performance.now() - begun) / 1000;
done = true;
await asking;
delay.disable();
await reader.close();
await pool.close();
latencies.sort((a, b) => a - b);
const ms = (nanoseconds) => Number((nanoseconds / 1e6).toFixed(1));
console.log(
  JSON.stringify({
    texts: known,
    words,
    seconds: Number(seconds.toFixed(1)),
    questions,
    found,
    answer: Number((latencies[latencies.length >> 1] ?? 0).toFixed(1)),
    p50: ms(delay.percentile(50)),
    p99: ms(delay.percentile(99)),
    max: ms(delay.max),
  }),
);
