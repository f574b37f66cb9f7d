/**
 * What knowing who asks costs: the register's first page over HTTP by people who signed in, with permissions and limits,
 * against the same page of an open demonstration. Client and server share one process, on both sides.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type { Identity } from '#identity/identity.js';
import type { Role } from '#identity/policy.js';
import { type App, createApp } from '../../apps/api/src/app.js';
import { alternate, reportRate, runFor, type Settings, withPool } from './harness.js';
import { withRegister } from './register.bench.js';

const AT_ONCE = 8;
const PAGE = '/api/obligations?limit=50';
/** Counted, and never reached. */
const RATES = { perAddress: 9_999_999, perPerson: 9_999_999 };

type Headers = Readonly<Record<string, string>>;

export async function signingIn(settings: Settings): Promise<void> {
  const { databaseUrl, rounds, roundMs } = settings;
  await withRegister(databaseUrl, async ({ runner }) => {
    const [status] = await runner.status();
    if (status?.serving?.state !== 'LIVE') await runner.rebuild('register');
  });
  const clock = { now: () => now };
  const now = new Date(`${await lastDay(databaseUrl)}T02:00:00.000Z`);
  const common = { databaseUrl, clock, port: 0, worker: 'none', tickMs: 0 } as const;
  // Before there is an account: beside real ones no demonstration is opened.
  const open = await createApp({ ...common, demo: true, loadDemo: false });
  const house = await createApp({ ...common, rates: RATES });
  const boundless = await createApp(common);
  const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });
  try {
    const asking = (app: App, headers: Headers) => () => ask(agent, app.url + PAGE, headers);
    const office = await person(house, now, 'office-coordinator', 'VPUBND');
    const leader = await person(house, now, 'department-leader', 'SNNMT');
    const header = { 'x-demo-actor': 'role=office-coordinator; agency=VPUBND; user=van-phong' };
    const contenders: readonly (readonly [string, () => Promise<void>])[] = [
      ['session, whole province', asking(house, office.session)],
      ['session, whole province, without rate limits', asking(boundless, office.session)],
      ['token, whole province', asking(house, office.token)],
      ['session, one department', asking(house, leader.session)],
      ['X-Demo-Actor', asking(open, header)],
    ];
    for (const [variant, ours] of contenders) {
      const measured = await alternate(
        rounds,
        () => runFor(roundMs, AT_ONCE, ours),
        () => runFor(roundMs, AT_ONCE, asking(open, {})),
      );
      reportRate(settings, 'sign-in', variant, 'pages/s', measured);
    }
  } finally {
    agent.destroy();
    for (const app of [boundless, house, open]) await app.close();
  }
}

/** The day up to which the generated cases go: the last one that anything was assigned on. */
function lastDay(databaseUrl: string): Promise<string> {
  return withPool(databaseUrl, 1, async (pool) => {
    await pool.query('VACUUM ANALYZE register.obligation');
    const { rows } = await pool.query<{ day: string }>(
      'SELECT max(assigned_on)::text AS day FROM register.obligation',
    );
    return rows[0]!.day;
  });
}

/** Somebody with a role, signed in, and a token of theirs: the headers that each way sends. */
async function person({ app }: App, now: Date, role: Role, agency: string) {
  const { accounts, sessions, tokens, dataSource } = app.get<Identity>('Identity');
  const by = { actor: { user: 'bench', role: 'administrator', agency }, now, correlationId: randomUUID() };
  const grants = [{ role, agency, from: '2020-01-01', to: null }];
  const names = { login: `bench.${role}`, displayName: role, via: 'administrator' } as const;
  const { id: accountId } = await accounts.create({ ...names, grants }, by);
  const origin = { ip: '127.0.0.1', userAgent: 'bench' };
  const { cookie } = await sessions.begin({ accountId, stage: 'READY', method: 'password' }, origin, now);
  const expiresAt = new Date(now.getTime() + 86_400_000);
  const wanted = { id: randomUUID(), accountId, name: 'bench', scopes: ['read'], expiresAt } as const;
  const token = await tokens.make(dataSource.manager, wanted, now);
  return { session: { cookie: `insecure-dondoc=${cookie}` }, token: { authorization: `Bearer ${token}` } };
}

async function ask(agent: http.Agent, url: string, headers: Headers): Promise<void> {
  const [answer] = (await once(http.get(url, { agent, headers }), 'response')) as [http.IncomingMessage];
  let size = 0;
  for await (const chunk of answer) size += (chunk as Buffer).length;
  if (answer.statusCode !== 200 || size < 1_000)
    throw new Error(`${url}: ${answer.statusCode}, ${size} bytes`);
}
