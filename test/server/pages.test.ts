/** The pages in a real browser: pasted to sheet, narrow and dark and printed, and nothing on the console. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Listening } from '#server/index.js';
import { launchBrowser, noBrowser } from '../e2e/browser.js';
import { HARBOUR } from '../report/harbour.js';
import { plainService, serving } from './serving.js';

/** What runs inside a page is written as text: it sees the page's names and not ours. */
const NARROW_FAULTS = `(() => {
  const wide = document.documentElement.scrollWidth - innerWidth;
  return wide > 0 ? ['the page is ' + wide + ' px too wide'] : [];
})()`;

/** Words that stand outside of the page's width, or in a box that hides or scrolls what does not fit. */
const CUT_WORDS = `(() => {
  const faults = [];
  const width = document.documentElement.clientWidth;
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(words.currentNode);
    if (words.currentNode.parentElement.closest('.vh, details:not([open]) > :not(summary)')) continue;
    for (const box of range.getClientRects())
      if (box.width > 0 && (box.left < -1 || box.right > width + 1)) faults.push(words.currentNode.data.trim().slice(0, 40));
  }
  for (const box of document.querySelectorAll('body *')) {
    const { overflowX, overflowY } = getComputedStyle(box);
    if (box.closest('.vh') || (overflowX === 'visible' && overflowY === 'visible')) continue;
    if (box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1) faults.push(box.className + ' is cut');
  }
  return faults;
})()`;

/** Words whose contrast is below 4.5 : 1 (WCAG 2.2, 1.4.3), with the ratio. */
const FAINT_WORDS = `(() => {
  const channels = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const faults = new Set();
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('.vh, .skip') || ![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    if (element.getClientRects().length === 0) continue;
    const [x, y] = [light(channels(getComputedStyle(element).color)), light(ground(element))].sort((p, q) => q - p);
    const ratio = (x + 0.05) / (y + 0.05);
    if (ratio < 4.5) faults.add(element.tagName + '.' + element.className + ' ' + ratio.toFixed(2));
  }
  return [...faults];
})()`;

describe.skipIf(noBrowser)(`pages in a browser${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let browser: Browser;
  let server: Listening;
  const said: string[] = [];
  const open = async (
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<{ page: Page; context: BrowserContext }> => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.on('console', (message) => {
      // Said when the test types into the field before the browser has put the cursor there.
      if (!message.text().startsWith('Autofocus processing was blocked')) said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(error.message));
    page.on('requestfailed', (request) => said.push(`failed: ${request.url()}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(server.address)) said.push(`asked elsewhere: ${request.url()}`);
    });
    return { page, context };
  };
  /** Pastes the draft as a person would and waits for the sheet. */
  const sheet = async (page: Page): Promise<void> => {
    await page.goto(`${server.address}check`);
    await page.getByLabel('The draft').fill(HARBOUR.draft.text);
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByText('14 to look at').waitFor();
  };

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), serving(plainService())]);
  });
  afterAll(async () => {
    await Promise.all([browser.close(), server.close()]);
  });

  it.each([true, false])(
    'goes from the form to the sheet, and from a number to its finding and back (script allowed: %s)',
    async (javaScriptEnabled) => {
      const { page, context } = await open({ javaScriptEnabled });
      await sheet(page);
      await page.locator('#q2').click();
      expect(new URL(page.url()).hash).toBe('#f2');
      expect(await page.locator('.finding:target').textContent()).toContain('altered in words');
      await page.locator('#f2 .head a').click();
      expect(new URL(page.url()).hash).toBe('#q2');
      await page.getByRole('link', { name: 'Compare', exact: true }).click();
      await page.getByLabel('First text').fill('We will go.');
      await page.getByLabel('Second text').fill('We could go.');
      await page.getByRole('button', { name: 'Compare' }).click();
      await page.getByText('1 difference', { exact: true }).waitFor();
      await context.close();
    },
  );

  it('checks a file that was chosen, and says what is wrong when there is none', async () => {
    const { page, context } = await open();
    await page.goto(`${server.address}check`);
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Check' }).click();
    expect((await answered).status()).toBe(422);
    expect(await page.getByRole('alert').textContent()).toContain('There was no draft.');
    // The browser itself reports an answer of 422 on its console.
    expect(said.splice(0)).toEqual([expect.stringContaining('422')]);
    await page
      .locator('#file')
      .setInputFiles({ name: 'talks.txt', mimeType: 'text/plain', buffer: Buffer.from(HARBOUR.draft.text) });
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByText('14 to look at').waitFor();
    await context.close();
  });

  it.each([390, 820, 1280])('fits a screen of %i px', async (width) => {
    const { page, context } = await open({ viewport: { width, height: 800 } });
    for (const path of ['', 'check', 'compare', 'nowhere']) {
      await page.goto(server.address + path);
      expect(await page.evaluate(NARROW_FAULTS), path).toEqual([]);
    }
    expect(said.splice(0)).toEqual([expect.stringContaining('404')]);
    await sheet(page);
    expect(await page.evaluate(NARROW_FAULTS)).toEqual([]);
    await context.close();
  });

  it.each(['light', 'dark'] as const)('can be read in %s', async (colorScheme) => {
    const { page, context } = await open({ colorScheme });
    await page.goto(`${server.address}check`);
    expect(await page.evaluate(FAINT_WORDS)).toEqual([]);
    await sheet(page);
    expect(await page.evaluate(FAINT_WORDS)).toEqual([]);
    await context.close();
  });

  it('says the differences to those who listen', async () => {
    const { page, context } = await open();
    await sheet(page);
    const heard = await page.locator('#f2').ariaSnapshot();
    expect(heard).toContain('deletion: "deleted: will"');
    expect(heard).toContain('insertion: "inserted: could"');
    await context.close();
  });

  it('prints with nothing cut, in one column, with lines to sign', async () => {
    const { page, context } = await open({ colorScheme: 'dark', viewport: { width: 680, height: 960 } });
    await sheet(page);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate(CUT_WORDS)).toEqual([]);
    expect(await page.evaluate(FAINT_WORDS)).toEqual([]);
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4', preferCSSPageSize: true })));
    const { text } = await extractText(pdf, { mergePages: true });
    const printed = text.replace(/\s/g, '');
    for (const { quotation, readings } of HARBOUR.checks) {
      if (/\p{Script=Han}/u.test(quotation.text)) continue;
      for (const words of quotation.text.split(' ')) expect(printed).toContain(words);
      for (const { role, reference } of readings) if (role !== 'also') expect(printed).toContain(reference);
    }
    expect(printed).toContain('<https://ordania.example/press/2026-03-12>');
    for (const line of ['Checkedby:', 'Dateandtime:', 'Openitems:', 'Whatthemarksmean'])
      expect(printed).toContain(line);
    await context.close();
  });

  it('had nothing on the console, and asked nothing of anybody else', () => expect(said).toEqual([]));
});
