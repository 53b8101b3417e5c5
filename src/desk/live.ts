/**
 * Two windows see each other's changes, and those of the command line: the server tells when the archive has changed.
 * A page that only lists is drawn anew where it stands; on others a quiet line offers it, because what somebody works
 * on is never replaced under their hands. A hidden window does not listen: a browser keeps few connections to a server.
 */
import { SAY } from './words.js';

/** The numbers that grow with what is written; those of looks are left out. */
interface Revision {
  readonly versions: number;
  readonly acts: number;
  readonly happenings: number;
}

interface WorkEvent {
  readonly work: string;
  readonly done: number;
  readonly total: number;
  readonly current: string;
}

/** Pages that are lists and readings by their address, with nothing typed in them. */
const DRAWN_ANEW = /^\/(sheets(\/\w+)?|people|sources)$/;

export interface Live {
  /** Calls back when the archive has changed; what comes of it is left to who asked. */
  onChange(changed: () => void): void;
  /** Calls back with how far a work is, until it is let go. */
  onWork(work: string, far: (event: WorkEvent) => void): () => void;
}

/** Listens as long as the page is seen. */
export function listenLive(page: Document): Live {
  const own: (() => void)[] = [];
  const works = new Map<string, (event: WorkEvent) => void>();
  let seen: string | null = null;
  let source: EventSource | null = null;

  const open = (): void => {
    if (source !== null) return;
    source = new EventSource('/api/events');
    source.addEventListener('revision', (event) => {
      const { versions, acts, happenings } = JSON.parse(event.data as string) as Revision;
      const revision = `${versions} ${acts} ${happenings}`;
      const changed = seen !== null && seen !== revision;
      seen = revision;
      if (!changed) return;
      if (own.length > 0) for (const call of own) call();
      else void show(page);
    });
    source.addEventListener('work', (event) => {
      const far = JSON.parse(event.data as string) as WorkEvent;
      works.get(far.work)?.(far);
    });
  };
  const close = (): void => {
    source?.close();
    source = null;
  };
  page.addEventListener('visibilitychange', () => (page.visibilityState === 'hidden' ? close() : open()));
  page.defaultView?.addEventListener('pagehide', close);
  page.defaultView?.addEventListener('pageshow', open);
  if (page.visibilityState !== 'hidden') open();
  return {
    onChange: (changed) => void own.push(changed),
    onWork: (work, far) => {
      works.set(work, far);
      return () => void works.delete(work);
    },
  };
}

async function show(page: Document): Promise<void> {
  if (DRAWN_ANEW.test(page.location.pathname) && !isUsed(page) && (await drawAnew(page))) return;
  const shown = page.querySelector('.has-changed');
  if (shown) return;
  const line = page.createElement('p');
  line.className = 'has-changed';
  line.setAttribute('role', 'status');
  const button = page.createElement('button');
  button.className = 'link-button';
  button.textContent = SAY.show;
  button.addEventListener('click', () => page.location.reload());
  line.append(`${SAY.hasChanged} `, button);
  page.querySelector('main')?.prepend(line);
}

/** Somebody has opened, marked or typed something in it. */
function isUsed(page: Document): boolean {
  const main = page.querySelector('main');
  return (
    main === null ||
    main.contains(page.activeElement) ||
    main.querySelector('details[open], dialog[open]') !== null ||
    page.getSelection()?.isCollapsed === false
  );
}

async function drawAnew(page: Document): Promise<boolean> {
  try {
    const answer = await fetch(page.location.href);
    if (!answer.ok) return false;
    const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
    if (drawn === null) return false;
    page.querySelector('main')?.replaceWith(drawn);
    return true;
  } catch {
    return false;
  }
}

/** A name for work that nobody else has. */
export function workName(): string {
  // Not randomUUID: that is for secure addresses alone, and a desk on a network of one's own is none.
  return [...crypto.getRandomValues(new Uint32Array(4))]
    .map((n) => n.toString(36))
    .join('-')
    .slice(0, 60);
}

/** Asks the server to stop work. */
export async function stopWork(work: string): Promise<void> {
  await fetch('/api/1/stop', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ work }),
  });
}
