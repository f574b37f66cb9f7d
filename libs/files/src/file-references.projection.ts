/** Which streams name which file: a file that none of them names, and nobody has just sent, may go. */
import type { Projection } from '#event-sourcing/projection.js';
import { attachmentsIn } from './attachments.js';

export const FILE_REFERENCES = 'file_references';

export const fileReferences: Projection = {
  name: FILE_REFERENCES,
  version: 1,
  tables: `CREATE TABLE reference (
    hash text NOT NULL,
    stream text NOT NULL,
    PRIMARY KEY (hash, stream)
  )`,
  streams: /./s,
  async apply(events, tx) {
    const named = events.flatMap(({ data, stream }) =>
      attachmentsIn(data).map(({ hash }) => ({ hash, stream })),
    );
    if (named.length === 0) return;
    await tx.query(
      `INSERT INTO reference (hash, stream)
       SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING`,
      [named.map(({ hash }) => hash), named.map(({ stream }) => stream)],
    );
  },
};
