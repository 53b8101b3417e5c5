/** Keys that work on every page: "/" goes to the search, "n" and "p" to its next and previous place, "?" lists the keys. */
import { SAY } from './words.js';

export function listenForKeys(page: Document): void {
  page.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select, .cm-editor')) return;
    if (event.key === '?') showKeys(page);
    else if (event.key === '/') page.location.assign('/search');
    else if (event.key === 'n' || event.key === 'p') follow(page, event.key === 'n' ? 'next' : 'prev');
    else return;
    event.preventDefault();
  });
}

/** Goes to the next or previous place of a search, where the page leads there. */
function follow(page: Document, rel: 'next' | 'prev'): void {
  page.querySelector<HTMLAnchorElement>(`a[rel="${rel}"]`)?.click();
}

function showKeys(page: Document): void {
  const open = page.querySelector<HTMLDialogElement>('dialog.keys');
  if (open) {
    open.showModal();
    return;
  }
  const dialog = page.createElement('dialog');
  dialog.className = 'keys';
  dialog.setAttribute('aria-label', SAY.keys);
  const title = page.createElement('h2');
  title.textContent = SAY.keys;
  const list = page.createElement('dl');
  for (const [keys, means] of SAY.keyRows) {
    const term = page.createElement('dt');
    for (const key of keys.split(' ')) {
      const cap = page.createElement('kbd');
      cap.textContent = key;
      term.append(cap, ' ');
    }
    const meaning = page.createElement('dd');
    meaning.textContent = means;
    list.append(term, meaning);
  }
  const close = page.createElement('button');
  close.textContent = SAY.close;
  close.addEventListener('click', () => dialog.close());
  dialog.append(title, list, close);
  page.body.append(dialog);
  dialog.showModal();
}
