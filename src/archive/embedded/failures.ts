import { OnrecordError } from '#base/index.js';

/** Nothing can be written there. */
export function readOnly(path: string, cause?: unknown): OnrecordError {
  return new OnrecordError(
    'archive-read-only',
    `The archive is read-only: ${path} cannot be written.`,
    'Reading and checking work as they are. To add or change, give yourself write access to the folder.',
    { cause },
  );
}

/** The disk took no more; what was acknowledged before is kept. */
export function diskFull(path: string, cause?: unknown): OnrecordError {
  return new OnrecordError(
    'disk-full',
    `The disk is full: ${path} could not be written.`,
    'Nothing that was acknowledged is lost. Make room and start again; it goes on where it stopped.',
    { cause },
  );
}

/** Stored bytes are not what was stored. */
export function damaged(what: string, remedy: string, cause?: unknown): OnrecordError {
  return new OnrecordError('archive-damaged', what, remedy, { cause });
}

/** The OnrecordError for a failure of the file system; anything else comes back as it is. */
export function fileFailure(error: unknown, path: string): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return diskFull(path, error);
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return readOnly(path, error);
    case 'EIO':
      return new OnrecordError('disk-failed', `The disk failed at ${path}.`, 'Check the disk.', { cause: error });
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EISDIR':
    case 'ENAMETOOLONG':
    case 'ELOOP':
      return new OnrecordError(
        'bad-use',
        `${path} cannot be: a part of that path is no folder, or its name is too long.`,
        'An archive is a folder. Name another one with --archive.',
        { cause: error },
      );
    default:
      return error;
  }
}
