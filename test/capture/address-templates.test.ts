/** Templates that a person writes cost no more than the length of an address, whatever the address. */
import { describe, expect, it } from 'vitest';
import { readAddress, templateFault } from '#capture/index.js';

const HOST = 'https://h.example';
const LONG = 4_000;

describe('a template', () => {
  it.each([
    '/{rest}/{key}/',
    '/{a}/{b}/{c}/{d}/{e}/{key}/',
    '/{a}-{key}/',
    '/{rest}/{year}/{month}/{day}/{a}-{key}.html',
    '/{language}/{rest}/{number}/x',
    '/{rest}?id={key}',
  ])('%s is read soon', (template) => {
    expect(templateFault(template)).toBeNull();
    const begun = process.cpuUsage().user;
    for (const filler of ['a', '/', '-', '1', 'a/', 'a-', '1/', '-/', '%2f'])
      readAddress(template, `${HOST}/${filler.repeat(LONG / filler.length)}!`);
    expect((process.cpuUsage().user - begun) / 1000).toBeLessThan(1_000);
  });
  it.each(['/{a}{b}/', '/{a}-{b}-{c}-{d}/', '/{a', '/{a}/{a}/', '/{a b}/'])(
    '%s is refused in a sentence',
    (template) => {
      expect(templateFault(template)).toMatch(/\.$/);
    },
  );
});
