/** Ways in for the tests of this room: text or bytes in, a rendering and a readable picture of it out. */
import { type Extracted, extract } from '#extract/index.js';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export async function readOne(
  input: string | Uint8Array,
  name: string,
  mediaType: string | null = null,
): Promise<Extracted> {
  const bytes = typeof input === 'string' ? utf8(input) : input;
  const { value, problems } = await extract({ bytes, name, mediaType });
  if (value.length !== 1) throw new Error(`${value.length} texts; ${problems.map(({ message }) => message).join(' ')}`);
  return value[0]!;
}

export async function refusal(input: string | Uint8Array, name: string): Promise<string> {
  const bytes = typeof input === 'string' ? utf8(input) : input;
  const { value, problems } = await extract({ bytes, name, mediaType: null });
  if (value.length > 0 || problems.length === 0) throw new Error('it was read');
  return `${problems[0]!.code}: ${problems[0]!.message}`;
}

export const mainText = ({ rendering: { text, blocks } }: Extracted): string =>
  blocks
    .filter(({ kind }) => kind !== 'furniture')
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');

/** Blocks as "kind: words", one a line. */
export const blocksOf = ({ rendering: { text, blocks } }: Extracted): string[] =>
  blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

/** Turns as "kind label (name) interpreted: words". */
export const turnsOf = ({ rendering: { text, turns } }: Extracted): string[] =>
  turns.map(
    ({ kind, label, name, interpreted, start, end }) =>
      `${kind} · ${label ?? '–'} · ${name ?? '–'}${interpreted ? ' · interpreted' : ''} · ${text.slice(start, end).replace(/\s+/g, ' ')}`,
  );

/** Everything that was read, for golden cases. */
export function picture({ facts, rendering, problems }: Extracted): string {
  const lines: string[] = [];
  for (const [key, value] of Object.entries(facts)) if (value !== null) lines.push(`${key}: ${plain(value)}`);
  for (const { code } of problems) lines.push(`problem: ${code}`);
  lines.push('');
  const at = new Map<number, string>();
  for (const turn of rendering.turns) {
    const { kind, label, name, interpreted } = turn;
    at.set(turn.start, `<${kind}: ${label ?? '–'}, ${name ?? '–'}${interpreted ? ', interpreted' : ''}>`);
  }
  const ends = new Set(rendering.turns.map(({ end }) => end));
  for (const { start, end, kind, time } of rendering.blocks) {
    const opening = at.get(start);
    if (opening) lines.push(opening);
    lines.push(
      `[${kind}${time ? ` ${time.from}–${time.to}` : ''}] ${rendering.text.slice(start, end).replaceAll('\n', ' ⏎ ')}`,
    );
    if (ends.has(end)) lines.push('</>');
  }
  for (const { start, end, address } of rendering.links)
    lines.push(`link: ${rendering.text.slice(start, end)} → ${address}`);
  return `${lines.join('\n')}\n`;
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
