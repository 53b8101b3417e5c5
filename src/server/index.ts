export {
  type AppOptions,
  type Compared,
  type ReadyPage,
  type Sent,
  type Service,
  createApp,
  LONGEST_BODY,
} from './app.js';
export { type Listening, type ListenOptions, listen } from './listen.js';
