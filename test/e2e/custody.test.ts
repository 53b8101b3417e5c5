/** Proof of what is held, from the command line to somebody who has only the file; time from a local authority. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folderForTest } from '../archive/given.js';
import { onrecordIn } from './custody-line.js';

const OPENSSL = spawnSync('openssl', ['version']).status === 0;
const SCRIPT = join(import.meta.dirname, '../../scripts/verify-proof.mjs');
const SPEECH = `title: Remarks at the harbour
date: 2026-03-12
speaker: Ilse Moreau

We could accept inspectors at the northern terminal before the end of March. ${'Nothing else was agreed. '.repeat(60)}
The talks go on “tomorrow”, she said.
`;

async function held(): Promise<ReturnType<typeof onrecordIn>> {
  const folder = folderForTest();
  writeFileSync(join(folder, 'speech.txt'), SPEECH);
  const line = onrecordIn(folder);
  expect((await line('add', 'speech.txt')).code).toBe(0);
  return line;
}

describe('a proof', () => {
  it('leads from words to the captured file, for Onrecord and without it, and to nothing that was changed', async () => {
    const line = await held();
    const words = 'accept inspectors at the northern terminal';
    expect((await line('proof', 'd1', '--words', words, '-o', 'quote.json')).code).toBe(0);
    const file = join(line.folder, 'quote.json');
    const text = readFileSync(file, 'utf8');
    expect(text.length).toBeLessThan(12_000);
    const checked = await line('verify', 'quote.json');
    expect(checked).toMatchObject({ code: 0 });
    expect(checked.out).toContain(words);
    const apart = spawnSync(process.execPath, [SCRIPT, file, join(line.folder, 'speech.txt')], { encoding: 'utf8' });
    expect([apart.status, apart.stdout]).toEqual([0, expect.stringContaining('speech.txt is what was captured')]);
    const forged: readonly [string, string][] = [
      ['accept inspectors', 'refuse inspectors'],
      ['WARC-Date: 2', 'WARC-Date: 1'],
      ['"number": 1', '"number": 0'],
      ['\\ntime 2', '\\ntime 1'],
    ];
    for (const [from, to] of forged) {
      expect(text).toContain(from);
      writeFileSync(join(line.folder, 'forged.json'), text.replaceAll(from, to));
      expect((await line('verify', 'forged.json')).code, to).toBe(1);
      expect(spawnSync(process.execPath, [SCRIPT, join(line.folder, 'forged.json')]).status, to).toBe(1);
    }
    expect(spawnSync(process.execPath, [SCRIPT, join(line.folder, 'speech.txt')]).status).toBe(2);
    expect((await line('verify', 'speech.txt')).code).toBe(2);
    expect((await line('proof', 'd1', '--words', 'nobody said this')).code).toBe(2);
  }, 120_000);

  it('shows later that nothing before was taken out', async () => {
    const line = await held();
    await line('proof', 'c1', '-o', 'old.json');
    writeFileSync(join(line.folder, 'more.txt'), 'A second statement, made on the next day.');
    await line('add', 'more.txt');
    const found = await line('verify', '--since', 'old.json', '--json');
    expect(found.code).toBe(0);
    expect(JSON.parse(found.out)).toMatchObject({ ok: true, captures: 2, problems: [], since: { holds: true } });
    const other = await held();
    writeFileSync(join(other.folder, 'old.json'), readFileSync(join(line.folder, 'old.json')));
    expect((await other('verify', '--since', 'old.json')).code).toBe(1);
  }, 120_000);
});

describe.skipIf(!OPENSSL)('a time token from a local authority (needs openssl)', () => {
  it('is asked for, checked, kept and carried by proofs; other answers are refused', async () => {
    const line = await held();
    const { folder } = line;
    const home = join(folder, 'tsa');
    mkdirSync(home);
    const openssl = (...words: readonly string[]): void => {
      const { status, stderr } = spawnSync('openssl', words, { cwd: home, encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
    };
    writeFileSync(join(home, 'serial'), '01\n');
    writeFileSync(
      join(home, 'tsa.cnf'),
      `[tsa]
default_tsa = one
[one]
serial = serial
crypto_device = builtin
signer_cert = signer.pem
signer_key = signer.key
certs = root.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
[ext]
basicConstraints = critical,CA:false
extendedKeyUsage = critical,timeStamping
`,
    );
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
    const root = (name: string): void =>
      openssl(
        'req',
        '-x509',
        ...key,
        '-keyout',
        `${name}.key`,
        '-out',
        `${name}.pem`,
        '-subj',
        `/CN=${name}`,
        '-days',
        '9',
      );
    root('root');
    root('stranger');
    openssl('req', ...key, '-keyout', 'signer.key', '-out', 'signer.csr', '-subj', '/CN=Local Time');
    const by = ['-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial'];
    openssl(
      'x509',
      '-req',
      '-in',
      'signer.csr',
      ...by,
      '-out',
      'signer.pem',
      '-days',
      '9',
      '-extfile',
      'tsa.cnf',
      '-extensions',
      'ext',
    );

    let answer: 'right' | 'replayed' | 'nonsense' = 'right';
    const server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => void pieces.push(piece));
      request.on('end', () => {
        if (answer !== 'replayed') writeFileSync(join(home, 'query.tsq'), Buffer.concat(pieces));
        if (answer !== 'replayed')
          openssl('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'query.tsq', '-out', 'reply.tsr');
        response.end(answer === 'nonsense' ? 'no token at all' : readFileSync(join(home, 'reply.tsr')));
      });
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const place = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const ask = (...more: readonly string[]): ReturnType<typeof line> =>
      line('stamp', `http://${place}/tsr`, '--allow-address', place, ...more);

    const refused = await line('stamp', `http://${place}/tsr`);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--allow-address')]);
    const stranger = await ask('--certificate', 'tsa/stranger.pem');
    expect([stranger.code, stranger.err]).toEqual([2, expect.stringContaining('does not lead to one that you named')]);
    const kept = await ask('--certificate', 'tsa/root.pem', '--json');
    expect([kept.code, kept.err]).toEqual([0, '']);
    expect(JSON.parse(kept.out)).toMatchObject({ authority: 'Local Time', trusted: true });
    answer = 'replayed';
    expect((await ask()).err).toContain('answers another request');
    answer = 'nonsense';
    expect((await ask()).code).toBe(2);

    await line('proof', 'd1', '--words', 'The talks go on "tomorrow"', '-o', 'stamped.json');
    const checked = await line('verify', 'stamped.json', '--certificate', 'tsa/root.pem');
    expect([checked.code, checked.out]).toEqual([0, expect.stringMatching(/Seen by Local Time at 20/)]);
    const text = readFileSync(join(folder, 'stamped.json'), 'utf8');
    expect(text.length).toBeLessThan(12_000);
    expect(spawnSync(process.execPath, [SCRIPT, join(folder, 'stamped.json')]).status).toBe(0);
    // As the script says that it can be checked: by openssl alone.
    const proof = JSON.parse(text) as { checkpoint: string; tokens: { token: string }[] };
    writeFileSync(join(home, 'token.der'), Buffer.from(proof.tokens[0]!.token, 'base64'));
    writeFileSync(join(home, 'checkpoint.txt'), proof.checkpoint);
    openssl('ts', '-verify', '-in', 'token.der', '-token_in', '-data', 'checkpoint.txt', '-CAfile', 'root.pem');
    // A bit of the token changed anywhere is found, or changes nothing that is signed.
    const token = Buffer.from(proof.tokens[0]!.token, 'base64');
    token[token.length - 20]! ^= 1;
    proof.tokens[0]!.token = token.toString('base64');
    writeFileSync(join(folder, 'bent.json'), JSON.stringify(proof));
    expect((await line('verify', 'bent.json')).code).toBe(1);
    const whole = await line('verify', '--json');
    expect(JSON.parse(whole.out)).toMatchObject({ ok: true, stamps: 1 });
  }, 240_000);
});
