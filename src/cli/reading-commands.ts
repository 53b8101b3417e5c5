/** The commands that read closely: check, sheets, compare, accounts, age, formula, repeats, sayings. */
import type { Command } from 'commander';
import { type Describing, EXIT_CODES } from './describing.js';

/** Adds the commands to the program. */
export function describeReadings({ by, filters, program, run, several, world }: Describing): void {
  filters(
    program
      .command('check')
      .summary('trace every quotation of a draft to its source')
      .description(
        'Finds every quotation of a draft, traces each to the exact words in the texts held, and says what differs. ' +
          'Nothing of the draft is kept, unless you sign it off.',
      )
      .argument('<draft>', 'the draft: .txt, .md, .html, .docx, or - for standard input')
      .option('--against <paths...>', 'check against these files and folders, with no archive at all')
      .option('--page <file>', 'write the sheet as a page that can be printed and sent')
      .option('--date <day>', 'the day the draft was written (default: today)')
      .option('--language <code>', 'the language of the draft (default: found out)')
      .option('--sign <name>', 'sign the draft off by this name: a sheet of it is kept')
      .option('--accept <numbers...>', 'quotations that are accepted as they are, with --sign')
      .option('--ask <numbers...>', 'quotations that the reporter is to be asked about, with --sign')
      .option('--note <words>', 'a note on the sheet, with --sign')
      .option('--earlier <sheet>', 'the sheet that this one takes the place of, with --sign'),
    '--held-language <code>',
  )
    .addHelpText(
      'after',
      `
Examples:
  $ onrecord check draft.docx
  $ onrecord check draft.md --page sheet.html
  $ onrecord check draft.txt --against transcript.txt readout.html
  $ onrecord check draft.txt --speaker Varga --from 2024
  $ pbpaste | onrecord check -
  $ onrecord check draft.docx --sign "Jo Renn" --accept 3 7

${EXIT_CODES}`,
    )
    .action((draft: string, _options: unknown, command: Command) =>
      run(command, async (options) => (await import('./check.js')).check(draft, command.opts(), options, world)),
    );

  program
    .command('sheets')
    .summary('drafts that were signed off, held against the archive as it is')
    .description(
      'Lists the sheets that were signed off, newest first, and marks those of which a quotation has come to stand ' +
        'otherwise since; with a reference, shows one: as it was signed, beside what would be found today.',
    )
    .argument('[sheet]', 'the reference of a sheet, such as sh4')
    .option('--page <file>', 'write the sheet as a page that can be printed and sent')
    .option('--limit <n>', 'list at most so many', '50')
    .addHelpText('after', `\n${EXIT_CODES}`)
    .action((named: string | undefined, _options: unknown, command: Command) =>
      run(command, async (options) => (await import('./sheets.js')).sheets(named, command.opts(), options, world)),
    );

  program
    .command('compare')
    .summary('compare records of one occasion, word by word')
    .description(
      'Shows what was left out, added, replaced, moved or given to another speaker between two texts, turn by turn. ' +
        'Three texts and more are laid side by side, a column for each; the first is the one the others are held against.',
    )
    .argument('<texts...>', 'two or more: a file, a text held (reference, id or address), or - for standard input')
    .option('--all', 'show fillers, endings, stage notes and form too, which are only counted otherwise')
    .option('--page <file>', 'write the comparison as a page')
    .addHelpText(
      'after',
      `
Examples:
  $ onrecord compare prepared.txt delivered.txt
  $ onrecord compare d17v1 d17v2
  $ onrecord compare rush.txt record.html captions.vtt --page versions.html`,
    )
    .action((texts: string[], _options: unknown, command: Command) =>
      run(command, async (options) => (await import('./compare.js')).compare(texts, command.opts(), options, world)),
    );

  by(
    program
      .command('accounts')
      .summary('put two sides’ accounts of one meeting side by side')
      .description(
        'Puts what two or more sides published of one meeting side by side: the clock, what each states, topics, row ' +
          'by row what only one mentions and where they differ, and the words that one gives to the other. Texts that ' +
          'translate or correct one of the others count to its side.',
      )
      .argument('<a>', 'a file, or a text held: its reference, address or id')
      .argument('<b>', 'the account of the other side')
      .argument('[more...]', 'further sides, translations, later wordings')
      .option('--page <file>', 'write it as a page that can be printed and sent')
      .option('--side <name>', 'what a side is called, in their order; may be repeated', several)
      .option('--pair <a3=b5>', 'these sentences treat one matter; may be repeated', several)
      .option('--unpair <a2>', 'this sentence has no partner, or not that one (a2=b3); may be repeated', several),
  )
    .addHelpText(
      'after',
      `
What --pair and --unpair say is kept in the archive where both texts are held, with who
said so and when.

Examples:
  $ onrecord accounts readout-ours.html readout-theirs.txt --page meeting.html
  $ onrecord accounts d40 d39
  $ onrecord accounts d40 d39 --pair a3=b5 --unpair a2`,
    )
    .action((a: string, b: string, more: string[], _options: unknown, command: Command) =>
      run(command, async (options) =>
        (await import('./accounts.js')).accounts([a, b, ...more], command.opts(), options, world),
      ),
    );

  program
    .command('age')
    .summary('say how old every sentence of a text is')
    .description(
      'Compares every sentence of a text with all that is held before it: first held, first by this body or speaker, ' +
        'known, or known with words put in, left out or exchanged. Says what is new, which formulas of its series are ' +
        'absent, and draws the redline against the text before.',
    )
    .argument('<text>', 'a file, a text held (d17), or - for standard input')
    .option('--against <text>', 'draw the redline against this text instead of the one before in the series')
    .option('--date <day>', 'the day of the text, where it does not say: only older texts count')
    .option('--body <name>', 'whose text it is, where it does not say')
    .option('--speaker <name>', 'who speaks, where it does not say')
    .option('--language <code>', 'the language of the text (default: found out)')
    .option('--page <file>', 'write the ages as a page')
    .addHelpText(
      'after',
      `
Examples:
  $ onrecord age d17
  $ onrecord age statement.html --page ages.html
  $ onrecord age draft.txt --body "Foreign Office" --against d12`,
    )
    .action((text: string, _options: unknown, command: Command) =>
      run(command, async (options) => (await import('./age.js')).age(text, command.opts(), options, world)),
    );

  filters(
    program
      .command('formula')
      .summary('follow a phrase and its variations through time')
      .description(
        'Shows every held use of a phrase and of its variations, in context: first and last use, first by each ' +
          'speaker, the longest silence, the wordings in columns, and the longer formulas it is part of.',
      )
      .argument('<phrase>', 'the words, in quotes'),
  )
    .option('--sort <how>', 'the order of the places: date, left, right (the word before or behind), speaker', 'date')
    .option('--limit <n>', 'show at most so many places', '30')
    .option('--exact', 'only these very words, no variations')
    .option('--page <file>', 'write it as a page, with the chart')
    .option('--csv <file>', 'write every place as a table, with a data dictionary beside it')
    .addHelpText(
      'after',
      `
Examples:
  $ onrecord formula "respect for territorial waters"
  $ onrecord formula "serious concern" --sort left
  $ onrecord formula "for a considerable time" --csv uses.csv --page uses.html`,
    )
    .action((phrase: string, _options: unknown, command: Command) =>
      run(command, async (options) => (await import('./formula.js')).formula(phrase, command.opts(), options, world)),
    );

  filters(
    program
      .command('repeats')
      .summary('list the words that texts repeat most')
      .description(
        'Lists the runs of words that stand in most texts, each as long as it is, with how often, since when and ' +
          'until when: the formulas of a speaker, a source, a year.',
      ),
  )
    .option('--words <n>', 'runs of at least so many words, 2 to 32', '8')
    .option('--texts <n>', 'that stand in at least so many texts', '3')
    .option('--limit <n>', 'list at most so many', '30')
    .addHelpText(
      'after',
      `
Examples:
  $ onrecord repeats
  $ onrecord repeats --speaker Varga --words 6
  $ onrecord repeats --source "Foreign Office" --from 2024 --texts 5`,
    )
    .action((_options: unknown, command: Command) =>
      run(command, async (options) => (await import('./repeats.js')).repeats(command.opts(), options, world)),
    );

  program
    .command('sayings')
    .summary('show all versions of a quotation in circulation')
    .description(
      'Shows every text that has the words of a quotation, in order of time, each with its reading, laid under the ' +
        'primary source where one is held. Of a text: every quotation in it. With --of: how much of a speech was ' +
        'quoted, word by word, and by whom.',
    )
    .argument('[words...]', 'the words, in quotes; or a text held (d17)')
    .option('--of <ref>', 'show how this text was quoted')
    .option('--language <code>', 'the language of the words (default: that of the texts that hold them)')
    .option('--page <file>', 'write it as a page')
    .addHelpText(
      'after',
      `
Examples:
  $ onrecord sayings "we could accept inspectors before the end of March"
  $ onrecord sayings d44
  $ onrecord sayings --of d37 --page quoted.html`,
    )
    .action((words: string[], _options: unknown, command: Command) =>
      run(command, async (options) => (await import('./sayings.js')).sayings(words, command.opts(), options, world)),
    );
}
