/**
 * PDF to pieces: pdf.js (in unpdf) gives the strings of each page with their places; pdf-layout.ts makes lines and
 * paragraphs of them. Text that exists only as a picture is not read, and said so.
 */
import type { Problem } from '#base/index.js';
import type { Galley } from './galley.js';
import { type Line, layOut, linesOf } from './pdf-layout.js';

const MAX_PAGES = 5_000;
/** A document with fewer letters than this for each page is a scan. */
const LEAST_LETTERS = 12;

/** The pieces of a PDF file, or the sentence that refuses it. */
export async function setPdf(bytes: Uint8Array): Promise<Galley | string> {
  const { getDocumentProxy } = await import('unpdf');
  let pages: Line[][];
  const problems: Problem[] = [];
  try {
    // pdf.js takes the bytes away from their owner.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    try {
      pages = [];
      for (let n = 1; n <= Math.min(pdf.numPages, MAX_PAGES); n++) {
        const page = await pdf.getPage(n);
        const { items } = await page.getTextContent();
        pages.push(linesOf(items, page.view as [number, number, number, number]));
        page.cleanup();
      }
      if (pdf.numPages > MAX_PAGES)
        problems.push({
          code: 'text-cut',
          message: `Only the first ${MAX_PAGES} of its ${pdf.numPages} pages were read; split it and add the parts.`,
        });
    } finally {
      await pdf.destroy();
    }
  } catch (error) {
    if ((error as Error).name === 'PasswordException')
      return 'The PDF is locked by a password. Save it without one and add it again.';
    return 'The PDF is damaged. Open it and print it to a new PDF, or save its text as .txt.';
  }
  let letters = 0;
  for (const lines of pages) for (const { text } of lines) letters += text.replace(/[^\p{L}]/gu, '').length;
  if (letters < LEAST_LETTERS * Math.max(1, pages.length))
    return 'The PDF has no text layer: its pages are pictures. Run OCR on it first and add the result.';
  return { format: 'pdf', pieces: layOut(pages), stated: { other: {} }, problems };
}
