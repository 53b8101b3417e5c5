export { digestOf } from './digest.js';
export { CustodyDamage } from './damage.js';
export { type HttpExchange, type HttpMessage, contentOf, fieldOf, readMessage, statusOf } from './http-message.js';
export {
  CHAIN_START,
  type CustodyFacts,
  type ForeignBlock,
  type NewRecord,
  type PackedRecord,
  type RecordType,
  GZIP_HEAD as RECORD_START,
  RECORD_TYPES,
  packFileHead,
  packRecords,
} from './warc.js';
export { type ReadRecord, readChain, readRecord } from './warc-read.js';
export {
  type Hash,
  GrowingTree,
  consistencyPath,
  grown,
  inclusionPath,
  isConsistent,
  leafHash,
  rootOf,
  sameHash,
} from './tree.js';
export {
  type Checkpoint,
  type LogKey,
  keyOfPem,
  keyOfSeed,
  openCheckpoint,
  readCheckpoint,
  signCheckpoint,
} from './checkpoint.js';
export { piecesAround, textRoot } from './text-pieces.js';
export { type Proof, type ProofFindings, type ProvenEntry, checkProof } from './proof.js';
export { type TimeToken, readToken, timeQuery, tokenIn } from './time-token.js';
export { type ByteSource, type ForeignRecord, agrees, foreignRecords } from './warc-foreign.js';
export { bytesSource, packZip, zipEntries } from './zip.js';
export { type OutgoingRecord, openWacz, waczFiles } from './wacz.js';
