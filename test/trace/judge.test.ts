import { describe, expect, test } from 'vitest';
import { parseWhen } from '#base/index.js';
import { type Candidate, type Document, type Quotation, type Rendering, STRICTEST } from '#record/index.js';
import { extract } from '#extract/index.js';
import { Judge, relatedNames } from '../../src/trace/judge.js';
import { HELD, type HeldText } from './held-texts.js';
import { CASES, type JudgeCase } from './judge-cases.js';

interface Holding {
  readonly candidate: Candidate;
  readonly rendering: Rendering;
}

/** A text as a candidate, and one more for what it became. */
async function hold(held: HeldText, n: number): Promise<Holding[]> {
  const texts = [held.text, ...(held.edited ? [held.edited] : [])];
  return Promise.all(texts.map((_, k) => holdOne(held, n, texts, k)));
}

async function holdOne(held: HeldText, n: number, texts: readonly string[], k: number): Promise<Holding> {
  const { value } = await extract({
    bytes: new TextEncoder().encode(texts[k]),
    name: `${held.id}.txt`,
    mediaType: 'text/plain',
  });
  const { rendering } = value[0]!;
  const document: Document = {
    reference: `d${n}`,
    title: held.id,
    id: held.id,
    source: null,
    body: held.body ?? null,
    kind: { value: (held.kind ?? 'statement') as Document['kind']['value'], basis: 'stated' },
    said: held.said ? parseWhen(held.said) : null,
    published: null,
    occasion: held.occasion ?? null,
    speaker: held.speaker ? { value: held.speaker, basis: 'stated' } : null,
    language: { value: held.language ?? 'en', basis: 'stated' },
    address: null,
    translationOf: held.translationOf ?? null,
    corrects: held.corrects ?? null,
    rights: null,
    other: {},
    versions: texts.map((_, i) => ({
      reference: `d${n}v${i + 1}`,
      number: i + 1,
      capture: `c${n}`,
      captured: parseWhen('2026-03-20')!,
      words: 1,
      digest: '',
    })),
  };
  return {
    rendering,
    candidate: {
      document,
      version: document.versions[k]!,
      window: { start: 0, text: rendering.text },
      blocks: rendering.blocks,
      turns: rendering.turns,
      hits: [],
      bits: 0,
    },
  };
}

function quotation(c: JudgeCase): Quotation {
  const end = c.quoted.length;
  return {
    n: 1,
    start: 0,
    end,
    text: c.quoted,
    pieces: [{ start: 0, end }],
    joins: [],
    turns: [],
    nested: [],
    block: false,
    kind: c.kind ?? 'direct',
    attribution: {
      speaker: c.speaker ?? null,
      named: null,
      cue: null,
      certainty: c.speaker ? 'sure' : 'unknown',
      occasion: null,
      when: c.when ? parseWhen(c.when) : null,
    },
  };
}

describe('judgment', () => {
  test.each(CASES.map((c) => [c.name, c] as const))('%s', async (_, c) => {
    const held = await Promise.all(
      c.held.map((id) => hold(HELD.find((h) => h.id === id)!, HELD.findIndex((h) => h.id === id) + 1)),
    );
    const texts = held.flat();
    const candidates = texts.map((t) => t.candidate);
    const names = relatedNames(candidates);
    const related = new Map(
      texts.flatMap((t) => {
        const { document } = t.candidate;
        const keys = [document.reference, ...(document.id && names.has(document.id) ? [document.id] : [])];
        return keys.map((k) => [k, { document, rendering: t.rendering }] as const);
      }),
    );
    const judge = new Judge({
      people: [],
      aliases: [],
      style: STRICTEST,
      language: c.language ?? 'en',
      words: 100_000,
      related,
    });
    const q = quotation(c);
    const parts = judge.parts(q, c.quoted);
    const evidence = parts.map((p) => ({
      candidates,
      bits: p.quoted.fragments.map((f) => f.map((w) => (w.length > 3 ? 12 : 5))),
      exact: { places: 0, documents: 0, first: null, nearest: null },
      capped: false,
    }));
    const { check } = judge.judge(q, parts, evidence);
    const attention = check.readings
      .filter((r) => r.role === 'matched')
      .flatMap((r) => r.changes.flatMap((k) => k.flags));
    expect(check.wording).toBe(c.wording);
    if (c.status !== undefined) expect(check.status).toBe(c.status);
    if (c.attribution !== undefined) expect(check.attributionFinding).toBe(c.attribution);
    if (c.records !== undefined) expect(check.records).toBe(c.records);
    if (c.flags !== undefined) expect(check.flags).toEqual(c.flags);
    if (c.attention !== undefined) expect([...new Set(attention)]).toEqual(c.attention);
    for (const id of c.readings ?? []) expect(check.readings.map((r) => r.title)).toContain(id);
    for (const r of check.readings) {
      const text = texts.find((t) => t.candidate.version.reference === r.version)!.rendering.text;
      expect(text.slice(r.start, r.end)).toBe(r.text);
      for (const k of r.changes) {
        expect(text.slice(k.b.start, k.b.end)).toBe(k.b.text);
        expect(q.text.slice(k.a.start, k.a.end)).toBe(k.a.text);
      }
    }
  });
});
