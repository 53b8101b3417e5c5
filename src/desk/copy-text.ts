/** A button that copies a field of text; without script the field itself can be copied from. */

/** Puts a button below each field that wants one. */
export function offerCopies(page: Document): void {
  for (const field of page.querySelectorAll<HTMLTextAreaElement>('textarea[data-desk="copy"]')) {
    const button = page.createElement('button');
    button.type = 'button';
    button.className = 'quiet';
    button.textContent = field.dataset['copy'] ?? '';
    button.addEventListener('click', () => void copy(field, button));
    field.after(button);
  }
}

/** A browser may refuse the clipboard; the words are then selected, to be copied by a key. */
async function copy(field: HTMLTextAreaElement, button: HTMLButtonElement): Promise<void> {
  try {
    await field.ownerDocument.defaultView?.navigator.clipboard.writeText(field.value);
    button.textContent = field.dataset['copied'] ?? '';
  } catch {
    field.select();
  }
}
