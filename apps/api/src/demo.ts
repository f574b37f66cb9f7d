/**
 * Loads the demonstration province through the same routes that people use: calendars, agencies, two working sessions
 * and what became of them. The steps of all files are sent in the order of their times, so that the register can be
 * looked at as of any day; those near the day of loading keep something due today, soon and just overdue on the screen.
 */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomUUID } from 'node:crypto';
import { addDays, localDate } from '#calendar/local-date.js';
import { DECLARED } from '#calendar/vietnam-calendar.js';
import type { EventStore } from '#event-sourcing/event-store.js';
import {
  atOf,
  IMPORT_FORMAT,
  type ImportFile,
  type ImportStep,
  parseImportFile,
  savedNames,
} from './import-file.js';
import { DEMONSTRATION_STREAM } from '../../worker/src/demonstration-clock.js';
import { builtInCalendar, type Injectable, planned, type PlannedStep, runSteps } from './import.js';
import { type Clock, systemClock } from './settings.js';

const ADMINISTRATOR = { role: 'administrator', agency: 'VPUBND', user: 'quan-tri' };
const SIDE_BY_SIDE = 8;

const REGISTER_BEGAN = '2025-07-01';

/** Days that became known after the rest of their year had been declared. */
const KNOWN_SINCE: Readonly<Record<string, string>> = { '2026-11-24': '2026-07-01' };

/**
 * Begins, goes on with an interrupted load, or does nothing when all is there. `follow` is called at the beginning of
 * each day, before what was done on it. @throws ImportStopped
 */
export async function loadDemonstration(
  app: Injectable,
  store: EventStore,
  clock: Clock = systemClock,
  log: (text: string) => void = () => {},
  follow?: (day: string) => Promise<void>,
): Promise<{ loaded: boolean; steps: number }> {
  const now = () => clock.now();
  const started = await startedAt(store, now);
  if (started === 'LOADED') return { loaded: false, steps: 0 };
  const options = { demo: true, today: localDate(started), saved: new Map<string, unknown>(), now };
  let steps = 0;
  for (const { name, sideBySide, list } of await phases(localDate(started))) {
    log(name);
    const send = (part: readonly PlannedStep[]) => runSteps(app, part, options, sideBySide);
    if (follow && sideBySide === 1) await dayByDay(list, localDate(started), send, follow);
    else await send(list);
    steps += list.length;
  }
  await store.append(DEMONSTRATION_STREAM, 1, [event('DemonstrationLoaded', now())]);
  return { loaded: true, steps };
}

/** When the load was begun: days counted from "today" stay the same when it goes on tomorrow. */
async function startedAt(store: EventStore, now: () => Date): Promise<string | 'LOADED'> {
  let started: string | undefined;
  for await (const { type, meta } of store.readStream(DEMONSTRATION_STREAM)) {
    if (type === 'DemonstrationLoaded') return 'LOADED';
    started ??= meta.recordedAt;
  }
  if (started) return started;
  const first = event('DemonstrationStarted', now());
  await store.append(DEMONSTRATION_STREAM, 'none', [first]);
  return first.meta.recordedAt;
}

function event(type: string, now: Date) {
  const [id, recordedAt] = [randomUUID(), now.toISOString()];
  const meta = { actor: ADMINISTRATOR, occurredOn: localDate(recordedAt), recordedAt, schemaVersion: 1 };
  return { id, type, data: {}, meta: { ...meta, correlationId: id, causationId: id } };
}

/** The whole demonstration, read and checked before anything is sent. */
async function phases(
  today: string,
): Promise<{ name: string; sideBySide: number; list: readonly PlannedStep[] }[]> {
  const folder = await demonstrationFolder();
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const saved = new Set<string>();
  const files: ImportFile[] = [];
  for (const name of names) {
    const file = parseImportFile(JSON.parse(await readFile(join(folder, name), 'utf8')), saved);
    savedNames(file).forEach((each) => saved.add(each));
    files.push(file);
  }
  const units = unitSteps(await readFile(join(folder, 'nghe-an-units.csv'), 'utf8'));
  const [agencies, cases] = [files.filter((file) => file.unordered), files.filter((file) => !file.unordered)];
  return [
    {
      name: 'cơ quan, xã, phường / agencies, communes, wards',
      sideBySide: SIDE_BY_SIDE,
      list: [units, ...agencies].flatMap(planned),
    },
    {
      name: 'lịch, buổi làm việc, kiến nghị, nhiệm vụ / calendars, sessions, petitions, directives',
      sideBySide: 1,
      list: inOrderOfTime([calendarSteps(), ...cases].flatMap(planned), today),
    },
  ];
}

async function dayByDay(
  list: readonly PlannedStep[],
  today: string,
  send: (steps: readonly PlannedStep[]) => Promise<unknown>,
  follow: (day: string) => Promise<void>,
): Promise<void> {
  const values = { today, calendar: builtInCalendar(), saved: new Map() };
  let sent = 0;
  /** `list` is in the order of time. */
  const sendUntil = async (isLater: (step: PlannedStep) => boolean) => {
    const end = list.findIndex((step, i) => i >= sent && isLater(step));
    const part = list.slice(sent, end < 0 ? list.length : end);
    sent += part.length;
    if (part.length > 0) await send(part);
  };
  for (let day = dayOf(list[0]!, values); day <= today; day = addDays(day, 1)) {
    await follow(day);
    await sendUntil((step) => dayOf(step, values) > day);
  }
  await sendUntil(() => false);
}

const dayOf = ({ step }: PlannedStep, values: Parameters<typeof atOf>[1]): string =>
  atOf(step, values).slice(0, 10);

/** Stable: steps of one file that have the same time keep their order. */
function inOrderOfTime(steps: readonly PlannedStep[], today: string): PlannedStep[] {
  const values = { today, calendar: builtInCalendar(), saved: new Map() };
  return steps
    .map((each) => ({ each, at: atOf(each.step, values) }))
    .sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
    .map(({ each }) => each);
}

/**
 * Each year's days as they became known: the year's notice in the December before, what was announced later on its
 * day, and all that was known already on the first day of the register. Terms set before that are provisional.
 */
function calendarSteps(): ImportFile {
  const steps = DECLARED.flatMap(({ year, days }) => {
    const batches = new Map<string, object[]>();
    for (const day of days) {
      const announced = KNOWN_SINCE[day.date] ?? day.announcedOn ?? `${year - 1}-12-01`;
      const known = announced < REGISTER_BEGAN ? REGISTER_BEGAN : announced;
      batches.set(known, [...(batches.get(known) ?? []), day]);
    }
    return [...batches].map(([date, batch]): ImportStep => {
      return step(`POST /api/calendar/${year}/days`, `${date}T08:00`, { days: batch });
    });
  });
  return { format: IMPORT_FORMAT, id: 'demo-calendar', steps };
}

/** The 130 communes and wards. `code,type,name,full_name,slug`: no field holds a comma. */
function unitSteps(csv: string): ImportFile {
  const rows = csv.trim().split(/\r?\n/).slice(1);
  const steps = rows.map((row) => {
    const [code = '', type = '', name = ''] = row.split(',');
    return step('POST /api/agencies', '2025-07-01T08:00', {
      code,
      kind: type === 'Phường' ? 'WARD' : 'COMMUNE',
      name: `${type} ${name}`,
      abbreviation: name,
      aliases: ALIASES[code] ?? [],
      on: '2025-07-01',
    });
  });
  return { format: IMPORT_FORMAT, id: 'demo-units', unordered: true, steps };
}

/** Spellings that official sites still print. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  16909: ['Yên Hòa'],
  16939: ['Thái Hòa'],
  17344: ['Nhân Hòa'],
  17854: ['Vân Kiều'],
};

function step(action: string, at: string, body: Record<string, unknown>): ImportStep {
  return { do: action, as: ADMINISTRATOR, at, body };
}

/** `apps/api/demo` of the checkout, whether this runs from the sources or from `dist`. */
async function demonstrationFolder(): Promise<string> {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, 'apps', 'api', 'demo');
    if (await readdir(candidate).catch(() => undefined)) return candidate;
    if (dirname(folder) === folder) throw new Error('The demonstration data (apps/api/demo) is missing');
    folder = dirname(folder);
  }
}
