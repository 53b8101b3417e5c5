export { digestOf } from './digest.js';
export { CustodyDamage } from './damage.js';
export { type HttpExchange } from './http-message.js';
export {
  CHAIN_START,
  type CustodyFacts,
  type ForeignBlock,
  type NewRecord,
  type PackedRecord,
  type RecordType,
  GZIP_HEAD as RECORD_START,
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
