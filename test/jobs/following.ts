/** A watcher on a virtual clock: an archive in memory, sites answered straight, months that pass in a second. */
import { openTransient } from '#archive/embedded/index.js';
import type { Archive } from '#archive/index.js';
import { type FetchOutcome, type FetchRequest, readPlace } from '#capture/index.js';
import { extract } from '#extract/index.js';
import { followPlace, type LookLine, previewPlace, readRecipe, watchOnce, type WatchReport } from '#jobs/index.js';
import type { Recipe, Source } from '#record/index.js';
import { straightTo } from '../capture/web/straight.js';
import type { Site } from '../capture/web/web.js';

const MINUTE = 60_000;

export class Watcher {
  readonly archive: Archive;
  readonly lines: LookLine[] = [];
  readonly asked: { readonly address: string; readonly at: number }[];
  #now: number;
  #fetch: (request: FetchRequest) => Promise<FetchOutcome>;
  #chance = 0.5;

  constructor(archive: Archive, sites: readonly Site[], start: string, fetch?: Watcher['effects']['fetch']) {
    this.archive = archive;
    this.#now = Date.parse(start);
    const straight = straightTo(sites, () => this.#now);
    this.#fetch = fetch ?? straight.fetch;
    this.asked = straight.asked;
  }

  static async open(sites: readonly Site[], start: string): Promise<Watcher> {
    return new Watcher(await openTransient(), sites, start);
  }

  get now(): number {
    return this.#now;
  }

  get effects() {
    return {
      archive: this.archive,
      fetch: (request: FetchRequest) => this.#fetch(request),
      readPlace: async (...given: Parameters<typeof readPlace>) => readPlace(...given),
      extract,
      now: () => this.#now,
      chance: () => {
        // Always other, and always the same from one run to the next.
        this.#chance = (this.#chance * 997 + 0.123) % 1;
        return this.#chance;
      },
      said: (line: LookLine) => void this.lines.push(line),
    };
  }

  /** Puts something between the watcher and the sites. */
  through(wrap: (fetch: Watcher['effects']['fetch']) => Watcher['effects']['fetch']): void {
    this.#fetch = wrap(this.#fetch);
  }

  async follow(
    address: string,
    recipe: object | null = null,
    recipes: readonly Recipe[] = [],
    pages = 0,
  ): Promise<Source> {
    const given = recipe === null ? null : readRecipe(new TextEncoder().encode(JSON.stringify(recipe)), 'recipe.json');
    const preview = await previewPlace({ address, recipe: given, recipes, allow: [] }, this.effects);
    return followPlace({ preview, pages, allow: [], by: 'ann' }, this.effects);
  }

  async once(): Promise<WatchReport> {
    const report = await watchOnce({}, this.effects);
    if (report.stop) throw report.stop;
    return report;
  }

  /** Looks whenever something is due, until a moment. */
  async until(moment: number): Promise<void> {
    while (this.#now < moment) {
      const { next } = await this.once();
      this.#now = Math.min(moment, Math.max(this.#now + MINUTE, next ?? moment));
    }
  }

  /** Nobody looks, until a moment. */
  sleep(moment: number): void {
    this.#now = moment;
  }
}
