/** Ways of looking at the register that people keep: their own, and what they share in their agency. */
import { MOST_VIEWS } from '#register/saved-views.js';
import { type House, openHouse, type Person } from './support/people.js';

let house: House;
let clerk: Person;
let colleague: Person;
let elsewhere: Person;

beforeAll(async () => {
  house = await openHouse();
  for (const code of ['STC', 'SNV']) {
    const agency = { code, kind: 'DEPARTMENT', name: `Sở ${code}`, abbreviation: code, on: '2025-07-01' };
    expect((await house.admin.post('/api/agencies', agency)).status).toBe(201);
  }
  clerk = await house.person('cv-stc', 'department-officer', 'STC');
  colleague = await house.person('ld-stc', 'department-leader', 'STC');
  elsewhere = await house.person('cv-snv', 'department-officer', 'SNV');
});
afterAll(() => house.stop());

const keep = (person: Person, view: object) => person.post('/api/me/views', view);
async function viewsOf(person: Person): Promise<[string, string, boolean, boolean][]> {
  const { items } = (await person.get('/api/me/views')).body;
  return items.map((view: { name: string; query: string; shared: boolean; own: boolean }) => [
    ...[view.name, view.query, view.shared, view.own],
  ]);
}

describe('a view', () => {
  it('that is kept for oneself is seen by nobody else', async () => {
    await keep(clerk, { name: 'Đất đai quá hạn', query: 'term=OPEN_OVERDUE&field=LAND' });
    expect(await viewsOf(clerk)).toEqual([['Đất đai quá hạn', 'term=OPEN_OVERDUE&field=LAND', false, true]]);
    expect(await viewsOf(colleague)).toEqual([]);
  });

  it('that is shared is seen in the agency and nowhere else', async () => {
    await keep(colleague, { name: 'Cả sở', query: 'agency=STC', shared: true });
    expect((await viewsOf(clerk))[0]).toEqual(['Cả sở', 'agency=STC', true, false]);
    expect(await viewsOf(elsewhere)).toEqual([]);
  });

  it('of the same name takes the place of the one before', async () => {
    await keep(clerk, { name: 'Đất đai quá hạn', query: 'field=LAND' });
    expect(await viewsOf(clerk)).toContainEqual(['Đất đai quá hạn', 'field=LAND', false, true]);
    expect(await viewsOf(clerk)).toHaveLength(2);
  });

  it('holds the query of an address, whatever was sent', async () => {
    await keep(clerk, { name: 'Lạ', query: '?"><script>&text=đất đai' });
    const kept = (await viewsOf(clerk)).find(([name]) => name === 'Lạ')!;
    expect(kept[1]).toBe('%22%3E%3Cscript%3E=&text=%C4%91%E1%BA%A5t+%C4%91ai');
  });

  it('is removed by the one who keeps it', async () => {
    const { items } = (await clerk.get('/api/me/views')).body;
    const idOf = (name: string) => items.find((view: { name: string }) => view.name === name).id;
    const others = await clerk.delete(`/api/me/views/${idOf('Cả sở')}`);
    expect(others).toMatchObject({ status: 404, body: { code: 'UNKNOWN_VIEW' } });
    expect((await clerk.delete(`/api/me/views/${idOf('Lạ')}`)).status).toBe(200);
    expect((await viewsOf(clerk)).map(([name]) => name)).toEqual(['Cả sở', 'Đất đai quá hạn']);
  });
});

it('no more are kept than somebody can overlook', async () => {
  for (let i = 0; i < MOST_VIEWS; i++) expect((await keep(elsewhere, { name: `Số ${i}` })).status).toBe(200);
  const refused = { status: 409, body: { code: 'TOO_MANY_VIEWS', field: 'name' } };
  expect(await keep(elsewhere, { name: 'một nữa' })).toMatchObject(refused);
  expect((await keep(elsewhere, { name: 'Số 0', query: 'kind=PETITION' })).status).toBe(200);
});
