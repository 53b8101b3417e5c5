import { expect, it } from 'vitest';
import { launchBrowser, noBrowser } from './browser.js';

it.skipIf(noBrowser)('has a browser that lays out a page and runs its script', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent('<p id="p">“Ja” – да – 是</p><script>p.title = String(p.offsetHeight > 0)</script>');
    expect(await page.textContent('#p')).toBe('“Ja” – да – 是');
    expect(await page.getAttribute('#p', 'title')).toBe('true');
  } finally {
    await browser.close();
  }
});
