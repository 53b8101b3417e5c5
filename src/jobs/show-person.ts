/**
 * Everything that a person said in the texts held, newest first, with the offices held on the day. A turn is the
 * person's if its label, as printed, surely means that person on that day: a bare office ("Spokeswoman") is whoever
 * held it then. A text without turns is its speaker's. What is doubtful is left out, and nothing is guessed.
 */
import type { Archive } from '#archive/index.js';
import { dayOf, OnrecordError, type Reference, type Span } from '#base/index.js';
import {
  type Coverage,
  type Document,
  identify,
  isBareOffice,
  knownPeople,
  type Mandate,
  type NamesContext,
  type Person,
} from '#record/index.js';
import { words } from '#text/index.js';
import type { Effects } from './effects.js';
import { voicesOf } from './speaking-as.js';

/** What a person said in one text. */
export interface SaidIn {
  readonly document: Document;
  readonly version: Reference;
  /** The offices held on its day; empty where the day is not known. */
  readonly offices: readonly Mandate[];
  /** Turns of the person; 0: the text has none, and is the person's as a whole. */
  readonly turns: number;
  readonly words: number;
  /** Where the person begins to speak, and the first words. */
  readonly at: Span;
  readonly opening: string;
  /** Nearly the same text stands above it in the list. */
  readonly copy: boolean;
}

export interface PersonShown {
  readonly person: Person;
  /** The printed names under which the person speaks in the texts held. */
  readonly names: readonly string[];
  readonly said: readonly SaidIn[];
  /** Texts that may have words of the person, beyond those that were looked at. */
  readonly more: number;
  readonly coverage: Coverage;
}

/** Code units of the first words. */
const OPENING = 160;

/** Shows what a person said; `id` or a name names the person. Throws OnrecordError `not-found`. */
export async function showPerson(
  { named, limit }: { readonly named: string; readonly limit: number },
  { archive, signal }: Effects,
): Promise<PersonShown> {
  const [people, { aliases }] = await Promise.all([archive.people(), archive.settings()]);
  const context = { people, aliases, known: knownPeople(people, aliases) };
  const person =
    people.find(({ id }) => id === named) ?? people.find(({ name }) => name.toLowerCase() === named.toLowerCase());
  if (!person) throw new OnrecordError('not-found', `Nobody is known as “${named}”.`, 'See onrecord people.');
  const names = (await voicesOf(archive, { ...context, day: null })).of(person.name);
  const documents = await documentsOf(person, names, archive);
  const said: SaidIn[] = [];
  const copied = new Set<Reference>();
  for (const document of documents.slice(0, limit)) {
    signal?.throwIfAborted();
    const found = await saidIn(document, person, context, archive);
    if (!found) continue;
    said.push({ ...found, copy: copied.has(document.reference) });
    for (const copy of await archive.nearCopies(document.reference)) copied.add(copy);
  }
  return {
    person,
    names: names.filter((name) => name !== person.name),
    said,
    more: Math.max(0, documents.length - limit),
    coverage: await archive.coverage(),
  };
}

/** Texts in which somebody speaks by a name of the person, or by a bare office while the person held one. */
async function documentsOf(person: Person, names: readonly string[], archive: Archive): Promise<Document[]> {
  const found = new Map<Reference, Document>();
  const offices = (await archive.voices()).filter((voice) => isBareOffice(voice));
  for (const speaker of names) for (const one of await archive.list({ speaker })) found.set(one.reference, one);
  for (const speaker of offices)
    for (const { from, to } of person.mandates)
      for (const one of await archive.list({ speaker, ...(from !== null && { from }), ...(to !== null && { to }) }))
        found.set(one.reference, one);
  const moment = ({ said, published }: Document): string => (said ?? published)?.at ?? '';
  return [...found.values()].toSorted((a, b) => (moment(a) < moment(b) ? 1 : moment(a) > moment(b) ? -1 : 0));
}

async function saidIn(
  document: Document,
  person: Person,
  context: Omit<NamesContext, 'day'>,
  archive: Archive,
): Promise<Omit<SaidIn, 'copy'> | null> {
  const when = document.said ?? document.published;
  const day = when === null ? null : dayOf(when);
  const isTheirs = (printed: string | null): boolean =>
    printed !== null && identify(printed, { ...context, day })?.id === person.id;
  const version = document.versions.at(-1)!.reference;
  const { text, turns, blocks } = await archive.text(version);
  const own = turns.filter(({ name, label }) => isTheirs(name ?? label));
  const whole = own.length === 0 && turns.length === 0 && isTheirs(document.speaker?.value ?? null);
  const spans: readonly Span[] = whole ? blocks.filter(({ kind }) => kind === 'paragraph') : own;
  const [first] = spans;
  if (!first) return null;
  const start = text.slice(first.start, first.end);
  const cut = start.length <= OPENING ? start.length : Math.max(1, start.lastIndexOf(' ', OPENING));
  return {
    document,
    version,
    offices: day === null ? [] : person.mandates.filter((mandate) => isHeldOn(mandate, day)),
    turns: own.length,
    words: spans.reduce((sum, span) => sum + words(text.slice(span.start, span.end)).count, 0),
    at: { start: first.start, end: first.start + cut },
    opening: `${start.slice(0, cut).replaceAll(/\s+/g, ' ')}${cut < start.length ? ' …' : ''}`,
  };
}

/** Whether an office was held on a day; days are compared as far as both are known. */
function isHeldOn({ from, to }: Mandate, day: string): boolean {
  const after = from === null || day >= from.slice(0, day.length);
  return after && (to === null || day.slice(0, to.length) <= to);
}
