/** The effect of answering assistants: joins the reading jobs, and no other, to the door of the protocol. */
import { randomUUID } from 'node:crypto';
import type { Archive } from '#archive/index.js';
import {
  ageText,
  archiveStatus,
  capturesOf,
  checkDraft,
  citeWords,
  type Clock,
  compareTexts,
  type Extractor,
  searchTexts,
  showPassage,
} from '#jobs/index.js';
import { type Door, openDoor, type RecordReader } from '#mcp/index.js';

export interface TalkingEffects {
  readonly clock: Clock;
  readonly extract: Extractor;
  readonly signal: AbortSignal;
  readonly version: string;
  /** Turns at the thread, where others use it too. */
  readonly giveWay?: () => Promise<void>;
}

/** Letters of a mark: nobody who wrote a held text can know it. */
const MARK = 8;

/** The door over the archive as it is when a question comes. */
export function doorOn(archive: () => Archive, effects: TalkingEffects): Door {
  return openDoor(readerOn(archive, effects), {
    version: effects.version,
    mark: () => randomUUID().replaceAll('-', '').slice(0, MARK),
  });
}

function readerOn(archive: () => Archive, { clock, extract, signal, giveWay }: TalkingEffects): RecordReader {
  const reading = (): { archive: Archive; extract: Extractor; signal: AbortSignal } => ({
    archive: archive(),
    extract,
    signal,
  });
  return {
    check: ({ text, day, language, filter }) =>
      checkDraft(
        {
          bytes: new TextEncoder().encode(text),
          name: 'draft',
          mediaType: 'text/plain;charset=utf-8',
          day,
          language,
          filter,
        },
        { ...reading(), day: clock().at.slice(0, 10), ...(giveWay && { giveWay }) },
      ),
    search: (input) => searchTexts(input, reading()),
    show: (input) => showPassage(input, reading()),
    cite: (input) => citeWords(input, reading()),
    age: (input) => ageText(input, reading()),
    compare: (input) => compareTexts(input, reading()),
    // What people did to the archive, and who they are, is none of an assistant's business.
    status: () => archiveStatus({ logged: 0 }, reading()),
    captures: (versions) => capturesOf(versions, reading()),
  };
}
