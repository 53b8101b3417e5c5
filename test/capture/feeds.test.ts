/** Feeds as they are met: every encoding, every version, everything that is wrong with them, and what a person reads. */
import { describe, expect, it } from 'vitest';
import { readPlace } from '#capture/index.js';
import { type FeedCase, faultIn, feedCases, type ReadFeed } from '../../bench/feed-cases.js';

const RECIPE = { name: '', kind: 'feed', addresses: [] } as const;
const KEYS = ['title', 'address', 'published', 'updated', 'zone', 'words', 'speaker', 'language'] as const;

function read({ bytes, mediaType }: FeedCase): ReadFeed | null {
  const { fitting, title, items } = readPlace(
    { bytes, mediaType, address: 'https://h.example/feed.xml', headers: {} },
    RECIPE,
  );
  if (fitting !== 'read' && fitting !== 'empty') return null;
  return {
    title,
    entries: items.map(({ title: own, address, published, updated, html, speaker, language }) => ({
      title: own,
      address,
      published: published?.at ?? null,
      updated: updated?.at ?? null,
      zone: published?.zone ?? null,
      words: html?.replaceAll(/<[^>]*>/g, '') ?? null,
      speaker,
      language,
    })),
  };
}

const cases = feedCases();

describe('the torture set of feeds', () => {
  it('has more than a hundred and twenty files', () => {
    expect(cases.length).toBeGreaterThanOrEqual(120);
  });
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(faultIn(one, read(one), KEYS)).toBeNull();
  });
});
