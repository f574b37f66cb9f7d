import path from 'node:path';
import { remove } from './test-server.mjs';

/** jest `globalTeardown` */
export default async function teardown() {
  await remove(path.dirname(process.env.DONDOC_TEST_DATA_DIR ?? ''));
}
