/** A check in words for a model: worst first, each finding with its held words, what differs and what is around it. */
import { count, viewCheck } from '#report/index.js';
import type { Check, DraftCheck, Reading } from '#record/index.js';
import type { Answer } from './quoted.js';
import { coverageOf, DATA, dated, placed } from './say-places.js';

/** Findings told in full; the others of a long draft get a line each. */
const IN_FULL = 25;
const READINGS = 4;

export function sayCheck(check: DraftCheck, answer: Answer): void {
  const view = viewCheck(check, { context: 240 });
  const byNumber = new Map(check.checks.map((each) => [each.quotation.n, each]));
  answer.say(
    `${count(view.quotations, 'quotation', 'quotations')} found. ${view.verdict}.`,
    `Searched ${coverageOf(check.coverage)}.`,
  );
  if (view.quotations === 0)
    answer.say('Only words in quotation marks are checked: put them round the words, with the speaker before them.');
  [...view.findings, ...view.apart].forEach(({ n, meaning }, i) => {
    const found = byNumber.get(n)!;
    if (i < IN_FULL) sayFinding(found, meaning, answer);
    else answer.say(`Quotation ${n}: ${found.status}.`);
  });
  if (view.quotations > IN_FULL)
    answer.say('Later findings are named only: check fewer quotations at once to see them in full.');
  if (check.problems.length > 0)
    answer.quote(
      { from: 'the draft' },
      check.problems.map(({ message }) => ['worth knowing', message]),
    );
  if (view.quotations > 0) answer.say(DATA);
}

function sayFinding(found: Check, meaning: string, answer: Answer): void {
  const { quotation, status, flags, seen, readings } = found;
  answer.say(
    `Quotation ${quotation.n}: ${status}.`,
    found.look ? 'To look at.' : '',
    meaning,
    `Attribution: ${found.attributionFinding}.`,
    found.records === null ? '' : `Records: ${found.records}.`,
    flags.length === 0 ? '' : `Context: ${flags.join(', ')}.`,
    quotation.kind === 'direct' ? '' : `Kind: ${quotation.kind}.`,
    status === 'not held' ? 'Not held here does not mean not said.' : '',
    seen.places > 1 ? `Held in ${seen.places} places of ${seen.documents} texts.` : '',
    found.differsFrom.length === 0
      ? ''
      : `Quoted otherwise in quotation ${found.differsFrom.join(', ')} of this draft.`,
  );
  answer.quote({ from: 'the draft' }, [
    ['words', quotation.text],
    ['given to', quotation.attribution.speaker],
    ...found.notes.map((note) => ['note', note] as const),
  ]);
  const shown = readings.filter(({ role }) => role !== 'also').slice(0, READINGS);
  for (const reading of shown) sayReading(reading, answer);
}

const ROLES: Readonly<Record<Reading['role'], string>> = {
  matched: 'Held words',
  also: 'Held here too',
  disagrees: 'Another record, which differs',
  original: 'The original of the translation followed',
  nearest: 'The nearest passage, which is not the same',
};

function sayReading(reading: Reading, answer: Answer): void {
  const { version, capture, start, end, changes } = reading;
  answer.say(
    `${ROLES[reading.role]}: ${version}, capture ${capture}, ${reading.kind}, ${dated(reading)}; path ${placed(version, { start, end })}.`,
    reading.turnKind === null ? '' : `Part of the conversation: ${reading.turnKind}.`,
  );
  answer.quote({ from: version, capture, at: { start, end } }, [
    ['title', reading.title],
    ['speaker', reading.speaker ?? reading.body],
    ['address', reading.address],
    ['before', reading.before.slice(-240)],
    ['words', reading.text],
    ['after', reading.after.slice(0, 240)],
    ...changes.map(
      ({ class: kind, flags, a, b }) =>
        ['differs', `draft “${a.text}” → held “${b.text}” (${[kind, ...flags].join(', ')})`] as const,
    ),
  ]);
}
