/** An archive in memory that holds a few texts, each given as a header block and its words. */
import { openTransient } from '#archive/embedded/index.js';
import type { Archive } from '#archive/index.js';
import { extract } from '#extract/index.js';
import { type AgeInput, type TextAge, ageText, importFiles } from '#jobs/index.js';
import { bytesOf, filesInMemory } from './files-in-memory.js';

const clock = () => ({ at: '2026-03-13T09:00:00', precision: 'second', zone: 'Z', basis: 'stated' }) as const;

/** A text with its header words. */
export function headed(head: Readonly<Record<string, string>>, words: string): string {
  const lines = Object.entries({ language: 'en', kind: 'statement', ...head }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return `${lines.join('\n')}\n\n${words}\n`;
}

/** Opens an archive in memory and takes texts in; the n-th text is d1, d2 … */
export async function holding(texts: readonly string[]): Promise<Archive> {
  const archive = await openTransient();
  await take(archive, texts);
  return archive;
}

/** Takes more texts in. Files of the same number are other versions of the same text. */
export async function take(archive: Archive, texts: readonly string[], from = 0): Promise<void> {
  const named = texts.map((text, i) => [`texts/${String(from + i).padStart(4, '0')}.txt`, text] as const);
  if (named.length === 0) return;
  const files = filesInMemory(Object.fromEntries(named));
  const { stop, rows } = await importFiles({ paths: ['texts'] }, { archive, files, clock, extract });
  if (stop) throw stop;
  const refused = rows.filter(({ outcome }) => outcome === 'refused');
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
}

/** Ages a text that is not held. */
export function aged(archive: Archive, text: string, more: Partial<AgeInput> = {}): Promise<TextAge> {
  return ageText({ text: { bytes: bytesOf(text), name: 'text.txt', mediaType: null }, ...more }, { archive, extract });
}
