/**
 * A text as the leaves of a tree of its own: pieces of 512 UTF-16 code units, so that a few words can be shown to
 * stand where they stand without the whole text. The root of the tree is in the log; the pieces around the words and
 * their paths are in a proof. A piece ends one unit later where it would tear a character apart.
 */
import { GrowingTree, type Hash, inclusionPath, leafHash } from './tree.js';

/** Code units of a piece, the last one aside. */
export const PIECE = 512;

/** A piece of a text with its path to the root. */
export interface TextPiece {
  readonly n: number;
  /** Where it begins in the text, in code units. */
  readonly start: number;
  readonly text: string;
  readonly path: readonly Hash[];
}

/** Where each piece begins, and behind them the end of the text. An empty text is one empty piece. */
function bounds(text: string): readonly number[] {
  const starts = [0];
  for (let at = PIECE; at < text.length; at += PIECE) starts.push(isTorn(text, at) ? at + 1 : at);
  if (starts.length === 1 || starts.at(-1)! < text.length) starts.push(text.length);
  return starts;
}

function isTorn(text: string, at: number): boolean {
  const low = text.charCodeAt(at);
  const high = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low < 0xe000 && high >= 0xd800 && high < 0xdc00;
}

function treeOf(text: string): { readonly tree: GrowingTree; readonly starts: readonly number[] } {
  const starts = bounds(text);
  const tree = new GrowingTree();
  for (let i = 0; i + 1 < starts.length; i++) tree.add(leafHash(text.slice(starts[i], starts[i + 1])));
  return { tree, starts };
}

/** The root over the pieces of a text, and how many they are. */
export function textRoot(text: string): { readonly root: Hash; readonly pieces: number } {
  const { tree } = treeOf(text);
  return { root: tree.root(), pieces: tree.size };
}

/** The pieces that hold the code units from `start` up to `end`. */
export function piecesAround(text: string, start: number, end: number): readonly TextPiece[] {
  const { tree, starts } = treeOf(text);
  const found: TextPiece[] = [];
  for (let n = 0; n < tree.size; n++) {
    const [from, to] = [starts[n]!, starts[n + 1]!];
    if (from < end && to > start)
      found.push({ n, start: from, text: text.slice(from, to), path: inclusionPath(n, tree.size, tree.nodes) });
  }
  return found;
}
