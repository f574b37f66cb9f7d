/**
 * The numbers of all advisory locks of the database, in one place so that no two are the same: whoever held one for one
 * purpose would wait for those of another, and two that wait for each other would never end.
 */
export const LOCKS = {
  /** Held by whoever gives out positions, until its commit. It stands in the functions of schemas that are there already. */
  order: 7_305_441,
  /** Of the bookkeeping of projections. */
  projections: 7_305_442,
  /** Of whoever makes tables beside the events. */
  tables: 7_305_443,
  /** Of whoever migrates the events' own schema. */
  migration: 7_305_444,
  /** With the hash of a file: its record. */
  file: 7_305_445,
  /** With a person: what they have sent and not attached. */
  uploads: 7_305_446,
  mailQueue: 7_305_447,
  /** Of whoever looks whether there is a first account. */
  firstAccount: 7_305_448,
  /** Of whoever claims the read models for an event store. */
  readModels: 7_305_449,
} as const;
