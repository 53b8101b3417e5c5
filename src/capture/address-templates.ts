/**
 * Addresses as names of texts: templates that tell the stable key of a text from its address ("/news/{key}/"), and the
 * address itself without what only says how a reader came. Templates are compiled to patterns without nested repeats, so
 * that one written by a person costs no more than the length of the address (OWASP: ReDoS).
 */

/** What a template found in an address: key, language, and whatever else it names. */
export type AddressParts = Readonly<Record<string, string>>;

const PART: Readonly<Record<string, string>> = {
  key: '[^/?#]+?',
  id: '[^/?#]+?',
  number: '\\d+',
  language: '[a-z]{2,3}(?:-[A-Za-z]{2,4})?',
  year: '\\d{4}',
  month: '\\d{1,2}',
  day: '\\d{1,2}',
  rest: '[^?#]*',
};
const ANY = '[^/?#]+?';

/** Each open name between the same slashes multiplies what a search may cost by the length of the address. */
const MOST_OPEN = 2;
const openNames = (part: string): number =>
  [...part.matchAll(/\{([^{}]*)\}/g)].filter(([, name]) => !/^(?:number|language|year|month|day)$/.test(name!)).length;

/** Why a template is none: the sentence, or null. */
export function templateFault(template: string): string | null {
  const names = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!);
  const bare = template.replace(/\{[^{}]*\}/g, '');
  if (/[{}]/.test(bare)) return `“${template}” has a brace without its partner.`;
  const odd = names.find((name) => !/^[a-z][a-z0-9]*$/i.test(name));
  if (odd !== undefined) return `“{${odd}}” in “${template}” is no name: letters and digits are wanted.`;
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) return `“{${twice}}” stands twice in “${template}”.`;
  const crowded = bare === '' ? false : template.split(/[/?&]/).some((part) => openNames(part) > MOST_OPEN);
  if (crowded) return `“${template}” has more than ${MOST_OPEN} open names between two slashes.`;
  return /\}\{/.test(template) ? `Two names touch in “${template}”: something must stand between them.` : null;
}

/**
 * Reads an address by a template: "/{language}/news/{key}/" or a whole address. Schemes, "www." and a last slash do not
 * count; a query counts only where the template has one. Null if it does not fit.
 */
export function readAddress(template: string, address: string): AddressParts | null {
  if (templateFault(template) !== null) throw new RangeError(`"${template}" is no template of addresses`);
  const whole = /^https?:\/\//i.test(template);
  const parts = template.replace(/^https?:\/\/(?:www\.)?/i, '').split(/\{([^{}]*)\}/);
  const source = parts
    .map((part, i) => (i % 2 === 1 ? `(?<${part}>${PART[part] ?? ANY})` : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('')
    .replace(/\/$/, '');
  const plain = plainAddress(address);
  const subject = template.includes('?') ? plain : plain.replace(/\?.*$/, '');
  const pattern = whole ? `^${source}$` : `^[^/]+${source}$`;
  return new RegExp(pattern, 'i').exec(subject.replace(/\/$/, ''))?.groups ?? null;
}

/** Parameters of addresses that tell how a reader came, not where to. */
const OF_THE_WAY = /^(utm_.*|fbclid|gclid|mc_cid|mc_eid|igshid|yclid|ref_src)$/;

/** An address without scheme, "www.", fragment, tracking and last slash: equal for addresses that name one page. */
export function plainAddress(address: string): string {
  if (!URL.canParse(address)) return address.trim();
  const url = new URL(address);
  for (const name of Array.from(url.searchParams.keys())) if (OF_THE_WAY.test(name)) url.searchParams.delete(name);
  return `${url.host.replace(/^www\./, '')}${url.pathname}${url.search}`.replace(/\/$/, '');
}

/** The key and language that a recipe's template reads from an address, else the plain address. */
export function keyOf(
  address: string,
  template: string | undefined,
): { readonly key: string; readonly language: string | null; readonly fits: boolean } {
  const parts = template === undefined ? null : readAddress(template, address);
  if (parts === null) return { key: plainAddress(address), language: null, fits: false };
  const { language, key, number, ...others } = parts;
  const name = key ?? number ?? (Object.values(others).join('/') || plainAddress(address));
  // Twins in two languages share their number: the language keeps them apart.
  return { key: language === undefined ? name : `${name}/${language}`, language: language ?? null, fits: true };
}
