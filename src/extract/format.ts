/**
 * Which format a file is in: its first bytes where they prove it, else the media type, else the name, else the look of
 * its text. What we cannot read is named, with what to do about it.
 */

export type Format = 'text' | 'markdown' | 'html' | 'docx' | 'pdf' | 'srt' | 'vtt' | 'json' | 'jsonl';

/** Bytes of a format that we do not read, as a sentence for people says it. */
export interface Foreign {
  readonly foreign: string;
  readonly remedy: string;
}

const OF_MEDIA_TYPES: Readonly<Record<string, Format>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/markdown': 'markdown',
  'text/vtt': 'vtt',
  'application/x-subrip': 'srt',
  'application/json': 'json',
  'application/jsonl': 'jsonl',
  'application/x-ndjson': 'jsonl',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

const OF_NAMES: Readonly<Record<string, Format>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  shtml: 'html',
  docx: 'docx',
  pdf: 'pdf',
  srt: 'srt',
  vtt: 'vtt',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};

const PICTURE = 'It is a picture. Read its text with OCR and save it as .txt, then add that.';
const SOUND = 'It is sound or video. Add its transcript or captions (.txt, .srt, .vtt) instead.';
const UNPACK = 'Unpack it and add the folder.';
const SAVE_AS = 'Save it as .docx, .pdf or .txt and add that.';

/** First bytes as Latin-1, where they stand, and what they prove. */
const FOREIGN: readonly [string, number, string, string][] = [
  ['\xd0\xcf\x11\xe0', 0, 'an old Office file (.doc, .xls, .ppt)', SAVE_AS],
  ['{\\rtf', 0, 'a Rich Text file (.rtf)', SAVE_AS],
  ['\x89PNG', 0, 'a PNG picture', PICTURE],
  ['\xff\xd8\xff', 0, 'a JPEG picture', PICTURE],
  ['GIF8', 0, 'a GIF picture', PICTURE],
  ['II*\0', 0, 'a TIFF picture', PICTURE],
  ['MM\0*', 0, 'a TIFF picture', PICTURE],
  ['WEBP', 8, 'a WebP picture', PICTURE],
  ['ftyp', 4, 'a video', SOUND],
  ['WAVE', 8, 'a sound file', SOUND],
  ['AVI ', 8, 'a video', SOUND],
  ['ID3', 0, 'a sound file', SOUND],
  ['\xff\xfb', 0, 'a sound file', SOUND],
  ['OggS', 0, 'a sound file', SOUND],
  ['\x1aE\xdf\xa3', 0, 'a video', SOUND],
  ['\x1f\x8b', 0, 'a gzip file', UNPACK],
  ['7z\xbc\xaf', 0, 'a 7-Zip archive', UNPACK],
  ['Rar!', 0, 'a RAR archive', UNPACK],
  ['BZh', 0, 'a bzip2 file', UNPACK],
  ['\xfd7zXZ', 0, 'an xz file', UNPACK],
  ['SQLite format 3', 0, 'a SQLite database', 'It holds no text to read; export its texts as .json.'],
  ['\x7fELF', 0, 'a program', 'It holds no text to read.'],
  ['MZ\x90', 0, 'a program', 'It holds no text to read.'],
];

const ZIPPED: readonly [RegExp, string][] = [
  [/mimetypeapplication\/vnd\.oasis\.opendocument\.text/, 'an OpenDocument text (.odt)'],
  [/mimetypeapplication\/epub/, 'an e-book (.epub)'],
  [/xl\/(?:workbook|worksheets)/, 'a spreadsheet (.xlsx)'],
  [/ppt\/(?:presentation|slides)/, 'a presentation (.pptx)'],
];

/** What the bytes themselves prove; null if they prove nothing. */
export function formatOfBytes(bytes: Uint8Array): Format | Foreign | null {
  const head = latin(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) {
    // The directory of a zip stands at its end.
    const names = latin(bytes.subarray(0, 16_384)) + latin(bytes.subarray(-65_536));
    if (names.includes('word/document')) return 'docx';
    const known = ZIPPED.find(([mark]) => mark.test(names));
    return known ? { foreign: known[1], remedy: SAVE_AS } : { foreign: 'a zip archive', remedy: UNPACK };
  }
  const found = FOREIGN.find(([mark, at]) => head.startsWith(mark, at));
  return found ? { foreign: found[2], remedy: found[3] } : null;
}

/** What the media type or the name says; null if they say nothing. "texts.jsonl#12" is one JSON object. */
export function formatOfName(name: string, mediaType: string | null): Format | null {
  const type = (mediaType ?? '').split(';')[0]!.trim().toLowerCase();
  const stated = OF_MEDIA_TYPES[type] ?? (type.endsWith('+json') ? 'json' : null);
  if (stated) return stated;
  const m = /\.([a-z0-9]+)(#.*)?$/i.exec(name.trim());
  const named = m ? (OF_NAMES[m[1]!.toLowerCase()] ?? null) : null;
  return named === 'jsonl' && m?.[2] ? 'json' : named;
}

/** What the look of a text betrays; `said` is what the name says, which an .md or .json file keeps unless it is a page. */
export function formatOfText(text: string, said: Format | null): Format {
  const head = text.slice(0, 4096);
  if (said === 'srt' || said === 'vtt') return /^\s*(?:\ufeff)?WEBVTT/.test(head) ? 'vtt' : said;
  if (said === 'html' || said === 'json' || said === 'jsonl') return said;
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(head))
    return 'html';
  if (/^\s*WEBVTT(?:\s|$)/.test(head)) return 'vtt';
  if (/^\s*\d+\s*\n\s*\d{1,2}:\d{2}:\d{2}[,.]\d{3}\s+-->/.test(head)) return 'srt';
  if (said === 'markdown') return said;
  if (
    /^\s*<(?:p|div|article|section|main|table|h[1-6])\b[^>]*>/i.test(head) &&
    /<\/(?:p|div|article|section|main|table|h[1-6])>/i.test(text)
  )
    return 'html';
  if (said === null && /^\s*[{[]\s*["{]/.test(head)) return /^\s*\{.*\}\s*\n\s*\{/.test(head) ? 'jsonl' : 'json';
  return 'text';
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}
