/** The commands that open other doors: the pages, an assistant, the case file. */
import type { Command } from 'commander';
import type { Describing } from './describing.js';

/** Adds the commands to the program. */
export function describeDoors({ program, run, world }: Describing): void {
  const door = (command: Command): Command =>
    command.option('--port <n>', 'the port (default: 4321, or the next that is free)');

  door(
    program
      .command('serve')
      .summary('open the pages in a browser')
      .description(
        'Serves the pages: paste a draft, see its sheet. Only this machine can reach them, unless --host says otherwise. While they are served, what ' +
          'is followed is looked at when it is due.',
      )
      .option('--host <address>', 'the address to listen on (default: 127.0.0.1); another one wants a token')
      .option('--name <names...>', 'names by which others reach it, such as that of a proxy before it')
      .option('--token <token>', 'whoever comes must have this token')
      .option('--token-file <file>', 'the same, read from a file')
      .option('--new-token', 'the same, made by chance and printed')
      .option('--no-watch', 'look at nothing by itself: onrecord watch does'),
  ).action((_options: unknown, command: Command) =>
    run(command, async (options) => (await import('./serve.js')).serve(command.opts(), options, world)),
  );

  program
    .command('mcp')
    .summary('answer an assistant that speaks MCP')
    .description(
      'Answers an assistant on standard input and output by the Model Context Protocol: it may check, search, show, ' +
        'cite, age and compare, and change nothing. An assistant starts this by itself; docs/mcp.md says how.',
    )
    .action((_options: unknown, command: Command) =>
      run(command, async (options) => (await import('./mcp.js')).mcp(options, world)),
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
  ).action((_options: unknown, command: Command) =>
    run(command, async (options) => (await import('./casefile.js')).openCaseFile(command.opts(), options, world)),
  );
}
