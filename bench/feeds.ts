/**
 * Feeds: how many of the torture set are read as a person reads them, and how fast whole feeds are read, beside
 * feedsmith and rss-parser. Acceptance is entries, titles and addresses alone; the peers are given text that is decoded
 * already, because they take nothing else, which does them a favour in the files of odd encodings. Speed is processor
 * time on feeds of a hundred entries with whole texts; what each makes of a feed is its own affair.
 */
import { decodeText } from '#extract/index.js';
import { readPlace } from '#capture/index.js';
import { type FeedCase, faultIn, feedCases, type ReadFeed } from './feed-cases.js';
import { table } from './grade.js';
import { fetched } from './peer-packages.js';
import { circumstances, costOfAsync, say, writeResults } from './results.js';

interface Reader {
  readonly name: string;
  readonly read: (bytes: Uint8Array, mediaType: string) => Promise<ReadFeed | null>;
}

const RECIPE = { name: '', kind: 'feed', addresses: [] } as const;
const HERE = 'https://h.example/feed.xml';

const ours: Reader = {
  name: 'Onrecord',
  read: async (bytes, mediaType) => {
    const { fitting, items } = readPlace({ bytes, mediaType, address: HERE, headers: {} }, RECIPE);
    return fitting === 'read' || fitting === 'empty' ? ({ entries: items } as unknown as ReadFeed) : null;
  },
};

type Loose = Readonly<Record<string, unknown>>;

function text(given: unknown): string | null {
  return typeof given === 'string' && given !== '' ? given : null;
}

function address(given: unknown): string | null {
  return typeof given === 'string' && URL.canParse(given.trim(), HERE) ? new URL(given.trim(), HERE).href : null;
}

/** The module of a package, which says what it holds; null, with a line of why, if it cannot be had here. */
// oxlint-disable-next-line no-unnecessary-type-parameters
async function peer<T>(name: string): Promise<T | null> {
  try {
    return (await fetched(name)) as T;
  } catch (error) {
    say(`${name}: skipped, ${(error as Error).message.split('\n')[0]!}`);
    return null;
  }
}

async function peers(): Promise<Reader[]> {
  const found: Reader[] = [];
  const feedsmith = await peer<{ parseFeed: (text: string) => { feed: Loose } }>('feedsmith');
  if (feedsmith)
    found.push({
      name: 'feedsmith 3.0.1',
      read: async (bytes, mediaType) => {
        const { feed } = feedsmith.parseFeed(decodeText(bytes, mediaType) ?? '');
        const entries = (feed['items'] ?? feed['entries'] ?? []) as readonly Loose[];
        return {
          entries: entries.map((entry) => {
            const links = (entry['links'] ?? []) as readonly Loose[];
            const link = links.find(({ rel }) => rel === undefined || rel === 'alternate')?.['href'];
            const title = entry['title'] as string | { value?: string } | undefined;
            const guid = entry['guid'] as { value?: string } | undefined;
            return {
              title: text(typeof title === 'object' ? title.value : title),
              address: address(entry['link'] ?? entry['url'] ?? link ?? guid?.value ?? entry['id']),
            };
          }),
        };
      },
    });
  const rss = await peer<{ default: new () => { parseString: (text: string) => Promise<Loose> } }>('rss-parser');
  if (rss) {
    const parser = new rss.default();
    found.push({
      name: 'rss-parser 3.13.0',
      read: async (bytes, mediaType) => {
        const feed = await parser.parseString(decodeText(bytes, mediaType) ?? '');
        const entries = (feed['items'] ?? []) as readonly Loose[];
        return {
          entries: entries.map((entry) => ({
            title: text(entry['title']),
            address: address(entry['link'] ?? entry['guid'] ?? entry['id']),
          })),
        };
      },
    });
  }
  return found;
}

/** A feed of a hundred entries with whole texts. */
function longFeed(kind: 'RSS' | 'Atom' | 'JSON Feed'): Uint8Array {
  const words = (n: number): string =>
    Array.from(
      { length: 40 },
      (_, i) => `<p>Paragraph ${i} of notice ${n}: the office says that sitting ${n * i} agreed &amp; closed.</p>`,
    ).join('');
  const range = Array.from({ length: 100 }, (_, i) => i);
  const day = (n: number): Date => new Date(Date.UTC(2031, 6, 1) + n * 3_600_000);
  const written = {
    RSS: () =>
      `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title>${range.map((n) => `<item><title>Notice ${n}</title><link>https://h.example/${n}</link><pubDate>${day(n).toUTCString()}</pubDate><content:encoded><![CDATA[${words(n)}]]></content:encoded></item>`).join('')}</channel></rss>`,
    Atom: () =>
      `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>${range.map((n) => `<entry><title>Notice ${n}</title><id>urn:${n}</id><link href="https://h.example/${n}"/><updated>${day(n).toISOString()}</updated><content type="html">${words(n).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</content></entry>`).join('')}</feed>`,
    'JSON Feed': () =>
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'T',
        items: range.map((n) => ({
          id: String(n),
          url: `https://h.example/${n}`,
          title: `Notice ${n}`,
          date_published: day(n).toISOString(),
          content_html: words(n),
        })),
      }),
  }[kind]();
  return new TextEncoder().encode(written);
}

const RUNS = 30;

export interface FeedResult {
  readonly reader: string;
  readonly accepted: number;
  readonly files: number;
  /** Feeds a second of processor time, by kind; null: it reads none of that kind. */
  readonly perSecond: Readonly<Record<string, number | null>>;
  readonly faults: readonly string[];
}

async function measured(reader: Reader, cases: readonly FeedCase[], runs: number): Promise<FeedResult> {
  const faults: string[] = [];
  for (const one of cases) {
    const read = await reader.read(one.bytes, one.mediaType).catch(() => null);
    const fault = faultIn(one, read, ['title', 'address']);
    if (fault !== null) faults.push(`${one.name}: ${fault}`);
  }
  const perSecond: Record<string, number | null> = {};
  for (const kind of ['RSS', 'Atom', 'JSON Feed'] as const) {
    const bytes = longFeed(kind);
    const mediaType = kind === 'JSON Feed' ? 'application/feed+json' : 'application/xml';
    const once = async (): Promise<number> =>
      (await reader.read(bytes, mediaType).catch(() => null))?.entries.length ?? 0;
    let isRead = true;
    for (let i = 0; i < 5; i++) isRead &&= (await once()) === 100;
    const { cpuMs } = await costOfAsync(async () => {
      for (let i = 0; isRead && i < runs; i++) await once();
    });
    perSecond[kind] = isRead ? Math.round((runs * 1000) / cpuMs) : null;
  }
  return { reader: reader.name, accepted: cases.length - faults.length, files: cases.length, perSecond, faults };
}

export async function run(): Promise<void> {
  const about = circumstances('npm run bench -- feeds');
  const cases = feedCases();
  const results: FeedResult[] = [];
  for (const reader of [ours, ...(await peers())]) results.push(await measured(reader, cases, RUNS));
  writeResults('feeds', { ...about, results });
  say(
    table(
      ['reader', 'read rightly', 'share', 'RSS/s', 'Atom/s', 'JSON/s'],
      results.map(({ reader, accepted, files, perSecond }) => [
        reader,
        `${accepted} of ${files}`,
        `${((accepted / files) * 100).toFixed(1)} %`,
        ...['RSS', 'Atom', 'JSON Feed'].map((kind) => String(perSecond[kind] ?? '–')),
      ]),
    ),
  );
}
