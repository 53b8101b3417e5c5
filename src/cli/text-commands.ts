/** The commands of the texts held: adding, listing, showing, searching, correcting, the state of it all. */
import { Command } from 'commander';
import type { Describing } from './describing.js';
import { describeSearch } from './search-commands.js';

/** Adds the commands to the program. */
export function describeTexts(describing: Describing): void {
  const { by, filters, program, run, several, world } = describing;
  program
    .command('add')
    .summary('take texts into the archive')
    .description(
      'Takes files, folders and pages of the web into the archive, which is made if it is not there: .txt, .md, ' +
        '.html, .docx, .pdf, .srt, .vtt, .json and .jsonl. Adding the same thing twice changes nothing; a text that ' +
        'has changed becomes a new version. Ctrl-C stops; the same command goes on.',
    )
    .argument('<paths...>', 'files, folders, addresses (https://…), or - for standard input')
    .option('--all', 'list every text, however many there are')
    .option('--allow-address <host:port>', 'open one place inside a network; may be repeated', several)
    .option('--ignore-robots', 'fetch although robots.txt asks programs not to')
    .addHelpText(
      'after',
      `
Examples:
  $ onrecord add transcripts/ readout.html
  $ onrecord add dump.jsonl
  $ onrecord add --archive ~/record speech.pdf
  $ onrecord add https://www.example.org/news/statement

A text file may begin with lines like "title: …", "date: 2025-07-10", "speaker: …"
and an empty line; what it does not say is guessed, and marked as a guess.`,
    )
    .action((paths: string[], _options: unknown, command: Command) =>
      run(command, async (options) => (await import('./add.js')).add(paths, command.opts(), options, world)),
    );

  filters(program.command('list').summary('list the texts held').description('Lists the texts held, in order of date.'))
    .option('--limit <n>', 'at most so many', '1000')
    .action((_options: unknown, command: Command) =>
      run(command, async (options) => (await import('./look-up.js')).list(command.opts(), options, world)),
    );

  program
    .command('show')
    .summary('show one text')
    .description('Shows one text with its turns, what is known and what was guessed about it, and its versions.')
    .argument('<ref>', 'its reference (d17, d17v2), id, address or path')
    .option('--furniture', 'show the menus and footers of the page too')
    .option('--facts', 'show only what is known about it')
    .addHelpText('after', '\nExamples:\n  $ onrecord show d17\n  $ onrecord show d17v1 | less')
    .action((ref: string, _options: unknown, command: Command) =>
      run(command, async (options) => (await import('./look-up.js')).show(ref, command.opts(), options, world)),
    );

  describeSearch(describing);

  by(
    program
      .command('set')
      .summary('correct what is known about a text')
      .description('Corrects what was guessed or is wrong about a text. Who did it and when is logged.')
      .argument('<ref>', 'its reference, id, address or path')
      .argument('<settings...>', 'name=value; an empty value takes the fact away'),
  )
    .addHelpText(
      'after',
      `
Names: date (the same as said), published, speaker, kind, language, title,
occasion, source, body, address, translationOf, corrects, rights.

Examples:
  $ onrecord set d17 date=2025-07-10 speaker="Marco Rubio"
  $ onrecord set d17 kind="verbatim transcript" occasion=`,
    )
    .action((ref: string, settings: string[], _options: unknown, command: Command) =>
      run(command, async (options) => (await import('./correct.js')).set(ref, settings, options, world)),
    );

  by(
    program
      .command('drop')
      .summary('hide a text from answers')
      .description('Hides a text from all answers. Its bytes stay in the archive, and the dropping is logged.')
      .argument('<ref>', 'its reference, id, address or path'),
  ).action((ref: string, _options: unknown, command: Command) =>
    run(command, async (options) => (await import('./correct.js')).drop(ref, options, world)),
  );

  const people = program
    .command('people')
    .summary('import people, their names and offices')
    .description('People, their other names, and the offices they held from one day to another.');
  const importing = by(
    new Command('import')
      .copyInheritedSettings(program)
      .summary('import people from a file')
      .description(
        'Imports people from Popolo JSON, or from a CSV table with the columns name, aliases (separated by ; or |), ' +
          'post, body, from, to: one row for each office. People of the same id or name are replaced.',
      )
      .argument('<file>', 'the file, or - for standard input'),
  ).action((file: string, _options: unknown, command: Command) =>
    run(command, async (options) => (await import('./correct.js')).importPeopleFile(file, options, world)),
  );
  people.addCommand(importing);

  program
    .command('status')
    .summary('say what the archive covers')
    .description('Says how many texts the archive holds, of which sources, days and languages, and what was done last.')
    .action((_options: unknown, command: Command) =>
      run(command, async (options) => (await import('./look-up.js')).status(options, world)),
    );

  program
    .command('repair')
    .summary('mend the index')
    .description(
      'Reads every byte of the index and makes what is damaged or lacking anew from the texts held. Ctrl-C stops; ' +
        'the same command goes on.',
    )
    .addHelpText('after', '\nExit codes: 0 nothing was wrong, 1 something was and is mended, 3 it could not be mended.')
    .action((_options: unknown, command: Command) =>
      run(command, async (options) => (await import('./repair.js')).repair(options, world)),
    );
}
