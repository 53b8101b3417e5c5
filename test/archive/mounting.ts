/** Small file systems for tests, where this process may mount them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { onTestFinished } from 'vitest';

export const asRoot = process.getuid?.() === 0;
export const canMount = asRoot && process.platform === 'linux' && tryMount();

function tryMount(): boolean {
  const folder = join(tmpdir(), `onrecord-mount-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status === 0;
  if (done) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
  return done;
}

/** Mounts on a folder until the test is finished. */
export function mount(args: readonly string[], folder: string): void {
  const { status, stderr } = spawnSync('mount', [...args, folder]);
  if (status !== 0) throw new Error(String(stderr));
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
}
