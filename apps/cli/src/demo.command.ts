/** `dondoc demo`: the clock of the demonstration province, moved for all its processes; what becomes due is done at once. */
import { localDate, requireLocalDate } from '#calendar/local-date.js';
import { DomainError } from '#event-sourcing/decider.js';
import { RegisterQueries } from '#register/register.queries.js';
import { DemonstrationClock, isDemonstration } from '../../worker/src/demonstration-clock.js';
import { EscalationClock } from '../../worker/src/escalation-clock.js';
import type { Io } from './io.js';
import { bringUpToDate, viewOf, withDatabase } from './open.js';
import { day, figure, json } from './table.js';

export interface DemoOptions {
  readonly today?: string;
  readonly reset?: boolean;
  readonly json?: boolean;
}

export async function demo(options: DemoOptions, io: Io): Promise<void> {
  const { today } = options;
  if (today !== undefined) requireLocalDate(today, 'today');
  await withDatabase(io, async (database) => {
    const { store, dataSource } = database;
    if (!(await isDemonstration(store))) throw notADemonstration();
    const clock = await DemonstrationClock.open(dataSource, io);
    if (options.reset) await clock.reset();
    else if (today !== undefined) await clock.moveTo(today);
    await bringUpToDate(database, io);
    const moved = options.reset === true || today !== undefined;
    const escalation = new EscalationClock(store, dataSource, { now: () => clock.now(), everyMs: 0 });
    const { due, added } = moved ? await escalation.tick() : { due: 0, added: 0 };
    await bringUpToDate(database, io);
    const now = clock.now();
    const view = await viewOf(database, { now: now.toISOString() });
    const [counts] = await new RegisterQueries(dataSource, store).counts('all', {}, view);
    const { openInTerm = 0, dueSoon = 0, openOverdue = 0 } = counts ?? {};
    const answer = { today: localDate(now.toISOString()), due, added, openInTerm, dueSoon, openOverdue };
    io.out(options.json ? json(answer) : words(answer));
  });
}

interface Answer {
  readonly today: string;
  /** Obligations that came to a step, and the steps that were taken. */
  readonly due: number;
  readonly added: number;
  readonly openInTerm: number;
  readonly dueSoon: number;
  readonly openOverdue: number;
}

function words({ today, due, added, openInTerm, dueSoon, openOverdue }: Answer): string {
  return [
    `Hôm nay ở tỉnh trình diễn là ${day(today)}. / Today in the demonstration province is ${today}.`,
    `Đôn đốc: ${figure(added)} bước cho ${figure(due)} nghĩa vụ. / ${added} steps of the ladder for ${due} obligations.`,
    `Trong hạn ${figure(openInTerm)} (sắp đến hạn ${figure(dueSoon)}), quá hạn ${figure(openOverdue)}. / In term ${openInTerm} (due soon ${dueSoon}), overdue ${openOverdue}.`,
  ].join('\n');
}

const notADemonstration = () =>
  new DomainError(
    'NOT_A_DEMONSTRATION',
    'Sổ này có dữ liệu thật: đồng hồ của nó không chuyển được.',
    'This register holds real data: its clock cannot be moved.',
  );
