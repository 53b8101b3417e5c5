/**
 * DOCX to pieces: mammoth makes clean HTML of it, which then goes the way of all HTML. Before that the zip is read with
 * counters, because a file of a few kilobytes can swell to gigabytes and may lie about it.
 */
import { Buffer } from 'node:buffer';
import type { Entry, ZipFile } from 'yauzl';
import type { Galley } from './galley.js';
import { setHtml } from './html.js';

/** What the parts of one document may swell to, and by how much. */
const MAX_UNPACKED = 100_000_000;
const MAX_RATIO = 200;
/** Ratios below this size say nothing. */
const RATIO_FROM = 1_000_000;
const MAX_ENTRIES = 10_000;

/** Styles that mammoth does not map by itself. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
];

/** The pieces of a DOCX file, or the sentence that refuses it. */
export async function setDocx(bytes: Uint8Array): Promise<Galley | string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const refused = await weigh(buffer);
  if (refused !== null) return refused;
  const { default: mammoth } = await import('mammoth');
  let html: string;
  try {
    ({ value: html } = await mammoth.convertToHtml({ buffer }, { ignoreEmptyParagraphs: true, styleMap: STYLES }));
  } catch {
    return 'The Word file is damaged. Open it in a word processor and save it anew, or save its text as .txt.';
  }
  const page = setHtml(html.replace(/<img\b[^>]*>/g, '').replace(/(<t[dh][^>]*>)<p>|<\/p>(?=<\/t[dh]>)/g, '$1'), {
    mainOnly: true,
    address: null,
  });
  return { format: 'docx', pieces: page.pieces, stated: { other: {} }, problems: page.problems };
}

/** Unpacks the parts that will be read, counting; null if they are of an honest size. */
async function weigh(buffer: Buffer): Promise<string | null> {
  const { fromBuffer } = await import('yauzl');
  const bomb = `The Word file unpacks to more than ${MAX_UNPACKED / 1e6} MB, or is packed more tightly than any document. Save its text as .txt and add that.`;
  const damaged = 'The Word file is damaged. Open it in a word processor and save it anew, or save its text as .txt.';
  return new Promise((resolve) => {
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error || !zip) {
        resolve(damaged);
        return;
      }
      let total = 0;
      const end = (result: string | null): void => {
        zip.close();
        resolve(result);
      };
      zip.on('error', () => end(damaged));
      zip.on('end', () => end(null));
      zip.on('entry', (entry: Entry) => {
        total += entry.uncompressedSize;
        if (zip.entryCount > MAX_ENTRIES || total > MAX_UNPACKED || isTooTight(entry)) end(bomb);
        else if (/\.(?:xml|rels)$/i.test(entry.fileName))
          count(zip, entry, (sound) => (sound ? zip.readEntry() : end(damaged)));
        else zip.readEntry();
      });
      zip.readEntry();
    });
  });
}

function isTooTight({ uncompressedSize, compressedSize }: Entry): boolean {
  return uncompressedSize > RATIO_FROM && uncompressedSize > compressedSize * MAX_RATIO;
}

/** Unpacks one entry to nowhere; it fails if there is more in it than it states. */
function count(zip: ZipFile, entry: Entry, done: (sound: boolean) => void): void {
  zip.openReadStream(entry, (error, stream) => {
    if (error || !stream) {
      done(false);
      return;
    }
    stream.on('error', () => done(false));
    stream.on('end', () => done(true));
    stream.resume();
  });
}
