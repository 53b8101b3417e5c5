/**
 * Pages that refuse in the clothes of an answer: challenges, walls, waiting rooms, maintenance, shells without words.
 * They come with status 200 as often as not, so the body tells, by marks of the machinery (elements and scripts) on a
 * page of few words, or by a title that says nothing else, never by words that anybody could quote: an article about a
 * challenge page is no challenge page. Where a place has a skeleton of its own, the first question is whether that
 * stands there; only where it does not are these asked. Cost: one look at the first bytes, no tree, so that it can be
 * asked where outside bytes are not parsed.
 */
import { decodeText } from '#extract/index.js';
import { textOf } from './markup-text.js';
import type { PlaceBytes } from './place.js';

/** A refusal by its family, in words for people. */
export interface Refusal {
  readonly family: string;
  readonly message: string;
}

/** A page with more words than this is no refusal, whatever machinery it loads. */
const FEW_WORDS = 150;
/** Refusals are small, and their machinery stands at their head. */
const HEAD_BYTES = 65_536;
/** With this many words or fewer, a script that loads the page again is all there is. */
const NO_WORDS = 5;

const MACHINERY: readonly (readonly [marks: RegExp, family: string])[] = [
  [/cdn-cgi\/challenge-platform|_?cf_chl_opt|cf-browser-verification|id="challenge-error/, 'a challenge (Cloudflare)'],
  [
    /sec-if-cpt-container|akamai\.com\/.{0,200}errors|errors\.edgesuite\.net|Reference(?:&#32;|\s){0,9}(?:&#35;|#)\d{1,9}(?:\.|&#46;)[0-9a-f]/,
    'a wall (Akamai)',
  ],
  [
    /window\[["']bobcmn["']\]|servicepipe|__js_p_|_Incapsula_Resource|px-captcha|ddos-guard|qrator/i,
    'a script challenge',
  ],
  [/<(?:div|iframe)[^>]{0,200}(?:g-recaptcha|h-captcha|cf-turnstile|smart-captcha|captcha-delivery)/, 'a captcha'],
  [/<form[^>]{0,200}action="https?:\/\/consent\./, 'a consent wall'],
];
/** What the title of such a page says and nothing else, but for the name of the site behind a stroke. */
const WALL =
  /^(?:just a moment|attention required|access denied|request (?:rejected|blocked)|forbidden|(?:error )?403(?:\W+forbidden)?|are you a (?:human|robot)|robot check|please wait|checking your browser(?: before accessing.*)?|ddos protection(?: by.*)?)\W*$/i;
const MAINTENANCE =
  /^(?:technical difficulties|temporarily unavailable|service (?:temporarily )?unavailable|(?:error )?503(?:\W+service (?:temporarily )?unavailable)?|site (?:is )?(?:down|under) .{0,60}|(?:scheduled |under )?maintenance|we['’]ll be (?:right )?back(?: soon)?)\W*$/i;
const STROKE = /\s[|–—·-]\s/;
const WAITING = /^\W*data processing\W+please,? wait\W*$/i;
const RELOADS = /location\.(?:reload|href|replace)|document\.cookie\s*=|http-equiv=["']?refresh/i;

/**
 * Whether an answer is a refusal by its body; null if nothing says so. Pages only: other formats refuse by status.
 * `shown`: the words that the page shows.
 */
export function refusalIn(
  { bytes, mediaType }: Pick<PlaceBytes, 'bytes' | 'mediaType'>,
  shown: string,
): Refusal | null {
  if (mediaType !== null && !/html/i.test(mediaType)) return null;
  const count = shown.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (count > FEW_WORDS) return null;
  const html = decodeText(bytes.subarray(0, HEAD_BYTES), mediaType);
  if (html === null || !/<(?:!doctype html|html|head|body|script|meta)\b/i.test(html.slice(0, 4000))) return null;
  const machinery = MACHINERY.find(([marks]) => marks.test(html))?.[1];
  if (machinery) return inPlaceOfTheText(machinery, machinery);
  const title = textOf(/<title[^>]{0,200}>([^<]{0,200})/i.exec(html)?.[1] ?? '');
  const says = title.split(STROKE)[0]!;
  if (WALL.test(says)) return inPlaceOfTheText('a wall', `“${title}”`);
  if (MAINTENANCE.test(says)) return inPlaceOfTheText('maintenance', `“${title}”`);
  if (WAITING.test(shown)) return inPlaceOfTheText('a waiting page', 'a page that asks to wait');
  if (count <= NO_WORDS && RELOADS.test(html))
    return inPlaceOfTheText('a script challenge', 'a script that loads the page again');
  return null;
}

function inPlaceOfTheText(family: string, what: string): Refusal {
  return { family, message: `The host answered with ${what} in place of the text.` };
}
