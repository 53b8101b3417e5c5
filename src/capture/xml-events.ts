/**
 * XML as it is found in the wild, as a stream of elements: htmlparser2 forgives what a strict parser refuses (entities
 * that nobody declared, a bare "&", text behind the end), expands no entity of the document's own, so that no laugh
 * grows, and costs the length alone. Names come in small letters without their prefix, with the space they are of.
 */
import { Parser } from 'htmlparser2';

/** The vocabularies that matter here; '' is every other. */
export type Space = 'plain' | 'dc' | 'content' | 'itunes' | 'media' | 'news' | 'xhtml' | 'sy' | '';

export interface XmlElement {
  readonly name: string;
  readonly space: Space;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface XmlListener {
  open(element: XmlElement): void;
  text(text: string): void;
  close(element: XmlElement): void;
}

const SPACES: readonly (readonly [RegExp, Space])[] = [
  [/^http:\/\/purl\.org\/dc\//, 'dc'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content/, 'content'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/syndication/, 'sy'],
  [/itunes/i, 'itunes'],
  [/search\.yahoo\.com\/mrss/, 'media'],
  [/sitemap-news/, 'news'],
  [/^http:\/\/www\.w3\.org\/1999\/xhtml/, 'xhtml'],
  [
    /purl\.org\/(?:rss\/1\.0\/?$|atom\/ns|net\/rss)|w3\.org\/2005\/atom|rdf-syntax-ns|rssboard|backend\.userland|blogs\.law\.harvard\.edu\/tech\/rss|my\.netscape\.com|sitemaps\.org|google\.com\/schemas\/sitemap\//i,
    'plain',
  ],
];
const CUSTOM: Readonly<Record<string, Space>> = {
  dc: 'dc',
  dcterms: 'dc',
  content: 'content',
  itunes: 'itunes',
  media: 'media',
  news: 'news',
  xhtml: 'xhtml',
  sy: 'sy',
  atom: 'plain',
  atom10: 'plain',
  a10: 'plain',
  rss: 'plain',
  rdf: 'plain',
};

/** Deeper nesting than this is no feed; what lies deeper is passed over. */
const MAX_DEPTH = 256;

/** Reads XML and tells the listener. Never throws for what it reads. */
export function readXml(xml: string, listener: XmlListener): void {
  const spaces: Map<string, Space>[] = [new Map()];
  const open: XmlElement[] = [];
  let beyond = 0;
  const parser = new Parser(
    {
      onopentag: (written, given) => {
        if (open.length >= MAX_DEPTH) {
          beyond++;
          return;
        }
        const outer = spaces.at(-1)!;
        let known = outer;
        const attributes: Record<string, string> = {};
        for (const [name, value] of Object.entries(given)) {
          const lower = name.toLowerCase();
          if (lower === 'xmlns' || lower.startsWith('xmlns:')) {
            if (known === outer) known = new Map(outer);
            known.set(lower.slice(6), spaceOf(value));
          } else {
            attributes[lower] = value;
            attributes[lower.slice(lower.indexOf(':') + 1)] ??= value;
          }
        }
        spaces.push(known);
        const lower = written.toLowerCase();
        const colon = lower.indexOf(':');
        const prefix = colon < 0 ? '' : lower.slice(0, colon);
        const space = known.get(prefix) ?? CUSTOM[prefix] ?? (prefix === '' ? 'plain' : '');
        const element: XmlElement = {
          name: lower.slice(colon + 1),
          // A default space that nobody knows is still that of the feed: its names are what they look like.
          space: space === '' && prefix === '' ? 'plain' : space,
          attributes,
        };
        open.push(element);
        listener.open(element);
      },
      ontext: (text) => {
        if (beyond === 0) listener.text(text);
      },
      onclosetag: () => {
        if (beyond > 0) {
          beyond--;
          return;
        }
        spaces.pop();
        const element = open.pop();
        if (element) listener.close(element);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
}

function spaceOf(uri: string): Space {
  return SPACES.find(([pattern]) => pattern.test(uri.trim()))?.[1] ?? '';
}
