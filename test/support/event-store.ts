/** Where the end-to-end suites keep their events: in the test's PostgreSQL, or on the server that is to be tried. */
import { randomUUID } from 'node:crypto';

/** With DONDOC_TEST_EVENT_STORE: streams of its own on that server, so that no suite sees another's. */
export function testEventStore(): string | undefined {
  const server = process.env.DONDOC_TEST_EVENT_STORE;
  return server === undefined || server === '' ? undefined : streamsApart(server);
}

/** The same server with names of streams that nobody else uses. */
export function streamsApart(address: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}streamPrefix=test-${randomUUID()}.`;
}
