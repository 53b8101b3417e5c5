export { type AppOptions, createApp, LONGEST_BODY, LONGEST_FILES } from './app.js';
export { type ReadyPage } from './pages.js';
export type { FollowingService, WatchState } from './following.js';
export { type Compared, type Sent, type Service } from './service.js';
export { mindToken } from './entry.js';
export { Live } from './live.js';
export { type Listening, type ListenOptions, listen } from './listen.js';
