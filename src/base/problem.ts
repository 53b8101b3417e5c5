/**
 * The three kinds of failure are never mixed. Misuse by a programmer throws RangeError. The world failing (disk,
 * lock, version) throws one OnrecordError. A source being odd or half parsed is a value: a result and its problems.
 */

/** Something odd that was met on the way to a result: what it is, in a sentence for people, and where. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  /** A file, address, line or offset; as a person would say it. */
  readonly where?: string;
}

/** A result that was reached in spite of the problems listed with it. */
export interface WithProblems<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/**
 * Stable codes of the failures that stop a job, each with the exit code of the command line:
 * 2 bad use or unreadable input, 3 the archive or the disk failed, 130 stopped by the user.
 */
export const ERROR_CODES = {
  'bad-use': 2,
  'not-found': 2,
  'input-empty': 2,
  'input-binary': 2,
  'input-too-large': 2,
  'input-unreadable': 2,
  'input-encoding': 2,
  'archive-missing': 3,
  'archive-locked': 3,
  'archive-read-only': 3,
  'archive-newer': 3,
  'archive-damaged': 3,
  'archive-on-network': 3,
  'disk-full': 3,
  'disk-failed': 3,
  'settings-unreadable': 3,
  'address-in-use': 3,
  stopped: 130,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof ERROR_CODES;

/**
 * The world failed: `message` says what is wrong, `remedy` what to do about it; both are sentences for people.
 * Caught once per door and mapped to exit code, HTTP status or tool error.
 */
export class OnrecordError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string;

  constructor(code: ErrorCode, message: string, remedy = '', options?: ErrorOptions) {
    super(message, options);
    this.name = 'OnrecordError';
    this.code = code;
    this.remedy = remedy;
  }

  get exitCode(): number {
    return ERROR_CODES[this.code];
  }
}
