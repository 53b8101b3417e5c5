/** Listening on this machine, and where others can reach it only if they are asked for a token. */
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { OnrecordError } from '#base/index.js';
import type { Hono } from 'hono';
import { isLoopback } from './guard.js';

export interface ListenOptions {
  readonly app: Hono;
  /** "localhost", "127.0.0.1", "::1"; or, where a token is demanded, any address of this machine. */
  readonly host?: string;
  /** The app demands a token. */
  readonly demanded?: boolean;
  /** 0: any free one. */
  readonly port: number;
  /** Only this port; otherwise the next free one up to twenty further is taken. */
  readonly strict?: boolean;
}

/** What is being listened on. */
export interface Listening {
  readonly port: number;
  /** "http://localhost:4321/" */
  readonly address: string;
  /** Stops at once; requests under way are cut off. */
  close(): Promise<void>;
}

const TRIES = 20;

/**
 * Starts to listen. Throws OnrecordError: `bad-use` for a host that others could reach, `address-in-use` if the port
 * is taken, or all that were tried.
 */
export async function listen({
  app,
  host = '127.0.0.1',
  port,
  strict = false,
  demanded = false,
}: ListenOptions): Promise<Listening> {
  if (!isLoopback(host) && !demanded)
    throw new OnrecordError(
      'bad-use',
      `${host} can be reached by others, and nothing would keep them out.`,
      'Leave --host out, or say by which token they may enter: --new-token, or --token-file FILE.',
    );
  const last = strict || port === 0 ? port : Math.min(65535, port + TRIES - 1);
  for (let at = port; at <= last; at++) {
    const server = createAdaptorServer({ fetch: app.fetch, hostname: host }) as Server;
    const failure = await attempt(server, at, host);
    if (failure === null) return listening(server, host);
    if (failure.code !== 'EADDRINUSE' && failure.code !== 'EACCES')
      throw new OnrecordError(
        'address-in-use',
        `Port ${at} on ${host} cannot be listened on.`,
        'Name another with --port.',
        { cause: failure },
      );
  }
  throw new OnrecordError(
    'address-in-use',
    last === port ? `Port ${port} is in use.` : `Ports ${port} to ${last} are in use.`,
    'Name another with --port, or end the program that uses it.',
  );
}

function attempt(server: Server, port: number, host: string): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, host === 'localhost' ? '127.0.0.1' : host, () => {
      server.off('error', resolve);
      resolve(null);
    });
  });
}

function listening(server: Server, host: string): Listening {
  const at = server.address();
  const port = typeof at === 'object' && at !== null ? at.port : 0;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    port,
    address: `http://${name}:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
