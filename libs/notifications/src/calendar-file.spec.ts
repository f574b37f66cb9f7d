import ICAL from 'ical.js';
import { calendarFile, type CalendarLine } from './calendar-file.js';

const line = (more: Partial<CalendarLine> = {}): CalendarLine => ({
  ...{ obligationId: '7b0c.1', caseNumber: 'KN-2025-00001', subject: 'Giá đất bồi thường', version: 3 },
  ...{ agency: 'STC', agencyName: 'Sở Tài chính', currentDueOn: '2025-11-05', originalDueOn: '2025-11-05' },
  ...{ dueProvisional: false, lastEventOn: '2025-10-15', ...more },
});
const HARD = 'Dấu phẩy, chấm phẩy; gạch chéo \\ xuống\ndòng "ngoặc" '.repeat(4).trim();

const events = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as string)
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one));

describe('a calendar file', () => {
  const text = calendarFile(
    'Đôn Đốc: STC',
    [line(), line({ obligationId: '7b0c.2', subject: HARD })],
    'https://a.vn',
  );

  it('has a whole day for each due date, without an alarm, whatever the time zone of this machine', () => {
    const [event] = events(text);
    expect(event!.startDate.toString()).toBe('2025-11-05');
    expect(event!.startDate.isDate).toBe(true);
    expect(event!.duration.toString()).toBe('P1D');
    expect(event!.summary).toBe('Hạn KN-2025-00001: Giá đất bồi thường');
    expect(text).not.toContain('VALARM');
    expect(text).toMatch(/\r\nDTSTART;VALUE=DATE:20251105\r\n/);
  });

  it('keeps the lines short, in octets, and ends them as it must', () => {
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('END:VCALENDAR');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(lines.filter((one) => Buffer.byteLength(one) > 75)).toEqual([]);
    expect(lines.some((one) => one.startsWith(' '))).toBe(true);
  });

  it('says exactly what it was given, with commas, semicolons, backslashes and new lines', () => {
    expect(events(text)[1]!.summary).toBe(`Hạn KN-2025-00001: ${HARD}`);
  });

  it('has what RFC 5545 requires, and ids that stay when the date moves', () => {
    const calendar = new ICAL.Component(ICAL.parse(text) as string);
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('prodid')).toMatch(/dondoc/);
    const moved = calendarFile('x', [line({ currentDueOn: '2025-11-12', version: 4 })], 'https://a.vn');
    const [before, after] = [events(text)[0]!, events(moved)[0]!];
    expect(after.uid).toBe(before.uid);
    expect(after.sequence).toBeGreaterThan(before.sequence);
    expect(after.description).toContain('Hạn ban đầu 05/11/2025 / first due 2025-11-05');
    expect(before.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2025-10-15T00:00:00Z');
  });

  it('is the same text when nothing has changed', () => {
    expect(calendarFile('x', [line()], 'https://a.vn')).toBe(calendarFile('x', [line()], 'https://a.vn'));
    expect(calendarFile('x', [], 'https://a.vn')).toContain('END:VCALENDAR');
  });
});
