/**
 * The Merkle tree of RFC 9162 (section 2.1, as RFC 6962 before it), pure. A complete subtree of 2^level leaves is a node
 * with a level and an index; nodes never change, so a tree of any size is put together from those of the largest.
 */
import { createHash } from 'node:crypto';

export type Hash = Buffer;

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

const sha256 = (...parts: readonly Uint8Array[]): Hash => {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest();
};

export const EMPTY_ROOT: Hash = sha256();
export const leafHash = (content: Uint8Array): Hash => sha256(LEAF, content);
export const nodeHash = (left: Hash, right: Hash): Hash => sha256(NODE, left, right);

export interface NodePlace {
  readonly level: number;
  readonly index: number;
}

/** Leaves `from` to `to`, the last not included. */
export type Range = readonly [from: number, to: number];

/** The fewest complete subtrees that hold these leaves and no others, from left to right. */
export function nodesOf([from, to]: Range): NodePlace[] {
  const nodes: NodePlace[] = [];
  for (let at = from; at < to;) {
    let level = 0;
    let size = 1;
    while (at % (size * 2) === 0 && at + size * 2 <= to) {
      size *= 2;
      level += 1;
    }
    nodes.push({ level, index: at / size });
    at += size;
  }
  return nodes;
}

/** The hash of a tree whose complete subtrees are these, the larger ones first. */
export const folded = (hashes: readonly Hash[]): Hash =>
  hashes.length === 0 ? EMPTY_ROOT : hashes.reduceRight((right, left) => nodeHash(left, right));

/** The right edge of a growing tree: all that is needed to go on. */
export class Edge {
  private readonly nodes: { level: number; hash: Hash }[] = [];

  constructor(
    public size = 0,
    hashes: readonly Hash[] = [],
  ) {
    const places = nodesOf([0, size]);
    if (places.length !== hashes.length) throw new RangeError(`not the edge of a tree of ${size}`);
    this.nodes = places.map(({ level }, i) => ({ level, hash: hashes[i]! }));
  }

  get hashes(): Hash[] {
    return this.nodes.map(({ hash }) => hash);
  }

  /** @param onNode hears of every subtree that is complete now, larger than what was added */
  add(hash: Hash, level = 0, onNode?: (node: NodePlace & { hash: Hash }) => void): void {
    this.size += 2 ** level;
    let added = { level, hash };
    for (let last = this.nodes.at(-1); last?.level === added.level; last = this.nodes.at(-1)) {
      this.nodes.pop();
      added = { level: added.level + 1, hash: nodeHash(last.hash, added.hash) };
      onNode?.({ ...added, index: this.size / 2 ** added.level - 1 });
    }
    this.nodes.push(added);
  }

  root(): Hash {
    return folded(this.hashes);
  }
}

/** The largest power of two below a number above one. */
function splitOf(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/** PATH(index, D[size]): the subtrees whose hashes prove that a leaf is in a tree. */
export function inclusionRanges(index: number, size: number): Range[] {
  const walk = (from: number, to: number): Range[] => {
    if (to - from === 1) return [];
    const middle = from + splitOf(to - from);
    return index < middle ? [...walk(from, middle), [middle, to]] : [...walk(middle, to), [from, middle]];
  };
  return walk(0, size);
}

/** PROOF(first, D[second]): the subtrees whose hashes prove that a tree is the beginning of another. */
export function consistencyRanges(first: number, second: number): Range[] {
  const walk = (from: number, to: number, whole: boolean): Range[] => {
    if (first === to) return whole ? [] : [[from, to]];
    const middle = from + splitOf(to - from);
    return first <= middle
      ? [...walk(from, middle, whole), [middle, to]]
      : [...walk(middle, to, false), [from, middle]];
  };
  return first === 0 || first === second ? [] : walk(0, second, true);
}

const half = (n: number) => Math.floor(n / 2);
const isOdd = (n: number) => n % 2 === 1;

/** RFC 9162, 2.1.3.2 */
export function provesInclusion(
  leaf: Hash,
  index: number,
  size: number,
  path: readonly Hash[],
  root: Hash,
): boolean {
  if (index < 0 || index >= size) return false;
  let [fn, sn, r] = [index, size - 1, leaf];
  for (const p of path) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      r = nodeHash(p, r);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else r = nodeHash(r, p);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && r.equals(root);
}

/** RFC 9162, 2.1.4.2 */
export function provesConsistency(
  first: { readonly size: number; readonly root: Hash },
  second: { readonly size: number; readonly root: Hash },
  path: readonly Hash[],
): boolean {
  if (first.size > second.size) return false;
  if (first.size === second.size) return path.length === 0 && first.root.equals(second.root);
  if (first.size === 0) return path.length === 0 && first.root.equals(EMPTY_ROOT);
  const isPower = nodesOf([0, first.size]).length === 1;
  const [start, ...rest] = isPower ? [first.root, ...path] : path;
  if (!start || path.length === 0) return false;
  let [fn, sn] = [first.size - 1, second.size - 1];
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)];
  let [fr, sr] = [start, start];
  for (const c of rest) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      [fr, sr] = [nodeHash(c, fr), nodeHash(c, sr)];
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else sr = nodeHash(sr, c);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && fr.equals(first.root) && sr.equals(second.root);
}
