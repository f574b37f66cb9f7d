/** What every event store promises, one suite over all of them. */
import { type Case, type CaseName, CONTRACT, MANY_HANDS } from './contract/contract.js';
import { STORES, type StoreFixture } from './support/stores.js';

describe.each(STORES)(
  'the event store contract: $name',
  ({ absent, open, skips = {}, portion = 1, after }) => {
    let fixture: StoreFixture | undefined;

    if (absent) {
      it.skip(`is not tried: ${absent}`, () => undefined);
      return;
    }
    beforeEach(async () => {
      fixture = await open();
    });
    afterEach(() => fixture?.close());
    afterAll(() => after?.());

    describe.each(Object.entries(CONTRACT))('%s', (group, cases) => {
      for (const [name, run] of Object.entries<Case>(cases)) {
        const reason = skips[name as CaseName];
        const size =
          group === MANY_HANDS && portion < 1 ? ` (at ${portion * 100} % of the load or more)` : '';
        if (reason) it.skip(`${name} (skipped: ${reason})`, () => undefined);
        else it(name + size, () => run(fixture!, portion));
      }
    });
  },
);
