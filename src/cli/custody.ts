/** `onrecord verify`, `proof`, `stamp` and `export`. */
import { OnrecordError } from '#base/index.js';
import { exportCaptures, prove, stampLog, verifyArchive, verifyProof } from '#jobs/index.js';
import { numeral } from '#report/index.js';
import { type Options, printJson, withArchive } from './options.js';
import { drawProofCheck, drawVerification, sayProof } from './print-custody.js';
import { progressLine } from './progress.js';
import type { World } from './world.js';

export interface VerifyOptions {
  readonly anew?: boolean;
  readonly since?: string;
  readonly certificate?: readonly string[];
}

/** Exit code: 0 all is as it was kept, 1 something is not, 130 stopped. */
export async function verify(
  file: string | undefined,
  given: VerifyOptions,
  options: Options,
  world: World,
): Promise<number> {
  if (file !== undefined) return checkProof(file, given.certificate ?? [], options, world);
  const since = given.since === undefined ? null : await world.files.read(given.since);
  return withArchive(world, options, false, async (archive) => {
    const line = progressLine(world, options);
    const found = await verifyArchive(
      {
        ...(given.anew ? { anew: true } : {}),
        ...(since ? { since } : {}),
        progress: ({ entries, of, bytes }) =>
          line.draw((seconds) => {
            const rate = seconds > 0.5 ? `, ${numeral(Math.round(bytes / 1e6 / seconds))} MB a second` : '';
            return `Verifying: ${numeral(entries)} of ${numeral(of)} entries${rate}`;
          }),
      },
      { archive, signal: world.signal },
    );
    line.wipe();
    const isRight = found.problems.length === 0 && found.since?.holds !== false;
    const code = found.stopped ? 130 : isRight ? 0 : 1;
    if (options.json) await printJson(world, ({ encodeVerification }) => encodeVerification(found));
    else world.out(drawVerification(found, archive.place, options));
    return code;
  });
}

async function checkProof(
  path: string,
  certificates: readonly string[],
  options: Options,
  world: World,
): Promise<number> {
  const { proof, findings } = await verifyProof({ path, certificates }, { files: world.files });
  if (options.json) await printJson(world, ({ encodeProofCheck }) => encodeProofCheck(proof, findings));
  else world.out(drawProofCheck({ proof, findings }, options));
  return findings.problems.length === 0 ? 0 : 1;
}

export async function proof(
  named: string,
  given: { readonly words?: string; readonly output?: string },
  options: Options,
  world: World,
): Promise<number> {
  return withArchive(world, options, false, async (archive) => {
    const made = await prove(
      { named, ...(given.words === undefined ? {} : { words: given.words }) },
      { archive, signal: world.signal },
    );
    const text = `${JSON.stringify(made, null, 1)}\n`;
    if (given.output === undefined) {
      world.out(text);
      return 0;
    }
    await world.writeFile(given.output, text);
    if (!options.quiet) world.out(sayProof(made, given.output, options));
    return 0;
  });
}

export async function stamp(
  address: string,
  given: { readonly certificate?: readonly string[]; readonly allowAddress?: readonly string[] },
  options: Options,
  world: World,
): Promise<number> {
  return withArchive(world, options, false, async (archive) => {
    const kept = await stampLog(
      { address, certificates: given.certificate ?? [] },
      {
        archive,
        files: world.files,
        chance: (bytes) => world.chance(bytes),
        askTime: (at, query) => world.askTime(at, query, given.allowAddress ?? []),
        signal: world.signal,
      },
    );
    if (options.json) await printJson(world, ({ encodeStamp }) => encodeStamp(kept));
    else if (!options.quiet) {
      world.out(`${kept.authority} has signed the log of ${numeral(kept.size)} entries at ${kept.at}.\n`);
      if (kept.trusted === null)
        world.out('Nobody vouched for its certificate; name the one it should lead to with --certificate.\n');
    }
    return 0;
  });
}

export interface ExportOptions {
  readonly warc?: string;
  readonly wacz?: string;
  readonly source?: string;
  readonly from?: string;
  readonly to?: string;
}

export async function exportTo(
  named: readonly string[],
  given: ExportOptions,
  options: Options,
  world: World,
): Promise<number> {
  const { warc, wacz, source, from, to } = given;
  const path = warc ?? wacz;
  if (path === undefined || (warc !== undefined && wacz !== undefined))
    throw new OnrecordError(
      'bad-use',
      'Name one file to write.',
      'For example: onrecord export --wacz captures.wacz, or --warc captures.warc.gz',
    );
  return withArchive(world, options, false, async (archive) => {
    const line = progressLine(world, options);
    const done = await exportCaptures(
      {
        form: warc === undefined ? 'wacz' : 'warc',
        path,
        named,
        software: `onrecord ${world.version}`,
        ...(source === undefined ? {} : { source }),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      },
      {
        archive,
        clock: world.clock,
        signal: world.signal,
        write: (to_, pieces) => world.writeFile(to_, pieces),
        progress: (at, of) => line.draw(() => `Writing: ${numeral(at)} of ${numeral(of)} captures`),
      },
    );
    line.wipe();
    if (options.json) await printJson(world, ({ encodeExport }) => encodeExport({ path, ...done }));
    else if (!options.quiet)
      world.out(
        `${numeral(done.captures)} ${done.captures === 1 ? 'capture' : 'captures'}, ${numeral(done.records)} records, ${numeral(Math.ceil(done.bytes / 1000))} kB: ${path}\n`,
      );
    return 0;
  });
}
