/** The commands that prove what is kept, and take it elsewhere: verify, proof, stamp, export. */
import type { Command } from 'commander';
import type { Describing } from './describing.js';

/** Adds the commands to the program. */
export function describeCustody({ program, run, several, world }: Describing): void {
  program
    .command('verify')
    .summary('verify that all is as it was kept, or check a proof')
    .description(
      'Reads everything that is kept and compares it: every record with its digests, the chain, the log and its ' +
        'signed heads, the database. Each fault is named with its record and what to do. Ctrl-C stops; the same ' +
        'command goes on. With a FILE: checks that proof, for which no archive is needed.',
    )
    .argument('[file]', 'a proof that onrecord proof wrote')
    .option('--anew', 'begin at the beginning, even if an earlier run was stopped')
    .option('--since <file>', 'show that all that stood in an earlier proof or checkpoint still stands')
    .option('--certificate <file>', 'a certificate (PEM) that time tokens must lead to; may be repeated', several)
    .addHelpText(
      'after',
      `
Examples:
  $ onrecord verify
  $ onrecord verify quote.proof.json
  $ onrecord verify --since last-year.proof.json

Exit codes: 0 all is as it was kept, 1 something is not, 2 bad use, 3 the archive
cannot be read, 130 stopped.`,
    )
    .action((file: string | undefined, _options: unknown, command: Command) =>
      run(command, async (options) => (await import('./custody.js')).verify(file, command.opts(), options, world)),
    );

  program
    .command('proof')
    .summary('prove that words, a text or a capture are held')
    .description(
      'Writes a small file that shows, to anybody and without the archive, that these words stand in this text, which ' +
        'was cut from this capture, which stands in the signed log. It proves what was held and when, not that it is true.',
    )
    .argument('<ref>', 'a text (d17, d17v2, its id or address) or a capture (c9)')
    .option('--words <words>', 'the words, as they stand in the text')
    .option('-o, --output <file>', 'where to write it (default: the screen)')
    .addHelpText(
      'after',
      `
Examples:
  $ onrecord proof d17 --words "we could accept inspectors" -o quote.proof.json
  $ onrecord proof c9 -o capture.proof.json
  $ node scripts/verify-proof.mjs quote.proof.json   (checks it without Onrecord)`,
    )
    .action((ref: string, _options: unknown, command: Command) =>
      run(command, async (options) => (await import('./custody.js')).proof(ref, command.opts(), options, world)),
    );

  program
    .command('stamp')
    .summary('have a time authority sign the log as it is')
    .description(
      'Sends the digest of the signed head of the log, and nothing else, to a time authority (RFC 3161) that you name, ' +
        'checks its answer and keeps it. From then on proofs show that what was held was held by that time.',
    )
    .argument('<address>', 'the address of the authority, https://…')
    .option('--certificate <file>', 'a certificate (PEM) that its answer must lead to; may be repeated', several)
    .option(
      '--allow-address <host:port>',
      'ask this place though it lies in a network of your own; may be repeated',
      several,
    )
    .addHelpText(
      'after',
      '\nExamples:\n  $ onrecord stamp https://time.authority.example/tsr --certificate authority.pem',
    )
    .action((address: string, _options: unknown, command: Command) =>
      run(command, async (options) => (await import('./custody.js')).stamp(address, command.opts(), options, world)),
    );

  program
    .command('export')
    .summary('write captures as WARC or WACZ')
    .description(
      'Writes what was captured, with all headers and digests, as a file that other archiving programs read. ' +
        'onrecord add takes such files in, others’ as well.',
    )
    .argument('[refs...]', 'texts (d17) and captures (c9); none: everything')
    .option('--warc <file>', 'write one WARC file (.warc.gz)')
    .option('--wacz <file>', 'write one WACZ file, with index and pages')
    .option('--source <name>', 'only texts of this source')
    .option('--from <day>', 'only what was captured from this day on')
    .option('--to <day>', 'only what was captured up to this day')
    .addHelpText(
      'after',
      '\nExamples:\n  $ onrecord export --wacz march.wacz --from 2026-03 --to 2026-03\n  $ onrecord export d17 c9 --warc two.warc.gz',
    )
    .action((refs: string[], _options: unknown, command: Command) =>
      run(command, async (options) => (await import('./custody.js')).exportTo(refs, command.opts(), options, world)),
    );
}
