/**
 * The door of the command line: decodes the words, runs one command, maps failures to exit codes. Commands are
 * loaded when they are asked for, so that help and small questions are answered at once.
 */
import { Command, CommanderError, Option } from 'commander';
import { OnrecordError } from '#base/index.js';
import { describeCustody } from './custody-commands.js';
import { type Given, type Options, settle } from './options.js';
import type { World } from './world.js';

/** Runs the command line and returns the exit code: 0 nothing to look at, 1 something, 2 bad use, 3 failed, 130 stopped. */
export async function runCli(argv: readonly string[], world: World): Promise<number> {
  let code = 0;
  const program = describe(world, async (given, work) => {
    code = await work(settle(given, world));
  });
  const debug = argv.includes('--debug');
  try {
    if (argv.length === 0) world.out(program.helpInformation());
    else await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof OnrecordError) {
      world.err(`${[error.message, error.remedy].filter(Boolean).join('\n')}\n`);
      if (debug) world.err(`${error.stack ?? ''}\n`);
      return error.exitCode;
    }
    if (world.signal.aborted) {
      world.err('Stopped.\n');
      return 130;
    }
    world.err(
      `Something went wrong inside Onrecord ${world.version}: ${error instanceof Error ? error.message : String(error)}\n` +
        `${debug ? '' : 'Please report it with the command you gave and what --debug prints. '}What was held before is still held.\n`,
    );
    if (debug && error instanceof Error) world.err(`${error.stack ?? ''}\n`);
    return 3;
  }
}

type Run = (given: Given, work: (options: Options) => Promise<number>) => Promise<void>;

const EXIT_CODES = `Exit codes: 0 nothing to look at, 1 something to look at, 2 bad use or unreadable
input, 3 the archive or the disk failed, 130 stopped.`;

function describe(world: World, run: Run): Command {
  const program = new Command('onrecord')
    .description('Keeps the record of what officials say, and checks words against it.')
    .version(world.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureHelp({ showGlobalOptions: true, helpWidth: Math.min(world.columns ?? 80, 100) })
    .configureOutput({
      writeOut: (text) => world.out(text),
      writeErr: (text) => world.err(text),
      outputError: (text, write) => write(sentenceOf(text)),
    })
    .exitOverride()
    .showSuggestionAfterError()
    .option('--archive <dir>', 'the folder of the archive (default: $ONRECORD_ARCHIVE, else ./archive)')
    .option('--json', 'print JSON for programs')
    .option('--quiet', 'print only what is asked for')
    .option('--no-colour', 'print without colour (NO_COLOR does the same)')
    .addOption(new Option('--no-color').hideHelp())
    .option('--width <columns>', 'print at most this many columns (default: the terminal, else 80)')
    .addOption(new Option('--debug', 'print where a failure arose').hideHelp())
    .addHelpText(
      'after',
      `
Start here:
  $ onrecord casefile                 look at an invented example, ready to explore
  $ onrecord add texts/               take a folder of texts into ./archive
  $ onrecord check draft.docx         trace every quotation of a draft to its source
  $ onrecord check draft.txt --against speech.html   … without any archive

${EXIT_CODES}`,
    );
  const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
  const given = (command: Command): Given => command.optsWithGlobals();
  const filters = (command: Command): Command =>
    command
      .option('--source <name>', 'only texts of this source')
      .option('--speaker <name>', 'only texts of this speaker')
      .option('--kind <kind>', 'only texts of this kind ("press report", "readout", …)')
      .option('--language <code>', 'only texts in this language (en, ru, …)')
      .option('--from <day>', 'only texts from this day on (2025, 2025-07 or 2025-07-10)')
      .option('--to <day>', 'only texts up to this day');
  const by = (command: Command): Command =>
    command.option('--by <name>', `who does this, for the log (default: ${world.user})`);

  program
    .command('check')
    .summary('trace every quotation of a draft to its source')
    .description(
      'Finds every quotation of a draft, traces each to the exact words in the texts held, and says what differs. ' +
        'Nothing of the draft is kept.',
    )
    .argument('<draft>', 'the draft: .txt, .md, .html, .docx, or - for standard input')
    .option('--against <paths...>', 'check against these files and folders, with no archive at all')
    .option('--page <file>', 'write the sheet as a page that can be printed and sent')
    .option('--date <day>', 'the day the draft was written (default: today)')
    .option('--language <code>', 'the language of the draft (default: found out)')
    .addHelpText(
      'after',
      `
Examples:
  $ onrecord check draft.docx
  $ onrecord check draft.md --page sheet.html
  $ onrecord check draft.txt --against transcript.txt readout.html
  $ pbpaste | onrecord check -

${EXIT_CODES}`,
    )
    .action((draft: string, _options: unknown, command: Command) =>
      run(given(command), async (options) => (await import('./check.js')).check(draft, command.opts(), options, world)),
    );

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
      run(given(command), async (options) => (await import('./add.js')).add(paths, command.opts(), options, world)),
    );

  filters(program.command('list').summary('list the texts held').description('Lists the texts held, in order of date.'))
    .option('--limit <n>', 'at most so many', '1000')
    .action((_options: unknown, command: Command) =>
      run(given(command), async (options) => (await import('./look-up.js')).list(command.opts(), options, world)),
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
      run(given(command), async (options) => (await import('./look-up.js')).show(ref, command.opts(), options, world)),
    );

  filters(
    program
      .command('search')
      .summary('search the texts held for words')
      .description('Shows where words stand, each with what is before and behind it. Best first.')
      .argument('<words...>', 'the words; several in double quotes are a phrase'),
  )
    .option('--limit <n>', 'at most so many places', '50')
    .addHelpText(
      'after',
      '\nExamples:\n  $ onrecord search roadmap conflict\n  $ onrecord search "new approach" --speaker Rubio',
    )
    .action((words: string[], _options: unknown, command: Command) =>
      run(given(command), async (options) =>
        (await import('./look-up.js')).search(words, command.opts(), options, world),
      ),
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
      run(given(command), async (options) => (await import('./repair.js')).repair(options, world)),
    );

  program
    .command('status')
    .summary('say what the archive covers')
    .description('Says how many texts the archive holds, of which sources, days and languages, and what was done last.')
    .action((_options: unknown, command: Command) =>
      run(given(command), async (options) => (await import('./look-up.js')).status(options, world)),
    );

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
      run(given(command), async (options) => (await import('./correct.js')).set(ref, settings, options, world)),
    );

  by(
    program
      .command('drop')
      .summary('hide a text from answers')
      .description('Hides a text from all answers. Its bytes stay in the archive, and the dropping is logged.')
      .argument('<ref>', 'its reference, id, address or path'),
  ).action((ref: string, _options: unknown, command: Command) =>
    run(given(command), async (options) => (await import('./correct.js')).drop(ref, options, world)),
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
    run(given(command), async (options) => (await import('./correct.js')).importPeopleFile(file, options, world)),
  );
  people.addCommand(importing);

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
      run(given(command), async (options) =>
        (await import('./compare.js')).compare(texts, command.opts(), options, world),
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
      run(given(command), async (options) => (await import('./age.js')).age(text, command.opts(), options, world)),
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
      run(given(command), async (options) =>
        (await import('./formula.js')).formula(phrase, command.opts(), options, world),
      ),
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
      run(given(command), async (options) => (await import('./repeats.js')).repeats(command.opts(), options, world)),
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
      run(given(command), async (options) =>
        (await import('./sayings.js')).sayings(words, command.opts(), options, world),
      ),
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
      run(given(command), async (options) =>
        (await import('./accounts.js')).accounts([a, b, ...more], command.opts(), options, world),
      ),
    );

  by(
    program
      .command('follow')
      .summary('follow a place where texts are published')
      .description(
        'Finds out what an address is (feed, sitemap, page that lists texts, WordPress site, public channel, single ' +
          'page), shows what would be taken from it, and follows it: onrecord watch looks at it from then on.',
      )
      .argument('<address>', 'https://…')
      .option('--preview', 'only show what would be taken')
      .option('--recipe <file>', 'read the place by this recipe')
      .option('--as <kind>', 'follow it as: feed, sitemap, "list page", wordpress, channel, "single page"')
      .option('--name <name>', 'what the source is called')
      .option('--every <minutes>', 'something new is expected so often (default: learnt)')
      .option('--pages <n>', 'also take older texts, from so many further pages of the list', '0')
      .option('--allow-address <host:port>', 'open one place inside a network; may be repeated', several),
  )
    .addHelpText(
      'after',
      `
Examples:
  $ onrecord follow https://www.example.org/news/ --preview
  $ onrecord follow https://t.me/s/somechannel
  $ onrecord follow https://www.example.org/news/ --recipe ministry.json --pages 20`,
    )
    .action((address: string, _options: unknown, command: Command) =>
      run(given(command), async (options) =>
        (await import('./follow.js')).follow(address, command.opts(), options, world),
      ),
    );

  by(
    program
      .command('unfollow')
      .summary('follow a place no more')
      .description('Ends following a source. What was kept of it stays.')
      .argument('<source>', 'its reference (s3), name or address'),
  ).action((named: string, _options: unknown, command: Command) =>
    run(given(command), async (options) => (await import('./follow.js')).unfollow(named, options, world)),
  );

  program
    .command('watch')
    .summary('look at what is followed, as often as each place is worth')
    .description(
      'Looks at all that is due: politely, one request a host at a time, and keeps what came. Runs until Ctrl-C, or ' +
        'with --once until nothing is due any more. A look that was cut off is looked again.',
    )
    .argument('[source]', 'only this source: its reference (s3), name or address')
    .option('--once', 'end when nothing is due any more, for cron')
    .option('--all', 'print every look, those too that found nothing new')
    .addHelpText(
      'after',
      `
Examples:
  $ onrecord watch
  $ onrecord watch --once --quiet        every ten minutes from cron`,
    )
    .action((named: string | undefined, _options: unknown, command: Command) =>
      run(given(command), async (options) => (await import('./watch.js')).watch(named, command.opts(), options, world)),
    );

  program
    .command('sources')
    .summary('say how all that is followed is')
    .description(
      'Lists what is followed, what is wrong first: last seen, next look, late, empty, blocked, layout changed, gaps. ' +
        'Of one source: where its texts stand, and the last looks.',
    )
    .argument('[source]', 'one source: its reference (s3), name or address')
    .option('--limit <n>', 'show so many looks', '15')
    .action((named: string | undefined, _options: unknown, command: Command) =>
      run(given(command), async (options) =>
        (await import('./watch.js')).sources(named, command.opts(), options, world),
      ),
    );

  by(
    program
      .command('changes')
      .summary('show what changed in texts that are held')
      .description(
        'Shows which texts have new words since you last looked, and which are gone, those that touch most first: a ' +
          'dropped “not” above a moved menu. The same edit of many texts is one line; nothing is left out.',
      )
      .argument('[words...]', 'only changes with these words; several in double quotes are a phrase'),
  )
    .option('--looked', 'remember that you have seen them')
    .option('--look <name>', 'whose look counts (default: yours)')
    .option('--all', 'all changes there ever were')
    .option('--since <day>', 'changes seen since this day')
    .option('--source <source>', 'only of this source: its reference (s3), name or address')
    .option('--limit <n>', 'show so many', '40')
    .addHelpText(
      'after',
      `
Examples:
  $ onrecord changes
  $ onrecord changes --looked
  $ onrecord changes inspectors --since 2025-07-01`,
    )
    .action((words: string[], _options: unknown, command: Command) =>
      run(given(command), async (options) =>
        (await import('./changes.js')).changes(words, command.opts(), options, world),
      ),
    );
  describeCustody(program, world, (command, work) => run(given(command), work));

  const door = (command: Command, port: string): Command =>
    command.option('--port <n>', `the port (default: ${port}, or the next that is free)`);
  door(
    program
      .command('serve')
      .summary('open the pages in a browser')
      .description('Serves the pages: paste a draft, see its sheet. Only this machine can reach them.'),
    '4321',
  ).action((_options: unknown, command: Command) =>
    run(given(command), async (options) => (await import('./serve.js')).serve(command.opts(), options, world)),
  );

  program
    .command('mcp')
    .summary('answer an assistant that speaks MCP')
    .description(
      'Answers an assistant on standard input and output by the Model Context Protocol: it may check, search, show, ' +
        'cite, age and compare, and change nothing. An assistant starts this by itself; docs/mcp.md says how.',
    )
    .action((_options: unknown, command: Command) =>
      run(given(command), async (options) => (await import('./mcp.js')).mcp(options, world)),
    );

  door(
    program
      .command('casefile')
      .summary('look at an invented example, ready to explore')
      .description(
        'Opens the case file that comes with Onrecord, an invented dossier of two states and a mediator: takes it ' +
          'into an archive of its own (./casefile-archive unless --archive says otherwise), checks its draft, and ' +
          'serves the page until Ctrl-C.',
      )
      .option('--page <file>', 'write the sheet as a page here too')
      .option('--no-serve', 'print the sheet and end'),
    '4321',
  ).action((_options: unknown, command: Command) =>
    run(given(command), async (options) =>
      (await import('./casefile.js')).openCaseFile(command.opts(), options, world),
    ),
  );

  return program;
}

/** Commander's complaints as sentences: "error: unknown option '--foo'" → "Unknown option '--foo'." */
function sentenceOf(complaint: string): string {
  const [first = '', ...rest] = complaint
    .replace(/^error: /, '')
    .trim()
    .split('\n');
  const sentence = first.charAt(0).toUpperCase() + first.slice(1) + (/[.?!]$/.test(first) ? '' : '.');
  return `${[sentence, ...rest, '`onrecord --help` lists the commands, `onrecord COMMAND --help` what each takes.'].join('\n')}\n`;
}
