/** Who watches the register hears what changed, as soon as it shows, and of nothing that is not theirs. */
import { clerk, created, leader, OFFICE, PETITION, settle, startApi, type TestApi } from './support/api.js';

interface Heard {
  readonly id: string | undefined;
  readonly cases: readonly string[] | null;
}

let api: TestApi;
const lines: AbortController[] = [];

beforeAll(async () => {
  api = await startApi();
  await settle(api);
});
afterEach(() => lines.splice(0).forEach((line) => line.abort()));
afterAll(() => api.stop());

/** What somebody hears, message by message; the first one says where the line begins. */
async function* watch(actor: string, seen?: string): AsyncGenerator<Heard> {
  const line = new AbortController();
  lines.push(line);
  const headers = { accept: 'text/event-stream', 'x-demo-actor': actor };
  const answer = await fetch(`${api.app.url}/api/changes`, {
    headers: { ...headers, ...(seen === undefined ? {} : { 'last-event-id': seen }) },
    signal: line.signal,
  });
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  let text = '';
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const messages = text.split('\n\n');
    text = messages.pop()!;
    for (const message of messages) {
      const fields = new Map(message.split('\n').map((row) => row.split(/: (.*)/, 2) as [string, string]));
      if (fields.get('event') !== 'changed') continue;
      yield { id: fields.get('id'), cases: JSON.parse(fields.get('data')!).cases };
    }
  }
}

const next = async (line: AsyncGenerator<Heard>): Promise<Heard | undefined> => (await line.next()).value;

/** Up to the message that names the case. */
async function until(line: AsyncGenerator<Heard>, number: string): Promise<Heard> {
  for (;;) {
    const heard = await next(line);
    if (!heard) throw new Error('the line ended');
    if (heard.cases?.includes(number)) return heard;
  }
}

const lodge = async (raisedBy: string) =>
  created(await api.post('/api/petitions', { ...PETITION, raisedBy }));

describe('whoever watches', () => {
  it('hears of a change once the register shows it', async () => {
    const line = watch(OFFICE);
    expect((await next(line))?.cases).toBeNull();
    const { number } = await lodge('18040');
    await until(line, number);
    const { body } = await api.get(`/api/petitions?limit=200`);
    expect(body.items.map((item: { number: string }) => item.number)).toContain(number);
  });

  it('hears nothing of what it may not read', async () => {
    const [line, everything] = [watch(clerk('18028')), watch(OFFICE)];
    await next(line);
    const other = await lodge('18040');
    await until(everything, other.number);
    const own = await lodge('18028');
    for (;;) {
      const heard = await next(line);
      expect(heard?.cases ?? []).not.toContain(other.number);
      if (heard?.cases?.includes(own.number)) break;
    }
  });

  it('hears of a case from the moment it is charged with it', async () => {
    const petition = await lodge('18040');
    const line = watch(leader('STC'));
    await next(line);
    await api.post(`/api/petitions/${petition.number}/route`, { lead: 'STC', term: '15 ngày làm việc' });
    await until(line, petition.number);
  });

  it('is told to look again where the line broke, but not where nothing was missed', async () => {
    const line = watch(OFFICE);
    const { number } = await lodge('18040');
    const { id } = await until(line, number);
    // The same place: the first that comes is the next change.
    const again = watch(OFFICE, id);
    const later = await lodge('18040').then((made) => made.number);
    expect((await next(again))?.cases).toEqual([later]);
    expect((await next(watch(OFFICE, id)))?.cases).toBeNull();
  });
});

it('answers only who asks for a stream of events', async () => {
  const answer = await api.get('/api/changes');
  expect(answer).toMatchObject({ status: 406, body: { code: 'EVENT_STREAM_ONLY', field: 'Accept' } });
});

it('does not hold up the end of the server', async () => {
  const other = await startApi();
  const headers = { accept: 'text/event-stream', 'x-demo-actor': OFFICE };
  const answer = await fetch(`${other.app.url}/api/changes`, { headers });
  await other.stop();
  for await (const _ of answer.body!) void _;
});
