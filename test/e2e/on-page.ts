/** What tests of pages do to a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The rules of WCAG 2.2 AA that a page breaks, each with the element; found by axe. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(WCAG)} } }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`,
  );
}

const PASTE = `(text) => {
  const editor = document.querySelector('.cm-content');
  const data = new DataTransfer();
  data.setData('text/plain', text);
  editor.focus();
  editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}`;

/** Pastes a draft into the editor, as from the clipboard. */
export async function paste(page: Page, draft: string): Promise<void> {
  await page.evaluate(`(${PASTE})(${JSON.stringify(draft)})`);
}
