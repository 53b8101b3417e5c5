/**
 * The preview of a place follows the form: while somebody changes how a place is read, the server draws anew what would
 * be taken, by the same address that the button asks. Only the preview is put in place of the old one; the fields are
 * left to whoever types.
 */
import { SAY } from './words.js';

/** So long nobody types before the preview is asked for. */
const PAUSE_MS = 600;

/** Makes the form live, where a place was looked at already. */
export function followPreview(form: HTMLFormElement): void {
  const page = form.ownerDocument;
  busyWhileSent(form);
  if (!form.classList.contains('known')) return;
  let timer = 0;
  let asking: AbortController | null = null;
  const look = async (): Promise<void> => {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    const preview = page.getElementById('preview');
    preview?.setAttribute('aria-busy', 'true');
    const sent = new FormData(form);
    sent.set('do', 'look');
    try {
      const answer = await fetch(form.action, { method: 'POST', body: sent, signal });
      const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const trouble = drawn.querySelector('.banner[role="alert"]');
      const fresh = drawn.getElementById('preview');
      if (fresh === null || preview === null) return;
      if (trouble !== null) fresh.replaceChildren(...fresh.querySelectorAll('h2'), trouble);
      page.getElementById('preview')?.replaceWith(page.adoptNode(fresh));
    } catch (error) {
      // A later change asks anew; a server that does not answer says so when the button is pressed.
      if (!(error instanceof DOMException && error.name === 'AbortError')) preview?.removeAttribute('aria-busy');
    }
  };
  form.addEventListener('input', ({ target }) => {
    // Another address is another place: it is looked at when the button is pressed.
    if ((target as HTMLElement).id === 'address') return;
    clearTimeout(timer);
    timer = Number(setTimeout(() => void look(), PAUSE_MS));
  });
}

/** A look takes some seconds: hosts are asked slowly. The button says so. */
function busyWhileSent(form: HTMLFormElement): void {
  form.addEventListener('submit', ({ submitter }) => {
    form.setAttribute('aria-busy', 'true');
    if (submitter instanceof HTMLButtonElement && submitter.value === 'look') submitter.textContent = SAY.looking;
  });
}
