/** The routes of /api/1 about what is followed: each decoded, run as one job, and encoded. */
import { OnrecordError, parseWhen } from '#base/index.js';
import { DOOR_WORDS } from '#report/index.js';
import {
  decodeFollowRequest,
  decodeSeenRequest,
  decodeSourceRequest,
  encodeChanges,
  encodeFollow,
  encodeSeen,
  encodeMorning,
  encodeSource,
  encodeSources,
} from '#wire/index.js';
import type { Context } from 'hono';
import type { Answer } from './api.js';
import type { ChangesAsked } from './following.js';
import { asked, countOf, needed } from './sent.js';

/** Looks and lines that an answer holds unless told, and at most. */
const LOOKS = 50;
const LINES = 100;
const MOST = 1000;

export const FOLLOWING_ANSWERS: Readonly<Record<string, Answer>> = {
  'post /api/1/follow': async (c, { following }) => {
    const { preview, source } = await following.follow(decodeFollowRequest(await c.req.text()));
    return encodeFollow(preview, source);
  },
  'get /api/1/sources': async (_, { following }) => encodeSources(await following.sources()),
  'get /api/1/source': async (c, { following }) =>
    encodeSource(await following.source(needed(c, 'ref'), countOf(c, 'limit', LOOKS, MOST))),
  'post /api/1/source': async (c, { following }) => {
    const { named, act } = decodeSourceRequest(await c.req.text());
    return encodeSource(await following.source((await following.act(named, act)).reference, LOOKS));
  },
  'get /api/1/changes': async (c, { following }) => encodeChanges(await following.changes(changesAsked(c, LINES))),
  'post /api/1/seen': async (c, { following }) => {
    const { look, mark } = decodeSeenRequest(await c.req.text());
    return encodeSeen(await following.looked(look, mark));
  },
  'get /api/1/morning': async (c, { following }) =>
    encodeMorning(await following.morning({ look: asked(c, 'look'), all: asked(c, 'all') !== null })),
};

/** What a query asks of the changes. Throws OnrecordError `bad-use`. */
export function changesAsked(c: Context, lines: number): ChangesAsked {
  const day = asked(c, 'since');
  return {
    look: asked(c, 'look'),
    all: asked(c, 'all') !== null,
    since: day === null ? null : momentOf(day),
    words: asked(c, 'words'),
    source: asked(c, 'source'),
    limit: countOf(c, 'limit', lines, MOST),
  };
}

function momentOf(day: string): number {
  const when = parseWhen(day);
  const moment = when === null || when.at.length !== 10 ? Number.NaN : Date.parse(`${when.at}T00:00:00Z`);
  if (!Number.isNaN(moment)) return moment;
  throw new OnrecordError('bad-use', DOOR_WORDS.noDay(day), DOOR_WORDS.noDayHelp);
}
