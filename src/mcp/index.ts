export { type Door, type DoorOptions, answerRequest, answerStreams, openDoor } from './door.js';
export type { RecordReader } from './reader.js';
