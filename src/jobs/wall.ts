/**
 * Walls: pages that a host shows in place of the text, with status 200 as often as not. They are told by the marks of
 * their machinery on a page of few words, or by a title that says nothing else, never by words that anybody could
 * quote: an article about a challenge page is no challenge page. Cost: one look at the first bytes.
 */

/** A page with more words than this is no wall, whatever machinery it loads. */
const FEW_WORDS = 150;
/** Walls are small, and their machinery stands at their head. */
const HEAD_BYTES = 65_536;

const MACHINERY: readonly (readonly [RegExp, string])[] = [
  [/cdn-cgi\/challenge-platform|_cf_chl_opt|cf-browser-verification/, 'a challenge (Cloudflare)'],
  [/sec-if-cpt-container|errors\.edgesuite\.net/, 'a wall (Akamai)'],
  [/window\[["']bobcmn["']\]|servicepipe|_Incapsula_Resource|px-captcha|ddos-guard/i, 'a script challenge'],
  [/<(?:div|iframe)[^>]{0,200}(?:g-recaptcha|h-captcha|cf-turnstile|smart-captcha|captcha-delivery)/, 'a captcha'],
];
const TITLES =
  /^(?:just a moment|attention required|access denied|request (?:rejected|blocked)|are you a (?:human|robot)|robot check|checking your browser|technical difficulties|temporarily unavailable|service unavailable|site (?:is )?(?:down|under) maintenance|(?:scheduled )?maintenance)\W*$/i;
const WAITING = /^\W*data processing\W+please,? wait\W*$/i;

/** What stands in place of the text; null if nothing says that it is not the text. `text` is what the page shows. */
export function wallIn(bytes: Uint8Array, mediaType: string | null, text: string): string | null {
  if (mediaType !== null && !/html/i.test(mediaType)) return null;
  if ((text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) > FEW_WORDS) return null;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const machinery = MACHINERY.find(([marks]) => marks.test(head))?.[1];
  if (machinery) return machinery;
  const title = /<title[^>]{0,200}>([^<]{0,200})/i.exec(head)?.[1] ?? '';
  if (TITLES.test(title.trim())) return `a page that says only “${title.trim()}”`;
  return WAITING.test(text) ? 'a page that asks to wait' : null;
}
