/** Adding files by dropping them, folders too: sent one after another, so that the list grows and can be stopped. */
import { ask, Refusal } from './ask.js';
import { SAY } from './words.js';

interface Row {
  readonly path: string;
  readonly outcome: string;
  readonly document: string | null;
  readonly title: string | null;
  readonly guesses: readonly string[];
  readonly reasons: readonly string[];
}

interface Named {
  readonly file: File;
  readonly path: string;
}

/** Files sent at once: few requests, and a list that still grows. */
const AT_ONCE = 20;

export function addFiles(section: HTMLElement): void {
  const page = section.ownerDocument;
  const form = section.querySelector('form');
  const input = section.querySelector<HTMLInputElement>('input[type=file]');
  if (!form || !input) return;
  const status = page.createElement('p');
  status.setAttribute('role', 'status');
  status.className = 'small';
  const list = page.createElement('ul');
  list.className = 'plain added';
  section.append(status, list);

  const send = async (files: readonly Named[]): Promise<void> => {
    let done = 0;
    for (let at = 0; at < files.length; at += AT_ONCE) {
      const body = new FormData();
      const batch = files.slice(at, at + AT_ONCE);
      for (const { file, path } of batch) body.append('files', file, path);
      try {
        const { rows } = (await ask('/api/1/texts', { method: 'POST', body })) as { readonly rows: readonly Row[] };
        for (const row of rows) list.append(drawRow(page, row));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        status.textContent = `${error.message} ${error.remedy}`.trim();
        return;
      }
      done += batch.length;
      status.textContent = SAY.adding(done, files.length);
    }
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
