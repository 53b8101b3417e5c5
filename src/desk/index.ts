/**
 * The live parts of the desk. The pages are whole without them; where a page has a place for one ("data-desk"), it
 * is put there. Nothing is loaded from anywhere but the server that the page came from.
 */
export { startDesk } from './start.js';
