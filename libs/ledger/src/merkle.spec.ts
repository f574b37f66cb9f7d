import fc from 'fast-check';
import {
  consistencyRanges,
  Edge,
  EMPTY_ROOT,
  folded,
  type Hash,
  inclusionRanges,
  leafHash,
  nodeHash,
  nodesOf,
  provesConsistency,
  provesInclusion,
  type Range,
} from './merkle.js';

/** The inputs and roots of the Certificate Transparency reference implementation, for trees of 1 to 8 leaves. */
const INPUTS = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
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
const L0 = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7';
const N1 = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e';
const N2 = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4';
const L4 = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b';
const N3 = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0';
const N45 = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a';
/** Leaf (from 0), size of the tree, path. */
const INCLUSION: readonly (readonly [number, number, readonly string[]])[] = [
  [0, 1, []],
  [0, 8, [L0, N1, N2]],
  [5, 8, [L4, N3, ROOTS[3]!]],
  [2, 3, [ROOTS[1]!]],
  [1, 5, [ROOTS[0]!, N1, L4]],
];
const CONSISTENCY: readonly (readonly [number, number, readonly string[]])[] = [
  [1, 1, []],
  [1, 8, [L0, N1, N2]],
  [6, 8, [N45, N3, ROOTS[3]!]],
  [2, 5, [N1, L4]],
];

const LEAVES = INPUTS.map((hex) => leafHash(Buffer.from(hex, 'hex')));

/** The definition of RFC 9162, section 2.1.1, word for word. */
function defined(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return EMPTY_ROOT;
  if (leaves.length === 1) return leaves[0]!;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(defined(leaves.slice(0, k)), defined(leaves.slice(k)));
}

const edge = (leaves: readonly Hash[]): Edge => {
  const made = new Edge();
  for (const leaf of leaves) made.add(leaf);
  return made;
};
const hashesOf = (leaves: readonly Hash[], ranges: readonly Range[]): Hash[] =>
  ranges.map((range) =>
    folded(
      nodesOf(range).map(({ level, index }) =>
        defined(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)),
      ),
    ),
  );
const hex = (hashes: readonly Hash[]): string[] => hashes.map((hash) => hash.toString('hex'));
const tree = (size: number) => ({ size, root: defined(LEAVES.slice(0, size)) });

it('gives the roots of the reference implementation', () => {
  expect(EMPTY_ROOT.toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(
    ROOTS.map((_, i) =>
      edge(LEAVES.slice(0, i + 1))
        .root()
        .toString('hex'),
    ),
  ).toEqual(ROOTS);
});

it.each(INCLUSION)('gives the reference path of leaf %i in a tree of %i', (index, size, path) => {
  const made = hashesOf(LEAVES, inclusionRanges(index, size));
  expect(hex(made)).toEqual(path);
  expect(provesInclusion(LEAVES[index]!, index, size, made, tree(size).root)).toBe(true);
});

it.each(CONSISTENCY)('gives the reference proof from %i to %i leaves', (first, second, path) => {
  const made = hashesOf(LEAVES, consistencyRanges(first, second));
  expect(hex(made)).toEqual(path);
  expect(provesConsistency(tree(first), tree(second), made)).toBe(true);
});

const SOME = Array.from({ length: 80 }, (_, i) => leafHash(Buffer.from(`leaf ${i}`)));

it('proves every leaf of every tree, and no other leaf, place, size or root', () => {
  for (let size = 1; size <= 40; size++) {
    const root = defined(SOME.slice(0, size));
    for (let index = 0; index < size; index++) {
      const path = hashesOf(SOME, inclusionRanges(index, size));
      expect(provesInclusion(SOME[index]!, index, size, path, root)).toBe(true);
      expect(provesInclusion(SOME[index + 1]!, index, size, path, root)).toBe(false);
      expect(provesInclusion(SOME[index]!, index, size, path, SOME[0]!)).toBe(size === 1 && index === 0);
      expect(provesInclusion(SOME[index]!, index, size, [...path, root], root)).toBe(false);
      if (path.length > 0) {
        expect(provesInclusion(SOME[index]!, (index + 1) % size, size, path, root)).toBe(false);
        expect(provesInclusion(SOME[index]!, index, size, path.slice(1), root)).toBe(false);
      }
    }
    expect(provesInclusion(SOME[0]!, size, size, [], root)).toBe(false);
  }
});

it('proves that every tree is the beginning of every later one, and no other', () => {
  for (let second = 1; second <= 40; second++) {
    const later = { size: second, root: defined(SOME.slice(0, second)) };
    for (let first = 0; first <= second; first++) {
      const earlier = { size: first, root: defined(SOME.slice(0, first)) };
      const path = hashesOf(SOME, consistencyRanges(first, second));
      expect(provesConsistency(earlier, later, path)).toBe(true);
      expect(provesConsistency({ ...earlier, root: SOME[79]! }, later, path)).toBe(false);
      if (first > 0) expect(provesConsistency(earlier, { ...later, root: SOME[79]! }, path)).toBe(false);
      expect(provesConsistency(earlier, later, [...path, SOME[0]!])).toBe(false);
    }
  }
});

it('goes on from the edge of any tree, leaf by leaf or by subtrees', () => {
  fc.assert(
    fc.property(fc.nat(80), fc.nat(80), fc.nat(80), (...sizes) => {
      const [a, b, c] = sizes.sort((x, y) => x - y) as [number, number, number];
      const grown = new Edge(a, edge(SOME.slice(0, a)).hashes);
      for (const leaf of SOME.slice(a, b)) grown.add(leaf);
      expect(grown.root()).toEqual(defined(SOME.slice(0, b)));
      const places = nodesOf([b, c]);
      const hashes = hashesOf(
        SOME,
        places.map(({ level, index }) => [index * 2 ** level, (index + 1) * 2 ** level]),
      );
      for (const [i, { level }] of places.entries()) grown.add(hashes[i]!, level);
      expect(grown.size).toBe(c);
      expect(grown.root()).toEqual(defined(SOME.slice(0, c)));
    }),
  );
});
