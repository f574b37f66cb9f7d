/**
 * Passwords: what is accepted, and argon2id with the parameters that OWASP's cheat sheet names (19 MiB, 2 passes, 1
 * lane). Who has no password costs as much time as who has one.
 */
import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '#event-sourcing/decider.js';
import { isCommon, plainForm } from './common-passwords.js';
import { newSecret } from './secrets.js';

export interface HashCost {
  /** KiB */
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
}

export const OWASP_COST: HashCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** `Algorithm.Argon2id`: a const enum, which a file compiled by itself cannot read. */
const ARGON2ID = 2;
/** Each takes 19 MiB and a thread: a crowd at the door waits its turn instead of taking the machine. */
const SIDE_BY_SIDE = 2;

export class PasswordHasher {
  private dummy: Promise<string> | undefined;
  private busy = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly cost: HashCost = OWASP_COST) {}

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password.normalize('NFC'), { ...this.cost, algorithm: ARGON2ID }));
  }

  /** Without a hash to compare with, the same work is done for nothing. */
  async verify(password: string, hashed: string | null | undefined): Promise<boolean> {
    this.dummy ??= this.hash(newSecret());
    const against = hashed ?? (await this.dummy);
    const same = await this.inTurn(() => verify(against, password.normalize('NFC')));
    return same && hashed !== null && hashed !== undefined;
  }

  /** Hashed when the cost was lower than today. */
  isOutdated(hashed: string): boolean {
    const [, memory, time] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),/.exec(hashed) ?? [];
    return Number(memory ?? 0) < this.cost.memoryCost || Number(time ?? 0) < this.cost.timeCost;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.busy >= SIDE_BY_SIDE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.busy += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.busy -= 1;
    }
  }
}

export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 128;

/** @throws DomainError PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_COMMON, PASSWORD_HAS_LOGIN */
export function requireGoodPassword(password: string, login: string, field = 'newPassword'): void {
  const refuse = (code: string, vi: string, en: string) => new DomainError(code, vi, en, field);
  const length = [...password.normalize('NFC')].length;
  if (length < MIN_PASSWORD) {
    throw refuse(
      'PASSWORD_TOO_SHORT',
      `Mật khẩu phải có ít nhất ${MIN_PASSWORD} ký tự. Một câu dễ nhớ là đủ.`,
      `A password has at least ${MIN_PASSWORD} characters. A sentence that you remember is enough.`,
    );
  }
  if (length > MAX_PASSWORD) {
    throw refuse(
      'PASSWORD_TOO_LONG',
      `Mật khẩu không quá ${MAX_PASSWORD} ký tự.`,
      `A password has at most ${MAX_PASSWORD} characters.`,
    );
  }
  if (plainForm(password).includes(plainForm(login))) {
    throw refuse(
      'PASSWORD_HAS_LOGIN',
      'Mật khẩu không được chứa tên đăng nhập.',
      'A password must not contain the login.',
    );
  }
  if (isCommon(password)) {
    throw refuse('PASSWORD_COMMON', 'Mật khẩu này quá dễ đoán.', 'This password is too easy to guess.');
  }
}
