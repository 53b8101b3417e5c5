/** Following without a terminal, in a real browser: a place is shown, mended, followed; what it edits and drops is found. */
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../architecture/sources.js';
import { ministry, on } from '../capture/web/ordania.js';
import { launchBrowser, noBrowser } from './browser.js';
import { violations } from './on-page.js';
import { addressOf, Desk } from './onrecord.js';
import { type ServedSite, serveSite } from './sites.js';

const CLOCK = pathToFileURL(join(root, 'test/e2e/shifted-clock.mjs')).href;

describe.skipIf(noBrowser)(`following on the desk${noBrowser ? ` (${noBrowser})` : ''}`, { timeout: 180_000 }, () => {
  const desk = new Desk();
  let moment = on(5);
  let site: ServedSite;
  let browser: Browser;
  let child: ChildProcess;
  let address = '';
  const said: string[] = [];

  beforeAll(async () => {
    site = await serveSite(ministry, () => moment);
    desk.write({ 'archive/settings.json': '{"fetching": {"gap": 0.5}, "watch": ["before the gates are open"]}' });
    const made = await desk.run(['add', '-'], {
      input: 'title: A note\ndate: 2031-07-01\n\nThe gates stay shut for now.',
    });
    expect(made.code).toBeLessThan(2);
    const env = { NODE_OPTIONS: `--import ${CLOCK}`, SHIFT_MS: String(moment - Date.now()) };
    child = desk.start(['serve', '--port', '0'], { env });
    address = await addressOf(child);
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    child?.kill('SIGINT');
    site?.close();
    desk.clear();
  });

  const open = async (path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(address)) said.push(`asked elsewhere: ${request.url()}`);
    });
    await page.goto(address + path);
    return page;
  };
  /** Reloads until the page shows these words: what is waited for happens behind it. */
  const until = async (page: Page, words: RegExp): Promise<void> => {
    const limit = Date.now() + 90_000;
    while (!words.test(await page.locator('main').innerText())) {
      if (Date.now() > limit)
        throw new Error(`${String(words)} never showed: ${await page.locator('main').innerText()}`);
      await page.waitForTimeout(500);
      await page.reload();
    }
  };
  /** Waits for a preview that is as it should be. */
  const shows = async (page: Page, isRight: (shown: string) => boolean): Promise<void> => {
    const limit = Date.now() + 30_000;
    while (!isRight(await preview(page))) {
      if (Date.now() > limit) throw new Error(`The preview shows: ${await preview(page)}`);
      await page.waitForTimeout(100);
    }
  };
  const preview = (page: Page): Promise<string> => page.locator('#preview').innerText();

  it('shows a place, mends how it is read while one types, and follows it', async () => {
    const page = await open('/');
    await page.getByRole('link', { name: 'Follow a source' }).first().click();
    await page.locator('#address').fill(`${site.base}/en/news/`);
    await page.getByText('More', { exact: true }).click();
    await page.locator('#allow').fill(site.host);
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByRole('button', { name: 'Follow it' }).waitFor();
    expect(await preview(page)).toMatch(/list of texts · 10 texts listed now · something new about every day/);
    expect(await preview(page)).toContain('107 words');
    const asked = site.asked.length;

    await page.getByText('How it is read: the recipe').click();
    await page.locator('#text').fill('div.article-content');
    await page.locator('#drop').fill('.share\n.contact');
    await page.locator('#name').fill('Ordania, news');
    await shows(page, (shown) => shown.includes('Ordania, news') && !shown.includes('107 words'));
    await page.locator('#proof').fill('h1.no-such-title');
    await shows(page, (shown) => /no-such-title/.test(shown));
    await page.locator('#proof').fill('h1.photo-content__title');
    await shows(page, (shown) => shown.includes('texts listed now') && !shown.includes('no-such-title'));
    await page.locator('#text').fill('div[');
    await page.getByText('is no selector').waitFor();
    await page.locator('#text').fill('div.article-content');
    await shows(page, (shown) => shown.includes('texts listed now'));
    // The place was asked once, whatever was typed.
    expect(site.asked.length).toBe(asked);

    await page.getByRole('button', { name: 'Follow it' }).click();
    await page.waitForURL(/\/sources\/s1$/);
    expect(await page.locator('h1').innerText()).toBe('Ordania, news');
    await until(page, /10 of 10 texts held/);
    await page.close();
  });

  it('looks when asked to, and shows an edit with its words marked', async () => {
    moment = on(5, 15);
    const page = await open('/sources');
    await page.getByRole('button', { name: 'Look now' }).click();
    await until(page, /changed\s*On the northern terminal/);
    await page.goto(`${address}/changes`);
    const [first] = await page.locator('.change-list > li').all();
    expect(await first!.locator('.flag').innerText()).toBe('negation');
    expect(await first!.locator('del').innerText()).toMatch(/not$/);
    await page.locator('#words').fill('zeppelin');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('Nothing changed.').waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'the whole difference' }).first().click();
    await page.getByText('1 difference', { exact: true }).waitFor();
    await page.close();
  });

  it('says in the morning why each text is there, and remembers what was seen', async () => {
    const page = await open('/morning');
    const text = page.locator('article', { hasText: 'On the northern terminal' });
    expect(await text.locator('.why').innerText()).toMatch(
      /3 new sentences of 3; formula “before the gates are open” to the word/,
    );
    expect(await page.locator('.morning > section h2').allInnerTexts()).toEqual([
      'New texts',
      'Changes',
      'Due and broken',
    ]);
    await page.getByRole('button', { name: 'I have seen these' }).click();
    await page.getByText('No new texts.').waitFor();
    await page.goto(`${address}/changes`);
    await page.getByText('Nothing changed.').waitFor();
    await page.getByText('More', { exact: true }).click();
    await page.getByLabel('all there ever was').check();
    await page.getByRole('button', { name: 'Show' }).click();
    await page.locator('.change-list > li').first().waitFor();
    await page.close();
  });

  it('lets a source rest, and shows what is wrong with one', async () => {
    const page = await open('/sources/s1');
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('paused').first().waitFor();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    // The list has other names for a day.
    moment = on(25, 1);
    await page.getByRole('button', { name: 'Look now' }).click();
    await until(page, /layout changed/);
    await page.goto(`${address}/morning`);
    expect(await page.locator('.broken').innerText()).toMatch(/Ordania, news[^]*layout changed/);
    await page.goto(`${address}/follow?source=s1`);
    expect(await page.locator('#entry').inputValue()).toContain('announce__item');
    await page.close();
  });

  it('breaks no rule of accessibility, fits a phone, and says nothing on the console', async () => {
    said.length = 0;
    for (const path of ['/follow?source=s1', '/sources', '/sources/s1', '/changes?all=1', '/morning?all=1'])
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await open(path, { colorScheme });
        expect(await violations(page), path).toEqual([]);
        await page.setViewportSize({ width: 390, height: 800 });
        expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(390);
        const shots = process.env['SHOTS'];
        if (shots)
          await page.screenshot({
            path: `${shots}/${path.replaceAll(/\W+/g, '-')}-${colorScheme}-390.png`,
            fullPage: true,
          });
        await page.close();
      }
    expect(said).toEqual([]);
  });
});
