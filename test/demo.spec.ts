/** The demonstration province: what is on the screen after loading, and loading that is repeated or interrupted. */
import { DomainError } from '#event-sourcing/decider.js';
import type { EventStore } from '#event-sourcing/event-store.js';
import { WORKFLOW_STATES } from '#obligations/obligation.js';
import { TERM_STATES } from '#obligations/term-state.js';
import { RESOLUTION_CATEGORIES } from '#obligations/vocabulary.js';
import type {
  AgencyView,
  CaseRow,
  CountRow,
  Page,
  RegisterRow,
  SessionView,
} from '#register/register.types.js';
import { createApp } from '../apps/api/src/app.js';
import { loadDemonstration } from '../apps/api/src/demo.js';
import { IMPORT_FORMAT, parseImportFile } from '../apps/api/src/import-file.js';
import { importSteps, ImportStopped, type Injectable } from '../apps/api/src/import.js';
import { createDatabase, type ScratchDatabase } from './support/database.js';
import { testEventStore } from './support/event-store.js';

/** A Thursday and a working day: something is due on it. */
const NOW = new Date('2026-11-26T03:00:00.000Z');
const now = () => NOW;
const OFFICE_HEADER = 'role=office-coordinator; agency=VPUBND; user=van-phong';
const OFFICE = { role: 'office-coordinator', agency: 'VPUBND', user: 'van-phong' };

interface Running {
  readonly database: ScratchDatabase;
  readonly app: Injectable;
  readonly store: EventStore;
  get<T>(path: string, actor?: string): Promise<T>;
  stop(): Promise<void>;
}

async function start(): Promise<Running> {
  const database = await createDatabase();
  const created = await createApp({
    databaseUrl: database.url,
    eventStore: testEventStore(),
    demo: true,
    clock: { now },
    tickMs: 0,
    loadDemo: false,
  });
  const nest = created.app;
  const get = async <T>(path: string, actor?: string): Promise<T> => {
    const headers = actor === undefined ? {} : { 'x-demo-actor': actor };
    const response = await nest.inject({ method: 'GET', url: path, headers });
    if (response.statusCode !== 200) throw new Error(`${path}: ${response.statusCode} ${response.body}`);
    return response.json<T>();
  };
  const stop = async () => {
    await created.close();
    await database.drop();
  };
  return {
    database,
    app: nest as unknown as Injectable,
    store: created.store,
    get,
    stop,
  };
}

const load = ({ app, store }: Running) => loadDemonstration(app, store, { now });

async function end(store: EventStore): Promise<{ events: number; checkpoint?: string }> {
  let events = 0;
  let checkpoint: string | undefined;
  for await (const event of store.readAll()) {
    events += 1;
    checkpoint = event.checkpoint;
  }
  return { events, checkpoint };
}

describe('a register with the demonstration loaded', () => {
  let running: Running;
  let rows: RegisterRow[];
  let last: string;

  beforeAll(async () => {
    running = await start();
    await load(running);
    const { checkpoint } = await end(running.store);
    last = encodeURIComponent(checkpoint!);
    await running.get(`/api/obligations?limit=1&after=${last}`);
    rows = await allRows(running);
  });
  afterAll(() => running.stop());

  it.each(WORKFLOW_STATES)('shows an obligation in the state %s', (state) => {
    expect(rows.filter(({ workflow }) => workflow === state)).not.toHaveLength(0);
  });

  it.each(TERM_STATES)('shows an obligation that is %s', (state) => {
    expect(rows.filter(({ termState }) => termState === state)).not.toHaveLength(0);
  });

  it.each(RESOLUTION_CATEGORIES)('shows an answer of the category %s', (category) => {
    expect(rows.filter((row) => row.category === category)).not.toHaveLength(0);
  });

  it.each<[string, (row: RegisterRow) => boolean]>([
    ['due today', (row) => row.termState === 'OPEN_IN_TERM' && row.currentDueOn === '2026-11-26'],
    ['overdue since yesterday', (row) => row.termState === 'OPEN_OVERDUE' && row.daysLeft === -1],
    ['due soon', (row) => row.dueSoon],
    ['due in a year without a calendar', (row) => row.dueProvisional && row.currentDueOn! > '2027-01-01'],
    ['answered for the time being', (row) => row.answerStatus === 'INTERIM'],
    ['answered and waiting for the office', (row) => row.answerStatus === 'ANSWERED'],
    ['returned', (row) => row.answerStatus === 'RETURNED'],
    [
      'transferred with a term of its own',
      (row) => row.transferredFrom !== null && row.receiverDueOn !== null,
    ],
    ['recorded late', (row) => row.lateEntry],
    ['disputed by the commune', (row) => row.disputed],
    ['asked to be extended', (row) => row.changeRequested],
    ['declined', (row) => row.declined],
    ['extended', (row) => row.round === 1 && row.currentDueOn! > row.originalDueOn!],
    ['in a second round', (row) => row.round > 1],
  ])('shows an obligation that is %s', (_, is) => {
    expect(rows.filter(is)).not.toHaveLength(0);
  });

  it.each([
    ['a department', 'role=department-officer; agency=STC; user=cv'],
    ['a commune', 'role=commune-clerk; agency=18040; user=cb'],
    ['the office', OFFICE_HEADER],
  ])('has told %s what happened', async (_, actor) => {
    const { unread } = await running.get<{ unread: number }>(`/api/me/inbox?after=${last}`, actor);
    expect(unread).toBeGreaterThan(0);
  });

  it('has the 130 communes and wards and the 14 departments', async () => {
    const { items: agencies } = await running.get<{ items: AgencyView[] }>('/api/agencies');
    const count = (kind: string) => agencies.filter((agency) => agency.kind === kind).length;
    expect([count('COMMUNE'), count('WARD'), count('DEPARTMENT')]).toEqual([119, 11, 14]);
    expect(agencies.find(({ code }) => code === '16909')).toMatchObject({
      name: 'Xã Yên Hoà',
      aliases: ['Yên Hòa'],
    });
  });

  it('has the working session of 15 October 2025 with its readings and six directives', async () => {
    const { items: sessions } = await running.get<{ items: SessionView[] }>('/api/working-sessions');
    const session = sessions.find(({ heldOn }) => heldOn === '2025-10-15')!;
    expect(session).toMatchObject({ conclusionNotice: '192/TB-UBND', conclusionOn: '2025-10-17' });
    expect(session.visits.find(({ unit }) => unit === '18040')).toMatchObject({
      period: { from: '2025-07-01', to: '2025-09-30' },
      dossiersReceived: 2699,
    });
    const directives = await casesOf(running, `/api/directives?session=${session.id}&limit=200`);
    expect(directives.map(({ number, obligationsTotal }) => [number, obligationsTotal])).toEqual([
      ['NV-2025-00001', 14],
      ['NV-2025-00002', 14],
      ['NV-2025-00003', 1],
      ['NV-2025-00004', 1],
      ['NV-2025-00005', 2],
      ['NV-2025-00006', 14],
    ]);
    const petitions = await casesOf(running, `/api/petitions?session=${session.id}&limit=200`);
    expect(petitions.length).toBeGreaterThanOrEqual(14);
    expect(new Set(petitions.map(({ raisedBy }) => raisedBy))).toEqual(
      new Set(['18040', '18028', '18001', '17920', '16690', '16681']),
    );
  });

  it('keeps petitions that nobody has been charged with yet', async () => {
    const unrouted = await casesOf(running, '/api/petitions?unrouted=true&limit=200');
    expect(unrouted.filter(({ status }) => status === 'OPEN')).not.toHaveLength(0);
  });

  it('counts the lines it shows', async () => {
    const { items } = await running.get<{ items: CountRow[] }>('/api/obligations/counts?by=all');
    expect(items[0]!.total + items[0]!.ended).toBe(rows.length);
    expect(items[0]!.openOverdue).toBe(rows.filter((row) => row.termState === 'OPEN_OVERDUE').length);
  });

  it('records nothing when it is loaded again', async () => {
    const before = await end(running.store);
    expect(await load(running)).toEqual({ loaded: false, steps: 0 });
    expect(await end(running.store)).toEqual(before);
  });
});

describe('a load that is interrupted', () => {
  it('goes on where it stopped, also on another day, and comes to the same events', async () => {
    const [whole, broken] = [await start(), await start()];
    try {
      await load(whole);
      let left = 300;
      const failing: Injectable = {
        inject: (request) => {
          left -= 1;
          if (left < 0) throw new Error('power cut');
          return broken.app.inject(request);
        },
      };
      await expect(loadDemonstration(failing, broken.store, { now })).rejects.toThrow('power cut');
      const later = () => new Date(NOW.getTime() + 48 * 3600e3);
      expect(await loadDemonstration(broken.app, broken.store, { now: later })).toMatchObject({
        loaded: true,
      });
      expect(await story(broken.store)).toEqual(await story(whole.store));
    } finally {
      await Promise.all([whole.stop(), broken.stop()]);
    }
  });
});

describe('an import file', () => {
  const file = (steps: object[]): unknown => ({ format: IMPORT_FORMAT, id: 'test', steps });
  const lodge = { do: 'POST /api/petitions', as: OFFICE };

  it.each<[string, unknown, RegExp]>([
    ['of another format', { format: 'other/1', id: 'x', steps: [] }, /format/],
    ['without steps', { format: IMPORT_FORMAT, id: 'x', steps: [] }, /steps/],
    ['that reads instead of writing', file([{ do: 'GET /api/petitions' }]), /step 1.*"do"/],
    ['with a time that no clock shows', file([{ ...lodge, at: '2025-10-15T25:00' }]), /step 1.*"at"/],
    ['that names what no step saved', file([{ ...lodge, body: { x: '{kn1}' } }]), /\{kn1\}/],
    [
      'that names what a later step saves',
      file([{ do: 'POST /api/petitions/{kn1}/close' }, { ...lodge, save: 'kn1' }]),
      /step 1: \{kn1\}/,
    ],
    [
      'that saves one name twice',
      file([
        { ...lodge, save: 'kn1' },
        { ...lodge, save: 'kn1' },
      ]),
      /step 2.*kn1/,
    ],
    ['with a word it does not know', file([{ ...lodge, body: {}, then: 1 }]), /step 1: unknown "then"/],
  ])('%s is refused before anything is sent', (_, json, fault) => {
    expect(() => parseImportFile(json)).toThrow(DomainError);
    expect(() => parseImportFile(json)).toThrow(fault);
  });

  it('may count days from today only for a demonstration', async () => {
    const relative = parseImportFile(file([{ ...lodge, body: { receivedOn: '{today-3}' } }]));
    const sent: string[] = [];
    const app = answering(sent, () => ({ statusCode: 201, body: '{"id":"a"}' }));
    await expect(importSteps(app, relative)).rejects.toMatchObject({ code: 'DATE_WORDS_NEED_DEMONSTRATION' });
    await importSteps(app, relative, { demo: true, today: '2026-11-26' });
    expect(sent).toEqual(['/api/petitions {"receivedOn":"2026-11-23"}']);
  });

  it.each([
    ['{workday-1}', '2026-11-25'],
    ['{workday-2}', '2026-11-23'],
    ['{workday+3}', '2026-12-01'],
    ['trước ngày {today+5:vi}', 'trước ngày 01/12/2026'],
    ['trong quý I/{year+1}', 'trong quý I/2027'],
  ])('reads %s as %s on 26/11/2026', async (text, meant) => {
    const sent: string[] = [];
    const app = answering(sent, () => ({ statusCode: 201, body: '{}' }));
    await importSteps(app, parseImportFile(file([{ ...lodge, body: { text } }])), {
      demo: true,
      today: '2026-11-26',
    });
    expect(sent).toEqual([`/api/petitions {"text":"${meant}"}`]);
  });

  it('stops at the first refusal and says which step and why', async () => {
    const steps = [{ ...lodge, save: 'kn1' }, { do: 'POST /api/petitions/{kn1}/close' }, lodge];
    const sent: string[] = [];
    const app = answering(sent, () =>
      sent.length === 1
        ? { statusCode: 201, body: '{"id":"a"}' }
        : { statusCode: 409, body: '{"code":"NOT_ANSWERED","detail":"Chưa có.","detailEn":"Not yet."}' },
    );
    const stopped = await importSteps(app, parseImportFile(file(steps))).catch((error: unknown) => error);
    expect(stopped).toBeInstanceOf(ImportStopped);
    expect(stopped).toMatchObject({ file: 'test', step: 2, status: 409, problem: { code: 'NOT_ANSWERED' } });
    expect(sent).toEqual(['/api/petitions {}', '/api/petitions/a/close {}']);
  });
});

// ---- helpers -------------------------------------------------------------------------------------------------------

async function allRows({ get }: Running): Promise<RegisterRow[]> {
  const rows: RegisterRow[] = [];
  for (let cursor = ''; ;) {
    const page = await get<Page<RegisterRow>>(`/api/obligations?limit=200${cursor}`);
    rows.push(...page.items);
    if (!page.nextCursor) return rows;
    cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
  }
}

async function casesOf({ get }: Running, path: string): Promise<CaseRow[]> {
  return (await get<{ items: CaseRow[] }>(path)).items.toSorted((a, b) => (a.number < b.number ? -1 : 1));
}

/** What was recorded, without the ids that differ from one register to the next. */
async function story(store: EventStore): Promise<string[]> {
  const lines: string[] = [];
  for await (const { type, meta } of store.readAll()) {
    if (!type.startsWith('Demonstration')) lines.push(`${meta.recordedAt} ${meta.actor.user} ${type}`);
  }
  return lines.sort();
}

function answering(sent: string[], answer: () => { statusCode: number; body: string }): Injectable {
  return {
    inject: ({ url, payload }) => {
      sent.push(`${url} ${payload}`);
      return Promise.resolve({ ...answer(), headers: {} });
    },
  };
}
