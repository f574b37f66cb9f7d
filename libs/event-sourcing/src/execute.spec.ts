import { type Decider, DomainError } from './decider.js';
import { type EventStore, StoreUnavailable } from './event-store.js';
import { type CommandMeta, derivedCommandId, execute, StreamContention } from './execute.js';
import { MemoryEventStore } from './memory.event-store.js';
import { UpcastingEventStore } from './upcasting.event-store.js';

let store: EventStore;
beforeEach(() => {
  store = new MemoryEventStore();
});

describe('a command', () => {
  it('is decided on the state that the events lead to, and appended', async () => {
    await execute(store, seats, 'hall', { take: 'A' }, meta(1));
    const outcome = await execute(store, seats, 'hall', { take: 'B' }, meta(2));
    expect(outcome).toMatchObject({ events: [taken('B')], version: 2, repeated: false });
    const [, event] = await read('hall');
    expect(event).toMatchObject({
      type: 'SeatTaken',
      version: 2,
      checkpoint: outcome.checkpoint,
      meta: {
        actor: { agency: 'STC' },
        occurredOn: '2025-10-15',
        recordedAt: '2025-10-15T03:00:00.000Z',
        correlationId: 'request 2',
        causationId: id(2),
        commandId: id(2),
        requestHash: 'hash 2',
        schemaVersion: 1,
      },
    });
  });

  it('writes nothing when there is nothing to do', async () => {
    await execute(store, seats, 'hall', { take: 'A' }, meta(1));
    const outcome = await execute(store, seats, 'hall', { look: true }, meta(2));
    expect(outcome).toEqual({ events: [], version: 1, checkpoint: undefined, repeated: false });
    expect(await read('hall')).toHaveLength(1);
  });

  it('writes nothing when it is refused', async () => {
    await execute(store, seats, 'hall', { take: 'A' }, meta(1));
    await expectCode('SEAT_TAKEN', execute(store, seats, 'hall', { take: 'A' }, meta(2)));
    expect(await read('hall')).toHaveLength(1);
  });

  it('is refused where the stream must exist and does not', async () => {
    const mustExist = () => new DomainError('NOT_FOUND', 'Không tìm thấy.', 'Not found.');
    await expectCode('NOT_FOUND', execute(store, seats, 'hall', { take: 'A' }, meta(1), { mustExist }));
    await execute(store, seats, 'hall', { take: 'A' }, meta(1));
    await execute(store, seats, 'hall', { take: 'B' }, meta(2), { mustExist });
    expect(await read('hall')).toHaveLength(2);
  });

  it('needs a UUID to be recognised by', async () => {
    const attempt = execute(store, seats, 'hall', { take: 'A' }, { ...meta(1), commandId: 'key' });
    await expect(attempt).rejects.toBeInstanceOf(TypeError);
  });

  it('is written with the present schema version of its types', async () => {
    const upcasting = new UpcastingEventStore(store, { SeatTaken: [(data) => data, (data) => data] });
    await execute(upcasting, seats, 'hall', { take: 'A' }, meta(1));
    expect((await read('hall'))[0]?.meta.schemaVersion).toBe(3);
  });
});

describe('many commands on one stream at one moment', () => {
  it('all succeed, each once, in the order in which they came', async () => {
    const loads = counting(store);
    await Promise.all(
      Array.from({ length: 130 }, (_, i) => execute(loads.store, seats, 'hall', { take: `S${i}` }, meta(i))),
    );
    const events = await read('hall');
    expect(events.map(({ data }) => (data as { seat: string }).seat)).toEqual(
      Array.from({ length: 130 }, (_, i) => `S${i}`),
    );
    expect(loads.appends()).toBe(130);
    // Each reads only what came since the one before.
    expect(loads.events()).toBeLessThan(2 * 130);
  });

  it('do not pass their failures on', async () => {
    const results = await Promise.allSettled(
      ['A', 'A', 'B', 'A', 'C'].map((take, i) => execute(store, seats, 'hall', { take }, meta(i))),
    );
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
  });

  it('do not hold up other streams', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const first = execute(store, seats, 'hall', { take: 'A' }, meta(1), { beforeAppend: () => held });
    await execute(store, seats, 'other hall', { take: 'A' }, meta(2));
    expect(await read('hall')).toHaveLength(0);
    release();
    await first;
    expect(await read('hall')).toHaveLength(1);
  });
});

describe('a stream that another process appends to in between', () => {
  it('is loaded and decided again', async () => {
    const rival = new Rival(store, [{ take: 'B' }, { take: 'C' }]);
    const outcome = await execute(rival.store, seats, 'hall', { take: 'A' }, meta(1));
    expect(outcome.version).toBe(3);
    expect((await read('hall')).map(({ data }) => (data as { seat: string }).seat)).toEqual(['B', 'C', 'A']);
  });

  it('may have taken what was wanted: then the command is refused', async () => {
    const rival = new Rival(store, [{ take: 'A' }]);
    await expectCode('SEAT_TAKEN', execute(rival.store, seats, 'hall', { take: 'A' }, meta(1)));
    expect(await read('hall')).toHaveLength(1);
  });

  it('ends in contention when it never rests', async () => {
    const rival = new Rival(
      store,
      Array.from({ length: 50 }, (_, i) => ({ take: `R${i}` })),
    );
    const attempt = execute(rival.store, seats, 'hall', { take: 'A' }, meta(1), { attempts: 4 });
    await expect(attempt).rejects.toBeInstanceOf(StreamContention);
    expect(await read('hall')).toHaveLength(4);
  });
});

describe('the same command again', () => {
  it('gives the first outcome, whatever happened since', async () => {
    const first = await execute(store, seats, 'hall', { take: 'A' }, meta(1));
    await execute(store, seats, 'hall', { take: 'B' }, meta(2));
    const again = await execute(
      store,
      seats,
      'hall',
      { take: 'A' },
      { ...meta(1), commandId: id(1).toUpperCase() },
    );
    expect(again).toMatchObject({ version: 1, checkpoint: first.checkpoint, repeated: true });
    expect(again.events).toMatchObject([taken('A')]);
    expect(await read('hall')).toHaveLength(2);
  });

  it('is written once when it comes twice at one moment', async () => {
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => execute(store, seats, 'hall', { take: 'A' }, meta(1))),
    );
    expect(outcomes.map(({ repeated }) => repeated)).toEqual([false, true, true]);
    expect(await read('hall')).toHaveLength(1);
  });

  it.each([1, 2])('is written once when another process is at it too, %s event(s) later', async (others) => {
    const rival = new Rival(store, [{ take: 'A' }], meta(1), others - 1);
    const outcome = await execute(rival.store, seats, 'hall', { take: 'A' }, meta(1));
    expect(outcome).toMatchObject({ version: others, repeated: true });
    expect(await read('hall')).toHaveLength(others);
  });

  it('is safe after an append whose answer got lost', async () => {
    const lossy = new Proxy(store, {
      get: (target, key: Exclude<keyof EventStore, 'wholeStreams'>) =>
        key === 'append'
          ? async (...call: Parameters<EventStore['append']>) => {
              await target.append(...call);
              throw new StoreUnavailable('the answer got lost');
            }
          : target[key].bind(target),
    });
    const attempt = execute(lossy, seats, 'hall', { take: 'A' }, meta(1));
    await expect(attempt).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await execute(store, seats, 'hall', { take: 'A' }, meta(1))).toMatchObject({
      version: 1,
      repeated: true,
    });
  });

  it('with another body is refused', async () => {
    await execute(store, seats, 'hall', { take: 'A' }, meta(1));
    const other = { ...meta(1), requestHash: 'another' };
    await expectCode('IDEMPOTENCY_KEY_REUSED', execute(store, seats, 'hall', { take: 'B' }, other));
    const without = { ...meta(1), requestHash: undefined };
    await expectCode('IDEMPOTENCY_KEY_REUSED', execute(store, seats, 'hall', { take: 'A' }, without));
    expect(await read('hall')).toHaveLength(1);
  });

  it('on another stream is refused, unless under a derived id', async () => {
    await execute(store, seats, 'hall', { take: 'A' }, meta(1));
    await expectCode('IDEMPOTENCY_KEY_REUSED', execute(store, seats, 'other', { take: 'A' }, meta(1)));
    const derived = { ...meta(1), commandId: derivedCommandId(id(1), 'other') };
    expect(derived.commandId).toBe(derivedCommandId(id(1), 'other'));
    expect(await execute(store, seats, 'other', { take: 'A' }, derived)).toMatchObject({ repeated: false });
    expect(await execute(store, seats, 'other', { take: 'A' }, derived)).toMatchObject({ repeated: true });
  });
});

describe('beforeAppend', () => {
  it('sees what was decided and the state before, and may replace the events', async () => {
    await execute(store, seats, 'hall', { take: 'A' }, meta(1));
    const outcome = await execute(store, seats, 'hall', { take: 'B' }, meta(2), {
      beforeAppend: async (events, state) => [...events, taken(`after ${[...state].join()}`)],
    });
    expect(outcome).toMatchObject({ events: [taken('B'), taken('after A')], version: 3 });
  });

  it('does not run when the command is refused, or has nothing to do, or is a repetition', async () => {
    let runs = 0;
    const beforeAppend = async () => void (runs += 1);
    await execute(store, seats, 'hall', { take: 'A' }, meta(1), { beforeAppend });
    await execute(store, seats, 'hall', { take: 'A' }, meta(1), { beforeAppend });
    await execute(store, seats, 'hall', { look: true }, meta(2), { beforeAppend });
    await expectCode('SEAT_TAKEN', execute(store, seats, 'hall', { take: 'A' }, meta(3), { beforeAppend }));
    expect(runs).toBe(1);
  });

  it('stops the command when it fails', async () => {
    const beforeAppend = async () => {
      throw new DomainError('NUMBER_USED', 'Số đã dùng.', 'The number is used.');
    };
    await expectCode('NUMBER_USED', execute(store, seats, 'hall', { take: 'A' }, meta(1), { beforeAppend }));
    expect(await read('hall')).toHaveLength(0);
  });

  it('runs again when the append is lost to another writer', async () => {
    let runs = 0;
    const rival = new Rival(store, [{ take: 'B' }]);
    await execute(rival.store, seats, 'hall', { take: 'A' }, meta(1), {
      beforeAppend: async () => void (runs += 1),
    });
    expect(runs).toBe(2);
  });
});

interface SeatTaken {
  readonly type: 'SeatTaken';
  readonly data: { readonly seat: string };
}
type SeatCommand = { readonly take: string } | { readonly look: true };

const seats: Decider<ReadonlySet<string>, SeatCommand, SeatTaken> = {
  initialState: new Set(),
  evolve: (state, event) => new Set([...state, event.data.seat]),
  decide(command, state) {
    if ('look' in command) return [];
    if (state.has(command.take))
      throw new DomainError('SEAT_TAKEN', 'Ghế đã có người.', 'The seat is taken.');
    return [taken(command.take)];
  },
};

function taken(seat: string): SeatTaken {
  return { type: 'SeatTaken', data: { seat } };
}

function id(n: number): string {
  return `7f1c2b5e-abcd-4000-8000-${String(n).padStart(12, '0')}`;
}

function meta(n: number): CommandMeta {
  return {
    actor: { user: 'binh.le', role: 'department officer', agency: 'STC' },
    occurredOn: '2025-10-15',
    recordedAt: '2025-10-15T03:00:00.000Z',
    correlationId: `request ${n}`,
    commandId: id(n),
    requestHash: `hash ${n}`,
  };
}

async function read(stream: string) {
  const events = [];
  for await (const event of store.readStream(stream)) events.push(event);
  return events;
}

async function expectCode(code: string, attempt: Promise<unknown>): Promise<void> {
  await expect(attempt).rejects.toMatchObject({ name: 'DomainError', code });
}

/** Another process: it gets in before each of our appends, as long as it has commands left. */
class Rival {
  readonly store: EventStore;

  constructor(
    inner: EventStore,
    commands: readonly SeatCommand[],
    metaOfFirst: CommandMeta = meta(900),
    earlier = 0,
  ) {
    let next = 0;
    const act = async () => {
      const n = next++;
      const command = commands[n];
      if (!command) return;
      for (let i = 0; i < earlier; i++) await execute(inner, seats, 'hall', { take: `E${i}` }, meta(950 + i));
      await execute(inner, seats, 'hall', command, n === 0 ? metaOfFirst : meta(900 + n));
    };
    this.store = {
      append: async (...call) => {
        await act();
        return inner.append(...call);
      },
      readStream: (...call) => inner.readStream(...call),
      readAll: (...call) => inner.readAll(...call),
      at: (checkpoint) => inner.at(checkpoint),
      subscribe: (...call) => inner.subscribe(...call),
      compare: (a, b) => inner.compare(a, b),
      close: () => inner.close(),
    };
  }
}

function counting(inner: EventStore) {
  let appends = 0;
  let events = 0;
  const counted: EventStore = {
    append: (...call) => {
      appends += 1;
      return inner.append(...call);
    },
    async *readStream(...call) {
      for await (const event of inner.readStream(...call)) {
        events += 1;
        yield event;
      }
    },
    readAll: (...call) => inner.readAll(...call),
    at: (checkpoint) => inner.at(checkpoint),
    subscribe: (...call) => inner.subscribe(...call),
    compare: (a, b) => inner.compare(a, b),
    close: () => inner.close(),
  };
  return { store: counted, appends: () => appends, events: () => events };
}
