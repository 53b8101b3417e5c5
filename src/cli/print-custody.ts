/** What a verification found, and what a proof shows, in sentences. */
import { numeral, safe, wrap } from '#report/index.js';
import type { ArchiveVerification, verifyProof } from '#jobs/index.js';
import { type Options, paintFor } from './options.js';

type Checked = Awaited<ReturnType<typeof verifyProof>>;

const FIRST_PROBLEMS = 50;

export function drawVerification(found: ArchiveVerification, place: string, options: Options): string {
  const paint = paintFor(options);
  const lines: string[] = [];
  const put = (text: string, indent = ''): void =>
    void lines.push(...wrap(safe(text), options.width - indent.length).map((line) => indent + line));
  const { problems, stopped, since } = found;
  if (found.resumed > 0) put(`Went on behind entry ${numeral(found.resumed)}, where it was stopped.`);
  for (const { message, remedy, fault } of problems.slice(0, options.json ? undefined : FIRST_PROBLEMS)) {
    lines.push(paint.bold(paint.red(fault)));
    put(message, '  ');
    put(remedy, '  ');
  }
  if (problems.length > FIRST_PROBLEMS) put(`and ${numeral(problems.length - FIRST_PROBLEMS)} more; --json has all.`);
  if (problems.length > 0) lines.push('');
  if (stopped) {
    put(`Stopped behind ${numeral(found.entries)} entries. Run the same command again to go on.`);
    return `${lines.join('\n')}\n`;
  }
  const what = `${several(found.captures, 'capture')}, ${several(found.texts, 'text')}, ${several(found.entries, 'entry', 'entries')} of the log, ${several(found.checkpoints, 'signed head')}, ${several(found.stamps, 'time token')}`;
  if (problems.length === 0) {
    lines.push(paint.bold(paint.green(`All of ${safe(place)} is as it was kept.`)));
    put(`Read and compared: ${what}.`);
  } else {
    lines.push(paint.bold(paint.red(`${several(problems.length, 'fault')} in ${safe(place)}.`)));
    put(`Read and compared: ${what}. Everything else is as it was kept.`);
  }
  if (found.unfinished > 0)
    put(
      `${numeral(found.unfinished)} bytes at the end were being written when the program ended; they were never acknowledged, and the next write takes them away.`,
    );
  if (since) {
    lines.push('');
    put(since.message);
  }
  if (found.head) {
    lines.push('');
    put(`Last signed head, ${found.head.at}, ${several(found.head.size, 'entry', 'entries')}; keep it elsewhere:`);
    lines.push(
      ...found.head.note
        .trimEnd()
        .split('\n')
        .map((line) => `  ${paint.dim(line)}`),
    );
  }
  return `${lines.join('\n')}\n`;
}

export function drawProofCheck({ proof, findings }: Checked, options: Options): string {
  const paint = paintFor(options);
  const lines: string[] = [];
  const put = (text: string): void => void lines.push(...wrap(safe(text), options.width));
  if (findings.problems.length > 0) {
    lines.push(paint.bold(paint.red('This proof does not hold.')));
    for (const problem of findings.problems) put(problem);
    return `${lines.join('\n')}\n`;
  }
  lines.push(paint.bold(paint.green('This proof holds.')));
  const { capture, text } = proof;
  if (text?.quotation) put(`“${text.quotation.text}”`);
  if (text)
    put(
      text.quotation
        ? `stands in ${text.version}, “${text.title}”, from character ${numeral(text.quotation.start)} on.`
        : `The text ${text.version}, “${text.title}”.`,
    );
  put(`${text ? 'It was cut from' : 'The capture'} ${capture.reference}: ${capture.origin}`);
  put(`Captured ${capture.at}, ${numeral(capture.size)} bytes, SHA-256 ${capture.digest}.`);
  put(
    `Signed ${findings.signed ?? 'at an unknown time'} by the log ${findings.log}, ${numeral(findings.size)} entries.`,
  );
  for (const { authority, at, trusted } of findings.stamped)
    put(
      `Seen by ${authority} at ${at}; ${
        trusted === null
          ? 'no certificate was named that it should lead to (--certificate).'
          : trusted
            ? 'its certificate leads to one that you named.'
            : 'its certificate does not lead to one that you named.'
      }`,
    );
  lines.push('');
  put(
    'It shows that these bytes were held and these words read from them when the head was signed; not that they are true, nor who published them.',
  );
  return `${lines.join('\n')}\n`;
}

export function sayProof(proof: Checked['proof'], path: string, options: Options): string {
  const what = proof.text?.quotation ? 'words' : proof.text ? 'text' : 'capture';
  return `${wrap(
    `The proof of the ${what} is in ${safe(path)}. Anybody can check it: onrecord verify ${safe(path)}, or, without Onrecord, node scripts/verify-proof.mjs ${safe(path)}.`,
    options.width,
  ).join('\n')}\n`;
}

function several(count: number, one: string, many = `${one}s`): string {
  return `${numeral(count)} ${count === 1 ? one : many}`;
}
