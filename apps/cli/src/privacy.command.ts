/**
 * `dondoc forget`: a citizen's data, or all of a petition's, made unreadable for ever. `dondoc privacy rotate`: every
 * data key under a newer wrapping key. Whoever may run them may reach the database anyway.
 */
import { randomUUID } from 'node:crypto';
import { validate as isUuid } from 'uuid';
import { CalendarSource } from '#calendar/calendar.source.js';
import { localDate } from '#calendar/local-date.js';
import { execute } from '#event-sourcing/execute.js';
import { caseOfNumber, isCaseNumber } from '#obligations/case-number.js';
import { stateAt } from '#obligations/record.js';
import { termPolicyOn } from '#obligations/term-policy.js';
import { petition, petitionStream } from '#petitions/petition.js';
import { type KeySource, keysFromEnvironment } from '#privacy/keyring.js';
import { caseOfSubject, destroyKeys, PersonVault } from '#privacy/person-vault.js';
import type { Database } from '../../worker/src/database.js';
import { Ended, FAILED, type Io, NOT_FOUND } from './io.js';
import { withDatabase } from './open.js';
import { json } from './table.js';

interface ForgetOptions {
  readonly reason: string;
  readonly json?: boolean;
}

export async function forget(name: string, options: ForgetOptions, io: Io): Promise<void> {
  await withDatabase(io, async (database) => {
    const { store, dataSource } = database;
    const { id, subject } = await found(database, name);
    const stream = petitionStream(id);
    const now = io.now().toISOString();
    const today = localDate(now);
    const actor = { user: `os:${io.env['USER'] ?? 'console'}`, role: 'administrator', agency: 'NONE' };
    const calendar = await new CalendarSource(store, () => performance.now()).current();
    const at = { actor, now, today, on: today, calendar, policy: termPolicyOn(today) };
    const data = { reason: options.reason, ...(subject ? { subjects: [subject] } : {}) };
    const ids = { correlationId: randomUUID(), commandId: randomUUID() };
    await execute(
      store,
      petition,
      stream,
      { type: 'ForgetPersonalData', data, at },
      { actor, occurredOn: today, recordedAt: now, ...ids },
    );
    const state = await stateAt(store, petition, stream);
    if (state.status === 'NONE') throw unknown(name);
    const { number, forgotten = [] } = state;
    // The event first: a key that is gone without a word would be a loss that nobody can explain.
    await destroyKeys(dataSource, forgotten, io.now());
    io.out(
      options.json
        ? json({ id, number, forgotten: forgotten.length })
        : `${number}: đã hủy khóa của ${forgotten.length} người; dữ liệu cá nhân của họ không đọc được nữa. Tệp đính kèm, nếu có nêu tên, không bị xóa theo.\n` +
            `${number}: the keys of ${forgotten.length} are destroyed; what was known of them can be read no more. Attached files that name them, if any, stay.`,
    );
  });
}

/** A subject's id, a petition's number or its id. */
async function found(
  { store, dataSource }: Database,
  name: string,
): Promise<{ id: string; subject?: string }> {
  const number = name.toUpperCase();
  if (isCaseNumber(number)) {
    const id = number.startsWith('KN') ? await caseOfNumber(store, number) : undefined;
    if (id !== undefined) return { id };
  } else if (isUuid(name)) {
    const subject = name.toLowerCase();
    const id = await caseOfSubject(dataSource, subject);
    if (id !== undefined) return { id, subject };
    if ((await stateAt(store, petition, petitionStream(subject))).status !== 'NONE') return { id: subject };
  }
  throw unknown(name);
}

const unknown = (name: string) =>
  new Ended(
    NOT_FOUND,
    'UNKNOWN_PERSON',
    `Không có kiến nghị hay người nào có mã ${name}.`,
    `There is no petition and no person ${name}.`,
  );

export async function rotate(options: { newKey?: boolean; json?: boolean }, io: Io): Promise<void> {
  const keys = keysFromEnvironment(io.env);
  if (!keys) throw noKeys();
  if (options.newKey) addKey(keys);
  await withDatabase(io, async ({ dataSource }) => {
    const vault = (await PersonVault.open(dataSource, keys, () => io.now()))!;
    const done = await vault.rotate();
    if (keys.prune && options.newKey) keys.prune();
    io.out(
      options.json
        ? json(done)
        : `Đã bọc lại ${done.rewrapped} khóa bằng khóa phiên bản ${done.version}. Khóa cũ có thể bỏ.\n` +
            `${done.rewrapped} keys wrapped anew under version ${done.version}. Older versions may be thrown away.`,
    );
  });
}

function addKey({ add }: KeySource): void {
  if (add) return void add();
  throw new Ended(
    FAILED,
    'PRIVACY_KEY_KEPT_ELSEWHERE',
    'Khóa được đặt bằng PRIVACY_KEY hoặc PRIVACY_KEY_FILE: hãy tự thêm khóa mới, ví dụ "2:…,1:…", rồi chạy lại không có --new-key.',
    'The keys come from PRIVACY_KEY or PRIVACY_KEY_FILE: add the new one there, such as "2:…,1:…", and run this without --new-key.',
  );
}

const noKeys = () =>
  new Ended(
    FAILED,
    'PRIVACY_KEY_MISSING',
    'Chưa đặt PRIVACY_KEY, PRIVACY_KEY_FILE hoặc DATA_DIR.',
    'Set PRIVACY_KEY, PRIVACY_KEY_FILE or DATA_DIR.',
  );
