/**
 * Makes sure that the keys of everyone who was to be forgotten are destroyed. The command does it at once; when it died
 * in between, or an older copy of the keys was brought back under newer events, it is done from here.
 */
import type { DataSource } from 'typeorm';
import type { Projection } from '#event-sourcing/projection.js';
import { destroyKeys } from '#privacy/person-vault.js';

export function forgetReaction(dataSource: DataSource): Projection {
  return {
    name: 'forgotten_persons',
    version: 1,
    tables: 'SELECT 1',
    async apply(events) {
      for (const { type, data, meta } of events) {
        if (type !== 'PersonalDataForgotten') continue;
        const { subjects } = data as { subjects: readonly string[] };
        await destroyKeys(dataSource, subjects, new Date(meta.recordedAt));
      }
    },
  };
}
