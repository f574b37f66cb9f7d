/** `dondoc history`: everything that happened to a case, read from its event stream and from nothing else. */
import type { RecordedEvent } from '#event-sourcing/event-store.js';
import { directiveStream } from '#directives/directive.js';
import { petitionStream } from '#petitions/petition.js';
import { inWords, type Names } from '../../api/src/event-words.js';
import type { Io } from './io.js';
import { withRegister } from './open.js';
import { unknownCase } from './register.command.js';
import { day, json, localTime, table } from './table.js';

export async function history(name: string, options: { json?: boolean }, io: Io): Promise<void> {
  await withRegister(io, async ({ queries, database }) => {
    const found = await queries.caseId(name);
    if (!found) throw unknownCase(name);
    const { id, kind } = found;
    const stream = kind === 'PETITION' ? petitionStream(id) : directiveStream(id);
    const events: RecordedEvent[] = [];
    for await (const event of database.store.readStream(stream)) events.push(event);
    const known = await queries.agencies();
    const names: Names = Object.fromEntries(known.map((agency) => [agency.code, agency.name]));
    const { number } = events[0]?.data as { number: string };
    io.out(
      options.json
        ? json({ id, number, kind, events: events.map((event) => shown(event, names)) })
        : drawn(number, events, names, io),
    );
  });
}

function shown(event: RecordedEvent, names: Names) {
  const { version, type, data, meta } = event;
  const { occurredOn, recordedAt, actor } = meta;
  return { version, type, ...inWords(event, names), occurredOn, recordedAt, actor, data };
}

function drawn(number: string, events: readonly RecordedEvent[], names: Names, io: Io): string {
  const columns = [
    { title: 'STT', align: 'right' as const },
    { title: 'Ngày' },
    { title: 'Ghi lúc' },
    { title: 'Ai', wide: true },
    { title: 'Việc', wide: true },
  ];
  const rows = events.map((event) => {
    const { occurredOn, recordedAt, actor } = event.meta;
    const who = `${names[actor.agency] ?? actor.agency}\n${actor.user}`;
    return [String(event.version), day(occurredOn), localTime(recordedAt), who, inWords(event, names).vi];
  });
  return [`Hồ sơ / Case ${number}`, table(columns, rows, io)].join('\n');
}
