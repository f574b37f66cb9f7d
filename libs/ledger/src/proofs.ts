/** The proofs of RFC 9162 as they are handed out: hashes in base64, indexes from 0. */
import type { Hash } from './merkle.js';
import type { Leaf, TreeQueries } from './tree.queries.js';

const base64 = (hash: Hash): string => hash.toString('base64');

/** That an event is in the log: section 2.1.3. @param leaf within the first `treeSize` */
export async function inclusionProof(tree: TreeQueries, leaf: Leaf, treeSize: number) {
  const index = leaf.seq - 1;
  return {
    ...{ event: leaf.id, index, treeSize, leafHash: base64(leaf.hash) },
    path: (await tree.inclusion(index, treeSize)).map(base64),
    rootHash: base64(await tree.root(treeSize)),
  };
}

/** That the log of `to` events begins with that of `from`: section 2.1.4. */
export async function consistencyProof(tree: TreeQueries, from: number, to: number) {
  return {
    ...{ from, to },
    path: (await tree.consistency(from, to)).map(base64),
    fromRoot: base64(await tree.root(from)),
    toRoot: base64(await tree.root(to)),
  };
}
