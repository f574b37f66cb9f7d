/** Open due dates as an iCalendar file (RFC 5545): one event of a whole day for each, without an alarm. Pure. */
import ical, { ICalEventTransparency } from 'ical-generator';
import { formatVi } from '#calendar/local-date.js';
import type { RegisterRow } from '#register/register.types.js';

export type CalendarLine = Pick<
  RegisterRow,
  | 'obligationId'
  | 'caseNumber'
  | 'subject'
  | 'agency'
  | 'agencyName'
  | 'currentDueOn'
  | 'originalDueOn'
  | 'dueProvisional'
  | 'lastEventOn'
  | 'version'
>;

export function calendarFile(name: string, lines: readonly CalendarLine[], url: string): string {
  const calendar = ical({
    name,
    prodId: { company: 'dondoc', product: 'due-dates', language: 'VI' },
    // How often to look again, for programs that ask.
    ttl: 3_600,
  });
  for (const line of lines) {
    if (line.currentDueOn === null) continue;
    calendar.createEvent({
      // The same for as long as the obligation lives, whatever becomes of its date.
      id: `${line.obligationId}@dondoc`,
      start: new Date(`${line.currentDueOn}T00:00:00Z`),
      timezone: 'UTC',
      allDay: true,
      // When this was last written down; not the time of reading, so that an unchanged file stays the same.
      stamp: new Date(`${line.lastEventOn}T00:00:00Z`),
      sequence: line.version,
      summary: `Hạn ${line.caseNumber}: ${line.subject}`,
      description: describe(line),
      transparency: ICalEventTransparency.TRANSPARENT,
      url,
    });
  }
  return calendar.toString();
}

function describe(line: CalendarLine): string {
  const { agency, agencyName, originalDueOn, currentDueOn, dueProvisional } = line;
  const moved = originalDueOn !== null && originalDueOn !== currentDueOn ? originalDueOn : null;
  return [
    `${agencyName} (${agency})`,
    ...(moved === null ? [] : [`Hạn ban đầu ${formatVi(moved)} / first due ${moved}`]),
    ...(dueProvisional ? ['Hạn tạm tính / provisional'] : []),
  ].join('\n');
}
