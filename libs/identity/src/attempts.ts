/**
 * Lock-out with exponential back-off, for each account name and each address, shared by all processes. An attempt is
 * counted before it is judged, so that a thousand at once count as a thousand; success takes its count back. Names
 * that no account has are counted alike, and none is kept in clear: people type passwords into the wrong field.
 */
import type { DataSource } from 'typeorm';
import { hashOf } from './secrets.js';

interface Rule {
  /** Failures that are free. */
  readonly limit: number;
  readonly firstMs: number;
  readonly mostMs: number;
  /** After so long without a failure the count begins anew. */
  readonly forgetMs: number;
}

const MINUTE = 60_000;
export const ACCOUNT_RULE: Rule = {
  limit: 5,
  firstMs: MINUTE,
  mostMs: 15 * MINUTE,
  forgetMs: 24 * 60 * MINUTE,
};
/** A whole office stands behind one address. */
export const ADDRESS_RULE: Rule = { limit: 20, firstMs: MINUTE, mostMs: 60 * MINUTE, forgetMs: 60 * MINUTE };

export interface Counted {
  /** With this attempt. */
  readonly failures: number;
  /** Set by this attempt, should it fail. */
  readonly lockedUntil: Date | null;
}

export type Verdict = { readonly open: true; readonly account: Counted; readonly address: Counted } | Refused;
interface Refused {
  readonly open: false;
  readonly until: Date;
}

export interface AttemptKeys {
  readonly account: string;
  readonly address: string;
}

export class Attempts {
  constructor(private readonly dataSource: DataSource) {}

  /** `account`: a login, or another name of what is tried; `ip`: where from. */
  keys(account: string, ip: string): AttemptKeys {
    return { account: `account ${hashOf(account)}`, address: `address ${networkOf(ip)}` };
  }

  async begin({ account, address }: AttemptKeys, now: Date): Promise<Verdict> {
    const fromThere = await this.count(address, ADDRESS_RULE, now);
    if ('until' in fromThere) return fromThere;
    const ofThat = await this.count(account, ACCOUNT_RULE, now);
    if (!('until' in ofThat)) return { open: true, account: ofThat, address: fromThere };
    // A locked name says nothing about the address: others behind it must not pay for it.
    await this.takeBack(address, fromThere);
    return ofThat;
  }

  /** Forgets the account's failures; the address only loses the one that turned out not to be. */
  async succeed({ account, address }: AttemptKeys, counted: Counted): Promise<void> {
    await this.dataSource.query('DELETE FROM identity.attempt WHERE key = $1', [account]);
    await this.takeBack(address, counted);
  }

  /** An administrator lets somebody in again. */
  async forget(account: string): Promise<void> {
    await this.dataSource.query('DELETE FROM identity.attempt WHERE key = $1', [
      this.keys(account, '').account,
    ]);
  }

  async sweep(now: Date): Promise<void> {
    const forgotten = new Date(now.getTime() - ACCOUNT_RULE.forgetMs);
    await this.dataSource.query('DELETE FROM identity.attempt WHERE last_at < $1', [forgotten]);
  }

  private async count(key: string, rule: Rule, now: Date): Promise<Counted | Refused> {
    const [row] = await this.dataSource.query<{ failures: number; locked_until: Date | null }[]>(
      `INSERT INTO identity.attempt AS a (key, failures, last_at) VALUES ($1, 1, $2)
       ON CONFLICT (key) DO UPDATE SET
         failures = CASE WHEN a.last_at < $3 THEN 1 ELSE a.failures + 1 END,
         last_at = $2,
         locked_until = CASE WHEN a.last_at >= $3 AND a.failures + 1 >= $4
           THEN $2::timestamptz + least($6, $5 * 2 ^ least(a.failures + 1 - $4, 20)) * interval '1 ms' END
       WHERE a.locked_until IS NULL OR a.locked_until <= $2
       RETURNING failures, locked_until`,
      [key, now, new Date(now.getTime() - rule.forgetMs), rule.limit, rule.firstMs, rule.mostMs],
    );
    if (row) return { failures: row.failures, lockedUntil: row.locked_until };
    const [locked] = await this.dataSource.query<{ locked_until: Date | null }[]>(
      'SELECT locked_until FROM identity.attempt WHERE key = $1',
      [key],
    );
    return { open: false, until: locked?.locked_until ?? now };
  }

  private async takeBack(key: string, { lockedUntil }: Counted): Promise<void> {
    await this.dataSource.query(
      `UPDATE identity.attempt SET failures = greatest(failures - 1, 0),
         locked_until = CASE WHEN locked_until = $2 THEN NULL ELSE locked_until END WHERE key = $1`,
      [key, lockedUntil],
    );
  }
}

/** One household has a whole /64 of IPv6 addresses. */
export function networkOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('%')[0]!.split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const gap = tail === undefined ? [] : Array<string>(8 - before.length - after.length).fill('0');
  return [...before, ...gap, ...after].slice(0, 4).join(':');
}
