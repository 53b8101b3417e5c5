/** Select words of a text: a link that lights just these words, to copy. Offsets count in the text of the wording. */
import { SAY } from './words.js';

export function linkWords(article: HTMLElement): void {
  const { version } = article.dataset;
  if (version === undefined) return;
  const page = article.ownerDocument;
  const button = page.createElement('button');
  button.className = 'link-words';
  button.textContent = SAY.linkToWords;
  button.hidden = true;
  article.append(button);
  page.addEventListener('selectionchange', () => {
    const at = selectedIn(article);
    button.hidden = at === null;
    button.textContent = SAY.linkToWords;
    if (at !== null) button.dataset['at'] = `${at.start}-${at.end}`;
  });
  // The selection would be lost before the click.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('click', () => {
    const address = `${page.location.origin}/texts/${version}?at=${button.dataset['at']}#lit`;
    page.defaultView?.history.replaceState(null, '', address);
    void copyTo(page, address).then((copied) => (button.textContent = copied ? SAY.linkCopied : address));
  });
}

/** A browser may refuse the clipboard; the address then stands on the button, and in the bar. */
async function copyTo(page: Document, words: string): Promise<boolean> {
  try {
    await page.defaultView?.navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}

/** The selected words as offsets into the wording; null where nothing of the text is selected. */
export function selectedIn(article: HTMLElement): { readonly start: number; readonly end: number } | null {
  const selection = article.ownerDocument.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset, article);
  const end = offsetOf(range.endContainer, range.endOffset, article);
  return start === null || end === null || start >= end ? null : { start, end };
}

function offsetOf(node: Node, offset: number, article: HTMLElement): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest<HTMLElement>('[data-at]');
  if (!block || !article.contains(block)) return null;
  const before = article.ownerDocument.createRange();
  before.selectNodeContents(block);
  before.setEnd(node, offset);
  const clock = block.querySelector('.time')?.textContent.length ?? 0;
  return Number(block.dataset['at']) + Math.max(0, before.toString().length - clock);
}
