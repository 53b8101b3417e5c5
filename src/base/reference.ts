/**
 * References are our own stable names of what is held, short enough to be typed: `d17` a Document, `d17v2` its
 * second Version, `c9` a Capture, `s3` a Source, `sh4` a sheet that was signed off. An *address* is always a URL and never a Reference.
 */

export type Reference = string;

export type Referred =
  | { readonly thing: 'document'; readonly document: number }
  | { readonly thing: 'version'; readonly document: number; readonly version: number }
  | { readonly thing: 'capture'; readonly capture: number };

const WRITTEN = /^(?:d([1-9]\d*)(?:v([1-9]\d*))?|c([1-9]\d*))$/i;

export function documentReference(document: number): Reference {
  return `d${document}`;
}

export function versionReference(document: number, version: number): Reference {
  return `d${document}v${version}`;
}

export function captureReference(capture: number): Reference {
  return `c${capture}`;
}

export function sourceReference(source: number): Reference {
  return `s${source}`;
}

/** The number of the Source that a Reference names; null if it names something else. */
export function sourceNumber(written: string): number | null {
  const m = /^s([1-9]\d*)$/i.exec(written.trim());
  return m ? Number(m[1]) : null;
}

export function sheetReference(sheet: number): Reference {
  return `sh${sheet}`;
}

/** The number of the sheet that a Reference names; null if it names something else. */
export function sheetNumber(written: string): number | null {
  const m = /^sh([1-9]\d*)$/i.exec(written.trim());
  return m ? Number(m[1]) : null;
}

/** What a Reference names; null if it is none. */
export function parseReference(written: string): Referred | null {
  const m = WRITTEN.exec(written.trim());
  if (!m) return null;
  if (m[3] !== undefined) return { thing: 'capture', capture: Number(m[3]) };
  if (m[2] !== undefined) return { thing: 'version', document: Number(m[1]), version: Number(m[2]) };
  return { thing: 'document', document: Number(m[1]) };
}
