import { EventStoreNotOpened, kindOf, openEventStore, shownAddress, splitAddress } from './event-stores.js';

describe("an event store's address", () => {
  it.each([
    ['postgres://dondoc:secret@db:5432/dondoc', 'postgres'],
    ['postgresql://db/dondoc', 'postgres'],
    ['esdb://admin:changeit@node1:2113,node2:2113?tls=true', 'eventstoredb'],
    ['esdb+discover://cluster.example:2113', 'eventstoredb'],
    ['kurrentdb://node1:2113', 'eventstoredb'],
    ['kurrentdb+discover://cluster.example:2113', 'eventstoredb'],
  ])('%s: %s', (address, kind) => {
    expect(kindOf(address)).toBe(kind);
  });

  it.each(['mysql://db/dondoc', 'dondoc', '', 'http://admin:changeit@node1:2113'])(
    'refuses %j in two languages and repeats no password',
    async (address) => {
      const refused = await openEventStore(address).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(EventStoreNotOpened);
      expect(refused).toMatchObject({ code: 'EVENT_STORE_UNKNOWN' });
      const { message } = refused as EventStoreNotOpened;
      expect(message).toMatch(/Không hiểu[\s\S]+Not an event store/);
      expect(message).not.toContain('changeit');
    },
  );

  it.each([
    ['postgres://dondoc:s@cret@db:5432/dondoc?sslmode=require', 'postgres://db:5432/dondoc'],
    ['ESDB://admin:changeit@a:1,b:2/?tls=true&userKeyFile=/k', 'esdb://a:1,b:2'],
    ['esdb://a:1?tls=false&streamPrefix=hue.', 'esdb://a:1 (hue.…)'],
  ])('is shown without credentials and options: %s', (address, shown) => {
    expect(shownAddress(address)).toBe(shown);
  });

  it.each([
    ['esdb://a:1', { client: 'esdb://a:1' }],
    ['esdb://a:1?streamPrefix=hue.', { client: 'esdb://a:1', prefix: 'hue.' }],
    [
      'esdb://a:1?tls=false&streamPrefix=hue.&keepAliveInterval=1&patience=900',
      { client: 'esdb://a:1?tls=false&keepAliveInterval=1', prefix: 'hue.', patienceMs: 900 },
    ],
  ])('leaves to the client what is the client’s: %s', (address, parts) => {
    expect(splitAddress(address)).toEqual(parts);
  });

  it('is refused when what it asks for is no number', async () => {
    const refused = openEventStore('esdb://127.0.0.1:1?tls=false&patience=soon');
    await expect(refused).rejects.toMatchObject({ code: 'EVENT_STORE_REFUSED' });
  });

  it('that nobody answers at is said so, quickly', async () => {
    await expect(openEventStore('postgres://dondoc:secret@127.0.0.1:1/dondoc')).rejects.toMatchObject({
      code: 'EVENT_STORE_AWAY',
      vi: expect.stringContaining('postgres://127.0.0.1:1/dondoc') as string,
      en: expect.stringContaining('does not answer') as string,
    });
  });
});
