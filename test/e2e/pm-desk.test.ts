/**
 * The desk on real transcripts: thirty quotations cut from them, a third with a word changed, checked as they are
 * pasted and while somebody types. Four thousand of them, drawn by one seed; the figures are in bench/README.md.
 */
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARCHIVE, type PmTranscript, transcriptsIn, withUnpacked, writeLines } from '../../bench/pm-transcripts.js';
import { Random } from '../../bench/random.js';
import { launchBrowser, noBrowser } from './browser.js';
import { paste } from './on-page.js';
import { addressOf, Desk } from './onrecord.js';

const LONG = process.env['ONRECORD_LONG_TESTS'] === '1';
const TEXTS = 4000;
const QUOTATIONS = 30;
const KEYSTROKES = 60;
const skipped = noBrowser ?? (existsSync(ARCHIVE) ? (LONG ? null : 'npm run test:long') : 'needs ../shared/data');

/** Counts the time from now to the first finding, and to the frame in which all of them are drawn. */
const CLOCK = `(() => {
  window.pastedAt = performance.now();
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.finding')) return;
    window.firstFinding = performance.now() - window.pastedAt;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.allFindings = performance.now() - window.pastedAt; }));
  }).observe(document.body, { childList: true, subtree: true });
})()`;

/** A sentence of plain words, long enough to stand nowhere else. */
function sentenceOf({ html }: PmTranscript, random: Random): string | null {
  const plain = html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&[a-z#0-9]+;/g, ' ')
    .replaceAll(/\s+/g, ' ');
  const fitting = plain.match(/[A-Z][a-z ,]{90,180}\./g)?.filter((one) => one.split(' ').length >= 16) ?? [];
  return fitting.length === 0 ? null : fitting[random.below(fitting.length)]!;
}

describe.skipIf(skipped)(`the desk on real transcripts${skipped ? ` (${skipped})` : ''}`, () => {
  const desk = new Desk();
  let browser: Browser;
  let child: ChildProcess;
  let page: Page;
  let client: CDPSession;
  let draft = '';
  let texts = 0;

  beforeAll(async () => {
    mkdirSync(desk.path('in'));
    const random = new Random(20_260_313);
    const quoted: string[] = [];
    await withUnpacked(ARCHIVE, async (folder) => {
      const all = random.shuffled([...transcriptsIn(folder, () => undefined)]).slice(0, TEXTS);
      texts = await writeLines(desk.path('in/texts.jsonl'), all);
      for (const one of all) {
        const sentence = sentenceOf(one, random);
        if (sentence !== null && one.speaker !== undefined)
          quoted.push(
            `${one.speaker} said: “${quoted.length % 3 === 2 ? sentence.replace(/ (will|is|was|the) /, ' never ') : sentence}”`,
          );
        if (quoted.length === QUOTATIONS) break;
      }
    });
    draft = quoted.join('\n\nThe room was quiet for a while, and somebody opened a window.\n\n');
    const added = await desk.run(['add', 'in', '--archive', 'held', '--quiet']);
    if (added.code > 1) throw new Error(added.err);
    child = desk.start(['serve', '--port', '0', '--archive', 'held', '--no-watch']);
    const address = await addressOf(child);
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    client = await page.context().newCDPSession(page);
    await page.goto(`${address}/check`);
    await page.waitForSelector('.cm-content');
  }, 900_000);
  afterAll(async () => {
    await browser?.close();
    child?.kill('SIGINT');
    desk.clear();
  });

  it('shows the findings of thirty quotations within a second', async () => {
    // The first check brings the index into memory; it is the later ones that an editor waits for all day.
    await page.evaluate(
      "fetch('/api/1/check', { method: 'POST', body: 'He spoke of “words of the first draft of the day”.' }).then((a) => a.json())",
    );
    await page.evaluate(CLOCK);
    await paste(page, draft);
    await expect.poll(() => page.evaluate('window.allFindings ?? null'), { timeout: 60_000 }).not.toBeNull();
    const [first, all] = (await page.evaluate('[window.firstFinding, window.allFindings]')) as [number, number];
    console.log(
      `${texts} texts, ${QUOTATIONS} quotations: first finding ${first.toFixed(0)} ms, all drawn ${all.toFixed(0)} ms after the paste`,
    );
    const statuses = await page.locator('.finding .status').allTextContents();
    expect(statuses).toHaveLength(QUOTATIONS);
    expect(statuses.filter((one) => one === 'exact').length).toBeGreaterThanOrEqual(QUOTATIONS / 2);
    expect(statuses.filter((one) => one === 'altered in words').length).toBeGreaterThanOrEqual(QUOTATIONS / 5);
    expect(all).toBeLessThan(1000);
  }, 120_000);

  it('takes less than a frame of the main thread for a keystroke', async () => {
    // Processor time of the thread: what others do on the machine does not count.
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    const spent = async (): Promise<number> => {
      const { metrics } = await client.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
    };
    await page.locator('.cm-content').press('Control+End');
    const before = await spent();
    for (let i = 0; i < KEYSTROKES; i++) await page.keyboard.type('e');
    const each = ((await spent()) - before) / KEYSTROKES;
    console.log(`${each.toFixed(2)} ms of the main thread a keystroke, checks and all`);
    expect(each).toBeLessThan(16);
  }, 60_000);
});
