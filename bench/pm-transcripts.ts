/**
 * Turns the archive of Australian prime ministers' transcripts (github.com/wragge/pm-transcripts: one XML file a
 * text, CC BY 3.0 AU, Department of the Prime Minister and Cabinet) into the JSON lines that `onrecord add` takes,
 * and the list of prime ministers into a Popolo file for `onrecord people import`. The product knows nothing of it.
 *
 *     npm run bench -- pm-transcripts [ARCHIVE] [FOLDER]
 *
 * The files have one fixed shape, written by one program, so fields are cut out by name; an XML parser would add
 * nothing. One file is in memory at a time. Texts that are only a link to a scan are listed, never made up.
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { once } from 'node:events';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** One text in the JSON shape of `onrecord add`; keys that the file leaves empty are absent. */
export interface PmTranscript {
  readonly id: string;
  readonly source: string;
  readonly title?: string;
  readonly body: string;
  readonly kind: string;
  readonly published?: string;
  readonly speaker?: string;
  readonly language: string;
  readonly address: string;
  readonly rights: string;
  readonly html: string;
}

/** A file that holds no text, with the reason, and the address of the scan where one is given. */
export interface Textless {
  readonly file: string;
  readonly reason: string;
  readonly scan: string | null;
}

/** A prime minister as the files name them: days in ISO 8601, `to` null while in office. */
export interface PrimeMinister {
  readonly name: string;
  readonly from: string;
  readonly to: string | null;
}

export const SOURCE = 'PM Transcripts';

/** What the release types are in the vocabulary; the others are names of subjects and say nothing of the kind. */
const KINDS: Readonly<Record<string, string>> = {
  Interview: 'interview',
  Speech: 'speech as delivered',
  Transcript: 'verbatim transcript',
  'Press Conference': 'verbatim transcript',
  Doorstop: 'verbatim transcript',
  'Video Transcript': 'verbatim transcript',
  Broadcast: 'speech as delivered',
  'Statement in Parliament': 'statement',
  Statement: 'statement',
  Message: 'statement',
  'Media Release': 'release',
  Communique: 'release',
  Correspondence: 'letter',
  Letter: 'letter',
};

/** Where the archive stands beside the project. */
export const ARCHIVE = join(projectRoot(), '..', 'shared', 'data', 'pm-transcripts.tar.xz');

/** The folder of package.json, from bench/ as from bench/.built/. */
export function projectRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return here.endsWith('.built') ? dirname(dirname(here)) : dirname(here);
}

/** Unpacks the archive with the system's tar, hands its folder to `use`, and removes it whatever happens. */
export async function withUnpacked<T>(archive: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'pm-transcripts-'));
  try {
    const done = spawnSync('tar', ['-xJf', archive, '-C', folder, '--exclude=.ipynb_checkpoints'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    if (done.error) throw done.error;
    if (done.status !== 0) throw new Error(`tar could not unpack ${archive}: ${done.stderr.trim()}`);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The texts under an unpacked folder, in order of their numbers. Textless files go to `report`. */
export function* transcriptsIn(folder: string, report: (textless: Textless) => void): Generator<PmTranscript> {
  const inside = join(folder, 'transcripts');
  const files = readdirSync(inside).filter((name) => /^transcript-\d+(?:-\d+)?\.xml$/.test(name));
  for (const file of files.toSorted((a, b) => numberOf(a) - numberOf(b) || (a < b ? -1 : 1))) {
    const read = transcriptOf(readFileSync(join(inside, file), 'utf8'));
    if ('html' in read) yield read;
    else report({ file, ...read });
  }
}

/** One file; or why there is no text in it. */
export function transcriptOf(xml: string): PmTranscript | Omit<Textless, 'file'> {
  const id = field(xml, 'transcript-id');
  if (id === null) return { reason: 'the file holds no transcript', scan: null };
  const html = contentOf(xml);
  const scan = field(xml, 'document');
  if (html.replace(/<style[^>]*>[\s\S]*?<\/style>|<[^>]*>/g, '').trim() === '')
    return { reason: scan === null ? 'no text and no scan' : 'only a scan', scan };
  const title = field(xml, 'title');
  const speaker = field(xml, 'prime-minister');
  const published = dayOf(field(xml, 'release-date') ?? '');
  return {
    id,
    source: SOURCE,
    ...(title === null || title === 'UNKNOWN' ? {} : { title }),
    body: 'Prime Minister of Australia',
    kind: KINDS[field(xml, 'release-type') ?? ''] ?? 'other',
    ...(published === null ? {} : { published }),
    ...(speaker === null ? {} : { speaker: inSpokenOrder(speaker) }),
    language: 'en',
    address: `https://pmtranscripts.pmc.gov.au/release/transcript-${id}`,
    rights: 'CC BY 3.0 AU, Department of the Prime Minister and Cabinet',
    html,
  };
}

/**
 * The prime ministers that the files name, with their terms, by first term. A term is what most of its files say: one
 * file gives Mr Howard's to Mr Hawke.
 */
export function primeMinistersIn(folder: string): PrimeMinister[] {
  const byStart = new Map<string, Map<string, number>>();
  const inside = join(folder, 'transcripts');
  for (const file of readdirSync(inside)) {
    if (!file.endsWith('.xml')) continue;
    const xml = readFileSync(join(inside, file), 'utf8');
    const name = field(xml, 'prime-minister');
    const [, from, to = ''] = /^(\d{8}) - (\d{8})?/.exec(field(xml, 'period-of-service') ?? '') ?? [];
    if (name === null || from === undefined) continue;
    const given = byStart.get(from) ?? new Map<string, number>();
    const key = `${inSpokenOrder(name)}|${to}`;
    byStart.set(from, given.set(key, (given.get(key) ?? 0) + 1));
  }
  const found = [...byStart].map(([from, given]): PrimeMinister => {
    const [most] = [...given].toSorted(([, a], [, b]) => b - a)[0]!;
    const [name = '', to = ''] = most.split('|');
    return { name, from: iso(from), to: to === '' ? null : iso(to) };
  });
  return found.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** Prime ministers as a Popolo file (popoloproject.com/specs). */
export function popoloOf(primeMinisters: readonly PrimeMinister[]): object {
  const names = [...new Set(primeMinisters.map(({ name }) => name))];
  return {
    persons: names.map((name) => ({
      id: name.toLowerCase().replaceAll(' ', '-'),
      name,
      memberships: primeMinisters
        .filter((term) => term.name === name)
        .map(({ from, to }) => ({
          role: 'Prime Minister',
          organization_id: 'australia',
          start_date: from,
          end_date: to,
        })),
    })),
    organizations: [{ id: 'australia', name: 'Australia' }],
  };
}

function field(xml: string, name: string): string | null {
  const start = xml.indexOf(`<${name}>`);
  const end = xml.indexOf(`</${name}>`, start);
  if (start < 0 || end < 0) return null;
  const value = unescape(xml.slice(start + name.length + 2, end))
    .replace(/\s+/g, ' ')
    .trim();
  return value === '' ? null : value;
}

/** The text of all CDATA sections of `content`: a section that itself holds "]]>" is written as two. */
function contentOf(xml: string): string {
  const start = xml.indexOf('<content>');
  const end = xml.lastIndexOf('</content>');
  if (start < 0 || end < 0) return '';
  let html = '';
  for (const [, section = ''] of xml.slice(start, end).matchAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g)) html += section;
  return html;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', '#039': "'", gt: '>', lt: '<' };

/** All the entities that occur in these files. */
export function unescape(text: string): string {
  return text.replace(/&(amp|quot|#039|gt|lt);/g, (_, name: string) => ENTITIES[name] ?? '');
}

/** "Hawke, Robert" as "Robert Hawke". */
function inSpokenOrder(name: string): string {
  const [family, given] = name.split(/,\s*/, 2);
  return given === undefined ? name : `${given} ${family}`;
}

function dayOf(written: string): string | null {
  const m = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(written);
  return m ? `${m[3]}-${m[2]}-${m[1]}` : null;
}

function iso(day: string): string {
  return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
}

function numberOf(file: string): number {
  return Number(/\d+/.exec(file)?.[0]);
}

/** Writes texts as JSON lines; waits for the disk where it is slower than we are. */
export async function writeLines(path: string, lines: Iterable<object>): Promise<number> {
  const out = createWriteStream(path);
  let count = 0;
  for (const line of lines) {
    if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain');
    count += 1;
  }
  out.end();
  await once(out, 'finish');
  return count;
}

async function main(archive: string, folder: string): Promise<void> {
  await withUnpacked(archive, async (unpacked) => {
    const textless: Textless[] = [];
    const path = join(folder, 'pm-transcripts.jsonl');
    const count = await writeLines(
      path,
      transcriptsIn(unpacked, (one) => void textless.push(one)),
    );
    const people = join(folder, 'prime-ministers.json');
    writeFileSync(people, `${JSON.stringify(popoloOf(primeMinistersIn(unpacked)), null, 2)}\n`);
    for (const { file, reason, scan } of textless)
      console.log(`${file}: ${reason}${scan === null ? '' : ` (${scan})`}`);
    console.log(`${count} texts in ${path}, ${textless.length} files without text, prime ministers in ${people}`);
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const [archive = ARCHIVE, folder = '.'] = process.argv.slice(2);
  await main(archive, folder);
}
