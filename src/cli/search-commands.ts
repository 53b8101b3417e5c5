/** The command that searches the texts held, and keeps searches. */
import type { Command } from 'commander';
import type { Describing } from './describing.js';

/** Adds the command to the program. */
export function describeSearch({ filters, program, run, world }: Describing): void {
  filters(
    program
      .command('search')
      .summary('search the texts held for words')
      .description(
        'Shows where words stand, each with what is before and behind it. Best first. Without words it lists the ' +
          'searches that are kept.',
      )
      .argument('[words...]', 'the words; several in double quotes are a phrase'),
  )
    .option('--limit <n>', 'at most so many places', '50')
    .option('--list <file>', 'search for each line of a file by itself, and count; - for standard input')
    .option('--save <name>', 'keep the search under this name')
    .option('--saved <name>', 'a search that is kept; what is new since it was looked at stands first')
    .option('--seen', 'with --saved: note that it was looked at')
    .option('--forget <name>', 'forget a search that is kept')
    .option('--by <name>', `who looks, for --saved and the log (default: ${world.user})`)
    .addHelpText(
      'after',
      `
Examples:
  $ onrecord search roadmap conflict            (both words)
  $ onrecord search "new approach" --speaker Rubio
  $ onrecord search 'truce OR ceasefire NEAR/5 talk* -ferry'
  $ onrecord search --list phrases.txt          (one a line, with the counts of each)
  $ onrecord search inspectors --save inspectors
  $ onrecord search --saved inspectors --seen`,
    )
    .action((words: string[], _options: unknown, command: Command) =>
      run(command, async (options) => (await import('./search.js')).search(words, command.opts(), options, world)),
    );
}
