/** What can only be seen over a whole draft: two quotations of the same words that differ from each other. */
import { EDIT, FitSpace, Interner, type Prepared, fit, prepare } from '#collate/index.js';
import type { Check } from '#record/index.js';
import { type Lexicon, lexiconOf } from '#text/index.js';

/** Quotations shorter than this are too short to be the same words by more than chance. */
const FEWEST = 4;
/** Words in a row that two quotations must share to be compared at all. */
const SHARED = 3;
/** Edits, as a share of the shorter one's words, up to which two quotations are of the same words. */
const LIKE = 0.34;

/** The checks, with quotations of the same words that differ from each other pointed out on both. */
export function judgeDraft(checks: readonly Check[], language: string | null): Check[] {
  const interner = new Interner();
  const space = new FitSpace();
  const texts = checks.map((c) =>
    c.quotation.kind === 'direct' || c.quotation.kind === 'fragment'
      ? prepare(c.quotation.text, interner, { language })
      : null,
  );
  const runs = new Map<string, number[]>();
  const pairs = new Set<string>();
  texts.forEach((t, k) => {
    if (!t || t.count < FEWEST) return;
    for (let i = 0; i + SHARED <= t.count; i++) {
      const key = t.ids.subarray(i, i + SHARED).join();
      const seen = runs.get(key);
      if (!seen) runs.set(key, [k]);
      else if (seen.at(-1) !== k) {
        // A run that very many quotations share is a formula; it does not make them the same words.
        if (seen.length < 50) for (const other of seen) pairs.add(`${other} ${k}`);
        seen.push(k);
      }
    }
  });
  if (pairs.size === 0) return [...checks];
  const lexicon = lexiconOf(language);
  const differs = checks.map((): number[] => []);
  for (const pair of pairs) {
    const [x, y] = pair.split(' ').map(Number) as [number, number];
    if (!differ(texts[x]!, texts[y]!, space, lexicon)) continue;
    differs[x]!.push(checks[y]!.quotation.n);
    differs[y]!.push(checks[x]!.quotation.n);
  }
  return checks.map((check, k) =>
    differs[k]!.length === 0 ? check : { ...check, differsFrom: differs[k]!.sort((a, b) => a - b) },
  );
}

/** Words of content that two quotations of the same words share at least. */
const CONTENT = 2;

function differ(x: Prepared, y: Prepared, space: FitSpace, lexicon: Lexicon): boolean {
  const [short, long] = x.count <= y.count ? [x, y] : [y, x];
  const found = fit(short, 0, short.count, long, 0, long.count, space);
  const edits = found.cost / EDIT;
  const content = found.pairs.filter((p) => p.kind === 'same' && !lexicon.functionWord(short.folded[p.a]!));
  if (content.length < CONTENT) return false;
  // Words of the longer one skipped inside count as edits by their price in `fit`.
  return edits > 0 && edits <= Math.max(1, LIKE * short.count);
}
