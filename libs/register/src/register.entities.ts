/**
 * The register's tables as TypeORM sees them. The projection makes and writes them (`register.tables.ts`); these are
 * for reading, and never for synchronising a schema.
 */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgencyKind } from '#agencies/agency.js';
import type { Orientation, Report, Visit } from '#working-sessions/working-session.js';
import type { CaseKind, CaseStatus } from './register.types.js';

const SCHEMA = { schema: 'register', synchronize: false } as const;

@Entity({ name: 'case_row', ...SCHEMA })
export class CaseEntity {
  @PrimaryColumn({ name: 'case_id', type: 'text' }) id!: string;
  @PrimaryColumn({ name: 'valid_from_seq', type: 'bigint' }) validFromSeq!: string;
  @Column({ name: 'valid_to_seq', type: 'bigint', nullable: true }) validToSeq!: string | null;
  @Column({ type: 'text' }) kind!: CaseKind;
  @Column({ type: 'text' }) number!: string;
  @Column({ type: 'text' }) status!: CaseStatus;
}

@Entity({ name: 'stream_state', ...SCHEMA })
export class StreamStateEntity {
  @PrimaryColumn({ type: 'text' }) stream!: string;
  @Column({ type: 'int' }) version!: number;
  /** JSON */
  @Column({ type: 'text' }) state!: string;
}

/** One name of an agency: [validFrom, validTo). */
@Entity({ name: 'agency', ...SCHEMA })
export class AgencyEntity {
  @PrimaryColumn({ type: 'text' }) code!: string;
  @PrimaryColumn({ type: 'int' }) ordinal!: number;
  @Column({ type: 'text' }) kind!: AgencyKind;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) abbreviation!: string;
  @Column({ type: 'json' }) aliases!: string[];
  @Column({ name: 'organ_id', type: 'text', nullable: true }) organId!: string | null;
  @Column({ type: 'text', nullable: true }) successor!: string | null;
  @Column({ name: 'valid_from', type: 'date' }) validFrom!: string;
  @Column({ name: 'valid_to', type: 'date', nullable: true }) validTo!: string | null;
  @Column({ name: 'recorded_at', type: 'timestamptz' }) recordedAt!: Date;
  @Column({ type: 'text' }) search!: string;
}

@Entity({ name: 'office_holder', ...SCHEMA })
export class OfficeHolderEntity {
  @PrimaryColumn({ type: 'text' }) agency!: string;
  @PrimaryColumn({ type: 'int' }) ordinal!: number;
  @Column({ type: 'text' }) post!: string;
  @Column({ type: 'text' }) person!: string;
  @Column({ name: 'held_from', type: 'date' }) from!: string;
  @Column({ name: 'held_to', type: 'date', nullable: true }) to!: string | null;
  @Column({ type: 'boolean' }) acting!: boolean;
}

@Entity({ name: 'working_session', ...SCHEMA })
export class WorkingSessionEntity {
  @PrimaryColumn({ name: 'session_id', type: 'text' }) id!: string;
  @Column({ type: 'text', nullable: true }) number!: string | null;
  @Column({ name: 'held_on', type: 'date' }) heldOn!: string;
  @Column({ type: 'text' }) place!: string;
  @Column({ type: 'text' }) title!: string;
  @Column({ name: 'chair_post', type: 'text' }) chairPost!: string;
  @Column({ name: 'chair_person', type: 'text', nullable: true }) chairPerson!: string | null;
  @Column({ name: 'task_force_id', type: 'text', nullable: true }) taskForceId!: string | null;
  @Column({ type: 'json' }) units!: string[];
  @Column({ type: 'json' }) participants!: string[];
  @Column({ type: 'json' }) visits!: Visit[];
  @Column({ type: 'json' }) reports!: Report[];
  @Column({ type: 'json' }) orientations!: Orientation[];
  @Column({ name: 'conclusion_notice', type: 'text', nullable: true }) conclusionNotice!: string | null;
  @Column({ name: 'conclusion_on', type: 'date', nullable: true }) conclusionOn!: string | null;
}

/** For the `entities` of the DataSource that RegisterQueries reads through. */
export const REGISTER_ENTITIES = [
  CaseEntity,
  StreamStateEntity,
  AgencyEntity,
  OfficeHolderEntity,
  WorkingSessionEntity,
];
