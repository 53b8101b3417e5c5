/**
 * The second and third gate: a name is resolved once, the machines it stands for are judged, and the connection goes
 * to one of those by number, so that no second answer of a name server is ever asked for (DNS rebinding). What was
 * connected is looked at again before a byte is sent. The certificate is checked against the name.
 */
import net from 'node:net';
import tls from 'node:tls';
import { digestOf } from '#custody/index.js';
import { type AddressRefusal, type AllowedAddress, type ParsedAddress, judgeMachine, writeHost } from './address.js';
import type { FetchEffects } from './effects.js';
import type { FailureReason } from './outcome.js';

/** An open connection to a machine that was judged. */
export interface Connected {
  readonly socket: net.Socket;
  /** "93.184.216.34:443". */
  readonly peer: string;
  /** SHA-256 of the certificate; null without TLS. */
  readonly certificate: string | null;
}

/** How the network failed, in a sentence. */
export interface NetworkFailure {
  readonly failed: FailureReason;
  readonly message: string;
}

/** Machines of one name that are tried. */
const MOST_MACHINES = 4;

/** Opens a connection, or says why there is none. Never rejects. `signal` ends the attempt. */
export async function connect(
  address: ParsedAddress,
  allow: readonly AllowedAddress[],
  authorities: readonly string[],
  effects: FetchEffects,
  timeout: number,
  signal: AbortSignal,
): Promise<Connected | AddressRefusal | NetworkFailure> {
  const { host } = address;
  let machines: readonly string[];
  try {
    machines = address.isLiteral ? [host] : await within(effects.lookup(host), timeout, effects, signal);
  } catch {
    return {
      failed: 'dns',
      message: `No machine of the name ${host} was found. The name may be misspelt, or there is no network.`,
    };
  }
  const judged = machines.map((machine) => ({ machine, refusal: judgeMachine(machine, address, allow) }));
  const open = judged.filter(({ refusal }) => refusal === null).slice(0, MOST_MACHINES);
  if (open.length === 0)
    return judged[0]?.refusal ?? { failed: 'dns', message: `The name ${host} stands for no machine.` };
  let failure: NetworkFailure | null = null;
  for (const { machine } of open) {
    const reached = await reach(machine, address, allow, authorities, effects, timeout, signal);
    if (!('failed' in reached)) return reached;
    failure = reached;
    if (signal.aborted) break;
  }
  return failure!;
}

async function reach(
  machine: string,
  address: ParsedAddress,
  allow: readonly AllowedAddress[],
  authorities: readonly string[],
  effects: FetchEffects,
  timeout: number,
  signal: AbortSignal,
): Promise<Connected | AddressRefusal | NetworkFailure> {
  const { host, port, url, isLiteral } = address;
  const secure = url.protocol === 'https:';
  const socket = secure
    ? tls.connect({
        host: machine,
        port,
        ...(isLiteral ? {} : { servername: host }),
        ALPNProtocols: ['http/1.1'],
        ...(authorities.length > 0 ? { ca: [...tls.rootCertificates, ...authorities] } : {}),
      })
    : net.connect({ host: machine, port });
  socket.setNoDelay(true);
  return new Promise((resolve) => {
    const settle = (outcome: Connected | AddressRefusal | NetworkFailure): void => {
      callOff();
      signal.removeEventListener('abort', onAbort);
      socket.removeListener('error', onError);
      if (!('socket' in outcome)) socket.on('error', () => {}).destroy();
      resolve(outcome);
    };
    const slow = (): void =>
      settle({ failed: 'timeout', message: `${host} did not answer the call within ${seconds(timeout)}.` });
    const callOff = effects.after(timeout, slow);
    const onAbort = slow;
    const onError = (error: NodeJS.ErrnoException): void => settle(failureOf(error, host, secure));
    signal.addEventListener('abort', onAbort, { once: true });
    socket.once('error', onError);
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      const reached = socket.remoteAddress ?? machine;
      const refusal = judgeMachine(reached, address, allow);
      if (refusal) return settle(refusal);
      const raw = socket instanceof tls.TLSSocket ? socket.getPeerCertificate().raw : null;
      settle({ socket, peer: `${writeHost(reached)}:${port}`, certificate: raw ? digestOf(raw) : null });
    });
  });
}

function failureOf({ code = '', message }: NodeJS.ErrnoException, host: string, secure: boolean): NetworkFailure {
  switch (code) {
    case 'ECONNREFUSED':
      return { failed: 'unreachable', message: `${host} is there and takes no calls.` };
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
      return { failed: 'unreachable', message: `${host} cannot be reached from here.` };
    case 'ETIMEDOUT':
      return { failed: 'timeout', message: `${host} did not answer the call.` };
    case 'ECONNRESET':
    case 'EPIPE':
      return { failed: secure ? 'tls' : 'reset', message: `${host} broke off the call.` };
    default:
      return secure
        ? { failed: 'tls', message: `${host} could not prove that it is ${host}: ${tidy(message)}.` }
        : { failed: 'unreachable', message: `${host} could not be reached: ${tidy(message)}.` };
  }
}

function tidy(message: string): string {
  return message
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '')
    .slice(0, 160);
}

/** A promise that is given up after a while, or when the fetch is. */
async function within<T>(promise: Promise<T>, timeout: number, effects: FetchEffects, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const give = (): void => reject(new Error('given up'));
    const callOff = effects.after(timeout, give);
    signal.addEventListener('abort', give, { once: true });
    promise.then(resolve, reject).finally(() => {
      callOff();
      signal.removeEventListener('abort', give);
    });
  });
}

export function seconds(milliseconds: number): string {
  const n = Math.round(milliseconds / 1000);
  return n === 1 ? '1 second' : `${n} seconds`;
}
