/** A server with every fault: one path each. */
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { Answer, Asked, Site } from './web.js';

export const PAGE = '<!doctype html><html lang="en"><title>Statement</title><p>The ministry said so.</p></html>';

/** Bytes of zeroes: a thousandth of it when packed. */
const swollen = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1_000_000);

const FAULTS: Readonly<Record<string, (asked: Asked) => Answer>> = {
  '/page': () => ({ headers: { 'content-type': 'text/html; charset=utf-8', etag: '"one"' }, body: PAGE }),
  '/silent': () => null,
  '/stalls': () => ({
    raw: (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nbegins and'),
  }),
  '/says-more': () => ({
    raw: (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nfar less'),
  }),
  '/breaks-off': () => ({
    raw: (socket) => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n'),
  }),
  '/hangs-up': () => ({ raw: (socket) => socket.destroy() }),
  '/resets': () => ({ raw: (socket) => socket.resetAndDestroy() }),
  '/no-http': () => ({ raw: (socket) => socket.end('220 mail.example ESMTP\r\n') }),
  '/long-head': () => ({ raw: (socket) => socket.end(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`) }),
  '/huge': () => ({ raw: (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 900000000\r\n\r\nxx') }),
  '/endless': () => ({
    raw: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n');
      const piece = Buffer.alloc(1 << 20, 0x20);
      const more = (): void => {
        while (!socket.destroyed && socket.write(piece));
      };
      socket.on('drain', more);
      more();
    },
  }),
  '/circle': ({ base }) => ({ status: 302, headers: { location: `${base}/circle-back` } }),
  '/circle-back': ({ base }) => ({ status: 302, headers: { location: `${base}/circle` } }),
  '/self': () => ({ status: 302, headers: { location: '/self', 'set-cookie': 'seen=1' } }),
  '/nowhere': () => ({ status: 302, headers: { location: 'http://[' } }),
  '/inside': () => ({ status: 302, headers: { location: 'http://127.0.0.1:9/' } }),
  '/unasked-304': () => ({ status: 304 }),
  '/moved': () => ({ status: 301, headers: { location: '/page' } }),
  '/gzip': () => ({ headers: { 'content-encoding': 'gzip' }, body: gzipSync(PAGE) }),
  '/br': () => ({ headers: { 'content-encoding': 'br' }, body: brotliCompressSync(PAGE) }),
  '/deflate': () => ({ headers: { 'content-encoding': 'deflate' }, body: deflateSync(PAGE) }),
  '/deflate-raw': () => ({ headers: { 'content-encoding': 'deflate' }, body: deflateRawSync(PAGE) }),
  '/twice': () => ({ headers: { 'content-encoding': 'gzip, br' }, body: brotliCompressSync(gzipSync(PAGE)) }),
  '/damaged': () => ({ headers: { 'content-encoding': 'gzip' }, body: gzipSync(PAGE).subarray(0, 40) }),
  '/unknown-coding': () => ({ headers: { 'content-encoding': 'pack200-gzip' }, body: PAGE }),
  '/bomb': () => ({ headers: { 'content-encoding': 'gzip' }, body: gzipSync(swollen(20)) }),
  '/bomb-br': () => ({ headers: { 'content-encoding': 'br' }, body: brotliCompressSync(swollen(20)) }),
  '/bomb-twice': () => ({ headers: { 'content-encoding': 'gzip, gzip' }, body: gzipSync(gzipSync(swollen(20))) }),
};

export const faulty: Site = {
  host: 'faulty.test',
  answer: (asked) => {
    const hop = /^\/hop\/(\d+)$/.exec(asked.path);
    if (hop)
      return Number(hop[1]) === 0
        ? FAULTS['/page']!(asked)
        : { status: 302, headers: { location: `/hop/${Number(hop[1]) - 1}` } };
    const fault = FAULTS[asked.path];
    return fault ? fault(asked) : { status: 404, body: 'no such page' };
  },
};
