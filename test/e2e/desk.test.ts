/** The desk in a real browser, on the case file: every page, the live check, links to words, adding files. */
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../architecture/sources.js';
import { launchBrowser, noBrowser } from './browser.js';
import { paste, violations } from './on-page.js';
import { addressOf, Desk } from './onrecord.js';

const DRAFT = readFileSync(join(root, 'casefile/draft.md'), 'utf8');

describe.skipIf(noBrowser)(`the desk in a browser${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  const desk = new Desk();
  let browser: Browser;
  let child: ChildProcess;
  let address = '';
  const said: string[] = [];

  beforeAll(async () => {
    child = desk.start(['casefile', '--port', '0']);
    address = await addressOf(child);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    child?.kill('SIGINT');
    desk.clear();
  });

  const open = async (path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    page.on('console', (message) => {
      // Said when the test types before the browser has put the cursor into the field.
      if (!message.text().startsWith('Autofocus processing was blocked')) said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(address)) said.push(`asked elsewhere: ${request.url()}`);
    });
    await page.goto(address + path);
    return page;
  };

  it.each([
    '/',
    '/sheets',
    '/check',
    '/casefile',
    '/compare',
    '/compare?first=d38&second=d37',
    '/accounts?a=d40&b=d39',
    '/age?text=d7',
    '/formula?phrase=reserves+the+right+to+respond',
    '/sayings?words=a+matter+of+weeks',
    '/sayings?of=d37',
    '/search?words=gates',
    '/texts',
    '/texts/d37?at=1200-1300',
    '/people',
    '/follow',
    '/sources',
    '/changes',
    '/morning',
  ])('%s breaks no rule of accessibility, fits a phone, and says nothing on the console', async (path) => {
    said.length = 0;
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open(path, { colorScheme });
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
      await page.close();
    }
    expect(said).toEqual([]);
  });

  it('leads through the tour', async () => {
    const page = await open('/');
    const stops = page.locator('.tour a');
    expect(await stops.count()).toBe(5);
    const hrefs = await Promise.all([0, 1, 2, 3, 4].map((i) => stops.nth(i).getAttribute('href')));
    for (const href of hrefs) {
      const answer = await page.goto(`${address}${href}`);
      expect(answer!.status()).toBe(200);
      expect(await page.locator('.banner[role=alert]').count()).toBe(0);
    }
    await page.close();
  });

  it('checks a draft as it is pasted, and puts a quotation right with one key', async () => {
    said.length = 0;
    const page = await open('/check');
    await page.waitForSelector('.cm-content');
    await paste(
      page,
      'Captain Petrik said: “All of the crews have been home at least once since the gates closed, thanks to pilots on both sides.”',
    );
    await page.getByText('1 to look at').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.finding.chosen .status').textContent()).toBe('altered in words');
    await page.keyboard.press('u');
    await page.getByText('Nothing to look at').waitFor();
    expect(await page.locator('.cm-content').textContent()).toContain(
      '“Most of the crews have been home at least once',
    );
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+z');
    await page.getByText('1 to look at').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await page.getByText('To ask the reporter').waitFor();
    expect(await page.locator('.questions').textContent()).toMatch(
      /“All of the crews[^]*\/texts\/d\d+v\d+\?at=\d+-\d+#lit/,
    );
    expect(await violations(page)).toEqual([]);
    await page.close();
    expect(said).toEqual([]);
  });

  it('marks all quotations of the draft of the case file, and goes through what is to be looked at', async () => {
    const page = await open('/check');
    await page.waitForSelector('.cm-content');
    await paste(page, DRAFT);
    await page.locator('.strip .verdict').waitFor();
    // Pasted as plain text: the block quotation that Markdown marks is none.
    expect(await page.locator('.finding').count()).toBe(45);
    await page.keyboard.press('Escape');
    const first = await page.locator('.finding.chosen').getAttribute('id');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('.finding.chosen').getAttribute('id')).not.toBe(first);
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.close();
  });

  it('makes a link of selected words that lights just these words', async () => {
    const page = await open('/texts/d37');
    await page.evaluate(`(() => {
      const words = document.querySelector('[data-desk="text"] p[data-at]:nth-of-type(4)').firstChild;
      const range = document.createRange();
      range.setStart(words, 3);
      range.setEnd(words, 25);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    })()`);
    const selected = await page.evaluate('getSelection().toString()');
    await page.locator('.link-words').click();
    await page.waitForURL(/\?at=\d+-\d+/);
    await page.reload();
    expect(await page.locator('mark.lit').textContent()).toBe(selected);
    await page.close();
  });

  it('adds a file, lets its facts be corrected, and finds it', async () => {
    const page = await open('/');
    await page.locator('#files').setInputFiles({
      name: 'quay.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('title: At the quay\n\nThe quay was quiet and the lanterns unlit.'),
    });
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('link', { name: 'At the quay' }).click();
    await page.getByText('Correct a fact').click();
    await page.locator('#fact').selectOption('speaker');
    await page.locator('#value').fill('Ilse Moreau');
    await page.getByRole('button', { name: 'Correct' }).click();
    await page.getByText('corrected by ann').waitFor();
    await page.goto(`${address}/search?words=lanterns`);
    expect(await page.locator('.hits li').count()).toBe(1);
    await page.close();
  });

  it('works without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${address}/check`);
    await page.getByLabel('The draft').fill('Varga spoke of “a matter of days, not months”.');
    await page.getByRole('button', { name: 'Check' }).click();
    expect(await page.locator('.verdict').textContent()).toMatch(/^\d to look at$/);
    await page.getByLabel('Who signs').fill('Ann');
    await page.getByRole('button', { name: 'Sign off and keep' }).click();
    await page.waitForURL(/\/sheets\/sh1$/);
    expect(await page.locator('main').textContent()).toContain('Signed off by Ann');
    await context.close();
  });
});
