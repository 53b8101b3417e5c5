import type { Archive } from '#archive/index.js';
import { OnrecordError, parseReference } from '#base/index.js';
import type { Document, Version } from '#record/index.js';

/** The Document that somebody names by Reference, id, address or path. Throws OnrecordError `not-found`. */
export async function findDocument(named: string, archive: Archive): Promise<Document> {
  const referred = parseReference(named);
  const document = await archive.document(referred?.thing === 'version' ? `d${referred.document}` : named);
  if (document) return document;
  throw new OnrecordError(
    'not-found',
    `No text "${named}" is held in ${archive.place}.`,
    '`onrecord list` shows the references of all texts held, `onrecord search WORDS` finds some.',
  );
}

/** The Version that somebody names: "d17v2", else the newest. Throws OnrecordError `not-found`. */
export async function findVersion(
  named: string,
  archive: Archive,
): Promise<{ readonly document: Document; readonly version: Version }> {
  const document = await findDocument(named, archive);
  const referred = parseReference(named);
  const version =
    referred?.thing === 'version'
      ? document.versions.find(({ number }) => number === referred.version)
      : document.versions.at(-1);
  if (version) return { document, version };
  throw new OnrecordError(
    'not-found',
    `${document.reference} has no version ${referred?.thing === 'version' ? referred.version : 1}.`,
    `Its versions are ${document.versions.map(({ reference }) => reference).join(', ')}.`,
  );
}
