/**
 * Tells the text of a document from the furniture of its page. Missing a paragraph is worse than keeping a menu, so a
 * page with no clear body is main text throughout, and what stands between two paragraphs of the body is body. The
 * body is the deepest element that holds nearly all the prose of the page once what calls itself menu, sidebar, share
 * bar, comment or the like is set aside; such a name does not count where most of the prose stands under it. Cost:
 * linear in pieces times depth. Rejected: Mozilla's Readability over a DOM of its own. On 990 annotated pages (the
 * evaluation set of trafilatura) it kept 0.905 of the passages wanted at 85 ms a page; see docs/adr.
 */
import type { Piece } from './galley.js';
import type { Place, SetPiece } from './html-setter.js';

/** Elements and roles that are never the text of a document. */
const TAGS = new Set([
  'nav',
  'aside',
  'footer',
  'menu',
  'dialog',
  'button',
  'search',
  'label',
  'legend',
  'form',
  'fieldset',
  'header',
]);
const ROLES =
  /(?:^| )(?:navigation|banner|contentinfo|complementary|search|dialog|alertdialog|menu|menubar|toolbar|tablist|alert|form)(?: |$)/;
/** Parts of class names and ids that mean furniture wherever they stand in the name. */
const MARKS =
  /breadcrumb|navigation|navbar|(?<!with|has|\bw|content[-_]|no[-_])sidebar(?![-_](?:right|left|wrap))|side-bar|footer|sharing|share-?(?:bar|box|button|tools|links)|sharedaddy|social|related|recommend|newsletter|subscri|signup|sign-up|advert|sponsor|cookie|consent|gdpr|pagination|pagenav|skip-?link|popup|modal|overlay|masthead|topbar|top-bar|toolbar|outbrain|taboola|more-?(?:news|stories|articles|from)|most-?read|popular|trending|latest|read-?(?:next|also)|see-?also|author-?(?:box|bio|info)|about-?author|post-?(?:meta|info|tags)|entry-?(?:meta|footer)|tag-?(?:list|cloud|links)|tags-links|jump-?link|print-?(?:button|link)|disclaimer|copyright|impressum|imprint|login|mw-editsection|catlinks|navbox|printfooter|masha-ignore|article-index|recirculation|infobox|factbox|popmake|widget-area|widget_|widgettitle/;
const SHORT_MARKS =
  /(?:^|[\s_-])(?:nav|menu|ads?|adv|share|tags?|meta|rss|bio|crumbs?|pager|promo|banner|widget|aside|tools?|rating|votes?|lang|languages?|search|follow|authors?|autor|cta|credits?)(?:[\s_-]|$)/;
const COMMENTS =
  /(?:^|[\s_-])comments?(?:$|[\s_-]|list|area|body|box|text|content|form|section|thread|wrap|feed)|commentlist|respond(?:\s|$)|disqus|leserbrief|(?:^|[\s_-])kommentare?(?:$|[\s_-])/;
/** Class tokens that say what a post is about or how it is laid out, and nothing of its place on the page. */
const IDLE =
  /(?:^| )(?:category|tag|post|format|type|status|has|is|js|no|page|single|elementor|wp|u|col|row|section|theme|widget-elementor)-\S*/g;
/** Names of the body itself. */
const BODIES =
  /articlebody|article-?(?:body|content|text)|entry-?content|post-?(?:body|content|text)|story-?(?:body|content|text)|news-?(?:text|body|content)|body-?(?:content|text)|main-?text|content-?(?:text|body)|text-?(?:content|body|block)|e-content|govspeak|field-name-body|mw-parser-output|trs_ueditor/;

/** Names of a <header> that belongs to a text. */
const HEADS = /article|entry|post|content|story|page/;

/** A name does not count where this share of the prose stands under it. */
const MOST = 0.5;
const MOST_COMMENTS = 0.9;
/** The body holds this share of the prose. */
const BODY = 0.75;
/** Characters outside links from which on a piece is prose, not a label or a menu. */
const PROSE = 80;
/** A heading counts from here on. */
const LEAD = 100;
/** A shorter piece counts if it has this many and ends as a sentence does. */
const SENTENCE = 25;
/** A piece with more than this share of its characters in links is a list of links. */
const LINKED = 0.6;
const LINKED_HEADING = 0.9;
/** Pieces of this length are neither captions nor menus. */
const LONG = 400;

/** As many pieces without prose may stand between two that have some. */
const WIDEST_GAP = 12;

/** The pieces in order; those that are no text of the document are furniture. `title` is the one the page states. */
export function markFurniture(set: readonly SetPiece[], title: string | null): Piece[] {
  const prose = set.map(proseOf);
  const total = prose.reduce((sum, n) => sum + n, 0);
  if (total === 0) return set.map((each) => (isUnderTag(each.place) ? furniture(each) : each.piece));
  const named = furnishedPlaces(weigh(set, prose), total);
  const furnished = set.map(({ place }) => isUnder(place, named));
  const kept = prose.map((n, i) => (furnished[i] ? 0 : n));
  const rest = kept.reduce((sum, n) => sum + n, 0);
  const body = bodyOf(weigh(set, kept), rest);
  const flows = new Set(set.filter((_, i) => kept[i]! > 0).map(({ place }) => flowOf(place)));
  const main = set.map(
    (each, i) =>
      !furnished[i] &&
      (kept[i]! >= PROSE || body === null || isIn(each.place, body)) &&
      (!isLinks(each) || (each.piece.kind !== 'heading' && flows.has(flowOf(each.place)))) &&
      !isCaption(each),
  );
  keepTitle(set, main, title);
  fillGaps(set, main, furnished, kept);
  trimEnd(set, main, kept);
  return set.map((each, i) => (main[i] ? each.piece : furniture(each)));
}

function furniture({ piece }: SetPiece): Piece {
  return { ...piece, kind: 'furniture' };
}

/** On a page without prose only the elements tell. */
function isUnderTag(place: Place): boolean {
  for (let p: Place | null = place; p; p = p.parent) if (TAGS.has(p.tag) && p.tag !== 'form') return true;
  return false;
}

/** Characters of a piece that read as prose; 0 for labels, menus and headings. */
function proseOf({ piece: { kind, text }, linked }: SetPiece): number {
  const open = text.length - linked;
  if (linked > open) return 0;
  // A lead is often set as a heading.
  if (kind === 'heading') return open >= LEAD ? open : 0;
  return open >= PROSE || (open >= SENTENCE && /[.!?…:;”"»。！？][”"»)]?$/.test(text)) ? open : 0;
}

/** The element in which paragraphs and lists follow one another. */
function flowOf(place: Place): Place {
  let flow = place;
  while (flow.parent !== null && /^(?:p|li|ul|ol|dl|dd|dt|blockquote|h[1-6]|figure|figcaption)$/.test(flow.tag))
    flow = flow.parent;
  return flow;
}

/** Characters of prose under each place. */
function weigh(set: readonly SetPiece[], prose: readonly number[]): Map<Place, number> {
  const weights = new Map<Place, number>();
  for (const [i, { place }] of set.entries())
    for (let p: Place | null = place; p; p = p.parent) weights.set(p, (weights.get(p) ?? 0) + prose[i]!);
  return weights;
}

function furnishedPlaces(weights: ReadonlyMap<Place, number>, total: number): ReadonlySet<Place> {
  const named = new Set<Place>();
  for (const [place, prose] of weights) {
    const most = furnitureName(place);
    if (most !== null && prose < total * most) named.add(place);
  }
  return named;
}

/** The share of the prose up to which the name or kind of this place makes it furniture; null if it has no such name. */
function furnitureName({ tag, marks, parent }: Place): number | null {
  if (tag === 'html' || tag === 'body' || tag === 'main') return null;
  const names = marks.replace(IDLE, '');
  if (names !== '' && COMMENTS.test(names)) return MOST_COMMENTS;
  if (tag === 'article' || /(?:^| )hentry(?: |$)/.test(names)) return null;
  if (tag === 'header') return HEADS.test(names) || (parent !== null && hasArticle(parent)) ? null : MOST;
  if (TAGS.has(tag)) return MOST;
  if (names === '' || BODIES.test(names)) return null;
  const isLine = tag === 'p' || /^h[1-6]$/.test(tag);
  return ROLES.test(names) || MARKS.test(names) || (!isLine && SHORT_MARKS.test(names)) ? MOST : null;
}

function hasArticle(place: Place): boolean {
  for (let p: Place | null = place; p; p = p.parent) if (p.tag === 'article' || p.tag === 'main') return true;
  return false;
}

function isUnder(place: Place, places: ReadonlySet<Place>): boolean {
  for (let p: Place | null = place; p; p = p.parent) if (places.has(p)) return true;
  return false;
}

function isIn(place: Place, outer: Place): boolean {
  for (let p: Place | null = place; p; p = p.parent) if (p === outer) return true;
  return false;
}

/** The deepest place that holds nearly all of the prose; null if none but the page does. */
function bodyOf(weights: ReadonlyMap<Place, number>, total: number): Place | null {
  let body: Place | null = null;
  for (const [place, prose] of weights)
    if (prose >= total * BODY && (body === null || place.depth > body.depth)) body = place;
  if (body === null) return null;
  // A paragraph of its own is no body.
  while (
    body.parent !== null &&
    (body.tag === 'p' || body.tag === 'blockquote' || body.tag === 'li' || body.tag === 'ul')
  )
    body = body.parent;
  return body;
}

function isLinks({ piece, linked }: SetPiece): boolean {
  return linked > piece.text.length * (piece.kind === 'heading' ? LINKED_HEADING : LINKED) && piece.text.length < LONG;
}

/** What is written under a picture is said by nobody in the text around it. */
function isCaption({ piece, place }: SetPiece): boolean {
  if (piece.text.length >= LONG) return false;
  for (let p: Place | null = place, up = 0; p !== null && up < 3; p = p.parent, up++)
    if (
      p.tag === 'figcaption' ||
      /(?:^|[\s_-])(?:caption|image-annotation|wp-caption-text|bildunterschrift)(?:[\s_-]|$)/.test(p.marks)
    )
      return true;
  return false;
}

/** The heading that repeats the title is main text wherever it stands. */
function keepTitle(set: readonly SetPiece[], main: boolean[], title: string | null): void {
  if (title === null) return;
  const wanted = plain(title);
  const at = set.findIndex(({ piece }) => piece.kind === 'heading' && plain(piece.text) === wanted);
  if (at >= 0) main[at] = true;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What stands between two pieces of prose of the main text, and is neither named furniture nor links, is main text. */
function fillGaps(
  set: readonly SetPiece[],
  main: boolean[],
  furnished: readonly boolean[],
  kept: readonly number[],
): void {
  let before = -1;
  for (let i = 0; i < set.length; i++) {
    if (!main[i] || kept[i] === 0) continue;
    if (before >= 0 && i - before <= WIDEST_GAP)
      for (let j = before + 1; j < i; j++)
        if (!main[j] && !furnished[j] && !isLinks(set[j]!) && !isCaption(set[j]!)) main[j] = true;
    before = i;
  }
}

/** Pieces behind the last prose of the main text that mostly lead elsewhere are furniture. */
function trimEnd(set: readonly SetPiece[], main: boolean[], kept: readonly number[]): void {
  for (let i = set.length - 1; i >= 0 && kept[i] === 0; i--) {
    const { piece, linked } = set[i]!;
    if (main[i] && linked * 2 > piece.text.length) main[i] = false;
  }
}
