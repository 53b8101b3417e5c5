/**
 * Pages that refuse in the clothes of an answer: challenges, walls, waiting rooms, maintenance, shells without words.
 * They come with status 200 as often as not, so the body tells, by marks of the machinery (elements and scripts), never
 * by words that anybody could quote: a post about a challenge page is no challenge page. The first question is always
 * whether the place's own skeleton stands there; only where it does not are these asked.
 */
import { decodeText, Page } from '#extract/index.js';
import type { PlaceBytes } from './place.js';

/** A refusal by its family, in words for people. */
export interface Refusal {
  readonly family: string;
  readonly message: string;
}

/** A page with more words than this is no challenge, whatever machinery it loads. */
const FEW_WORDS = 150;

/** Marks of machinery in the markup; pages with many words are let through unless `always`. */
const FAMILIES: readonly { readonly family: string; readonly marks: RegExp; readonly always?: boolean }[] = [
  { family: 'Cloudflare', marks: /cdn-cgi\/challenge-platform|cf_chl_opt|cf-browser-verification|id="challenge-error/ },
  {
    family: 'Akamai',
    marks:
      /sec-if-cpt-container|akamai\.com\/.*errors|errors\.edgesuite\.net|Reference(?:&#32;|\s)*(?:&#35;|#)\d+(?:\.|&#46;)[0-9a-f]/,
  },
  {
    family: 'a script challenge',
    marks: /window\[["']bobcmn["']\]|servicepipe|__js_p_|_Incapsula_Resource|px-captcha|ddos-guard|qrator/i,
  },
  {
    family: 'a captcha',
    marks: /<(?:div|iframe)[^>]+(?:g-recaptcha|h-captcha|cf-turnstile|smart-captcha|captcha-delivery)/,
  },
  { family: 'a consent wall', marks: /<form[^>]+action="https?:\/\/consent\./ },
];
/** What the title of such a page says and nothing else on it. */
const TITLES: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:just a moment|attention required|access denied|request (?:rejected|blocked)|forbidden|403\b.*|are you a (?:human|robot)|robot check|please wait|checking your browser|ddos protection)/i,
    'a wall',
  ],
  [
    /^(?:technical difficulties|temporarily unavailable|service unavailable|site (?:is )?(?:down|under) .*|(?:scheduled )?maintenance|we['’]ll be back|503\b.*)/i,
    'maintenance',
  ],
];
const WAITING = /^\W*data processing\W+please,? wait\W*$/i;
/** An answer without any text but a script that calls itself again. */
const RELOADS = /location\.(?:reload|href|replace)|document\.cookie\s*=|http-equiv=["']?refresh/i;

/** Whether an answer is a refusal by its body; null if nothing says so. Pages only: other formats refuse by status. */
export function refusalIn(given: Pick<PlaceBytes, 'bytes' | 'mediaType' | 'address'>): Refusal | null {
  if (given.mediaType !== null && !/html/i.test(given.mediaType)) return null;
  const html = decodeText(given.bytes, given.mediaType);
  if (html === null || !/<(?:!doctype html|html|head|body|script|meta)\b/i.test(html.slice(0, 4000))) return null;
  const page = Page.read(html, given.address);
  const body = page?.first('body');
  const words = page && body ? page.text(body) : '';
  const count = words.split(/\s+/).filter(Boolean).length;
  const few = count <= FEW_WORDS;
  const title = page?.first('title');
  const said = page && title ? page.text(title) : '';
  if (few)
    for (const { family, marks } of FAMILIES)
      if (marks.test(html))
        return { family, message: `The host answered with a page of ${family} in place of the text.` };
  if (few)
    for (const [pattern, family] of TITLES)
      if (pattern.test(said))
        return { family, message: `The host answered with “${said.slice(0, 60)}” in place of the text.` };
  if (WAITING.test(words)) return { family: 'a waiting page', message: 'The host asks to wait, and shows no text.' };
  if (count <= 5 && RELOADS.test(html))
    return { family: 'a script challenge', message: 'The page has no words, only a script that loads it again.' };
  return null;
}
