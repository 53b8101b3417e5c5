/** The tree against the definitions of RFC 6962, written down once more as they stand there. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  consistencyPath,
  GrowingTree,
  inclusionPath,
  isConsistent,
  leafHash,
  rootOf,
  sameHash,
} from '#custody/index.js';
import { rootByPath } from '../../src/custody/tree.js';

const hash = (...parts: readonly Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

/** MTH of RFC 6962 §2.1. */
function definition(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length === 0) return hash();
  if (leaves.length === 1) return hash(Buffer.of(0), leaves[0]!);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return hash(Buffer.of(1), definition(leaves.slice(0, k)), definition(leaves.slice(k)));
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const leavesOf = (count: number): Buffer[] => Array.from({ length: count }, (_, i) => Buffer.from(`entry ${i}`));

function treeOf(leaves: readonly Uint8Array[]): GrowingTree {
  const tree = new GrowingTree();
  for (const leaf of leaves) tree.add(leafHash(leaf));
  return tree;
}

/** The leaves and roots that the first logs of certificates were tested with. */
const KNOWN = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('the tree', () => {
  it.each(ROOTS.map((root, i) => [i + 1, root] as const))('of %i known leaves has the known root', (size, root) => {
    expect(hex(treeOf(KNOWN.slice(0, size).map((leaf) => Buffer.from(leaf, 'hex'))).root())).toBe(root);
  });

  it('is that of the definition at every size, and keeps the roots that it had', () => {
    const leaves = leavesOf(70);
    const tree = treeOf(leaves);
    for (let size = 0; size <= leaves.length; size++)
      expect(hex(rootOf(size, tree.nodes)), `${size}`).toBe(hex(definition(leaves.slice(0, size))));
  });

  it('proves every leaf at every size, and no other leaf, place or root', () => {
    const leaves = leavesOf(40);
    const { nodes } = treeOf(leaves);
    for (let size = 1; size <= leaves.length; size++)
      for (let index = 0; index < size; index++) {
        const path = inclusionPath(index, size, nodes);
        const root = rootOf(size, nodes);
        const leaf = leafHash(leaves[index]!);
        const reached = rootByPath(leaf, index, size, path);
        expect(reached && sameHash(reached, root), `${index} of ${size}`).toBe(true);
        const wrong = [
          rootByPath(leafHash('other'), index, size, path),
          rootByPath(leaf, (index + 1) % size, size, path),
          rootByPath(leaf, index, size, [...path, leaf]),
          rootByPath(leaf, index, size, path.slice(1)),
        ];
        if (size > 1) for (const other of wrong) expect(other && sameHash(other, root)).not.toBe(true);
      }
  });

  it('proves that every earlier tree is its beginning', () => {
    const { nodes } = treeOf(leavesOf(40));
    for (let size = 1; size <= 40; size++)
      for (let earlier = 1; earlier <= size; earlier++) {
        const path = consistencyPath(earlier, size, nodes);
        const [before, now] = [
          { size: earlier, root: rootOf(earlier, nodes) },
          { size, root: rootOf(size, nodes) },
        ];
        expect(isConsistent(before, now, path), `${earlier} in ${size}`).toBe(true);
        expect(isConsistent({ ...before, root: leafHash('other') }, now, path)).toBe(false);
        expect(isConsistent(before, { ...now, root: leafHash('other') }, path)).toBe(false);
        if (path.length > 0) expect(isConsistent(before, now, path.slice(1))).toBe(false);
        expect(isConsistent(before, now, [...path, leafHash('other')])).toBe(false);
      }
  });

  it('does not prove that a tree with another beginning follows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(), fc.nat(), (size, some, where) => {
        const earlier = 1 + (some % (size - 1));
        const leaves = leavesOf(size);
        const changed = leaves.with(where % earlier, Buffer.from('dated back'));
        const before = { size: earlier, root: treeOf(leaves.slice(0, earlier)).root() };
        const forged = treeOf(changed);
        const path = consistencyPath(earlier, size, forged.nodes);
        expect(isConsistent(before, { size, root: forged.root() }, path)).toBe(false);
      }),
    );
  });

  it('refuses places that it does not have', () => {
    const { nodes } = treeOf(leavesOf(3));
    expect(() => inclusionPath(3, 3, nodes)).toThrow(RangeError);
    expect(() => consistencyPath(0, 3, nodes)).toThrow(RangeError);
    expect(() => consistencyPath(4, 3, nodes)).toThrow(RangeError);
    expect(rootByPath(leafHash('x'), 5, 3, [])).toBeNull();
  });
});
