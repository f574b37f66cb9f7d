/**
 * Part of a TEST DOUBLE of EventStoreDB, for this repository's tests alone; never offered to users.
 */
import type { EventLog, LogOptions } from './log.js';
import type { Endpoint, Faults } from './faults.js';

export interface StandInOptions extends LogOptions {
  /**
   * The server version to tell and to behave as (default 24.10.0): batch append from 21.10, positions on events
   * that are read from a stream from 22.6, "caught up" and "fell behind" in subscriptions from 23.10.
   */
  readonly version?: string;
  /** False: no batch append whatever the version, so that the client falls back to plain appends. */
  readonly batchAppend?: boolean;
  /** Default 1 MiB, as the server. */
  readonly maxAppendSize?: number;
  /** A TCP port for the first node; default: any free one. */
  readonly port?: number;
  /** Serve TLS with a certificate of a throw-away authority; needed for `users`: the client sends no credentials without. */
  readonly tls?: boolean;
  /** Who may do anything at all; those who are no administrators are refused `$all` and `$` streams. */
  readonly users?: Readonly<Record<string, { readonly password: string; readonly admin?: boolean }>>;
  /** Nodes of the cluster; default 1. */
  readonly nodes?: number;
}

/** What a node's handlers work with; the log and the faults are the cluster's. */
export interface NodeContext {
  readonly log: EventLog;
  readonly faults: Faults;
  readonly options: StandInOptions;
  /** Where the leader answers; undefined while there is none. */
  leader(): Endpoint | undefined;
  isLeader(): boolean;
  /** Breaks every connection of this node. */
  dropConnections(): void;
}

export function isAtLeast(options: StandInOptions, major: number, minor: number): boolean {
  const [ofMajor = 0, ofMinor = 0] = (options.version ?? DEFAULT_VERSION).split('.').map(Number);
  return ofMajor > major || (ofMajor === major && ofMinor >= minor);
}

export function hasBatchAppend(options: StandInOptions): boolean {
  return options.batchAppend !== false && isAtLeast(options, 21, 10);
}

export const DEFAULT_VERSION = '24.10.0';
