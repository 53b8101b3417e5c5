/**
 * The commands that follow places where texts are published: follow, unfollow, pause, resume, watch, sources,
 * changes, morning.
 */
import type { Command } from 'commander';
import type { Describing } from './describing.js';

/** Adds the commands to the program. */
export function describeFollowing({ by, program, run, several, world }: Describing): void {
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
      run(command, async (options) => (await import('./follow.js')).follow(address, command.opts(), options, world)),
    );

  by(
    program
      .command('unfollow')
      .summary('follow a place no more')
      .description('Ends following a source. What was kept of it stays.')
      .argument('<source>', 'its reference (s3), name or address'),
  ).action((named: string, _options: unknown, command: Command) =>
    run(command, async (options) => (await import('./follow.js')).unfollow(named, options, world)),
  );

  for (const [name, summary, description] of [
    ['pause', 'let a source rest', 'Looks at a source no more until onrecord resume.'],
    ['resume', 'look at a source again', 'Looks again at a source that was paused.'],
  ] as const)
    by(
      program
        .command(name)
        .summary(summary)
        .description(description)
        .argument('<source>', 'its reference (s3), name or address'),
    ).action((named: string, _options: unknown, command: Command) =>
      run(command, async (options) => (await import('./follow.js')).rest(named, name === 'pause', options, world)),
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
    .option('--now', 'look at once, whenever it is due')
    .option('--all', 'print every look, those too that found nothing new')
    .addHelpText(
      'after',
      `
Examples:
  $ onrecord watch
  $ onrecord watch --once --quiet        every ten minutes from cron`,
    )
    .action((named: string | undefined, _options: unknown, command: Command) =>
      run(command, async (options) => (await import('./watch.js')).watch(named, command.opts(), options, world)),
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
      run(command, async (options) => (await import('./watch.js')).sources(named, command.opts(), options, world)),
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
      run(command, async (options) => (await import('./changes.js')).changes(words, command.opts(), options, world)),
    );

  program
    .command('morning')
    .summary('show what came, what changed and what does not answer')
    .description(
      'Since you last looked: new texts with what is new in them, the same text of several sources once; changes in ' +
        'texts that are held; and the sources that something is wrong with.',
    )
    .option('--look <name>', 'whose look counts (default: yours)')
    .option('--looked', 'remember that you have seen it')
    .option('--all', 'all there ever was')
    .action((_options: unknown, command: Command) =>
      run(command, async (options) => (await import('./morning.js')).morning(command.opts(), options, world)),
    );
}
