export { digestOf } from './digest.js';
export {
  CHAIN_START,
  CustodyDamage,
  type CustodyFacts,
  type PackedRecord,
  packFileHead,
  packRecords,
  type ReadRecord,
  readChain,
  readRecord,
} from './warc.js';
