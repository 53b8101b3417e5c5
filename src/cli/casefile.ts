/**
 * `onrecord casefile`: the invented dossier that comes with Onrecord, opened and checked with nothing asked. The
 * archive stays where it is made, so that it can be explored with every other command, and is used again.
 */
import { join, relative, resolve } from 'node:path';
import { importFiles, importPeople, readWhole } from '#jobs/index.js';
import { count, doorLinks, drawPage, linkReferences, viewCheck } from '#report/index.js';
import { printCheck, traceDraft } from './check.js';
import { type Options, paintFor, wholeNumber, withArchive } from './options.js';
import { drawImport } from './print-import.js';
import { progressLine, sayImport } from './progress.js';
import { type ServeOptions, startServing } from './serve.js';
import type { Archive, TourStop, World } from './world.js';

/** Made in the folder where the user is, or among temporary files where that may not be written to. */
const FOLDER = 'onrecord-casefile';
const PAGE = 'sheet.html';
const CASE_FILE_HAND = 'the case file';
const SHEET = '/casefile';

/** What each stop of the tour shows, and the documents that it needs, by their addresses. */
const TOUR: readonly {
  readonly title: string;
  readonly help: string;
  readonly texts: readonly string[];
  readonly href: (references: readonly string[]) => string;
}[] = [
  {
    title: 'A draft, checked',
    help: 'Forty-six quotations: which were said so, which were altered, joined, or said by somebody else.',
    texts: [],
    href: () => SHEET,
  },
  {
    title: 'The record and the rush draft',
    help: 'One press conference, two records: what the polish took away.',
    texts: [
      'https://harbour-talks.example/verbatim/2026-03-12/rush',
      'https://mfa.ordania.example/en/press/records/2026/0312',
    ],
    href: ([rush, record]) => `/compare?first=${rush}&second=${record}`,
  },
  {
    title: 'Two accounts of one meeting',
    help: 'What only one side tells, and what it says the other promised.',
    texts: [
      'https://mfa.ordania.example/en/press/readouts/2026/0312',
      'https://foreign-office.belmark.example/readouts/port-sable-12-march',
    ],
    href: ([ours, theirs]) => `/accounts?a=${ours}&b=${theirs}`,
  },
  {
    title: 'The age of a statement',
    help: 'Which sentences are new, and which old one has a word put in.',
    texts: ['https://mfa.ordania.example/en/press/statements/2026/0122'],
    href: ([statement]) => `/age?text=${statement}`,
  },
  {
    title: 'A formula through time',
    help: 'First, last, by whom, and with which words changed.',
    texts: [],
    href: () => '/formula?phrase=reserves+the+right+to+respond',
  },
];

export interface CaseFileOptions extends ServeOptions {
  readonly page?: string;
  readonly serve: boolean;
}

/** Exit code: that of the check where nothing is served, else 0 when it is stopped. */
export async function openCaseFile(given: CaseFileOptions, settled: Options, world: World): Promise<number> {
  const port = given.port === undefined ? null : wholeNumber(given.port, '--port', 0, 65535);
  const base = (await world.writable('.')) ? resolve(FOLDER) : join(world.temporaryFolder, FOLDER);
  const folder = settled.chosen ? settled.folder : join(base, 'archive');
  const named = relative('.', folder);
  const options: Options = { ...settled, folder, named: named === '' || named.startsWith('..') ? folder : named };
  await takeIn(options, world);

  const archive = await world.openArchive(folder, false);
  try {
    const draft = await readWhole(join(world.caseFile, 'draft.md'), world.ownFiles);
    const traced = await traceDraft(archive, draft, {}, options, world);
    const page = given.page ?? (settled.chosen ? undefined : join(base, PAGE));
    const code = await printCheck(traced, page === undefined ? {} : { page }, { ...options, quiet: true }, world);
    if (!given.serve) return code;
    const html = linkReferences(drawPage(viewCheck(traced), { nav: doorLinks() }));
    const pages = [{ path: SHEET, title: 'The draft of the case file, checked', html }];
    const served = await startServing(
      { archive, folder, transient: false, port, pages, tour: await tourOf(archive), watch: true, access: null },
      world,
    );
    const paint = paintFor(options);
    const file = page === undefined ? '' : ` (also in ${relative('.', page) || page})`;
    world.err(
      `\nThis sheet as a page: ${paint.bold(`${served.address.replace(/\/$/, '')}${SHEET}`)}${file}.\nThe desk: ${paint.bold(served.address)} Ctrl-C stops.\n` +
        `To look around in another window: ${world.called} list --archive ${options.named}\n`,
    );
    await served.ended;
    return 0;
  } finally {
    await archive.close();
  }
}

/** Takes documents and people into the archive; what is there already is passed over. */
async function takeIn(options: Options, world: World): Promise<void> {
  await withArchive(world, options, true, async (archive) => {
    const line = progressLine(world, options);
    const report = await importFiles(
      { paths: [join(world.caseFile, 'documents')] },
      {
        archive,
        files: world.ownFiles,
        clock: world.clock,
        extract: world.extract,
        signal: world.signal,
        progress: (progress) => line.draw((seconds) => sayImport(progress, seconds)),
      },
    );
    line.wipe();
    if (report.stop !== null) throw report.stop;
    const refused = report.rows.filter(({ outcome }) => outcome === 'refused');
    if (refused.length > 0) world.err(drawImport({ ...report, rows: refused }, true, options));
    const { people } = await importPeople(
      { path: join(world.caseFile, 'people.json'), by: CASE_FILE_HAND },
      { archive, files: world.ownFiles },
    );
    if (options.quiet || options.json) return;
    const fresh = report.rows.some(({ detail }) => detail === 'added');
    world.err(
      `The case file: ${count(report.rows.length - refused.length, 'text', 'texts')} and ${count(people.length, 'person', 'people')} ` +
        `${fresh ? 'taken into' : 'held in'} ${options.named}. All of it is invented.\n\n`,
    );
  });
}

/** The tour with the references of this archive; a stop whose documents are not held is left out. */
async function tourOf(archive: Archive): Promise<TourStop[]> {
  const tour: TourStop[] = [];
  for (const { title, help, texts, href } of TOUR) {
    const held = await Promise.all(texts.map((address) => archive.document(address)));
    const references = held.flatMap((document) => (document === null ? [] : [document.reference]));
    if (references.length === texts.length) tour.push({ href: href(references), title, help });
  }
  return tour;
}
