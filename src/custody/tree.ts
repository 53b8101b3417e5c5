/**
 * The Merkle tree of the log, by RFC 6962 §2.1 and RFC 9162 §2.1: SHA-256, 0x00 before what a leaf holds, 0x01 before
 * the two hashes that a node holds, so that a node can never pass for a leaf. Only whole subtrees are kept, numbered
 * by level and place (as in the Go checksum database, "Transparent Logs for Skeptical Clients", Cox 2019): adding a
 * leaf costs two hashes on average, a root or a proof about log² n look-ups. Nothing here is ever rewritten.
 */
import { createHash } from 'node:crypto';

/** A SHA-256 hash, 32 bytes. */
export type Hash = Uint8Array;

/** The hash of the whole subtree of 2^level leaves that is the nth of its level, from 0. */
export type Nodes = (level: number, n: number) => Hash;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The hash of a leaf that holds `content` (RFC 9162 §2.1.1). */
export function leafHash(content: Uint8Array | string): Hash {
  return createHash('sha256').update(LEAF).update(content).digest();
}

function nodeHash(left: Hash, right: Hash): Hash {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}

/** A subtree that became whole. */
export interface TreeNode {
  readonly level: number;
  readonly n: number;
  readonly hash: Hash;
}

/** The subtrees that become whole when the leaf numbered `index` comes, the leaf itself first. */
export function grown(index: number, leaf: Hash, nodes: Nodes): readonly TreeNode[] {
  const whole: TreeNode[] = [{ level: 0, n: index, hash: leaf }];
  let hash = leaf;
  for (let level = 0, n = index; n % 2 === 1; level++, n = (n - 1) / 2) {
    hash = nodeHash(nodes(level, n - 1), hash);
    whole.push({ level: level + 1, n: (n - 1) / 2, hash });
  }
  return whole;
}

/** The root over the first `size` leaves; of none, the hash of nothing. */
export function rootOf(size: number, nodes: Nodes): Hash {
  return size === 0 ? createHash('sha256').digest() : rangeHash(0, size, nodes);
}

/** The hash over the leaves from `start` up to `end`, where `start` is a multiple of every subtree that it needs. */
function rangeHash(start: number, end: number, nodes: Nodes): Hash {
  const length = end - start;
  const split = powerBelow(length);
  if (length === 1 || split * 2 === length) {
    const level = Math.log2(length);
    return nodes(level, start / length);
  }
  return nodeHash(rangeHash(start, start + split, nodes), rangeHash(start + split, end, nodes));
}

/** The largest power of two smaller than n, which is 2 at least; of 1, 0. */
function powerBelow(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return n === 1 ? 0 : power;
}

/** The path from a leaf to the root over `size` leaves (RFC 9162 §2.1.3.1). RangeError if there is no such leaf. */
export function inclusionPath(index: number, size: number, nodes: Nodes): readonly Hash[] {
  if (index < 0 || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const path: Hash[] = [];
  for (let start = 0, end = size; end - start > 1; ) {
    const middle = start + powerBelow(end - start);
    if (index < middle) {
      path.push(rangeHash(middle, end, nodes));
      end = middle;
    } else {
      path.push(rangeHash(start, middle, nodes));
      start = middle;
    }
  }
  return path.reverse();
}

/** The root that a path leads to from a leaf; null if the path is none for this place (RFC 9162 §2.1.3.2). */
export function rootByPath(leaf: Hash, index: number, size: number, path: readonly Hash[]): Hash | null {
  if (index < 0 || index >= size) return null;
  let hash = leaf;
  let at = index;
  let last = size - 1;
  for (const beside of path) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(beside, hash);
      while (at % 2 === 0 && at !== 0) {
        at /= 2;
        last = Math.floor(last / 2);
      }
    } else hash = nodeHash(hash, beside);
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hash : null;
}

/** What shows that the tree over `size` leaves begins with all of the tree over `earlier` (RFC 9162 §2.1.4.1). */
export function consistencyPath(earlier: number, size: number, nodes: Nodes): readonly Hash[] {
  if (earlier < 1 || earlier > size) throw new RangeError(`no tree of ${earlier} leaves in one of ${size}`);
  const path: Hash[] = [];
  let whole = true;
  let [start, end, wanted] = [0, size, earlier];
  while (wanted < end - start) {
    const middle = start + powerBelow(end - start);
    if (wanted <= middle - start) {
      path.push(rangeHash(middle, end, nodes));
      end = middle;
    } else {
      path.push(rangeHash(start, middle, nodes));
      wanted -= middle - start;
      start = middle;
      whole = false;
    }
  }
  if (!whole) path.push(rangeHash(start, end, nodes));
  return path.reverse();
}

/** Whether a path shows that the later tree holds all of the earlier, in its order (RFC 9162 §2.1.4.2). */
export function isConsistent(
  earlier: { readonly size: number; readonly root: Hash },
  later: { readonly size: number; readonly root: Hash },
  path: readonly Hash[],
): boolean {
  if (earlier.size < 1 || earlier.size > later.size) return false;
  if (earlier.size === later.size) return path.length === 0 && sameHash(earlier.root, later.root);
  const isWhole = Number.isInteger(Math.log2(earlier.size));
  const [first, ...rest] = isWhole ? [earlier.root, ...path] : path;
  if (first === undefined) return false;
  let at = earlier.size - 1;
  let last = later.size - 1;
  while (at % 2 === 1) {
    at = (at - 1) / 2;
    last = Math.floor(last / 2);
  }
  let before = first;
  let now = first;
  for (const beside of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      before = nodeHash(beside, before);
      now = nodeHash(beside, now);
      while (at % 2 === 0 && at !== 0) {
        at /= 2;
        last = Math.floor(last / 2);
      }
    } else now = nodeHash(now, beside);
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && sameHash(before, earlier.root) && sameHash(now, later.root);
}

export function sameHash(a: Hash, b: Hash): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** A tree that is built in memory and forgotten: of the pieces of a text, or of what a check reads. */
export class GrowingTree {
  readonly #levels: Hash[][] = [];

  get size(): number {
    return this.#levels[0]?.length ?? 0;
  }

  readonly nodes: Nodes = (level, n) => {
    const hash = this.#levels[level]?.[n];
    if (!hash) throw new RangeError(`the tree holds no node ${n} of level ${level}`);
    return hash;
  };

  add(leaf: Hash): void {
    for (const { level, hash } of grown(this.size, leaf, this.nodes)) (this.#levels[level] ??= []).push(hash);
  }

  root(): Hash {
    return rootOf(this.size, this.nodes);
  }
}
