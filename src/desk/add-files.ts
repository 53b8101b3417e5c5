/** Adding files by dropping them, folders too: sent one after another, so that the list grows and can be stopped. */
import { ask, Refusal } from './ask.js';
import { type Live, stopWork, workName } from './live.js';
import { SAY } from './words.js';

interface Row {
  readonly path: string;
  readonly outcome: string;
  readonly document: string | null;
  readonly title: string | null;
  readonly guesses: readonly string[];
  readonly reasons: readonly string[];
}

/** Why an import ended before its time. */
interface Ended {
  readonly code: string;
  readonly message: string;
}

interface Named {
  readonly file: File;
  readonly path: string;
}

/** Files sent at once: few requests, and a list that still grows. */
const AT_ONCE = 20;

export function addFiles(section: HTMLElement, live: Live): void {
  const page = section.ownerDocument;
  const form = section.querySelector('form');
  const input = section.querySelector<HTMLInputElement>('input[type=file]');
  if (!form || !input) return;
  const status = page.createElement('p');
  status.setAttribute('role', 'status');
  status.className = 'small';
  const list = page.createElement('ul');
  list.className = 'plain added';
  const stop = page.createElement('button');
  stop.type = 'button';
  stop.className = 'link-button';
  stop.textContent = SAY.stop;
  stop.hidden = true;
  section.append(status, stop, list);

  /** One batch; false: it was stopped, or refused. */
  const sendBatch = async (batch: readonly Named[], work: string): Promise<boolean> => {
    const body = new FormData();
    for (const { file, path } of batch) body.append('files', file, path);
    try {
      const answer = await ask(`/api/1/texts?work=${work}`, { method: 'POST', body });
      const { rows, stop: ended } = answer as { readonly rows: readonly Row[]; readonly stop: Ended | null };
      for (const row of rows) list.append(drawRow(page, row));
      if (ended !== null) status.textContent = ended.code === 'stopped' ? SAY.stopped : ended.message;
      return ended === null;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      status.textContent = `${error.message} ${error.remedy}`.trim();
      return false;
    }
  };

  const send = async (files: readonly Named[]): Promise<void> => {
    const work = workName();
    let wanted = true;
    let done = 0;
    stop.hidden = false;
    const end = (): void => {
      wanted = false;
      void stopWork(work);
    };
    stop.addEventListener('click', end);
    const letGo = live.onWork(work, (far) => {
      status.textContent = `${SAY.adding(done + far.done, files.length)}, ${SAY.reading(far.current)}`;
    });
    while (done < files.length) {
      if (!wanted) status.textContent = SAY.stopped;
      const batch = files.slice(done, done + AT_ONCE);
      if (!wanted || !(await sendBatch(batch, work))) break;
      done += batch.length;
      status.textContent = SAY.adding(done, files.length);
    }
    letGo();
    stop.removeEventListener('click', end);
    stop.hidden = true;
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send([...(input.files ?? [])].map((file) => ({ file, path: file.name })));
  });
  section.addEventListener('dragover', (event) => {
    event.preventDefault();
    section.classList.add('over');
  });
  section.addEventListener('dragleave', () => section.classList.remove('over'));
  section.addEventListener('drop', (event) => {
    event.preventDefault();
    section.classList.remove('over');
    void filesIn(event.dataTransfer).then(send);
  });
}

function drawRow(page: Document, { path, outcome, document, title, guesses, reasons }: Row): HTMLElement {
  const row = page.createElement('li');
  const word = page.createElement('b');
  word.className = 'outcome';
  word.textContent = outcome;
  const name = page.createElement(document === null ? 'span' : 'a');
  name.textContent = title ?? path;
  name.dir = 'auto';
  if (document !== null) name.setAttribute('href', `/texts/${document}`);
  row.append(word, ' ', name);
  for (const words of [...reasons, ...guesses.map((guess) => `a guess: ${guess}`)]) {
    const line = page.createElement('span');
    line.className = 'small';
    line.textContent = words;
    row.append(' ', line);
  }
  return row;
}

/** Every file that was dropped, with its path from the folder that was dropped. */
async function filesIn(dropped: DataTransfer | null): Promise<Named[]> {
  // Entries must be asked for before the event is over.
  const entries = [...(dropped?.items ?? [])].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const found: Named[] = [];
  for (const entry of entries) await walk(entry, found);
  return found;
}

async function walk(entry: FileSystemEntry, found: Named[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    found.push({ file, path: entry.fullPath.replace(/^\//, '') });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return;
    for (const inner of batch) await walk(inner, found);
  }
}
