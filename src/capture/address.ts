/**
 * The first two gates: which addresses are asked at all, and which of the machines that a name stands for. Spellings
 * are settled by the URL standard (WHATWG), which reads decimal, octal, hexadecimal and short IPv4, full-width digits
 * and trailing dots as every browser does; what is left is judged by number, never by spelling. A list of what is
 * forbidden ages; so an IPv6 address must lie in the range that is given out (2000::/3), and IPv4 within IPv6 (RFC
 * 4291, 6052) is judged as the IPv4 it leads to.
 */
import ipaddr from 'ipaddr.js';
import type { GateReason } from './outcome.js';

/** One place that a person opened by name although it lies in a private range or at an odd port. */
export interface AllowedAddress {
  /** Name or IP address as URLs spell it: "127.0.0.1", "::1", "intranet.ministry.example". */
  readonly host: string;
  readonly port: number;
}

/** An address that passed the first gate. */
export interface ParsedAddress {
  readonly url: URL;
  /** Name or IP address, without brackets and final dot. */
  readonly host: string;
  readonly port: number;
  readonly isLiteral: boolean;
}

/** Why an address is not fetched. */
export interface AddressRefusal {
  readonly reason: GateReason;
  readonly message: string;
  readonly remedy: string;
}

/** Where pages are published; others are services that no page should make us knock at. */
const PORTS: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);
/** Public by number, and yet the inside of a cloud (Azure's host service). */
const INSIDE: ReadonlySet<string> = new Set(['168.63.129.16']);
const LONGEST_ADDRESS = 8192;

/** Reads "host:port" as --allow-address takes it; null if it is none. */
export function parseAllowed(written: string): AllowedAddress | null {
  const m = /^([^\s/@#?]+):(\d{1,5})$/.exec(written.trim());
  if (!m || !URL.canParse(`http://${m[1]}/`)) return null;
  const port = Number(m[2]);
  return port > 0 && port < 65_536 ? { host: hostOf(new URL(`http://${m[1]}/`)), port } : null;
}

/** The first gate. `allow` opens odd ports of the places it names, `ports` everywhere. */
export function parseAddress(
  written: string,
  allow: readonly AllowedAddress[],
  ports: readonly number[] = [],
): ParsedAddress | AddressRefusal {
  if (written.length > LONGEST_ADDRESS || !URL.canParse(written))
    return refusal(
      'no address',
      `${clip(written)} is no address of a page.`,
      'Write it like https://www.example.org/page.',
    );
  const url = new URL(written);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return refusal(
      'scheme',
      `${clip(written)} is not on the web: only http:// and https:// are fetched.`,
      'Save the text as a file and add that.',
    );
  if (url.username !== '' || url.password !== '')
    return refusal(
      'user in the address',
      `${clip(written)} names a user before the @; such addresses are not fetched.`,
      'Write it without the part before the @.',
    );
  const host = hostOf(url);
  if (host === '')
    return refusal('no address', `${clip(written)} names no host.`, 'Write it like https://www.example.org/page.');
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  const parsed = { url, host, port, isLiteral: ipaddr.isValid(host) };
  if (!PORTS.has(port) && !ports.includes(port) && !isAllowed(parsed, allow))
    return refusal(
      'port',
      `${url.host} is at port ${port}, where pages are not published.`,
      `If you know the place: --allow-address ${writeHost(host)}:${port}`,
    );
  return parsed;
}

/** The second gate, for each machine a name stands for: null if it may be asked. */
export function judgeMachine(
  machine: string,
  { host, port }: ParsedAddress,
  allow: readonly AllowedAddress[],
): AddressRefusal | null {
  if (isPublic(machine) || isAllowed({ host, port }, allow)) return null;
  const inside = machine === host ? `${host} lies` : `${host} stands for ${machine}, which lies`;
  return refusal(
    'special address',
    `${inside} inside a network or is otherwise special; such addresses are not fetched.`,
    `If you know the place: --allow-address ${writeHost(host)}:${port}`,
  );
}

/** Whether the place was opened by name. */
export function isAllowed(
  { host, port }: { readonly host: string; readonly port: number },
  allow: readonly AllowedAddress[],
): boolean {
  return allow.some((one) => one.host === host && one.port === port);
}

/** Whether an IP address belongs to the public internet (IANA special-purpose registries, RFC 6890). */
export function isPublic(machine: string): boolean {
  if (!ipaddr.isValid(machine) || machine.includes('%')) return false;
  const address = ipaddr.parse(machine);
  if (address instanceof ipaddr.IPv4) return address.range() === 'unicast' && !INSIDE.has(address.toString());
  const range = address.range();
  if (range === 'ipv4Mapped') return isPublic(address.toIPv4Address().toString());
  if (range === 'rfc6052' && address.parts[2] === 0)
    return isPublic(
      address.parts
        .slice(6)
        .flatMap((part) => [part >> 8, part & 255])
        .join('.'),
    );
  return range === 'unicast' && address.parts[0]! >= 0x2000 && address.parts[0]! < 0x4000;
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/** A host as it stands before a port. */
export function writeHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

function refusal(reason: GateReason, message: string, remedy: string): AddressRefusal {
  return { reason, message, remedy };
}

function clip(written: string): string {
  return written.length > 120 ? `${written.slice(0, 117)}…` : written;
}
