/**
 * How much one may ask of the server: requests a minute for each address and each person, counted for all processes
 * together; how large a request may be, and how long it may take to arrive.
 */
import type { FastifyInstance } from 'fastify';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { makeTables } from '#event-sourcing/table-schema.js';
import { networkOf } from '#identity/attempts.js';
import { Problem } from './problem.js';

/** Requests a minute. A whole office stands behind one address. */
export interface RateLimits {
  readonly perAddress: number;
  readonly perPerson: number;
}

/** Under this name the guard is given the limiter, or null. */
export const RATE_LIMITER = 'RateLimiter';

export const DEFAULT_RATES: RateLimits = { perAddress: 3_000, perPerson: 600 };

/** RATE_LIMIT_ADDRESS and RATE_LIMIT_PERSON, requests a minute; `off` for both takes the limits away. */
export function ratesFromEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): RateLimits | undefined {
  const given = [env['RATE_LIMIT_ADDRESS'], env['RATE_LIMIT_PERSON']];
  if (given.every((text) => text === 'off')) return undefined;
  const [perAddress, perPerson] = given.map((text) => {
    if (!text || /^[1-9]\d{0,6}$/.test(text)) return text ? Number(text) : undefined;
    throw new Error(
      `RATE_LIMIT_ADDRESS và RATE_LIMIT_PERSON là số yêu cầu mỗi phút, hoặc cả hai là off: ${text} / are requests a minute, or both are off`,
    );
  });
  return {
    perAddress: perAddress ?? DEFAULT_RATES.perAddress,
    perPerson: perPerson ?? DEFAULT_RATES.perPerson,
  };
}

/** Milliseconds. An upload over a slow line takes its time; a line on which nothing comes is given up. */
export interface TimeLimits {
  readonly headersMs: number;
  readonly requestMs: number;
  readonly silenceMs: number;
  /** How often the others are looked at. */
  readonly checkMs: number;
}

export const DEFAULT_TIMES: TimeLimits = {
  headersMs: 20_000,
  requestMs: 15 * 60_000,
  silenceMs: 60_000,
  checkMs: 5_000,
};

export const MAX_BODY = 1 << 20;
/** Characters between two slashes of an address. */
export const MAX_SEGMENT = 300;
export const MAX_HEADER_BYTES = 16 << 10;
/** Connections at once; more wait at the door of the operating system. */
export const MAX_CONNECTIONS = 2_000;

/** What is lost in a crash of the database is a minute's counts: no log is written for it. */
const TABLE = `
CREATE SCHEMA IF NOT EXISTS http;
CREATE UNLOGGED TABLE IF NOT EXISTS http.asked (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint)`;

const MINUTE = 60;

export class RateLimiter {
  private readonly addresses: RateLimiterPostgres;
  private readonly persons: RateLimiterPostgres;

  private constructor(dataSource: DataSource, { perAddress, perPerson }: RateLimits) {
    const limiter = (keyPrefix: string, points: number) =>
      new RateLimiterPostgres({
        storeClient: dataSource,
        storeType: 'typeorm',
        ...{ schemaName: 'http', tableName: 'asked', tableCreated: true, clearExpiredByTimeout: true },
        ...{ keyPrefix, points, duration: MINUTE },
        // Who is over the limit costs the database nothing; when it is away, each process counts for itself.
        inMemoryBlockOnConsumed: points + 1,
        insuranceLimiter: new RateLimiterMemory({ keyPrefix, points, duration: MINUTE }),
      });
    this.addresses = limiter('address', perAddress);
    this.persons = limiter('person', perPerson);
  }

  static async open(dataSource: DataSource, limits: RateLimits): Promise<RateLimiter> {
    await makeTables(dataSource, TABLE);
    return new RateLimiter(dataSource, limits);
  }

  /** @throws Problem RATE_LIMITED */
  address(ip: string): Promise<void> {
    return consume(this.addresses, networkOf(ip));
  }

  /** @throws Problem RATE_LIMITED */
  person(account: string): Promise<void> {
    return consume(this.persons, account);
  }
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1_000));
    throw new Problem(
      429,
      'RATE_LIMITED',
      `Gửi quá nhiều yêu cầu. Hãy thử lại sau ${seconds} giây.`,
      `Too many requests. Try again in ${seconds} seconds.`,
      { retryAfterSeconds: seconds },
      { 'retry-after': String(seconds) },
    );
  }
}

/** Before anything is looked up. Whether the program lives must be known to whoever watches it, at any time. */
export function limitAddresses(server: FastifyInstance, limiter: RateLimiter | undefined): void {
  if (!limiter) return;
  server.addHook('onRequest', async ({ url, ip }) => {
    if (!url.startsWith('/api/health/')) await limiter.address(ip);
  });
}
