/** The types that the web app knows the API by are those of the API; `npm run openapi` writes them anew. */
import fs from 'node:fs';
import { startApi, type TestApi } from './support/api.js';
// Not built for the program: read as it is.
import { SCHEMA, typesOf } from '../scripts/openapi-types.mjs';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

it('are up to date', async () => {
  const { body } = await api.get('/api/openapi.json');
  const types = await typesOf(body);
  if (process.env.WRITE_TYPES) fs.writeFileSync(SCHEMA, types);
  expect(types).toContain("'/api/obligations'");
  expect(fs.readFileSync(SCHEMA, 'utf8')).toBe(types);
});
