/** The analyst with two readouts and the researcher with one formula, end to end in a real browser on the case file. */
import type { ChildProcess } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, noBrowser } from './browser.js';
import { violations } from './on-page.js';
import { addressOf, Desk } from './onrecord.js';

const ARABIC = 'قال الوزير إن البوابات ستفتح يوم الاثنين إذا حضر المفتشون';
const CHINESE = '部长说，如果检查员到场，闸门将在星期一打开。';

describe.skipIf(noBrowser)(`readings in a browser${noBrowser ? ` (${noBrowser})` : ''}`, () => {
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
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(address + path);
    return page;
  };
  /** Faults of accessibility, and of the width of a phone. */
  const faults = async (page: Page): Promise<unknown> => {
    const found = await violations(page);
    await page.setViewportSize({ width: 390, height: 800 });
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    await page.setViewportSize({ width: 1280, height: 900 });
    return wide === 390 ? found : [`${String(wide)} wide on a phone`];
  };

  it.each([
    ['/search?list=ferry%0Agates%0A%22frank+exchange%22%0Azebra', 'light'],
    ['/search?words=%22gates', 'light'],
    ['/texts/d36?words=inspectors&at=2994-3069&heat=1', 'dark'],
    ['/accounts?a=d40&b=d39', 'dark'],
    ['/accounts/note?a=d40&b=d39&row=1&row=3', 'light'],
    ['/formula?phrase=reserves+the+right+to+respond&sort=left', 'dark'],
    ['/compare?first=d38&second=d37&all=1', 'light'],
    ['/people/ilse-moreau', 'dark'],
  ] as const)('%s breaks no rule of accessibility and fits a phone', async (path, colorScheme) => {
    const page = await open(path, { colorScheme });
    expect(await faults(page)).toEqual([]);
    await page.close();
  });

  it('the analyst pairs rows by hand, ticks some, and takes a note whose links light the words', async () => {
    said.length = 0;
    const page = await open('/accounts?a=d40&b=d39');
    const row = page.locator('#rows tr.main', { has: page.getByText('a3', { exact: true }) }).first();
    expect(await row.textContent()).toContain('not mentioned');
    await row.getByRole('button', { name: 'count as mentioned' }).click();
    await page
      .getByText(/paired by ann/)
      .first()
      .waitFor();
    expect(await row.textContent()).not.toContain('not mentioned');
    const answer = await fetch(`${address}/api/1/accounts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ texts: [{ held: 'd40' }, { held: 'd39' }] }),
    });
    const { rows } = (await answer.json()) as { rows: readonly { decided: { by: string; at: object } | null }[] };
    expect(rows.filter(({ decided }) => decided !== null).map(({ decided }) => decided!.by)).toEqual(['ann']);
    await page.locator('input[name="row"]').nth(0).check();
    await page.locator('input[name="row"]').nth(2).press('Space');
    await page.getByRole('button', { name: 'Make a note' }).click();
    expect(await page.locator('.note-list li').count()).toBe(2);
    const markdown = await page.getByLabel('As Markdown').inputValue();
    expect(markdown.split('\n').filter((line) => /^\d\. /.test(line)).length).toBe(2);
    expect(markdown).toContain(`](${address}/texts/d40v1?at=`);
    const words = (await page.locator('.note-list a').first().textContent())!.slice(1, -1);
    await page.locator('.note-list a').first().click();
    expect((await page.locator('mark.lit').allTextContents()).join('').replaceAll(/\s+/g, ' ')).toBe(words);
    await page.close();
    expect(said).toEqual([]);
  });

  it('the researcher goes from a bar to its sentence, sorts, and lands on the exact words', async () => {
    said.length = 0;
    const page = await open('/formula?phrase=reserves+the+right+to+respond');
    await page.locator('.chart a').last().click();
    await page.waitForURL(/#in-2026/);
    await page.getByRole('link', { name: 'the words after' }).click();
    expect(await page.locator('.sorts b').textContent()).toBe('the words after');
    await page.locator('.kwic .hit a').first().click();
    expect(await page.locator('mark.lit').textContent()).toBe('reserves the right to respond');
    expect(await page.getByRole('heading', { name: 'Taken up later' }).count()).toBe(1);
    await page.close();
    expect(said).toEqual([]);
  });

  it('searches, goes from place to place by keys, and keeps the search', async () => {
    said.length = 0;
    const page = await open('/search');
    await page.getByLabel('Words, or a phrase').fill('inspectors NEAR/6 terminal');
    await page.keyboard.press('Enter');
    await page.locator('.hits a.hit').first().click();
    await page.getByText(/place \d of \d/).waitFor();
    await page.keyboard.press('n');
    await page.waitForURL(/at=\d+-\d+#lit$/);
    expect(await page.locator('#lit').count()).toBe(1);
    await page.goto(`${address}/search?words=lighthouse`);
    await page.goto(`${address}/search?words=gates`);
    await page.getByText('Keep this search').click();
    await page.getByLabel('Its name').fill('The gates');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByText('Nothing is new since').waitFor();
    const form = new FormData();
    form.append('files', new File(['title: New\n\nThe gates are open, they say.'], 'new.txt', { type: 'text/plain' }));
    expect((await fetch(`${address}/api/1/texts`, { method: 'POST', body: form })).ok).toBe(true);
    await page.goto(`${address}/search`);
    await page.getByText('1 new since').waitFor();
    await page.getByRole('link', { name: 'The gates' }).click();
    expect(await page.locator('.hits li').first().locator('b.new').count()).toBe(1);
    await page.getByRole('button', { name: 'I have seen these' }).click();
    await page.getByText('Nothing is new since').waitFor();
    await page.getByRole('button', { name: 'Forget this search' }).click();
    expect(await page.getByText('Kept searches').count()).toBe(0);
    await page.close();
    expect(said).toEqual([]);
  });

  it('shows words from right to left, and words without spaces, as they are read', async () => {
    const form = new FormData();
    for (const [name, language, words] of [
      ['ar.txt', 'ar', ARABIC],
      ['zh.txt', 'zh', CHINESE],
    ] as const)
      form.append(
        'files',
        new File([`title: ${name}\nlanguage: ${language}\n\n${words}`], name, { type: 'text/plain' }),
      );
    expect((await fetch(`${address}/api/1/texts`, { method: 'POST', body: form })).ok).toBe(true);
    for (const [words, direction] of [
      ['البوابات', 'rtl'],
      ['检查员', 'ltr'],
    ] as const) {
      const page = await open(`/search?words=${encodeURIComponent(words)}`);
      expect(await page.locator('.hits mark').textContent()).toBe(words);
      expect(await page.evaluate(`getComputedStyle(document.querySelector('.hits .said')).direction`)).toBe(direction);
      await page.locator('.hits a.hit').click();
      expect(await page.locator('mark.lit').textContent()).toBe(words);
      await page.close();
    }
  });
});
