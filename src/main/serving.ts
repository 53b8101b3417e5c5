/** The effect of serving pages: joins the jobs to the server's door and ends it when the user asks to stop. */
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OnrecordError } from '#base/index.js';
import {
  ageText,
  archiveStatus,
  checkDraft,
  type Clock,
  compareAccounts,
  compareTexts,
  compareVersions,
  dropSearch,
  dropText,
  type Extractor,
  importFiles,
  keepSearch,
  listSearches,
  listTexts,
  lookedAtSearch,
  listSheets,
  reviewSheet,
  readAround,
  searchTexts,
  setFacts,
  SheetDesk,
  showPerson,
  showText,
  signDraft,
  traceFormula,
  traceQuoted,
  traceSayings,
  traceUptake,
} from '#jobs/index.js';
import { sayWhen } from '#report/index.js';
import { createApp, listen, Live, mindToken, type Service } from '#server/index.js';
import type { Archive } from '#archive/index.js';
import type { Served, World } from '#cli/index.js';
import { answerRequest } from '#mcp/index.js';
import { Followed, type FollowingEffects } from './following.js';
import { sentFiles } from './sent-files.js';
import { doorOn } from './talking.js';
import { takingTurns } from './turns.js';

/** What people did that the status names. */
const LOGGED = 20;

export interface ServingEffects extends Omit<FollowingEffects, 'recipes'> {
  readonly clock: Clock;
  readonly extract: Extractor;
  readonly signal: AbortSignal;
  /** Who is at work, for the log. */
  readonly user: string;
  openArchive(folder: string, create: boolean): Promise<Archive>;
  readonly version: string;
  /** Where the product stands. */
  readonly home: string;
}

/** The desk's bundle with a nonce that nobody can guess. */
async function readBundle(home: string): Promise<NonNullable<Parameters<typeof createApp>[1]>['bundle'] & object> {
  const folder = join(home, 'dist/desk');
  const names = await readdir(folder);
  const files = await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })));
  return { files, nonce: randomUUID() };
}

/** Starts to serve. Throws OnrecordError `bad-use` or `address-in-use`. */
export async function serve(input: Parameters<World['serve']>[0], effects: ServingEffects): Promise<Served> {
  const { port, strict, pages, tour, access } = input;
  const token = access?.token ?? null;
  if (token !== null) mindToken(token);
  const { clock, signal } = effects;
  const keep = new Keep(input.archive, input.folder, input.transient, effects);
  const giveWay = takingTurns();
  const assistants = doorOn(() => keep.archive, { ...effects, giveWay });
  const followed = new Followed(keep, { ...effects, recipes: input.recipes });
  const service = serviceOn(keep, followed, { ...effects, giveWay });
  const live = new Live({ revision: () => service.revision() });
  const app = createApp(service, {
    live,
    ...(token !== null && { access: { reached: access, token } }),
    pages,
    tour,
    mcp: (request) => answerRequest(assistants, request),
    bundle: await readBundle(effects.home),
    now: () => sayWhen(clock()),
  });
  const listening = await listen({
    app,
    port,
    strict,
    ...(access !== null && { host: access.host }),
    demanded: token !== null,
  });
  const watch = input.watch ? followed.watch() : Promise.resolve();
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      live.close();
      void listening
        .close()
        .then(() => watch)
        .then(() => keep.close())
        .then(resolve);
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
  return { address: listening.address, ended };
}

/**
 * The archive as the pages use it: open for reading all the time, and for writing only while something is written,
 * so that other programs can write too. Where there was none, the first writing makes it.
 */
class Keep {
  #archive: Archive;
  readonly #given: Archive;
  readonly #folder: string;
  #transient: boolean;
  readonly #effects: ServingEffects;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(archive: Archive, folder: string, transient: boolean, effects: ServingEffects) {
    this.#archive = archive;
    this.#given = archive;
    this.#folder = folder;
    this.#transient = transient;
    this.#effects = effects;
  }

  get archive(): Archive {
    return this.#archive;
  }

  /** Works that wait for their turn to write. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Runs work that writes, after all such work before it. */
  write<T>(work: (archive: Archive) => Promise<T>): Promise<T> {
    this.#waiting++;
    const mine = this.#last.then(() => {
      this.#waiting--;
      return this.#written(work);
    });
    this.#last = mine.catch(() => {});
    return mine;
  }

  async #written<T>(work: (archive: Archive) => Promise<T>): Promise<T> {
    const writer = await this.#effects.openArchive(this.#folder, true);
    try {
      return await work(writer);
    } finally {
      await writer.close();
      if (this.#transient) {
        this.#archive = await this.#effects.openArchive(this.#folder, false);
        this.#transient = false;
      }
    }
  }

  /** Closes what it opened itself; who gave an archive closes it. */
  async close(): Promise<void> {
    await this.#last;
    if (this.#archive !== this.#given) await this.#archive.close();
  }
}

function serviceOn(
  keep: Keep,
  following: Followed,
  { clock, extract, signal, user: by, giveWay }: ServingEffects & { readonly giveWay: () => Promise<void> },
): Service {
  const reading = (): { archive: Archive; extract: Extractor; signal: AbortSignal } => ({
    archive: keep.archive,
    extract,
    signal,
  });
  const sheets = new SheetDesk();
  /** Work that is asked to stop has failed by no fault of its own. */
  const stoppable = async <T>(own: AbortSignal | undefined, run: (stop: AbortSignal) => Promise<T>): Promise<T> => {
    const stop = own === undefined ? signal : AbortSignal.any([signal, own]);
    try {
      return await run(stop);
    } catch (error) {
      if (stop.aborted && stop.reason === error) throw new OnrecordError('stopped', 'Stopped.', 'Nothing was kept.');
      throw error;
    }
  };
  return {
    following,
    checkDraft: (draft, work) =>
      stoppable(work?.signal, (stop) =>
        checkDraft(draft, {
          ...reading(),
          signal: stop,
          giveWay,
          day: clock().at.slice(0, 10),
          progress: (far) => work?.progress({ ...far, current: draft.name }),
        }),
      ),
    compareTexts: (texts) => compareTexts(texts, reading()),
    compareVersions: (texts) => compareVersions(texts, reading()),
    accounts: (request) =>
      request.pair === undefined && request.unpair === undefined
        ? compareAccounts({ ...request, by }, reading())
        : keep.write((archive) => compareAccounts({ ...request, by }, { ...reading(), archive })),
    age: (input) => ageText(input, reading()),
    formula: (input) => traceFormula(input, reading()),
    sayings: (input) => traceSayings(input, reading()),
    quoted: (input) => traceQuoted(input, reading()),
    list: (filter) => listTexts(filter, reading()),
    show: (named) => showText(named, reading()),
    search: (input) => searchTexts('saved' in input ? { ...input, who: by } : input, reading()),
    around: (input) => readAround(input, reading()),
    uptake: (input) => traceUptake(input, reading()),
    searches: () => listSearches({ who: by }, reading()),
    keepSearch: (input) => keep.write((archive) => keepSearch({ ...input, by }, { archive })),
    lookedAtSearch: (input) => keep.write((archive) => lookedAtSearch({ ...input, by }, { archive })),
    dropSearch: (input) => keep.write((archive) => dropSearch({ ...input, by }, { archive })),
    sheets: (wish) => listSheets(wish, reading(), sheets),
    sheet: (reference) => reviewSheet(reference, reading()),
    revision: () => keep.archive.revision(),
    people: () => keep.archive.people(),
    person: (input) => showPerson(input, reading()),
    status: () => archiveStatus({ logged: LOGGED }, reading()),
    add: (files, work) =>
      keep.write((archive) =>
        importFiles(
          { paths: files.map(({ name }) => name) },
          {
            ...reading(),
            archive,
            files: sentFiles(files),
            clock,
            signal: work === undefined ? signal : AbortSignal.any([signal, work.signal]),
            progress: ({ done, current }) => work?.progress({ done, total: files.length, current }),
          },
        ),
      ),
    set: (input) => keep.write((archive) => setFacts({ ...input, by }, { archive })),
    sign: (request) =>
      keep.write(async (archive) => {
        const day = clock().at.slice(0, 10);
        return (await signDraft({ ...request }, { ...reading(), archive, day, clock })).reference;
      }),
    drop: (named) => keep.write((archive) => dropText({ named, by }, { archive })),
  };
}
