import { given } from '#event-sourcing/given.js';
import { account, type AccountEvent, type GrantFacts } from './account.js';

const CREATED: AccountEvent = { type: 'AccountCreated', data: { login: 'binh.tran', via: 'administrator' } };
const DISABLED: AccountEvent = { type: 'AccountDisabled', data: {} };
const LEADER: GrantFacts & { grantId: string } = {
  ...{ grantId: 'g-1', role: 'department-leader', agency: 'STC', from: '2026-01-01', to: '2026-06-30' },
};
const GRANTED: AccountEvent = { type: 'RoleGranted', data: LEADER };

describe('an account', () => {
  it.each(['a', 'ai.do@nghean.gov.vn', 'Có Dấu', '-a', 'x'.repeat(51)])('is not called %s', (login) => {
    given(account)([])
      .when({ type: 'CreateAccount', data: { login, via: 'provider' } })
      .thenRefused('LOGIN_INVALID');
  });

  it('is created once', () => {
    const create = (login: string) =>
      ({ type: 'CreateAccount', data: { login, via: 'administrator' } }) as const;
    given(account)([]).when(create(' Binh.Tran ')).then([CREATED]);
    given(account)([CREATED]).when(create('binh.tran')).thenNothing();
    given(account)([CREATED]).when(create('an.le')).thenRefused('ACCOUNT_EXISTS');
  });

  it('that is not there gets nothing', () => {
    given(account)([]).when({ type: 'GrantRole', data: LEADER }).thenRefused('UNKNOWN_ACCOUNT');
    given(account)([]).when({ type: 'DisableAccount', data: {} }).thenRefused('UNKNOWN_ACCOUNT');
  });

  it('that is disabled gets no role, no token and no password of its own, and loses what it had', () => {
    const disabled = given(account)([CREATED, GRANTED, DISABLED]);
    disabled.when({ type: 'GrantRole', data: { ...LEADER, agency: 'SNV' } }).thenRefused('ACCOUNT_DISABLED');
    disabled.when({ type: 'ChangePassword', data: { by: 'owner' } }).thenRefused('ACCOUNT_DISABLED');
    disabled.when({ type: 'DisableAccount', data: {} }).thenNothing();
    disabled
      .when({ type: 'RevokeRole', data: { grantId: 'g-1' } })
      .then([{ type: 'RoleRevoked', data: { grantId: 'g-1', role: 'department-leader', agency: 'STC' } }]);
  });
});

describe('a role', () => {
  const grant = (facts: Partial<GrantFacts>, before: AccountEvent[] = [CREATED]) =>
    given(account)(before).when({ type: 'GrantRole', data: { ...LEADER, grantId: 'g-2', ...facts } });

  it.each<[Partial<GrantFacts>, string]>([
    [{ role: 'chief' as never }, 'ROLE_UNKNOWN'],
    [{ agency: 'stc' }, 'AGENCY_CODE_INVALID'],
    [{ from: '2026-02-30' }, 'DATE_INVALID'],
    [{ to: '31/12/2026' }, 'DATE_INVALID'],
    [{ to: '2025-12-31' }, 'PERIOD_INVERTED'],
    [{ to: null, acting: true }, 'PERIOD_OPEN'],
    [{ to: null, delegatedBy: 'a-1' }, 'PERIOD_OPEN'],
    [{ capacity: 'FOR_FUN' as never }, 'CAPACITY_UNKNOWN'],
  ])('%j is refused: %s', (facts, code) => {
    grant(facts).thenRefused(code);
  });

  it('is held once at a time, and again after its end', () => {
    grant({}, [CREATED, GRANTED]).thenNothing();
    grant({ from: '2026-06-30', to: null }, [CREATED, GRANTED]).thenRefused('GRANT_OVERLAPS');
    expect(grant({ from: '2026-07-01', to: null }, [CREATED, GRANTED]).events()).toHaveLength(1);
    expect(grant({ agency: 'SNV' }, [CREATED, GRANTED]).events()).toHaveLength(1);
  });
});

it('every command that is repeated finds nothing to do, or makes a new secret', () => {
  const state = [CREATED, GRANTED, { type: 'SecondFactorEnabled', data: {} } as AccountEvent];
  given(account)(state).when({ type: 'EnableAccount' }).thenNothing();
  given(account)([CREATED])
    .when({ type: 'DisableSecondFactor', data: { by: 'owner' } })
    .thenNothing();
  given(account)([CREATED])
    .when({ type: 'RevokeRole', data: { grantId: 'g-9' } })
    .thenNothing();
  given(account)([CREATED])
    .when({ type: 'RevokeToken', data: { tokenId: 't', name: 'x' } })
    .thenNothing();
});
