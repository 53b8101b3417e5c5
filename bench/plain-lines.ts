/** The visible lines of the simple pages that the transcripts are: the bench's own reading, not the product's. */
import { unescape } from './pm-transcripts.js';

/** Plain text of such HTML: "\n" where a line is broken, "\n\n" between blocks. */
export function plainLines(html: string): string {
  const broken = html
    .replace(/<(style|script)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/<br\b[^>]*>/gi, '\n')
    .replace(/<\/?(?:p|div|li|ul|ol|table|tr|td|th|h\d|blockquote|hr|tbody|thead|iframe)\b[^>]*>/gi, '\n\n')
    .replace(/<[^>]*>/g, '');
  return unescape(broken)
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
