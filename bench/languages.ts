/**
 * Whether edits that carry meaning are flagged in several languages (T15): in sentences of `phrasebook.ts` a number, a
 * negation, a name or a modal verb is changed, everything else stays, and a check must show the change with its flag and
 * must not call the words exact. Unchanged sentences must be exact.
 */
import type { Archive } from '#archive/index.js';
import { openTransient } from '#archive/embedded/index.js';
import { parseWhen } from '#base/index.js';
import { checkDraft } from '#jobs/index.js';
import type { AttentionFlag, Check } from '#record/index.js';
import { table } from './grade.js';
import { type Phrasebook, PHRASEBOOKS } from './phrasebook.js';
import { plainFacts } from './plain-facts.js';
import { Random } from './random.js';
import { circumstances, say, writeResults } from './results.js';

const KINDS = ['number', 'negation', 'name', 'modal'] as const;
type Kind = (typeof KINDS)[number];

const FLAGS: Readonly<Record<Kind, readonly AttentionFlag[]>> = {
  number: ['number'],
  negation: ['negation'],
  name: ['name', 'place'],
  modal: ['modality'],
};

interface Drawn {
  readonly negated: boolean;
  readonly modal: number;
  readonly number: string;
  readonly name: string;
}

interface Sentence {
  readonly opening: string;
  readonly main: string;
  readonly ending: string;
  readonly drawn: Drawn;
}

export interface LanguageClass {
  readonly language: string;
  readonly kind: Kind;
  readonly count: number;
  readonly flagged: number;
  /** How often each wording was answered. */
  readonly got: Readonly<Record<string, number>>;
}

export interface LanguageResult {
  readonly classes: readonly LanguageClass[];
  readonly changed: number;
  readonly flagged: number;
  readonly falseExact: number;
  /** Unchanged sentences, and how many of them were called exact. */
  readonly unchanged: number;
  readonly exact: number;
  /** What came out wrong, a line each. */
  readonly wrong: readonly string[];
}

/** What a check says of one quotation; another one is handed in to see that it is found out. */
export type Answer = Pick<Check, 'wording' | 'status' | 'readings'>;

/** Checks every language of `books` with `count` sentences, a hundred at most. */
export async function measureLanguages(
  count: number,
  seed: number,
  books: readonly Phrasebook[] = PHRASEBOOKS,
  bend: (check: Answer) => Answer = (check) => check,
): Promise<LanguageResult> {
  const classes: LanguageClass[] = [];
  const wrong: string[] = [];
  let [unchanged, exact, falseExact] = [0, 0, 0];
  for (const book of books) {
    const none = (): Record<string, number> => ({});
    const counts = new Map(KINDS.map((kind) => [kind, { count: 0, flagged: 0, got: none() }]));
    const random = new Random(seed);
    const sentences = random.shuffled(sentencesOf(book, random)).slice(0, count);
    const archive = await openTransient();
    try {
      await hold(archive, book, sentences);
      const plain = sentences.map((one) => written(book, one));
      const answers = await checkAll(archive, book, plain);
      unchanged += plain.length;
      for (const [i, check] of answers.entries())
        if (check?.wording === 'exact') exact++;
        else wrong.push(`${book.language}, unchanged: ${plain[i]!} → ${check?.wording ?? 'no quotation'}`);
      for (const kind of KINDS) {
        const edited = sentences.map((one) => written(book, { ...one, drawn: changed(book, one, kind, random) }));
        const sum = counts.get(kind)!;
        for (const [i, answer] of (await checkAll(archive, book, edited)).entries()) {
          const check = answer === null ? null : bend(answer);
          if (plain.includes(edited[i]!)) throw new Error(`An edited sentence is held: ${edited[i]!}`);
          sum.count++;
          const got = check?.wording ?? 'no quotation';
          sum.got[got] = (sum.got[got] ?? 0) + 1;
          if (got === 'exact' || check?.status === 'exact') falseExact++;
          const flags = new Set(
            check?.readings.flatMap(({ role, changes }) => (role === 'nearest' ? [] : changes.flatMap((c) => c.flags))),
          );
          if (FLAGS[kind].some((flag) => flags.has(flag))) sum.flagged++;
          else wrong.push(`${book.language}, ${kind}: ${plain[i]!} → ${edited[i]!}: ${got}, ${[...flags].join(' ')}`);
        }
      }
    } finally {
      await archive.close();
    }
    for (const [kind, sum] of counts) classes.push({ language: book.language, kind, ...sum });
  }
  const sum = (of: (one: LanguageClass) => number): number => classes.reduce((total, one) => total + of(one), 0);
  return {
    classes,
    changed: sum(({ count }) => count),
    flagged: sum(({ flagged }) => flagged),
    falseExact,
    unchanged,
    exact,
    wrong,
  };
}

/** A hundred sentences, of which no two share more than one of their three parts. */
function sentencesOf({ openings, mains, endings, names, numbers }: Phrasebook, random: Random): Sentence[] {
  const turn = random.below(endings.length);
  return openings.flatMap((opening, i) =>
    mains.map((main, k) => ({
      opening,
      main,
      ending: endings[(i + k + turn) % endings.length]!,
      drawn: {
        negated: random.chance(0.5),
        modal: random.below(modalsOf(main).length),
        number: random.pick(numbers),
        name: random.pick(names),
      },
    })),
  );
}

const MODAL = /<m:([^>]*)>/;
const modalsOf = (main: string): string[] => MODAL.exec(main)![1]!.split('|');

function changed({ names, numbers }: Phrasebook, { main, drawn }: Sentence, kind: Kind, random: Random): Drawn {
  const other = <T>(list: readonly T[], than: T): T => random.pick(list.filter((one) => one !== than));
  switch (kind) {
    case 'number':
      return { ...drawn, number: other(numbers, drawn.number) };
    case 'negation':
      return { ...drawn, negated: !drawn.negated };
    case 'name':
      return { ...drawn, name: other(names, drawn.name) };
    case 'modal':
      return { ...drawn, modal: other([...modalsOf(main).keys()], drawn.modal) };
  }
}

/** Without its full stop. */
function written({ joint }: Phrasebook, { opening, main, ending, drawn }: Sentence): string {
  const clause = main
    .replace(/<n:([^|>]*)\|([^>]*)>/g, (_, without: string, negated: string) => (drawn.negated ? negated : without))
    .replace(MODAL, modalsOf(main)[drawn.modal]!)
    .replace('<#>', drawn.number)
    .replace('<@>', drawn.name);
  return [opening, clause, ending].join(joint);
}

const MOMENT = parseWhen('2026-01-01T00:00Z')!;
const TEXTS = 5;

async function hold(archive: Archive, book: Phrasebook, sentences: readonly Sentence[]): Promise<void> {
  const { language, stop, speaker } = book;
  const space = stop === '.' ? ' ' : '';
  for (let t = 0; t < TEXTS; t++) {
    const own = sentences.filter((_, i) => i % TEXTS === t);
    const text = own.map((one) => written(book, one) + stop).join(space);
    const origin = `https://phrases.example/${language}/${t}`;
    const bytes = new TextEncoder().encode(text);
    const [receipt] = await archive.capture([{ bytes, origin, mediaType: 'text/plain', at: MOMENT }]);
    const stated = <T>(value: T): { value: T; basis: 'stated' } => ({ value, basis: 'stated' });
    await archive.hold([
      {
        capture: receipt!.capture,
        facts: plainFacts(`Remarks ${t}`, {
          id: `${language}-${t}`,
          source: 'Phrases',
          kind: stated('speech as delivered'),
          said: parseWhen('2026-01-01'),
          speaker: stated(speaker),
          language: stated(language),
          address: origin,
        }),
        rendering: {
          extractor: 'bench/1',
          text,
          blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
          turns: [],
          links: [],
        },
      },
    ]);
  }
}

/** The check of each quoted sentence, null where no quotation was found; thirty quotations in a draft. */
async function checkAll(archive: Archive, book: Phrasebook, quoted: readonly string[]): Promise<(Check | null)[]> {
  const found: (Check | null)[] = [];
  for (let at = 0; at < quoted.length; at += 25) {
    const own = quoted.slice(at, at + 25);
    const draft = own.map((one) => book.frame.replace('{}', book.speaker).replace('[]', one + book.stop)).join('\n\n');
    const { checks } = await checkDraft(
      { bytes: new TextEncoder().encode(draft), name: 'draft.txt', mediaType: 'text/plain', language: book.language },
      { archive, day: '2026-02-01' },
    );
    for (const one of own) found.push(checks.find(({ quotation }) => quotation.text.includes(one)) ?? null);
  }
  return found;
}

export async function run(): Promise<void> {
  const about = circumstances('npm run bench -- languages');
  const result = await measureLanguages(100, 51);
  console.log(
    table(
      ['language', ...KINDS.map((kind) => `${kind} flagged`)],
      PHRASEBOOKS.map(({ language }) => [
        language,
        ...KINDS.map((kind) => {
          const one = result.classes.find((c) => c.language === language && c.kind === kind)!;
          return `${one.flagged} of ${one.count}`;
        }),
      ]),
    ),
  );
  say(
    `${result.flagged} of ${result.changed} flagged, ${result.falseExact} falsely exact; ${result.exact} of ${result.unchanged} unchanged ones exact`,
  );
  const { wrong, ...rest } = result;
  if (wrong.length > 0) console.log(`\nFor example:\n${wrong.filter((_, i) => i % 20 === 0).join('\n')}`);
  writeResults('languages', { ...about, seed: 51, ...rest });
}
