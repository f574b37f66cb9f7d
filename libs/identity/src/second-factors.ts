/** The second factor of an account: enrolled, confirmed by a first code, each code good for once. */
import { type DataSource, IsNull, LessThan } from 'typeorm';
import { DomainError } from '#event-sourcing/decider.js';
import type { Accounts, By } from './accounts.js';
import { AccountEntity, RecoveryCodeEntity } from './identity.entities.js';
import { codeRefused, sealMissing } from './refusals.js';
import { hashOf, type Sealer } from './secrets.js';
import {
  enrolment,
  newRecoveryCodes,
  newTotpSecret,
  plainRecoveryCode,
  RECOVERY_CODES,
  stepOf,
} from './time-codes.js';

export class SecondFactors {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: Accounts,
    private readonly sealer: Sealer | undefined,
  ) {}

  refused = codeRefused;

  /** Shown once; nothing is asked at sign-in before a code confirms it. */
  async enrol(account: AccountEntity): Promise<{ secret: string; uri: string; qr: string }> {
    if (account.totpConfirmed) {
      throw new DomainError(
        'SECOND_FACTOR_ON',
        'Xác thực hai bước đang bật. Hãy tắt trước khi đăng ký lại.',
        'The second factor is on. Turn it off before enrolling anew.',
      );
    }
    const secret = newTotpSecret();
    await this.accounts.update(this.dataSource.manager, account.id, {
      totpSecret: this.sealed(account.id, secret),
      totpLastStep: 0,
    });
    return { secret, ...(await enrolment(secret, account.login)) };
  }

  /** @throws DomainError CODE_REFUSED */
  async confirm(account: AccountEntity, code: string, by: By): Promise<readonly string[]> {
    if (account.totpConfirmed || account.totpSecret === null) throw codeRefused();
    if (!(await this.takesTimeCode(account, code, by.now))) throw codeRefused();
    return this.dataSource.transaction(async (manager) => {
      await this.accounts.update(manager, account.id, { totpConfirmed: true });
      const command = { type: 'EnableSecondFactor', data: { recoveryCodes: RECOVERY_CODES } } as const;
      const codes = await this.replaceCodes(account.id, manager);
      await this.accounts.record(account.id, command, by);
      return codes;
    });
  }

  async renewCodes(account: AccountEntity, by: By): Promise<readonly string[]> {
    if (!account.totpConfirmed) throw codeRefused();
    return this.dataSource.transaction(async (manager) => {
      const codes = await this.replaceCodes(account.id, manager);
      await this.accounts.record(
        account.id,
        { type: 'MakeRecoveryCodes', data: { count: RECOVERY_CODES } },
        by,
      );
      return codes;
    });
  }

  unusedCodes(accountId: string): Promise<number> {
    return this.dataSource.getRepository(RecoveryCodeEntity).countBy({ accountId, usedAt: IsNull() });
  }

  /** How it was accepted; undefined when it was not. */
  async accepts(
    account: AccountEntity,
    code: string,
    now: Date,
  ): Promise<'second-factor' | 'recovery-code' | undefined> {
    if (!account.totpConfirmed) return undefined;
    const digits = code.replace(/\s/g, '');
    if (/^\d{6}$/.test(digits)) {
      return (await this.takesTimeCode(account, digits, now)) ? 'second-factor' : undefined;
    }
    const { affected } = await this.dataSource
      .getRepository(RecoveryCodeEntity)
      .update(
        { accountId: account.id, hash: hashOf(plainRecoveryCode(code)), usedAt: IsNull() },
        { usedAt: now },
      );
    return affected ? 'recovery-code' : undefined;
  }

  /** Of two requests with the same code one moves the last step on, and the other is refused. */
  private async takesTimeCode(account: AccountEntity, code: string, now: Date): Promise<boolean> {
    const step = stepOf(this.opened(account), code.replace(/\s/g, ''), now);
    if (step === undefined) return false;
    const { affected } = await this.dataSource
      .getRepository(AccountEntity)
      .update({ id: account.id, totpLastStep: LessThan(step) }, { totpLastStep: step });
    return affected === 1;
  }

  private async replaceCodes(accountId: string, manager: DataSource['manager']): Promise<readonly string[]> {
    const codes = newRecoveryCodes();
    await manager.delete(RecoveryCodeEntity, { accountId });
    await manager.insert(
      RecoveryCodeEntity,
      codes.map((code) => ({ accountId, hash: hashOf(plainRecoveryCode(code)), usedAt: null })),
    );
    return codes;
  }

  private sealed(accountId: string, secret: string): string {
    if (!this.sealer) throw sealMissing();
    return this.sealer.seal(secret, `totp ${accountId}`);
  }

  private opened({ id, totpSecret }: AccountEntity): string {
    if (!this.sealer || totpSecret === null) throw sealMissing();
    return this.sealer.open(totpSecret, `totp ${id}`);
  }
}
