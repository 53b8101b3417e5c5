/**
 * Takes pages of the web into the archive, one address after the other: asked for politely, kept as they came, durable
 * before anything reads them, then cut into texts. An answer that is no page (an error, a wall) is kept as evidence and
 * never becomes a text. What a page says of itself is believed only as far as it speaks of itself: an address of
 * another host, an id of somebody else's would make its words a Version of another's Document.
 */
import type { CaptureReceipt } from '#archive/index.js';
import { OnrecordError, parseWhen, dayOf } from '#base/index.js';
import {
  type AllowedAddress,
  type Fetched,
  type FetchOutcome,
  type FetchRequest,
  parseAllowed,
  refusalIn,
} from '#capture/index.js';
import type { DocumentFacts } from '#record/index.js';
import { type Effects, type Extractor, stopped } from './effects.js';
import { type ImportRow, guessesIn, sentence } from './import-rows.js';
import { WatchedWords } from './watched-words.js';

export interface AddressesInput {
  readonly addresses: readonly string[];
  /** Places inside a network, or at odd ports, that the person opened. */
  readonly allow: readonly AllowedAddress[];
  /** Fetches although robots.txt forbids it. */
  readonly ignoreRobots: boolean;
}

export interface AddressEffects extends Effects {
  /** Fetches one address, politely. */
  readonly fetch: (request: FetchRequest) => Promise<FetchOutcome>;
  readonly extract: Extractor;
  /** Called before an address is asked. */
  readonly asking?: (address: string) => void;
}

/** What became of the addresses. */
export interface AddressesReport {
  /** In the order of the addresses. */
  readonly rows: readonly ImportRow[];
  readonly words: number;
  readonly stop: OnrecordError | null;
}

/** Whether what somebody names is an address rather than a path: it has a scheme. */
export function isAddress(named: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(named.trim());
}

/** Reads what --allow-address names. Throws OnrecordError `bad-use`. */
export function readAllowed(written: readonly string[]): readonly AllowedAddress[] {
  return written.map((one) => {
    const allowed = parseAllowed(one);
    if (allowed) return allowed;
    throw new OnrecordError(
      'bad-use',
      `--allow-address wants a host and a port, not "${one}".`,
      'Write it like --allow-address 127.0.0.1:8080.',
    );
  });
}

/** Adds the pages. Throws nothing that a page is guilty of; failures of the archive are in `stop`. */
export async function addAddresses(input: AddressesInput, effects: AddressEffects): Promise<AddressesReport> {
  const rows: ImportRow[] = [];
  let words = 0;
  try {
    for (const address of input.addresses) {
      if (effects.signal?.aborted) return { rows, words, stop: stopped() };
      effects.asking?.(address);
      const outcome = await effects.fetch({
        address: address.trim(),
        allow: input.allow,
        ignoreRobots: input.ignoreRobots,
        ...(effects.signal ? { signal: effects.signal } : {}),
      });
      const added = await take(address, outcome, effects);
      rows.push(...added.rows);
      words += added.words;
    }
    return { rows, words, stop: null };
  } catch (error) {
    if (!(error instanceof OnrecordError)) throw error;
    return { rows, words, stop: error.code === 'stopped' ? stopped() : error };
  }
}

interface Taken {
  readonly rows: readonly ImportRow[];
  readonly words: number;
}

async function take(named: string, outcome: FetchOutcome, effects: AddressEffects): Promise<Taken> {
  switch (outcome.outcome) {
    case 'refused':
    case 'failed':
      return refused(named, [`${outcome.message} ${outcome.remedy}`.trim()]);
    case 'not modified':
      throw new RangeError('nothing was asked about');
    case 'fetched':
      return keep(named, outcome, effects);
  }
}

async function keep(named: string, fetched: Fetched, effects: AddressEffects): Promise<Taken> {
  const { archive, extract } = effects;
  const { exchange, redirects, decoded, mediaType } = fetched;
  const status = statusProblem(fetched);
  if (decoded.length === 0) return refused(named, [status ?? `The host answered with nothing. ${OPEN}`]);
  const { EXTRACTOR } = await import('#extract/index.js');
  const [receipt] = await archive.capture([
    {
      bytes: decoded,
      // One page has one origin, however its address was written.
      origin: new URL(redirects[0]?.address ?? exchange.address).href,
      mediaType,
      at: parseWhen(`${exchange.at.slice(0, 19)}Z`)!,
      exchange,
      redirects,
    },
  ]);
  const refuse = async (reasons: readonly string[]): Promise<Taken> => {
    if (receipt!.refused === null)
      await archive.refuse([{ capture: receipt!.capture, extractor: EXTRACTOR, reason: reasons.join('\n') }]);
    return refused(named, reasons);
  };
  if (status !== null) return refuse([status]);
  const unchanged = await unchangedSince(receipt!, EXTRACTOR, named, effects);
  if (unchanged) return unchanged;
  if (isFeed(decoded))
    return refuse([
      'It is a feed, a list of texts and no text itself. Add the addresses of the texts that you want, or follow the feed: onrecord follow.',
    ]);
  const { value, problems } = await extract({
    bytes: decoded,
    name: nameOf(fetched),
    mediaType,
    address: fetched.address,
  });
  const shown = value.map(({ rendering }) => rendering.text).join('\n');
  const refusal = value.length > 1 ? null : refusalIn({ bytes: decoded, mediaType }, shown);
  if (refusal !== null) return refuse([`${refusal.message} ${OPEN}`]);
  if (value.length === 0) {
    const reasons = problems.map((problem) => sentence(problem, nameOf(fetched)));
    return refuse(reasons.length > 0 ? reasons : ['No text was found in it.']);
  }
  const texts = value.map((text, i) => ({
    text,
    facts: ofThePage(text.facts, fetched, value.length > 1 ? i + 1 : null),
    problems: [...(i === 0 ? problems : []), ...text.problems],
  }));
  const receipts = await archive.hold(
    texts.map(({ text, facts }) => ({ capture: receipt!.capture, facts, rendering: text.rendering })),
  );
  const watch = new WatchedWords((await archive.settings()).watch);
  return {
    words: receipts.reduce((sum, { words }) => sum + words, 0),
    rows: texts.map(({ facts, problems: odd }, i) => ({
      path: texts.length > 1 ? `${named}, text ${i + 1}` : named,
      outcome: odd.length > 0 ? 'needs a look' : 'read',
      document: receipts[i]!.document,
      title: facts.title,
      detail: receipts[i]!.outcome,
      guesses: guessesIn(facts),
      watched: watch.inNew(receipts[i]!, texts[i]!.text),
      reasons: odd.map((problem) => sentence(problem, nameOf(fetched))),
    })),
  };
}

const OPEN = 'Open it in a browser; if it shows there, save the page and add the file.';

/** Why an answer of this status is no page; null if it is one. */
function statusProblem({ exchange: { status, statusText }, retryAfter }: Fetched): string | null {
  if (status >= 200 && status < 300) return null;
  const said = `The host answered ${status}${statusText.trim() === '' ? '' : ` (${statusText.trim().slice(0, 60)})`}`;
  const later = retryAfter === null ? 'later' : `in ${saySeconds(retryAfter)}`;
  switch (status) {
    case 401:
    case 402:
    case 407:
      return `${said}: the page is for those who sign in or pay. Save it from your browser and add the file.`;
    case 403:
    case 451:
      return `${said}: it does not show this page to programs, or to readers here. ${OPEN}`;
    case 404:
      return `${said}: there is no such page. Check how the address is written.`;
    case 410:
      return `${said}: the page was taken away for good.`;
    case 429:
      return `${said}: it asks us to come less often. Try again ${later}.`;
    default:
      if (status >= 500) return `${said}: it is in trouble. Try again ${later}.`;
      return `${said}, which is no page. ${OPEN}`;
  }
}

/** Whether bytes are a feed, by how they begin (RSS, RDF, Atom, a sitemap, JSON Feed). */
function isFeed(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 2048)).replace(/<!--[\s\S]*?-->/g, '');
  return (
    /^\s*(?:\ufeff)?(?:<\?[^>]*>\s*)*<(?:rss|rdf:RDF|feed|urlset|sitemapindex)\b/i.test(head) ||
    /^\s*\{\s*"version"\s*:\s*"https?:\/\/jsonfeed\.org\//.test(head)
  );
}

function saySeconds(seconds: number): string {
  if (seconds < 120) return `${Math.max(1, seconds)} seconds`;
  return seconds < 7200 ? `${Math.ceil(seconds / 60)} minutes` : `${Math.ceil(seconds / 3600)} hours`;
}

/** The rows of bytes that are held and were read, or refused, before; null if they are to be read. */
async function unchangedSince(
  { known, parsedBy, held, refused: why, capture }: CaptureReceipt,
  extractor: string,
  named: string,
  { archive }: AddressEffects,
): Promise<Taken | null> {
  if (!known || parsedBy === null || parsedBy.split('/').at(-1) !== extractor.split('/').at(-1)) return null;
  if (why !== null) return refused(named, why.split('\n'));
  const { at } = await archive.captureOf(capture);
  const row = (more: Partial<ImportRow>): ImportRow => ({
    path: named,
    outcome: 'read',
    document: null,
    title: null,
    detail: 'unchanged',
    guesses: [],
    reasons: [],
    ...more,
  });
  if (held.length === 0) return { rows: [row({ reasons: ['It is held, but was dropped from answers.'] })], words: 0 };
  return {
    rows: held.map(({ document, title }) => row({ document, title, reasons: [`Unchanged since ${dayOf(at)}.`] })),
    words: 0,
  };
}

/** The name of the file that came, by which its format is known where nothing better says it. */
function nameOf({ exchange, address }: Fetched): string {
  const disposition = exchange.headers.find(([name]) => name.toLowerCase() === 'content-disposition')?.[1] ?? '';
  const stated = /filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(disposition);
  const named = stated?.[1] ?? stated?.[2] ?? new URL(address).pathname.split('/').at(-1) ?? '';
  return named.replace(/[\p{Cc}/\\]/gu, '').slice(-120) || new URL(address).host;
}

/** The facts of a page: whose it is says its address, and what it says of others is kept and not believed. */
function ofThePage(facts: DocumentFacts, { address }: Fetched, number: number | null): DocumentFacts {
  const own = facts.address !== null && isOwn(facts.address, address) ? facts.address : address;
  const claims: Record<string, string> = {};
  if (facts.id !== null) claims['id'] = facts.id;
  if (facts.address !== null && own !== facts.address) claims['canonical'] = facts.address;
  const about = (name: 'translationOf' | 'corrects'): string | null => {
    const named = facts[name];
    if (named === null || (URL.canParse(named) && hostOf(named) === hostOf(address))) return named;
    claims[name] = named;
    return null;
  };
  return {
    ...facts,
    // Of several texts of one address each has a name of its own, that of the publisher or its number.
    id: number === null ? null : `${own}#${facts.id ?? number}`,
    address: own,
    source: facts.source ?? hostOf(address),
    translationOf: about('translationOf'),
    corrects: about('corrects'),
    other: { ...facts.other, ...claims },
  };
}

/** Whether a stated canonical address can be that of the page: of the same host, and not the front page for all. */
function isOwn(canonical: string, address: string): boolean {
  if (!URL.canParse(canonical) || hostOf(canonical) !== hostOf(address)) return false;
  const [stated, asked] = [new URL(canonical), new URL(address)];
  return stated.pathname !== '/' || stated.search !== '' || asked.pathname === '/';
}

function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '');
}

function refused(path: string, reasons: readonly string[]): Taken {
  const row: ImportRow = { path, outcome: 'refused', document: null, title: null, detail: null, guesses: [], reasons };
  return { rows: [row], words: 0 };
}
