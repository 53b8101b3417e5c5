/** Small markup as plain text, and addresses as written made whole. */
import { Page } from '#extract/index.js';

/** The words of a title or name that may hold markup or entities, in one line. */
export function textOf(written: string): string {
  if (!/[<&]/.test(written)) return written.replace(/\s+/g, ' ').trim();
  const page = Page.read(`<body>${written}</body>`, null);
  const body = page?.first('body');
  return page && body ? page.text(body) : written.replace(/\s+/g, ' ').trim();
}

/** An address as written against the one it stands in; null if it leads nowhere on the web. */
export function resolveAddress(written: string | null, base: string | null): string | null {
  const plain = written?.trim() ?? '';
  if (plain === '') return null;
  const url = URL.canParse(plain, base ?? undefined) ? new URL(plain, base ?? undefined) : null;
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null;
}

/** Plain text as markup: a paragraph for each run of lines. */
export function markupOf(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return escaped
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.trim().replace(/\n/g, '<br>')}</p>`)
    .join('\n');
}
