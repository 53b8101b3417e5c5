/** The effect of serving pages: joins the jobs to the server's door and ends it when the user asks to stop. */
import { checkDraft, compareTexts, compareVersions, archiveStatus, type Clock, type Extractor } from '#jobs/index.js';
import { sayWhen } from '#report/index.js';
import { createApp, listen } from '#server/index.js';
import type { Served, World } from '#cli/index.js';

/** What people did that the status names. */
const LOGGED = 20;

export interface ServingEffects {
  readonly clock: Clock;
  readonly extract: Extractor;
  readonly signal: AbortSignal;
}

/** Starts to serve. Throws OnrecordError `bad-use` or `address-in-use`. */
export async function serve(
  { archive, port, strict, pages }: Parameters<World['serve']>[0],
  { clock, extract, signal }: ServingEffects,
): Promise<Served> {
  const app = createApp(
    {
      checkDraft: (draft) => checkDraft(draft, { archive, day: clock().at.slice(0, 10), signal }),
      compareTexts: (texts) => compareTexts(texts, { extract, archive }),
      compareVersions: (texts) => compareVersions(texts, { extract, archive }),
      status: () => archiveStatus({ logged: LOGGED }, { archive }),
    },
    { pages, now: () => sayWhen(clock()) },
  );
  const listening = await listen({ app, port, strict });
  const ended = new Promise<void>((resolve) => {
    const end = (): void => void listening.close().then(resolve);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
  return { address: listening.address, ended };
}
