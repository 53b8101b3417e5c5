/**
 * Which file systems are shared over a network. SQLite's WAL needs memory shared by all its processes, which no
 * network gives (sqlite.org/wal.html), and locks that many networks only pretend to give: an archive there would
 * be lost some day without a word.
 */
import { readFileSync, statfsSync } from 'node:fs';
import { resolve } from 'node:path';
import { OnrecordError } from '#base/index.js';

/** Numbers of statfs(2) and the Linux kernel's magic.h. */
const BY_NUMBER: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0x5346414f, 'AFS'],
  [0x6b414653, 'AFS'],
  [0x73757245, 'Coda'],
  [0x564c, 'NCP'],
  [0x00c36400, 'Ceph'],
  [0x0bd00bd0, 'Lustre'],
  [0x01161970, 'GFS2'],
  [0x7461636f, 'OCFS2'],
]);
const FUSE = 0x65735546;
/** FUSE carries local and remote file systems alike: the mount table names them. */
const REMOTE_FUSE =
  /^fuse\.(sshfs|rclone|s3fs|gcsfuse|goofys|davfs2?|curlftpfs|glusterfs|ceph|google-drive-ocamlfuse|smbnetfs|juicefs|blobfuse2?|mfs|moosefs)/;

/** The network file system that statfs's `type` and the Linux mount table tell of; null if it is a local one. */
export function networkOf(type: number, folder: string, mountInfo: string): string | null {
  const number = type >>> 0;
  if (number !== FUSE) return BY_NUMBER.get(number) ?? null;
  let best = { at: '', kind: '' };
  for (const line of mountInfo.split('\n')) {
    // "36 35 98:0 / /mnt rw,noatime master:1 - ext3 /dev/root rw", spaces in names as \040 (proc(5)).
    const [mount = '', rest = ''] = line.split(' - ');
    const at = (mount.split(' ')[4] ?? '').replace(/\\(\d{3})/g, (_, octal: string) =>
      String.fromCharCode(parseInt(octal, 8)),
    );
    const within = folder === at || folder.startsWith(at.endsWith('/') ? at : `${at}/`);
    if (at !== '' && within && at.length >= best.at.length) best = { at, kind: rest.split(' ')[0] ?? '' };
  }
  return REMOTE_FUSE.test(best.kind) ? best.kind.slice('fuse.'.length) : null;
}

/** OnrecordError archive-on-network if the folder, which is there, lies on a network. */
export function refuseNetwork(folder: string): void {
  let type: number;
  try {
    ({ type } = statfsSync(folder));
  } catch {
    return;
  }
  let mountInfo = '';
  try {
    mountInfo = readFileSync('/proc/self/mountinfo', 'utf8');
  } catch {
    // Only Linux has one.
  }
  const network = networkOf(type, resolve(folder), mountInfo);
  if (network !== null)
    throw new OnrecordError(
      'archive-on-network',
      `The archive ${folder} lies on a network file system (${network}), where it could be damaged unnoticed.`,
      'Keep the archive on a disk of this machine; share it by running onrecord serve there.',
    );
}
