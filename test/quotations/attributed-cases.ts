/**
 * Mini-articles with the quotations that a careful reader finds in them. A case is a file: header lines, "-----",
 * the article (a line is a paragraph; "# " heading, "> " block quotation, "- " list item, "~ " page furniture),
 * "-----", and a line for each quotation: kind | words | speaker | occasion | day. In the words " ... " stands for
 * whatever lies between; "*" stands for anything, "-" for nobody and nothing.
 */
import { readFileSync, readdirSync } from 'node:fs';
import type { Block, BlockKind, Quotation, Rendering } from '../../src/record/index.js';

export interface Expected {
  readonly kind: string;
  readonly words: string;
  readonly speaker: string;
  readonly occasion: string;
  readonly when: string;
}

export interface Case {
  readonly name: string;
  readonly language: string;
  readonly day: string | null;
  readonly draft: Rendering;
  readonly expected: readonly Expected[];
}

const KINDS: readonly (readonly [string, BlockKind])[] = [
  ['# ', 'heading'],
  ['> ', 'blockquote'],
  ['- ', 'list item'],
  ['~ ', 'furniture'],
];

/** A Rendering of an article written as described above. */
export function draftOf(article: string): Rendering {
  let text = '';
  const blocks: Block[] = [];
  for (const line of article.split('\n')) {
    if (line.trim() === '') continue;
    const found = KINDS.find(([mark]) => line.startsWith(mark));
    const words = found ? line.slice(2) : line;
    if (text !== '') text += '\n\n';
    blocks.push({ kind: found ? found[1] : 'paragraph', start: text.length, end: text.length + words.length });
    text += words;
  }
  return { extractor: 'cases/1', text, blocks, turns: [], links: [] };
}

const FOLDER = new URL('cases/', import.meta.url);

export function readCases(): readonly Case[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .map((file) => {
      const [head, article, lines] = readFileSync(new URL(file, FOLDER), 'utf8').split(/^-----$/m);
      const field = (name: string): string | null => new RegExp(`^${name}: (.*)$`, 'm').exec(head!)?.[1] ?? null;
      return {
        name: file.replace(/\.txt$/, ''),
        language: field('language')!,
        day: field('day'),
        draft: draftOf(article!.trim()),
        expected: lines!
          .trim()
          .split('\n')
          .map((line) => {
            const [kind, words, speaker, occasion, when] = line.split(' | ');
            return { kind: kind!, words: words!, speaker: speaker!, occasion: occasion ?? '*', when: when ?? '*' };
          }),
      };
    });
}

/** Whether a found quotation has the words expected of it. */
export function hasWords(quotation: Quotation, words: string): boolean {
  const [head, tail] = words.split(' ... ');
  return tail === undefined
    ? quotation.text === head
    : quotation.text.startsWith(head!) && quotation.text.endsWith(tail);
}
