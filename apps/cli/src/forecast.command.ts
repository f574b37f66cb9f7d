/** `dondoc forecast`: the ladder over the days to come, or a policy tried on those that were. Nothing is written. */
import fs from 'node:fs';
import { DomainError } from '#event-sourcing/decider.js';
import { checkedPolicy } from '#obligations/escalation-policy-checks.js';
import type { EscalationPolicy } from '#obligations/escalation-policy.js';
import { EscalationPolicySource } from '#obligations/escalation-policy.source.js';
import type { Forecast, Sent } from '#register/forecast-figures.js';
import { ForecastQueries, type Trial } from '#register/forecast.queries.js';
import type { Io } from './io.js';
import { withRegister } from './open.js';
import { day, figure, json, table } from './table.js';

export interface ForecastOptions {
  readonly days?: number;
  readonly policy?: string;
  readonly past?: number;
  readonly json?: boolean;
}

export async function forecast(options: ForecastOptions, io: Io): Promise<void> {
  const candidate = options.policy === undefined ? undefined : readPolicy(options.policy);
  if (options.past !== undefined && !candidate) {
    throw new DomainError(
      'POLICY_REQUIRED',
      'Để thử trên thời gian đã qua, hãy nêu quy tắc: --policy tệp.json.',
      'To try something on the past, name the policy: --policy file.json.',
      'policy',
    );
  }
  await withRegister(io, async ({ database, view: viewOf }) => {
    const { policies } = await new EscalationPolicySource(database.store, () => 0).current();
    const queries = new ForecastQueries(database.dataSource);
    const view = await viewOf();
    if (candidate && options.past !== undefined) {
      const trial = await queries.past(candidate, policies, view, options.past);
      io.out(options.json ? json(trial) : drawnTrial(trial, io));
      return;
    }
    const tried = candidate ? [...policies, candidate] : policies;
    const ahead = await queries.ahead(tried, view, options.days ?? 30);
    io.out(options.json ? json(ahead) : drawn(ahead, io));
  });
}

/** @throws DomainError POLICY_FILE_INVALID, ESCALATION_POLICY_INVALID */
function readPolicy(file: string): EscalationPolicy {
  let read: unknown;
  try {
    read = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    throw new DomainError(
      'POLICY_FILE_INVALID',
      `Không đọc được quy tắc trong ${file}.`,
      `No policy can be read from ${file}: ${error instanceof Error ? error.message : String(error)}`,
      'policy',
    );
  }
  return checkedPolicy(read);
}

const LEVELS = ['Nhắc', 'Quá hạn', 'Lãnh đạo', 'Văn phòng', 'Danh sách đỏ'];
const right = (title: string) => ({ title, align: 'right' as const });

function drawn({ from, to, quarterEnd, obligations, total, days, agencies }: Forecast, io: Io): string {
  const dayRows = days.map(({ on, steps, byLevel }) => [day(on), figure(steps), ...byLevel.map(figure)]);
  const agencyRows = agencies.map(({ agencyName, open, redNow, redByQuarterEnd, weeks }) => [
    agencyName,
    ...[open, redNow, redByQuarterEnd].map(figure),
    weeks.map((week) => `${day(week.from).slice(0, 5)}: ${week.due}/${week.steps}`).join('  '),
  ]);
  return [
    `Dự báo ${day(from)}–${day(to)}, nếu không có gì xảy ra: ${figure(total)} bước đôn đốc cho ${figure(obligations)} nghĩa vụ.`,
    `Forecast, if nothing happens: ${figure(total)} steps for ${figure(obligations)} obligations.`,
    table([{ title: 'Ngày' }, right('Bước'), ...LEVELS.map(right)], dayRows, io),
    table(
      [
        { title: 'Cơ quan', wide: true },
        right('Đang làm'),
        right('Đỏ nay'),
        right(`Đỏ đến ${day(quarterEnd)}`),
        { title: 'Tuần từ thứ Hai: đến hạn/đôn đốc', wide: true },
      ],
      agencyRows,
      io,
    ),
  ].join('\n');
}

function drawnTrial({ from, to, obligations, candidate, inForce }: Trial, io: Io): string {
  const line = (name: string, of: (sent: Sent) => number) => [
    name,
    figure(of(candidate)),
    figure(of(inForce)),
  ];
  const rows = [
    line('Tất cả / All', ({ total }) => total),
    ...LEVELS.map((level, i) => line(`${i} ${level}`, ({ byLevel }) => byLevel[i] ?? 0)),
    line('Công văn đôn đốc / Urging letters', ({ urgingLetters }) => urgingLetters),
    ...keysOf('byRecipient').map((who) => line(`→ ${who}`, ({ byRecipient }) => byRecipient[who] ?? 0)),
    ...keysOf('byMonth').map((month) => line(month, ({ byMonth }) => byMonth[month] ?? 0)),
  ];
  function keysOf(what: 'byRecipient' | 'byMonth'): string[] {
    return [...new Set([candidate, inForce].flatMap((sent) => Object.keys(sent[what])))].sort();
  }
  return [
    `Thử trên ${day(from)}–${day(to)}, ${figure(obligations)} nghĩa vụ / Tried on the past`,
    table([{ title: '', wide: true }, right('Quy tắc thử'), right('Đang áp dụng')], rows, io),
  ].join('\n');
}
