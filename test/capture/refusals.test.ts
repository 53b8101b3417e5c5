/** Pages that refuse are told from short texts about refusals: by their machinery, never by words. */
import { describe, expect, it } from 'vitest';
import { readPlace, refusalIn } from '#capture/index.js';
import { QUOTES_A_WALL, WALLS } from './web/refusing.js';

const page = (title: string, body: string): string =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;
const bytesOf = (html: string): Uint8Array => new TextEncoder().encode(html);
const shownBy = (html: string): string =>
  html.replaceAll(/<(script|style|title|head)\b.*?<\/\1>|<[^>]*>/gs, ' ').replaceAll(/\s+/g, ' ');
const TEXT = '<h1>Notice</h1><p>The ministry said on Tuesday that the gates stay open until the commission meets.</p>';

const refusals: readonly (readonly [name: string, html: string, family: string])[] = [
  ...Object.entries(WALLS).flatMap(([path, answer]) => {
    const { body } = answer({} as never) as { body?: string };
    return body === undefined ? [] : [[path, body, ''] as const];
  }),
  ['a title with the name of the site', page('Access Denied | Ministry', '<p>No.</p>'), 'a wall'],
  ['a title with an entity', page('Just a moment&hellip;', '<p>Wait.</p>'), 'a wall'],
  ['403 in the title', page('403 Forbidden', '<h1>403 Forbidden</h1><hr>nginx'), 'a wall'],
  ['503 in the title', page('503 Service Temporarily Unavailable', '<h1>503</h1>'), 'maintenance'],
  ['a captcha', page('Ministry', '<div class="g-recaptcha" data-sitekey="x"></div>'), 'a captcha'],
  [
    'a consent wall',
    page('Before you go on', '<form action="https://consent.example.com/save"></form>'),
    'a consent wall',
  ],
  ['maintenance', page('Site under maintenance – Ministry', '<p>Back soon.</p>'), 'maintenance'],
];
const texts: readonly (readonly [name: string, html: string])[] = [
  ['an article about a wall', QUOTES_A_WALL],
  ['a title that begins like a wall', page('Access denied to inspectors at the terminal, ministry says', TEXT)],
  ['another', page('Forbidden City opens its gates', TEXT)],
  ['a text about maintenance', page('Maintenance of the light on the mole', TEXT)],
  ['a short text', page('Notice', TEXT)],
  ['a short text with a script', page('Notice', `${TEXT}<script>location.href="/en/"</script>`)],
  ['words about a waiting page', page('Notice', '<p>The page said “Data processing. Please, wait.” to us.</p>')],
];

describe('a refusal', () => {
  it.each(refusals)('is told: %s', (_, html, family) => {
    const refusal = refusalIn({ bytes: bytesOf(html), mediaType: 'text/html' }, shownBy(html));
    expect(refusal?.message).toMatch(/^The host answered with .* in place of the text\.$/);
    if (family !== '') expect(refusal?.family).toBe(family);
    const given = { bytes: bytesOf(html), mediaType: 'text/html', address: 'https://a.example/x', headers: {} };
    expect(readPlace(given, { name: '', kind: 'single page', addresses: [] }).fitting).toBe('blocked');
  });
  it.each(texts)('is not: %s', (_, html) => {
    expect(refusalIn({ bytes: bytesOf(html), mediaType: 'text/html' }, shownBy(html))).toBeNull();
  });
  it('is told at once, whatever the page', () => {
    const begun = process.cpuUsage().user;
    for (const filler of [
      '<form '.repeat(100_000),
      '<title'.repeat(100_000),
      'Reference '.repeat(60_000),
      '&#32;'.repeat(100_000),
      'a'.repeat(3e6),
    ])
      expect(refusalIn({ bytes: bytesOf(`<html>${filler}`), mediaType: null }, 'few words')).toBeNull();
    expect((process.cpuUsage().user - begun) / 1000).toBeLessThan(2000);
  });
});
