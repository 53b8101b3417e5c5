/**
 * What is followed, for a server: the jobs bound to its archive, and the watch that looks at what is due while it
 * serves, so that a source made on a page is looked at without a terminal. The watch writes in slices, lets whoever
 * else wants to write go first, and waits where another process writes.
 */
import type { Archive } from '#archive/index.js';
import { OnrecordError } from '#base/index.js';
import type { FetchOutcome, FetchRequest } from '#capture/index.js';
import {
  type Extractor,
  type FollowEffects,
  followPlace,
  listChanges,
  listSources,
  lookSoon,
  openMorning,
  pauseSource,
  previewPlace,
  showSource,
  unfollow,
  watchOnce,
} from '#jobs/index.js';
import type { Recipe, Source } from '#record/index.js';
import type { FollowingService, WatchState } from '#server/index.js';

type Fetch = FollowEffects['fetch'];

/** The archive as pages use it: read all the time, written one work after the other. */
export interface Kept {
  readonly archive: Archive;
  /** Works that wait for their turn to write. */
  readonly waiting: number;
  write<T>(work: (archive: Archive) => Promise<T>): Promise<T>;
}

export interface FollowingEffects {
  readonly extract: Extractor;
  readonly readPlace: FollowEffects['readPlace'];
  fetcher(settings: { readonly contact: string | null; readonly gap: number }): Promise<Fetch>;
  readonly now: () => number;
  readonly jitter: () => number;
  readonly signal: AbortSignal;
  /** Who is at work: whose look counts, and who follows. */
  readonly user: string;
  /** The recipes that come with the product. */
  readonly recipes: readonly Recipe[];
}

/** Texts and lines that a morning shows. */
const MORNING = { texts: 60, changes: 40 } as const;
/** So long may the watch write before others may. */
const SLICE_MS = 10_000;
/** Between two slices, and while another process writes; so often a pause is looked through. */
const BREATH_MS = 400;
const LOCKED_MS = 5_000;
const LOOK_AROUND_MS = 60_000;

/** The service of what is followed, and its watch. */
export class Followed implements FollowingService {
  readonly #keep: Kept;
  readonly #effects: FollowingEffects;
  readonly #fetchers = new Map<string, Promise<Fetch>>();
  readonly #remembered: Remembered;
  #wake: () => void = () => undefined;
  #woken = false;
  #state: WatchState = { on: false, trouble: null };

  constructor(keep: Kept, effects: FollowingEffects) {
    this.#keep = keep;
    this.#effects = effects;
    this.#remembered = new Remembered(effects.now);
  }

  get watching(): WatchState {
    return this.#state;
  }

  get looker(): string {
    return this.#effects.user;
  }

  async overview(): ReturnType<FollowingService['overview']> {
    const { following } = this.#keep.archive;
    const [sources, mark] = await Promise.all([following.sources(), following.mark(this.looker)]);
    const followed = sources.filter(({ ended }) => ended === null).length;
    return { followed, fresh: followed === 0 ? 0 : await following.newTexts(mark?.revision ?? 0) };
  }

  async follow(order: Parameters<FollowingService['follow']>[0]): ReturnType<FollowingService['follow']> {
    const { recipes, user: by, now } = this.#effects;
    const effects = await this.#reaching(this.#keep.archive);
    const preview = await previewPlace(
      { ...order, recipes },
      { ...effects, fetch: (request) => this.#remembered.fetch(request, effects.fetch) },
    );
    if (!order.keep) return { preview, source: null };
    const { pages, allow } = order;
    const source = await this.#keep.write((archive) => followPlace({ preview, pages, allow, by }, { archive, now }));
    this.#soon(source);
    return { preview, source };
  }

  async sources(): ReturnType<FollowingService['sources']> {
    return listSources({ archive: this.#keep.archive, now: this.#effects.now });
  }

  async source(named: string, limit: number): ReturnType<FollowingService['source']> {
    return showSource(named, limit, { archive: this.#keep.archive, now: this.#effects.now });
  }

  async act(named: string, act: Parameters<FollowingService['act']>[1]): Promise<Source> {
    const { now, user: by } = this.#effects;
    const source = await this.#keep.write((archive): Promise<Source> => {
      switch (act) {
        case 'look':
          return lookSoon(named, { archive, now });
        case 'pause':
        case 'resume':
          return pauseSource({ named, paused: act === 'pause', by }, { archive, now });
        case 'remove':
          return unfollow(named, by, { archive });
      }
    });
    if (act === 'look' || act === 'resume') this.#soon(source);
    return source;
  }

  async changes(asked: Parameters<FollowingService['changes']>[0]): ReturnType<FollowingService['changes']> {
    const { archive } = this.#keep;
    const source = asked.source === null ? null : await this.source(asked.source, 1);
    return listChanges(
      {
        look: asked.all ? null : (asked.look ?? this.#effects.user),
        since: asked.since,
        search: asked.words,
        source: source?.source.reference ?? null,
        limit: asked.limit,
      },
      { archive, signal: this.#effects.signal },
    );
  }

  async looked(
    look: string | null,
    mark: Parameters<FollowingService['looked']>[1],
  ): ReturnType<FollowingService['looked']> {
    const name = look ?? this.#effects.user;
    await this.#keep.write((archive) => archive.following.keepMark(name, { ...mark, at: this.#effects.now() }));
    return name;
  }

  async morning({ look, all }: Parameters<FollowingService['morning']>[0]): ReturnType<FollowingService['morning']> {
    const { extract, now, signal, user } = this.#effects;
    return openMorning(
      { look: all ? null : (look ?? user), ...MORNING },
      { archive: this.#keep.archive, extract, now, signal },
    );
  }

  /** Looks at what is due until the signal asks to stop. */
  async watch(): Promise<void> {
    const { signal, now } = this.#effects;
    this.#state = { on: true, trouble: null };
    while (!signal.aborted) {
      this.#woken = false;
      const next = await this.#keep.archive.following.nextLook().catch(() => null);
      const rest = (next?.due ?? Infinity) - now();
      await this.#sleep(rest > 0 ? Math.min(LOOK_AROUND_MS, rest) : await this.#slice(null));
    }
  }

  /** One slice of looks; gives how long to wait before the next. */
  async #slice(only: Source | null): Promise<number> {
    const { now } = this.#effects;
    try {
      const report = await this.#keep.write(async (archive) => {
        const until = now() + SLICE_MS;
        const effects = await this.#reaching(archive);
        return watchOnce(only === null ? {} : { source: only.reference }, {
          ...effects,
          enough: () => now() >= until || this.#keep.waiting > 0,
        });
      });
      const trouble = report.stop === null || report.stop.code === 'stopped' ? null : report.stop;
      this.#state = { ...this.#state, trouble: trouble?.message ?? null };
      return trouble === null ? BREATH_MS : LOOK_AROUND_MS;
    } catch (error) {
      if (!(error instanceof OnrecordError)) throw error;
      this.#state = { ...this.#state, trouble: error.message };
      return error.code === 'archive-locked' ? LOCKED_MS : LOOK_AROUND_MS;
    }
  }

  /** Something is due: the watch looks at once, or, where none runs, this source is looked at. */
  #soon(source: Source): void {
    this.#woken = true;
    if (this.#state.on) this.#wake();
    else void this.#slice(source);
  }

  /** Waits until the time is over, something is due, or the signal asks to stop. */
  #sleep(milliseconds: number): Promise<void> {
    const { signal } = this.#effects;
    return new Promise((resolve) => {
      if (signal.aborted || this.#woken) return resolve();
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds).unref();
      signal.addEventListener('abort', end, { once: true });
      this.#wake = end;
    });
  }

  async #reaching(archive: Archive): Promise<FollowEffects> {
    const { extract, readPlace, now, jitter, signal } = this.#effects;
    const { fetching } = await archive.settings();
    // One fetcher for as long as the settings are the same: it knows when each host was asked last.
    const key = JSON.stringify(fetching);
    const fetch = this.#fetchers.get(key) ?? this.#effects.fetcher(fetching);
    this.#fetchers.set(key, fetch);
    return { archive, fetch: await fetch, readPlace, extract, now, chance: jitter, signal };
  }
}

/** Answers that a preview got, for as long as somebody mends a recipe by them: no host is asked at every key. */
const REMEMBERED = 24;
const REMEMBERED_MS = 5 * 60_000;

class Remembered {
  readonly #answers = new Map<string, { readonly at: number; readonly outcome: Promise<FetchOutcome> }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  fetch(request: FetchRequest, fetch: Fetch): Promise<FetchOutcome> {
    const key = `${request.address} ${JSON.stringify(request.allow)}`;
    const held = this.#answers.get(key);
    if (held && this.#now() - held.at < REMEMBERED_MS) return held.outcome;
    const outcome = fetch(request).then((answer) => {
      if (answer.outcome !== 'fetched') this.#answers.delete(key);
      return answer;
    });
    outcome.catch(() => this.#answers.delete(key));
    this.#answers.delete(key);
    this.#answers.set(key, { at: this.#now(), outcome });
    for (const old of this.#answers.keys()) {
      if (this.#answers.size <= REMEMBERED) break;
      this.#answers.delete(old);
    }
    return outcome;
  }
}
