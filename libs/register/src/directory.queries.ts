/** Questions about agencies, who held their posts, and working sessions. */
import type { DataSource } from 'typeorm';
import type { AgencyKind } from '#agencies/agency.js';
import { inForce } from './agency-names.js';
import { searchWords, vietnameseSortKey } from './fold-text.js';
import { AgencyEntity, OfficeHolderEntity, WorkingSessionEntity } from './register.entities.js';
import type { AgencyGroup, AgencyView, OfficeHolderView, SessionView } from './register.types.js';

const GROUPS: Readonly<Record<AgencyGroup, readonly AgencyKind[]>> = {
  ALL_DEPARTMENTS: ['DEPARTMENT'],
  ALL_LOCAL_UNITS: ['COMMUNE', 'WARD'],
};

export class DirectoryQueries {
  constructor(protected readonly dataSource: DataSource) {}

  /** In Vietnamese order. With `on` those that existed that day, as they were called then; else all, by latest name. */
  async agencies(filter: { on?: string; kind?: AgencyKind; text?: string } = {}): Promise<AgencyView[]> {
    const { on, kind } = filter;
    const rows = await this.agencyRows();
    const words = searchWords(filter.text ?? '');
    const known = (code: string, word: string) =>
      rows.some((row) => row.code === code && row.search.includes(word));
    return inForce(rows, { on })
      .filter((row) => kind === undefined || row.kind === kind)
      .filter((row) => on === undefined || existsOn(row, on))
      .filter((row) => words.every((word) => known(row.code, word)))
      .map((row) => ({ row, key: vietnameseSortKey(row.name) }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row.code < b.row.code ? -1 : 1))
      .map(({ row }) => agencyView(row));
  }

  /** Its name on a day, or the latest; undefined when there was no such agency on the day. */
  async agency(code: string, on?: string): Promise<AgencyView | undefined> {
    const [row] = inForce(await this.agencyRows(code), { on });
    return row && (on === undefined || existsOn(row, on)) ? agencyView(row) : undefined;
  }

  /** Codes of a group's members as of a day, in order. */
  async members(group: AgencyGroup, on: string): Promise<string[]> {
    return inForce(await this.agencyRows(), { on })
      .filter((row) => GROUPS[group].includes(row.kind) && existsOn(row, on))
      .map((row) => row.code)
      .sort();
  }

  async officeHolders(
    filter: { agency?: string; post?: string; on?: string } = {},
  ): Promise<OfficeHolderView[]> {
    const { on, ...where } = filter;
    const rows = await this.dataSource
      .getRepository(OfficeHolderEntity)
      .find({ where: defined(where), order: { agency: 'ASC', post: 'ASC', from: 'ASC', ordinal: 'ASC' } });
    return rows
      .filter((row) => on === undefined || (row.from <= on && (row.to === null || on <= row.to)))
      .map(({ ordinal: _, ...holder }) => holder);
  }

  /** The latest first. */
  async sessions(): Promise<SessionView[]> {
    const rows = await this.dataSource
      .getRepository(WorkingSessionEntity)
      .find({ order: { heldOn: 'DESC', id: 'ASC' } });
    return rows.map((row) => ({ ...row }));
  }

  async session(id: string): Promise<SessionView | undefined> {
    if (id.includes('\0')) return undefined;
    const row = await this.dataSource.getRepository(WorkingSessionEntity).findOneBy({ id });
    return row ? { ...row } : undefined;
  }

  protected async sessionTitles(): Promise<Map<string, string>> {
    const rows = await this.dataSource
      .getRepository(WorkingSessionEntity)
      .find({ select: { id: true, title: true } });
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  protected async agencyRows(code?: string): Promise<AgencyEntity[]> {
    if (code?.includes('\0')) return [];
    return this.dataSource
      .getRepository(AgencyEntity)
      .find({ where: defined({ code }), order: { code: 'ASC', ordinal: 'ASC' } });
  }
}

/** TypeORM takes a condition on undefined for a mistake. */
const defined = <T extends object>(where: T): T =>
  Object.fromEntries(Object.entries(where).filter(([, value]) => value !== undefined)) as T;

const existsOn = (row: AgencyEntity, on: string): boolean =>
  row.validFrom <= on && (row.validTo === null || on < row.validTo);

function agencyView({ ordinal: _o, recordedAt: _r, search: _s, ...view }: AgencyEntity): AgencyView {
  return view;
}
