/** robots.txt by RFC 9309: what is read in it, what of it decides, and what a site that cannot say means. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAllowedByRobots, parseRobots } from '../../src/capture/robots.js';
import { RobotsRoll } from '../../src/capture/robots-roll.js';

const US = 'Onrecord';
const allowed = (robots: string, path: string): boolean => isAllowedByRobots(parseRobots(robots, US), path);

describe('which rule decides', () => {
  const all = (rules: string): string => `user-agent: *\n${rules}`;
  const rows: readonly [name: string, robots: string, path: string, allowed: boolean][] = [
    ['an empty file', '', '/x', true],
    ['no group for us', 'user-agent: other\ndisallow: /', '/x', true],
    ['the group for everybody', all('disallow: /x'), '/x', false],
    ['a prefix', all('disallow: /x'), '/xyz/1', false],
    ['another path', all('disallow: /x'), '/y', true],
    ['capitals of paths count', all('disallow: /x'), '/X', true],
    ['an empty disallow forbids nothing', all('disallow:'), '/x', true],
    [
      'our group alone, by any capitals',
      'user-agent: *\ndisallow: /\n\nuser-agent: ONRECORD\ndisallow: /a',
      '/b',
      true,
    ],
    ['our group', 'user-agent: *\ndisallow:\n\nuser-agent: onrecord\ndisallow: /a', '/a', false],
    ['our group, with a version', 'user-agent: onrecord/2.1\ndisallow: /a', '/a', false],
    ['our group, with a space', 'user-agent: onrecord fetcher\ndisallow: /a', '/a', false],
    ['a longer name is not ours', 'user-agent: onrecordbot\ndisallow: /a', '/a', true],
    ['a shorter name is not ours', 'user-agent: onrec\ndisallow: /a', '/a', true],
    [
      'our groups are one',
      'user-agent: onrecord\ndisallow: /a\n\nuser-agent: x\ndisallow: /\n\nuser-agent: onrecord\ndisallow: /b',
      '/b',
      false,
    ],
    ['several names, one group', 'user-agent: x\nuser-agent: onrecord\nuser-agent: y\ndisallow: /a', '/a', false],
    ['an empty line ends no group', 'user-agent: onrecord\n\n\ndisallow: /a', '/a', false],
    [
      'another line ends no list of names',
      'user-agent: x\nsitemap: https://s.test/\nuser-agent: onrecord\ndisallow: /a',
      '/a',
      false,
    ],
    ['rules before any name are nobody’s', 'disallow: /a\nuser-agent: *\ndisallow: /b', '/a', true],
    ['our empty group frees us', 'user-agent: *\ndisallow: /\nuser-agent: onrecord\n', '/a', true],
    ['our group that allows all', 'user-agent: *\ndisallow: /\nuser-agent: onrecord\ndisallow:\n', '/a', true],
    ['a star with words behind it', 'user-agent: * everybody\ndisallow: /a', '/a', false],
    ['the longest rule', all('disallow: /a\nallow: /a/b'), '/a/b/c', true],
    ['the longest rule, whatever the order', all('allow: /a/b\ndisallow: /a'), '/a/b/c', true],
    ['the longest rule forbids', all('allow: /a\ndisallow: /a/b'), '/a/b', false],
    ['of two alike the one that allows', all('disallow: /a\nallow: /a'), '/a', true],
    ['the page itself, not below', all('allow: /$\ndisallow: /'), '/', true],
    ['the page itself, below', all('allow: /$\ndisallow: /'), '/a', false],
    ['a star within', all('disallow: /*.pdf'), '/a/b.pdf?x', false],
    ['a star and an end', all('disallow: /*.pdf$'), '/a/b.pdf?x', true],
    ['a star and an end, met', all('disallow: /*.pdf$'), '/a/b.pdf', false],
    ['an end that comes twice', all('disallow: /*a$'), '/aba', false],
    ['stars in a row', all('disallow: /a**b'), '/axxb', false],
    ['a star at the end', all('disallow: /a*'), '/abc', false],
    ['two runs that may not overlap', all('disallow: /*ab*ba$'), '/aba', true],
    ['a dollar within is a dollar', all('disallow: /a$b'), '/a$b/c', false],
    ['a query', all('disallow: /*?PAGEN'), '/news/?PAGEN_1=2', false],
    ['a query, another', all('disallow: /*?PAGEN'), '/news/?page=2', true],
    ['a pattern without a slash', all('disallow: a'), '/a', false],
    ['robots.txt itself', all('disallow: /'), '/robots.txt', true],
    ['escapes in any capitals', all('disallow: /%e3%83%84'), '/%E3%83%84', false],
    ['letters beyond ASCII', all('disallow: /ツ'), '/%E3%83%84', false],
    ['needless escapes', all('disallow: /%61'), '/a', false],
    ['an escaped slash is no slash', all('disallow: /a/b'), '/a%2Fb', true],
    ['half a character', all('disallow: /\ud800'), '/a', true],
    ['a comment', all('disallow: /a # not this'), '/a', false],
    ['a comment from the start', all('# disallow: /a'), '/a', true],
    ['spaces everywhere', ' \tUser-Agent \t:  * \n  DISALLOW :\t/a  ', '/a', false],
    ['a missing colon', 'user-agent *\ndisallow /a', '/a', false],
    ['a misspelling', 'useragent: *\ndissallow: /a', '/a', false],
    ['another', 'user agent: *\ndisalow: /a', '/a', false],
    ['a byte order mark', '\ufeffuser-agent: *\ndisallow: /a', '/a', false],
    ['half a byte order mark is a word that we do not know', 'ïuser-agent: *\ndisallow: /a', '/a', true],
    ['old line ends', 'user-agent: *\rdisallow: /a\r', '/a', false],
    ['line ends of DOS', 'user-agent: *\r\ndisallow: /a\r\n', '/a', false],
    ['a page instead of rules', '<!doctype html><title>Not found</title><p>user-agent: * disallow: /</p>', '/a', true],
    ['words that we do not know', all('noindex: /a\nclean-param: b /a\nhost: x.test'), '/a', true],
  ];
  it.each(rows)('%s', (_, robots, path, expected) => expect(allowed(robots, path)).toBe(expected));

  it('reads delays and sitemaps', () => {
    const robots =
      'sitemap: https://s.test/1\nuser-agent: *\ncrawl-delay: 10\ndisallow:\nuser-agent: onrecord\ncrawl-delay: 2.5\nsitemap: https://s.test/2';
    const { crawlDelay, sitemaps } = parseRobots(robots, US);
    expect({ crawlDelay, sitemaps }).toEqual({ crawlDelay: 2.5, sitemaps: ['https://s.test/1', 'https://s.test/2'] });
  });

  it('matches as a plain regular expression does', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*'), maxLength: 8 });
    const paths = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 12 });
    fc.assert(
      fc.property(letters, fc.boolean(), paths, (pattern, anchored, path) => {
        const written = `/${pattern}${anchored ? '$' : ''}`;
        const plain = new RegExp(`^/${pattern.replaceAll('*', '.*')}${anchored ? '$' : ''}`, 's');
        expect(allowed(`user-agent: *\ndisallow: ${written}`, `/${path}`)).toBe(!plain.test(`/${path}`));
      }),
      { numRuns: 2000 },
    );
  });

  it('is not slowed by patterns made to be slow', () => {
    const robots = `user-agent: *\n${`disallow: /${'a*'.repeat(2000)}b\n`.repeat(100)}`;
    const begun = performance.now();
    expect(allowed(robots, `/${'a'.repeat(8000)}`)).toBe(true);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

describe('what is known of a site', () => {
  const HOUR = 3_600_000;
  const forbidding = { came: 'text', text: 'user-agent: *\ndisallow: /a' } as const;
  const site = 'https://s.test';

  it('is asked for first, and again after a day', () => {
    const roll = new RobotsRoll(US);
    expect(roll.look(site, '/a', 0).kind).toBe('ask');
    roll.learn(site, forbidding, 0);
    expect(roll.look(site, '/a', 24 * HOUR - 1).kind).toBe('forbidden');
    expect(roll.look(site, '/b', 24 * HOUR - 1).kind).toBe('allowed');
    expect(roll.look(site, '/a', 24 * HOUR).kind).toBe('ask');
    expect(roll.look('http://s.test', '/a', 0).kind).toBe('ask');
  });
  it('is nothing where there is none: all is allowed', () => {
    const roll = new RobotsRoll(US);
    roll.learn(site, { came: 'none' }, 0);
    expect(roll.look(site, '/a', HOUR).kind).toBe('no rules');
  });
  it('forbids all while it cannot be had, and is asked for again soon', () => {
    const roll = new RobotsRoll(US);
    roll.learn(site, { came: 'nothing' }, 0);
    expect(roll.look(site, '/b', HOUR / 12).kind).toBe('not reachable');
    expect(roll.look(site, '/b', HOUR).kind).toBe('ask');
    roll.learn(site, { came: 'nothing', wait: 3 * HOUR }, HOUR);
    expect(roll.look(site, '/b', 3 * HOUR).kind).toBe('not reachable');
  });
  it('stands in with what was read before, for a month', () => {
    const roll = new RobotsRoll(US);
    roll.learn(site, forbidding, 0);
    roll.learn(site, { came: 'nothing' }, 25 * HOUR);
    expect(roll.look(site, '/a', 25 * HOUR).kind).toBe('forbidden');
    expect(roll.look(site, '/b', 25 * HOUR).kind).toBe('allowed');
    roll.learn(site, { came: 'nothing' }, 31 * 24 * HOUR);
    expect(roll.look(site, '/b', 31 * 24 * HOUR).kind).toBe('not reachable');
  });
  it('is asked for again when the clock is set back', () => {
    const roll = new RobotsRoll(US);
    roll.learn(site, forbidding, 10 * 365 * 24 * HOUR);
    expect(roll.look(site, '/a', 0).kind).toBe('ask');
  });
  it('clamps delays that are slips of the pen', () => {
    const roll = new RobotsRoll(US);
    roll.learn(site, { came: 'text', text: 'user-agent: *\ncrawl-delay: 86400' }, 0);
    expect(roll.look(site, '/', 0)).toEqual({ kind: 'allowed', crawlDelay: 60_000 });
  });
  it('remembers so many sites and no more', () => {
    const roll = new RobotsRoll(US, 10);
    for (let i = 0; i < 20; i++) roll.learn(`https://s${i}.test`, { came: 'none' }, 0);
    expect(roll.look('https://s9.test', '/', 0).kind).toBe('ask');
    expect(roll.look('https://s10.test', '/', 0).kind).toBe('no rules');
  });
});
