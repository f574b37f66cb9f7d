/** A calendar of weeks, Monday to Sunday, in which the fuller days are darker; the number stands in them all the same. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { day, daysAfter } from '../words.js';

const WEEK = 7;

/** How dark a cell is: by its share of the greatest, in five steps. */
export const shade = (n: number, most: number): number => (n === 0 ? 0 : Math.ceil((4 * n) / most));

export function WeekGrid(props: {
  readonly id: string;
  readonly label: string;
  /** The first day that counts; its week begins before. */
  readonly from: string;
  /** Its week is the last one. */
  readonly to: string;
  readonly numberOf: (on: string) => number;
  readonly cell: (on: string, n: number) => ReactNode;
}) {
  const { t } = useTranslation();
  const { from, to, numberOf } = props;
  const weekday = (new Date(`${from}T00:00:00Z`).getUTCDay() + 6) % WEEK;
  const monday = daysAfter(from, -weekday);
  const weeks: string[][] = [];
  for (let first = monday; first <= to; first = daysAfter(first, WEEK))
    weeks.push(Array.from({ length: WEEK }, (_, d) => daysAfter(first, d)));
  const most = Math.max(1, ...weeks.flat().map(numberOf));
  return (
    <table id={props.id} className="heat narrow" aria-label={props.label}>
      <thead>
        <tr>
          {weeks[0]!.map((on, d) => (
            <th scope="col" key={on}>
              {t(`weekday_${d}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((on) => {
              const n = numberOf(on);
              return (
                <td key={on} data-shade={shade(n, most)} data-today={on === from || undefined}>
                  <span className="sub">{day(on).slice(0, 5)}</span>
                  {n > 0 && props.cell(on, n)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
