/**
 * `npm run test:long`: the tests that take too long for every day, at their full size. Each reads ONRECORD_LONG_TESTS
 * and is part of `npm test` at a smaller one.
 */
import process from 'node:process';
import { build, run, setUp, tool } from './set-up.mjs';

const LONG = [
  'test/archive/crash.test.ts',
  'test/archive/faulty-disk.test.ts',
  'test/archive/interleaving.test.ts',
  'test/archive/leases.test.ts',
  'test/archive/upgrade-killed.test.ts',
  'test/archive/verify.test.ts',
  'test/capture/politeness.test.ts',
  'test/capture/state-machines.test.ts',
  'test/jobs/false-removals.test.ts',
  'test/e2e/hostile.test.ts',
  'test/e2e/add-killed.test.ts',
  'test/e2e/payloads.test.ts',
  'test/jobs/soak.test.ts',
  'test/e2e/watch-killed.test.ts',
];

setUp();
build();
process.env['ONRECORD_LONG_TESTS'] = '1';
const named = process.argv.slice(2);
process.exitCode = await run([tool('vitest'), 'run', '--maxWorkers=1', ...(named.length > 0 ? named : LONG)]);
