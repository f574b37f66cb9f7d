/**
 * Several events of a stream as one row: what a row costs the driver by itself, which is more than its JSON does, is
 * then paid once for all of them.
 */
import type { EventMetadata } from './event-store.js';

/** Of the types: no name has a control character. */
const SEPARATOR = 31;

/** Over events that come in the order of their versions. */
export const IN_ONE_ROW = `string_agg(position::text, ','), string_agg(id::text, ','), string_agg(type, chr(${SEPARATOR})),
      '[' || string_agg(data::text, ',') || ']', '[' || string_agg(meta::text, ',') || ']'`;

/** Positions, ids, types, data and meta; null where there are no events. */
export type InOneRow = readonly [string, string, string, string, string];

export interface RowOfEvents {
  readonly positions: readonly string[];
  readonly ids: readonly string[];
  readonly types: readonly string[];
  readonly datas: readonly object[];
  readonly metas: readonly EventMetadata[];
}

export const eventsOf = ([positions, ids, types, datas, metas]: InOneRow): RowOfEvents => ({
  positions: positions.split(','),
  ids: ids.split(','),
  types: types.split(String.fromCharCode(SEPARATOR)),
  datas: JSON.parse(datas) as object[],
  metas: JSON.parse(metas) as EventMetadata[],
});
