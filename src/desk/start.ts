/** Finds the places for live parts on a page, and puts them there; loaded part by part, as they are needed. */
import { addFiles } from './add-files.js';
import { followPreview } from './follow-preview.js';
import { offerCopies } from './copy-text.js';
import { listenForKeys } from './keys.js';
import { listenLive } from './live.js';
import { linkWords } from './link-words.js';

/** Makes the page live. */
export async function startDesk(page: Document): Promise<void> {
  listenForKeys(page);
  const live = listenLive(page);
  offerCopies(page);
  const add = page.querySelector<HTMLElement>('[data-desk="add"]');
  if (add) addFiles(add, live);
  const text = page.querySelector<HTMLElement>('[data-desk="text"]');
  if (text) linkWords(text);
  const follow = page.querySelector<HTMLFormElement>('form[data-desk="follow"]');
  if (follow) followPreview(follow);
  const check = page.querySelector<HTMLElement>('[data-desk="check"]');
  if (!check) return;
  const [{ mount }, { default: CheckDesk }] = await Promise.all([import('svelte'), import('./check-desk.svelte')]);
  const field = check.querySelector('textarea');
  const draft = { text: field?.value ?? '', name: check.dataset['name'] ?? '', nonce: nonceOf(page), live };
  check.replaceChildren();
  mount(CheckDesk, { target: check, props: draft });
}

/** Browsers hide the attribute and show the property to scripts only. */
function nonceOf(page: Document): string {
  return page.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
}
