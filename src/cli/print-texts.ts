/** Texts on a terminal: the table of those held, one text with its turns, words in their context, what is covered. */
import {
  displayWidth,
  numeral,
  padded,
  safe,
  sayCoverage,
  sayDay,
  sayLanguages,
  saySpan,
  sayWhen,
  shortened,
  wrap,
} from '#report/index.js';
import type { Listing, ShownText, Status } from '#jobs/index.js';
import { type Options, paintFor } from './options.js';

type Document = Listing['documents'][number];
type When = NonNullable<Document['said']>;

export const NOTHING_HELD = 'No text is held yet; `onrecord add FOLDER` takes some in.\n';

/** The day of a text as it goes by, said before published; "?" marks a guess. */
export function dayOfText({ said, published }: Document): string {
  const when = said ?? published;
  if (when === null) return 'undated';
  return `${when.at.slice(0, 10)}${when.basis === 'guessed' ? '?' : ''}`;
}

/** The texts held as a table: reference, day, kind, title, and the speaker where there is room. */
export function drawListing({ documents, more, coverage }: Listing, options: Options): string {
  const paint = paintFor(options);
  const { width } = options;
  if (documents.length === 0)
    return coverage.texts === 0 ? NOTHING_HELD : `No text fits. Held are ${sayCoverage(coverage)}.\n`;
  const rows = documents.map((document) => ({
    reference: document.reference,
    day: dayOfText(document),
    kind: `${document.kind.value}${document.kind.basis === 'guessed' ? '?' : ''}`,
    speaker: safe(document.speaker?.value ?? ''),
    title: safe(document.title),
  }));
  const widest = (values: readonly string[], most: number): number =>
    Math.min(most, Math.max(0, ...values.map((value) => displayWidth(value))));
  const columns = {
    reference: widest(
      rows.map(({ reference }) => reference),
      12,
    ),
    day: widest(
      rows.map(({ day }) => day),
      11,
    ),
    kind:
      width >= 64
        ? widest(
            rows.map(({ kind }) => kind),
            20,
          )
        : 0,
    speaker:
      width >= 100
        ? widest(
            rows.map(({ speaker }) => speaker),
            24,
          )
        : 0,
  };
  const cell = (text: string, columnWidth: number): string => padded(shortened(text, columnWidth), columnWidth);
  const lines = rows.map(({ reference, day, kind, speaker, title }) => {
    const head = [
      paint.bold(cell(reference, columns.reference)),
      cell(day, columns.day),
      ...(columns.kind > 0 ? [paint.dim(cell(kind, columns.kind))] : []),
      ...(columns.speaker > 0 ? [cell(speaker, columns.speaker)] : []),
    ];
    const used = columns.reference + columns.day + columns.kind + columns.speaker + 2 * head.length;
    return `${head.join('  ')}  ${shortened(title, Math.max(10, width - used))}`;
  });
  const guessed = rows.some(({ day, kind }) => day.endsWith('?') || kind.endsWith('?'));
  const notes = [
    more ? `More are held; --limit ${numeral(documents.length * 10).replaceAll(',', '')} shows more.` : '',
    documents.length < coverage.texts ? `${numeral(documents.length)} shown.` : '',
    `Held: ${sayCoverage(coverage)}.`,
    guessed ? '? marks a guess.' : '',
  ].filter(Boolean);
  return `${lines.join('\n')}\n\n${notes.flatMap((note) => wrap(note, width)).join('\n')}\n`;
}

/** What is known of a text, a line for each fact; guesses are marked with their ground. */
export function drawFacts(document: Document, options: Options): string {
  const paint = paintFor(options);
  const basis = ({ basis: how, ground }: { basis: string; ground?: string }): string =>
    how === 'guessed'
      ? ` (a guess${ground ? `: ${ground}` : ''})`
      : how === 'corrected'
        ? ` (corrected${ground ? ` by ${ground}` : ''})`
        : '';
  const day = (when: When | null): string | null => (when === null ? null : sayWhen(when) + basis(when));
  const fact = (marked: { value: string; basis: string; ground?: string } | null): string | null =>
    marked === null ? null : marked.value + basis(marked);
  const language = document.language;
  const facts: readonly (readonly [string, string | null])[] = [
    ['said', day(document.said)],
    ['published', day(document.published)],
    ['kind', fact(document.kind)],
    ['speaker', fact(document.speaker)],
    ['body', document.body],
    ['source', document.source],
    ['occasion', document.occasion],
    ['language', language === null ? null : (sayLanguages([language.value]) ?? language.value) + basis(language)],
    ['address', document.address],
    ['id', document.id],
    ['translates', document.translationOf],
    ['corrects', document.corrects],
    ['rights', document.rights],
    ...Object.entries(document.other),
  ];
  const shown = facts.filter((entry): entry is readonly [string, string] => entry[1] !== null);
  const column = Math.min(16, Math.max(...shown.map(([name]) => displayWidth(safe(name)))));
  const indent = ' '.repeat(column + 2);
  const lines = shown.flatMap(([name, value]) =>
    wrap(safe(value), options.width - indent.length).map((line, i) =>
      i === 0 ? `${paint.dim(padded(shortened(safe(name), column), column))}  ${line}` : indent + line,
    ),
  );
  const title = wrap(safe(document.title), options.width - document.reference.length - 2);
  const head = title.map((line, i) =>
    i === 0
      ? paint.bold(`${document.reference}  ${line}`)
      : paint.bold(' '.repeat(document.reference.length + 2) + line),
  );
  return [...head, ...lines].join('\n');
}

/** One text: its facts, its versions, and its words with the labels of those who speak. */
export function drawText(
  { document, version, capture, rendering }: ShownText,
  { furniture = false, facts = false }: { readonly furniture?: boolean; readonly facts?: boolean },
  options: Options,
): string {
  const paint = paintFor(options);
  const { width } = options;
  const lines = [drawFacts(document, options), ''];
  for (const { reference, captured, words } of document.versions) {
    const here = reference === version.reference && document.versions.length > 1 ? ', shown here' : '';
    lines.push(paint.dim(`${reference}  captured ${sayWhen(captured)}, ${numeral(words)} words${here}`));
  }
  lines.push(...wrap(safe(`from ${capture.origin}`), width).map((line) => paint.dim(line)));
  if (capture.provenance) {
    const { file, taken, software, operator } = capture.provenance;
    const by = [software, operator].filter((one) => one !== null).join(', ');
    const said = `captured by others${by === '' ? '' : ` (${by})`}; taken in from ${file}, ${taken.slice(0, 10)}`;
    lines.push(...wrap(safe(said), width).map((line) => paint.dim(line)));
  }
  if (facts) return `${lines.join('\n')}\n`;
  lines.push('');
  const { text, blocks, turns } = rendering;
  let turn = 0;
  for (const block of blocks) {
    if (block.kind === 'furniture' && !furniture) continue;
    while (turn < turns.length && turns[turn]!.end <= block.start) turn += 1;
    const asked = turns[turn] && turns[turn]!.start <= block.start && turns[turn]!.kind === 'question';
    const words = safe(text.slice(block.start, block.end));
    const indent = block.kind === 'blockquote' ? '    ' : block.kind === 'list item' ? '  ' : '';
    const time = block.time ? `${paint.dim(clock(block.time.from))}  ` : '';
    const room = width - indent.length - (block.time ? 10 : 0);
    const paintLine = (line: string): string => {
      if (block.kind === 'heading' || block.kind === 'label') return paint.bold(line);
      if (block.kind === 'stage note' || block.kind === 'furniture') return paint.dim(line);
      return asked ? paint.italic(line) : line;
    };
    lines.push(
      ...wrap(words, room).map(
        (line, i) => indent + (i === 0 ? time : block.time ? ' '.repeat(10) : '') + paintLine(line),
      ),
    );
    // Words follow their label at once, cues follow each other; everything else stands apart.
    if (block.kind !== 'label' && block.kind !== 'cue') lines.push('');
  }
  while (lines.at(-1) === '') lines.pop();
  return `${lines.join('\n')}\n`;
}

/** Seconds as 1:02:03 or 02:03. */
function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/** What the archive holds and since when, and what people did to it last. */
export function drawStatus(status: Status, options: Options): string {
  const paint = paintFor(options);
  const { coverage, sources, log } = status;
  const megabytes = (bytes: number): string =>
    bytes < 2 ** 20 ? `${numeral(Math.ceil(bytes / 1024))} KB` : `${numeral(Math.round(bytes / 2 ** 20))} MB`;
  const span = saySpan(coverage.from, coverage.to);
  const languages = coverage.languages.map(
    ({ language, texts }) => `${sayLanguages([language]) ?? language} ${numeral(texts)}`,
  );
  const facts: readonly (readonly [string, string])[] = [
    ['archive', status.place],
    [
      'texts',
      `${numeral(coverage.texts)}, ${numeral(coverage.words)} words, ${numeral(status.versions)} versions${status.dropped > 0 ? `, ${numeral(status.dropped)} dropped` : ''}`,
    ],
    ['days', `${span ?? 'none known'}${coverage.undated > 0 ? ` (${numeral(coverage.undated)} undated)` : ''}`],
    ['languages', languages.join(', ') || 'none known'],
    ['speakers', numeral(coverage.speakers)],
    ['people', numeral(status.people)],
    ['captures', `${numeral(status.captures)}, ${megabytes(status.captureBytes)}`],
    [
      'index',
      `${numeral(status.index.words)} words, ${numeral(status.index.distinctWords)} different, ${megabytes(status.index.bytes)}`,
    ],
    ['store', `version ${status.storeVersion}`],
  ];
  const indent = ' '.repeat(11);
  const lines = facts.flatMap(([name, value]) =>
    wrap(safe(value), options.width - indent.length).map((line, i) =>
      i === 0 ? `${paint.dim(padded(name, 9))}  ${line}` : indent + line,
    ),
  );
  const { parts } = status.index;
  if (parts.length > 0) {
    lines.push('', paint.bold(`Segments of the index ${numeral(parts.length)}`));
    for (const { file, words, texts, dropped, bytes, state } of parts) {
      const gone = dropped === 0 ? '' : `, ${Math.max(1, Math.round((100 * dropped) / Math.max(1, texts)))} % dropped`;
      const size = file === null ? 'not written yet' : `${megabytes(bytes)}, ${state}`;
      const line = `${file ?? 'the newest texts'}: ${numeral(words)} words, ${numeral(texts)} texts${gone}, ${size}`;
      const told = wrap(safe(line), options.width - 4).map((one, i) => (i === 0 ? `  ${one}` : `    ${one}`));
      lines.push(...(state === 'damaged' || state === 'missing' ? told.map((one) => paint.red(one)) : told));
    }
    if (parts.some(({ state }) => state === 'damaged' || state === 'missing'))
      lines.push('  Mend it with: onrecord repair');
  }
  if (sources.length > 0) {
    const shown = sources.slice(0, 20);
    const counts = Math.max(...shown.map(({ texts }) => numeral(texts).length));
    lines.push('', paint.bold(`Sources ${numeral(sources.length)}`));
    for (const { source, texts, from, to } of shown) {
      const days = saySpan(from, to);
      const room = options.width - counts - 4;
      lines.push(
        `${numeral(texts).padStart(counts + 2)}  ${shortened(`${safe(source) || 'no source stated'}${days === null ? '' : `, ${days}`}`, room)}`,
      );
    }
    if (sources.length > shown.length) lines.push(`  and ${numeral(sources.length - shown.length)} more`);
  }
  if (log.length > 0) {
    lines.push('', paint.bold('Done by people lately'));
    for (const { at, by, act, reference, detail } of log)
      lines.push(
        ...wrap(
          safe(
            `${sayDay(at.at.slice(0, 10))} ${by}: ${act}${reference === null ? '' : ` ${reference}`}${detail === '' ? '' : ` (${detail})`}`,
          ),
          options.width - 2,
        ).map((line) => `  ${line}`),
      );
  }
  return `${lines.join('\n')}\n`;
}
