/** The server over a service made of plain values, really listening; and a client that may send any header. */
import { type IncomingHttpHeaders, request } from 'node:http';
import { apparatusOf, compareTexts } from '#collate/index.js';
import { OnrecordError } from '#base/index.js';
import {
  type AppOptions,
  type Compared,
  createApp,
  listen,
  type Listening,
  type Sent,
  type Service,
} from '#server/index.js';
import { COVERAGE, draftCheck } from '../report/fixtures.js';
import { HARBOUR } from '../report/harbour.js';

const text = ({ bytes }: Sent): string => new TextDecoder().decode(bytes);
/** A text that is held has its name for words. */
const side = (given: Compared): { name: string; text: string; title: null; language: null } => {
  const [name, words] = 'held' in given ? [given.held, given.held] : [given.name, text(given)];
  return { name, text: words, title: null, language: null };
};

/** Drafts that were asked for, in order: what the server made of a request. */
export interface Asked {
  readonly drafts: Sent[];
}

/**
 * Answers the harbour draft with its findings, and any other with none. A draft that is the code of a failure
 * fails with it; "broken" throws what nobody expects.
 */
export function plainService(asked: Asked = { drafts: [] }): Service {
  const nothing = (): Promise<never> => Promise.reject(new OnrecordError('not-found', 'Nothing is held.'));
  return {
    following: followingNothing(nothing),
    accounts: nothing,
    age: nothing,
    formula: nothing,
    sayings: nothing,
    quoted: nothing,
    show: nothing,
    search: nothing,
    around: nothing,
    uptake: nothing,
    searches: () => Promise.resolve([]),
    keepSearch: nothing,
    lookedAtSearch: nothing,
    dropSearch: nothing,
    set: nothing,
    drop: nothing,
    sign: nothing,
    sheet: nothing,
    sheets: () => Promise.resolve({ sheets: [], more: false }),
    add: nothing,
    revision: () => Promise.resolve({ captures: 0, versions: 0, acts: 0, polls: 0, happenings: 0 }),
    person: nothing,
    people: () => Promise.resolve([]),
    list: () => Promise.resolve({ documents: [], more: false, coverage: COVERAGE }),
    checkDraft: (draft) => {
      asked.drafts.push(draft);
      const said = text(draft);
      if (said === 'broken') return Promise.reject(new TypeError('secret detail'));
      if (said === 'archive-locked') return Promise.reject(new OnrecordError(said, 'The archive is in use.', 'Wait.'));
      if (said === 'input-binary') return Promise.reject(new OnrecordError(said, 'This is no text.', 'Send text.'));
      return Promise.resolve(
        said === HARBOUR.draft.text
          ? HARBOUR
          : draftCheck(said, [], { draft: { name: draft.name, title: null, text: said, language: null } }),
      );
    },
    compareTexts: ({ a, b }) => {
      const [first, second] = [side(a), side(b)];
      return Promise.resolve({ a: first, b: second, ...compareTexts(first, second, 'en') });
    },
    compareVersions: ({ versions }) => {
      const sides = versions.map(side);
      return Promise.resolve({
        versions: sides,
        apparatus: apparatusOf(sides, 'en'),
        comparisons: sides.slice(1).map((other) => compareTexts(sides[0]!, other, 'en')),
      });
    },
    status: () =>
      Promise.resolve({
        place: './archive',
        storeVersion: 1,
        coverage: COVERAGE,
        captures: 0,
        captureBytes: 0,
        versions: 0,
        dropped: 0,
        people: 0,
        sources: [],
        index: { segments: 0, words: 0, distinctWords: 0, bytes: 0, parts: [] },
        log: [],
      }),
  };
}

/** Nothing is followed, and nothing can be. */
function followingNothing(nothing: () => Promise<never>): Service['following'] {
  return {
    watching: { on: false, trouble: null },
    looker: 'ann',
    overview: () => Promise.resolve({ followed: 0, fresh: 0 }),
    follow: nothing,
    source: nothing,
    act: nothing,
    morning: () =>
      Promise.resolve({
        now: 0,
        changes: NO_CHANGES,
        groups: [],
        moreTexts: 0,
        troubled: [],
        followed: 0,
        coverage: COVERAGE,
      }),
    sources: () => Promise.resolve({ sources: [], now: 0 }),
    changes: () => Promise.resolve(NO_CHANGES),
    looked: (look) => Promise.resolve(look ?? 'ann'),
  };
}

const NO_CHANGES = {
  lines: [],
  more: 0,
  texts: 0,
  fresh: 0,
  since: { look: 'ann', at: null },
  mark: { revision: 0, happening: 0 },
} as const;

export function serving(service: Service = plainService(), options: AppOptions = {}): Promise<Listening> {
  return listen({ app: createApp(service, options), port: 0 });
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends a request to this machine with exactly these headers, as fetch would not. */
export function ask(
  port: number,
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        agent: false,
        headers:
          'Transfer-Encoding' in headers ? headers : { 'Content-Length': String(Buffer.byteLength(body)), ...headers },
      },
      (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces).toString() }),
        );
        answer.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
