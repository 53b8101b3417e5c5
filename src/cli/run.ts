/**
 * The door of the command line: decodes the words, runs one command, maps failures to exit codes. Commands are
 * loaded when they are asked for, so that help and small questions are answered at once.
 */
import { Command, CommanderError, Option } from 'commander';
import { OnrecordError } from '#base/index.js';
import { describeCustody } from './custody-commands.js';
import { type Describing, EXIT_CODES } from './describing.js';
import { describeDoors } from './door-commands.js';
import { describeFollowing } from './following-commands.js';
import { type Given, type Options, settle } from './options.js';
import { describeReadings } from './reading-commands.js';
import { describeTexts } from './text-commands.js';
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
  const describing: Describing = {
    program,
    world,
    run: (command, work) => run(command.optsWithGlobals(), work),
    filters: (command, language = '--language <code>') =>
      command
        .option('--source <name>', 'only texts of this source')
        .option('--speaker <name>', 'only texts of this speaker')
        .option('--body <name>', 'only texts of this body')
        .option('--kind <kind>', 'only texts of this kind ("press report", "readout", …)')
        .option(language, 'only texts in this language (en, ru, …)')
        .option('--from <day>', 'only texts from this day on (2025, 2025-07 or 2025-07-10)')
        .option('--to <day>', 'only texts up to this day'),
    by: (command) => command.option('--by <name>', `who does this, for the log (default: ${world.user})`),
    several: (value, before = []) => [...before, value],
  };
  program.commandsGroup('Reading closely:');
  describeReadings(describing);
  program.commandsGroup('Texts held:');
  describeTexts(describing);
  program.commandsGroup('Following places:');
  describeFollowing(describing);
  program.commandsGroup('Custody:');
  describeCustody(describing);
  program.commandsGroup('Other doors:');
  describeDoors(describing);
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
