/** Many hands at once, retries, document numbers held by one, and reading one's own write. */
import {
  DIRECTIVE,
  created,
  leader,
  OFFICE,
  letter,
  PETITION,
  settle,
  startApi,
  type TestApi,
} from './support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await settle(api);
});
afterAll(() => api.stop());
beforeEach(() => {
  api.at = '2025-10-15T02:00:00.000Z';
});

describe('many hands', () => {
  it('lets 130 agencies acknowledge and report on one directive at the same moment, each exactly once', async () => {
    const codes = Array.from({ length: 130 }, (_, i) => String(16_001 + i));
    for (const code of codes) {
      const body = { code, kind: 'COMMUNE', name: `Xã ${code}`, abbreviation: code, on: '2025-07-01' };
      created(await api.post('/api/agencies', body));
    }
    const issued = created(await api.post('/api/directives', { ...DIRECTIVE, each: codes }));
    const path = `/api/directives/${issued.id}/obligations`;
    const answers = await Promise.all(
      codes.flatMap((code, i) => {
        const actor = { 'x-demo-actor': leader(code) };
        return [
          api.post(`${path}/${i + 1}/acknowledge`, {}, actor),
          api.post(
            `${path}/${i + 1}/completion`,
            { document: letter(code, '1', '2025-10-15', `Báo cáo ${code}`) },
            actor,
          ),
        ];
      }),
    );
    expect(answers.filter(({ status }) => status !== 201).map(({ body }) => body)).toEqual([]);
    const { body } = await api.get(`/api/cases/${issued.id}/history`);
    const count = (type: string) =>
      new Set(
        body.events
          .filter((e: { type: string }) => e.type === type)
          .map((e: { data: { obligation: string } }) => e.data.obligation),
      ).size;
    expect([count('DirectiveAcknowledged'), count('CompletionReported')]).toEqual([130, 130]);
    expect(body.events).toHaveLength(261);
    expect(new Set(answers.map((answer) => answer.body.position)).size).toBe(260);
  });

  it('lets one of two people on one obligation win, and tells the other what has changed', async () => {
    const lodged = created(await api.post('/api/petitions', PETITION));
    const path = `/api/petitions/${lodged.id}`;
    created(await api.post(`${path}/route`, { lead: 'STC', support: ['SNV'], term: '15 ngày làm việc' }));
    const seen = { 'if-match': '"1"' };
    // Another agency's obligation of the same case is no obstacle.
    created(
      await api.post(
        `${path}/obligations/2/decline`,
        { reason: 'Không thuộc chức năng' },
        { ...seen, 'x-demo-actor': leader('SNV') },
      ),
    );
    const both = await Promise.all([
      api.post(
        `${path}/obligations/1/decline`,
        { reason: 'Không thuộc chức năng' },
        { ...seen, 'x-demo-actor': leader('STC') },
      ),
      api.post(
        `${path}/obligations/1/due-date-requests`,
        { proposedTerm: '5 ngày làm việc', reason: 'Cần thêm' },
        seen,
      ),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 412]);
    const lost = both.find(({ status }) => status === 412)!.body;
    expect(lost).toMatchObject({ code: 'STALE_VERSION', expectedVersion: 1, currentVersion: 2 });
    expect(lost.changes).toHaveLength(1);
    expect(lost.changes[0].vi).toMatch(/^(Từ chối nhiệm vụ|Đề nghị điều chỉnh)/);
  });

  it('refuses a version that does not exist yet', async () => {
    const lodged = created(await api.post('/api/petitions', PETITION));
    const answer = await api.post(
      `/api/petitions/${lodged.id}/withdraw`,
      { reason: 'Đã xử lý' },
      { 'if-match': '"9"' },
    );
    expect(answer).toMatchObject({ status: 412, body: { code: 'VERSION_IN_FUTURE', currentVersion: 1 } });
  });
});

describe('retrying', () => {
  it('gives the first outcome again for the same key and body, also when both come at once', async () => {
    const headers = { 'idempotency-key': 'lodge-1' };
    const [one, two] = await Promise.all([
      api.post('/api/petitions', PETITION, headers),
      api.post('/api/petitions', PETITION, headers),
    ]);
    expect([one.status, two.status]).toEqual([201, 201]);
    const { repeated: _one, ...first } = one.body;
    const { repeated: _two, ...second } = two.body;
    expect(first).toEqual(second);
    const before = await api.head();
    const keys = { ...PETITION, raisedBy: PETITION.raisedBy };
    const again = await api.post(
      '/api/petitions',
      Object.fromEntries(Object.entries(keys).reverse()),
      headers,
    );
    expect(again.body).toEqual({ ...first, repeated: true });
    expect(again.etag).toBe('"1"');
    expect(await api.head()).toBe(before);
  });

  it('refuses another body, another path under the same key, and writes nothing', async () => {
    const headers = { 'idempotency-key': 'lodge-2' };
    const lodged = created(await api.post('/api/petitions', PETITION, headers));
    const before = await api.head();
    const other = await api.post('/api/petitions', { ...PETITION, subject: 'Khác' }, headers);
    expect(other).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    const path = await api.post(`/api/petitions/${lodged.id}/withdraw`, { reason: 'Khác' }, headers);
    expect(path).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    expect(await api.head()).toBe(before);
  });

  it('keeps the keys of different users apart', async () => {
    const key = { 'idempotency-key': 'mine' };
    const one = created(await api.post('/api/petitions', PETITION, { ...key, 'x-demo-actor': OFFICE }));
    const two = created(
      await api.post('/api/petitions', PETITION, {
        ...key,
        'x-demo-actor': OFFICE.replace('van-phong', 'hai'),
      }),
    );
    expect(one.number).not.toBe(two.number);
  });
});

describe('document numbers', () => {
  it('let one letter answer several petitions when it says so, and nobody else use its number', async () => {
    const document = letter('STC', '900', '2025-10-15', 'Trả lời nhóm kiến nghị');
    const answer = { kind: 'FINAL', category: 'EXPLAINED', document };
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) {
      const { id } = created(await api.post('/api/petitions', PETITION));
      created(await api.post(`/api/petitions/${id}/route`, { lead: 'STC', term: '5 ngày làm việc' }));
      ids.push(`/api/petitions/${id}/obligations/1/answers`);
    }
    created(await api.post(ids[0]!, answer));
    expect((await api.post(ids[1]!, answer)).body.code).toBe('DOCUMENT_NUMBER_TAKEN');
    created(await api.post(ids[1]!, { ...answer, sharedDocument: true }));
    const other = { ...answer, document: { ...document, subject: 'Khác hẳn' }, sharedDocument: true };
    const before = await api.head();
    expect((await api.post(ids[2]!, other)).body.code).toBe('DOCUMENT_NUMBER_TAKEN');
    expect(await api.head()).toBe(before);
  });
});

describe('reading one’s own write', () => {
  it('shows each write to a query that carries its position', async () => {
    for (let i = 0; i < 20; i++) {
      const lodged = created(await api.post('/api/petitions', { ...PETITION, subject: `Lần ${i}` }));
      const { body } = await api.get(`/api/petitions/${lodged.id}?after=${lodged.position}`);
      expect(body.state.subject).toBe(`Lần ${i}`);
    }
  });

  it('answers 503 with Retry-After when the projection does not come', async () => {
    const slow = await startApi({ worker: 'none', waitMs: 50 });
    try {
      const lodged = await slow.post('/api/agencies', {
        code: 'STC',
        kind: 'DEPARTMENT',
        name: 'Sở',
        abbreviation: 'STC',
      });
      const answer = await slow.get(`/api/obligations?after=${created(lodged).position}`);
      expect(answer).toMatchObject({ status: 503, body: { code: 'PROJECTION_BEHIND' } });
      expect(answer.headers.get('retry-after')).toBe('1');
      expect((await slow.get('/api/health/live')).status).toBe(200);
      expect((await slow.get('/api/health/ready')).body.code).toBe('NOT_READY');
    } finally {
      await slow.stop();
    }
  });
});
