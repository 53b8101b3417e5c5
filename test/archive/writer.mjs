/**
 * A process that adds texts to an archive until it is killed: node writer.mjs FOLDER FIRST. Text n holds the words
 * "number n…q"; its number is printed as soon as the archive has acknowledged it, and not before.
 */
import { writeSync } from 'node:fs';
import { openEmbedded } from '../../dist/archive/embedded/index.js';
import { plainText } from './plain-text.mjs';

const [folder, first] = process.argv.slice(2);
const at = { at: '2026-03-13T09:00:00', precision: 'second', zone: 'Z', basis: 'stated' };

const archive = await openEmbedded(folder, { how: 'write', tailWords: 2000 });
for (let n = Number(first); ; n += 5) {
  const texts = Array.from({ length: 5 }, (_, i) => {
    const noise = Array.from({ length: 60 }, (__, k) => `${n + i}w${(k * 7919) % 1009}`).join(' ');
    return `Here stands number ${n + i}q of all the texts. ${noise}`;
  });
  const receipts = await archive.capture(
    texts.map((text, i) => ({ bytes: Buffer.from(text), origin: `${n + i}.txt`, mediaType: 'text/plain', at })),
  );
  for (const { capture } of receipts) writeSync(1, `${capture}\n`);
  await archive.hold(
    texts.map((text, i) => plainText(receipts[i].capture, 'Text', text)),
  );
  for (let i = 0; i < 5; i++) writeSync(1, `${n + i}q\n`);
}
