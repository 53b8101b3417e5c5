import type { ComparisonText } from '#collate/index.js';
import type { Block, Turn } from '#record/index.js';

/** A record made of turns: `NAME: words`, `Q: …` asks and the turn behind it answers; no name, no turn. */
export function record(...turns: readonly (readonly [label: string, ...paragraphs: string[]])[]): ComparisonText {
  let text = '';
  const blocks: Block[] = [];
  const found: Turn[] = [];
  let before: Turn['kind'] = 'speech';
  for (const [label, ...paragraphs] of turns) {
    if (text !== '') text += '\n\n';
    if (label !== '') {
      blocks.push({ kind: 'label', start: text.length, end: text.length + label.length + 1 });
      text += `${label}: `;
    }
    const start = text.length;
    paragraphs.forEach((paragraph, i) => {
      if (i > 0) text += '\n\n';
      const note = /^\([A-Z][^)]*\.\)$/.test(paragraph);
      blocks.push({ kind: note ? 'stage note' : 'paragraph', start: text.length, end: text.length + paragraph.length });
      text += paragraph;
    });
    if (label === '' || text.length === start) continue;
    const asks = label === 'Q' || label === 'QUESTION';
    const kind: Turn['kind'] = asks ? 'question' : before === 'question' ? 'answer' : 'speech';
    before = kind;
    const anonymous = asks || label === '>>';
    found.push({
      start,
      end: text.length,
      kind,
      label: label === '>>' ? null : label,
      name: anonymous ? null : label,
      interpreted: false,
    });
  }
  return { text, blocks, turns: found };
}
