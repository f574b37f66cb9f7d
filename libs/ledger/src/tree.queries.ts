/** Roots and proofs of the tree at any size that it had, from as many rows as the tree is high. */
import {
  consistencyRanges,
  Edge,
  folded,
  type Hash,
  inclusionRanges,
  type NodePlace,
  nodesOf,
  type Range,
} from './merkle.js';

export type Query = <T>(sql: string, parameters: readonly unknown[]) => Promise<T[]>;

export interface Leaf {
  readonly seq: number;
  readonly id: string;
  readonly hash: Hash;
}

/** The ledger's tables do not hold what a tree of that size needs. */
export class TreeIncomplete extends Error {
  override readonly name = 'TreeIncomplete';
}

/** @param schema of the tables with a dot, where the search path does not lead there */
async function hashesOf(places: readonly NodePlace[], query: Query, schema = ''): Promise<Hash[]> {
  if (places.length === 0) return [];
  const inner = places.filter(({ level }) => level > 0);
  const rows = await query<{ level: number; index: string; hash: Hash }>(
    `SELECT level, index, hash FROM ${schema}node
       WHERE (level, index) IN (SELECT * FROM unnest($1::smallint[], $2::bigint[]))
     UNION ALL SELECT 0, seq - 1, hash FROM ${schema}leaf WHERE seq = ANY ($3::bigint[])`,
    [
      inner.map(({ level }) => level),
      inner.map(({ index }) => index),
      places.filter(({ level }) => level === 0).map(({ index }) => index + 1),
    ],
  );
  const found = new Map(rows.map(({ level, index, hash }) => [`${level} ${index}`, hash]));
  return places.map(({ level, index }) => {
    const hash = found.get(`${level} ${index}`);
    if (!hash) throw new TreeIncomplete(`the tree lacks node ${index} of level ${level}`);
    return hash;
  });
}

export const edgeOf = async (size: number, query: Query): Promise<Edge> =>
  new Edge(size, await hashesOf(nodesOf([0, size]), query));

export class TreeQueries {
  private readonly query: Query;

  constructor(dataSource: { query<T>(sql: string, parameters?: unknown[]): Promise<T> }) {
    this.query = <T>(sql: string, parameters: readonly unknown[]) =>
      dataSource.query<T[]>(sql, [...parameters]);
  }

  async size(): Promise<number> {
    const [row] = await this.query<{ size: string | null }>('SELECT max(seq) AS size FROM ledger.leaf', []);
    return Number(row?.size ?? 0);
  }

  /** The hashes of the fewest subtrees that hold these leaves. */
  nodes(range: Range): Promise<Hash[]> {
    return hashesOf(nodesOf(range), this.query, 'ledger.');
  }

  async root(size: number): Promise<Hash> {
    return folded(await this.nodes([0, size]));
  }

  inclusion(index: number, size: number): Promise<Hash[]> {
    return this.proof(inclusionRanges(index, size));
  }

  consistency(first: number, second: number): Promise<Hash[]> {
    return this.proof(consistencyRanges(first, second));
  }

  async leavesOf(ids: readonly string[]): Promise<Leaf[]> {
    return this.leaves('id = ANY ($1::uuid[])', [ids]);
  }

  async leavesFrom(seq: number, count: number): Promise<Leaf[]> {
    return this.leaves('seq >= $1 AND seq < $2', [seq, seq + count]);
  }

  /** Events beyond so many that are not the ledger's own. */
  async unsigned(size: number): Promise<number> {
    const [row] = await this.query<{ count: string }>(
      'SELECT count(*) FROM ledger.leaf WHERE seq > $1 AND NOT own',
      [size],
    );
    return Number(row?.count ?? 0);
  }

  private async leaves(where: string, parameters: readonly unknown[]): Promise<Leaf[]> {
    const rows = await this.query<{ seq: string; id: string; hash: Hash }>(
      `SELECT seq, id, hash FROM ledger.leaf WHERE ${where} ORDER BY seq`,
      parameters,
    );
    return rows.map(({ seq, id, hash }) => ({ seq: Number(seq), id, hash }));
  }

  private async proof(ranges: readonly Range[]): Promise<Hash[]> {
    const places = ranges.map(nodesOf);
    const hashes = await hashesOf(places.flat(), this.query, 'ledger.');
    let at = 0;
    return places.map(({ length }) => folded(hashes.slice(at, (at += length))));
  }
}
