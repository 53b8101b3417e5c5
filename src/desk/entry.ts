/** What a page of the desk loads. */
import { startDesk } from './index.js';

void startDesk(document);
