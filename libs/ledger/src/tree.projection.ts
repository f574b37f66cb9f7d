/**
 * The tree over the global order of events, a leaf and its complete subtrees at a time. It is fed behind the appends and
 * costs them nothing. It has to be given the events as they are stored, not as they are read today.
 */
import type { Projection, ProjectionTransaction, SequencedEvent } from '#event-sourcing/projection.js';
import { leafOf } from './leaf.js';
import { LEDGER_STREAM } from './ledger-events.js';
import { Edge, type Hash } from './merkle.js';
import { edgeOf } from './tree.queries.js';

export const ledgerProjection: Projection = {
  name: 'ledger',
  version: 1,
  tables: `
    -- own: the event is the ledger's own, and asks for no new signature
    CREATE TABLE leaf (seq bigint NOT NULL, id uuid NOT NULL, own boolean NOT NULL, hash bytea NOT NULL);
    CREATE TABLE node (level smallint NOT NULL, index bigint NOT NULL, hash bytea NOT NULL);
  `,
  indexes: `
    ALTER TABLE leaf ADD PRIMARY KEY (seq);
    CREATE INDEX ON leaf (id);
    ALTER TABLE node ADD PRIMARY KEY (level, index);
  `,
  async apply(events, tx) {
    const edge = await edgeBefore(events[0]!.seq, tx);
    const leaves = [];
    const nodes: { level: number; index: number; hash: string }[] = [];
    for (const event of events) {
      const hash = leafOf(event);
      leaves.push({ seq: event.seq, id: event.id, own: event.stream === LEDGER_STREAM, hash: bytes(hash) });
      edge.add(hash, 0, (node) => nodes.push({ ...node, hash: bytes(node.hash) }));
    }
    await tx.copy('leaf', ['seq', 'id', 'own', 'hash'], leaves);
    if (nodes.length > 0) await tx.copy('node', ['level', 'index', 'hash'], nodes);
  },
};

async function edgeBefore(seq: SequencedEvent['seq'], tx: ProjectionTransaction): Promise<Edge> {
  const known = tx.memory.get('edge') as Edge | undefined;
  if (known?.size === seq - 1) return known;
  const edge = await edgeOf(seq - 1, (sql, parameters) => tx.query(sql, parameters));
  tx.memory.set('edge', edge);
  return edge;
}

const bytes = (hash: Hash): string => `\\x${hash.toString('hex')}`;
