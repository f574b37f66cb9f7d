import { AssertionError } from 'node:assert';
import { type Decider, DomainError } from './decider.js';
import { given } from './given.js';

describe('given / when / then', () => {
  it('passes when the events are those expected', () => {
    given(counter)([added(1)])
      .when({ add: 2 })
      .then([added(2)]);
    given(counter)([]).when({ add: 0 }).thenNothing();
    expect(
      given(counter)([added(1)])
        .when({ add: -5 })
        .thenRefused('NEGATIVE', 'add').details,
    ).toEqual({ sum: 1 });
    expect(
      given(counter)([added(1)])
        .when({ add: 2 })
        .state(),
    ).toBe(3);
    expect(given(counter)([added(1), added(4)]).state()).toBe(5);
    expect(given(counter)().when({ add: 2 }).events()).toEqual([added(2)]);
  });

  it.each<[string, () => void]>([
    [
      'other events',
      () =>
        given(counter)()
          .when({ add: 2 })
          .then([added(3)]),
    ],
    ['more events', () => given(counter)().when({ add: 2 }).then([])],
    ['events instead of none', () => given(counter)().when({ add: 2 }).thenNothing()],
    ['events instead of a refusal', () => given(counter)().when({ add: 2 }).thenRefused('NEGATIVE')],
    ['none instead of a refusal', () => given(counter)().when({ add: 0 }).thenRefused('NEGATIVE')],
    ['another refusal', () => given(counter)().when({ add: -1 }).thenRefused('OTHER')],
    ['a refusal for another field', () => given(counter)().when({ add: -1 }).thenRefused('NEGATIVE', 'x')],
  ])('fails on %s', (_what, check) => expect(check).toThrow(AssertionError));

  it('fails with the refusal when events were expected', () => {
    expect(() => given(counter)().when({ add: -1 }).then([])).toThrow(DomainError);
    expect(() => given(counter)().when({ add: -1 }).thenNothing()).toThrow(DomainError);
  });

  it('lets an error that is no refusal through', () => {
    expect(() => given(counter)().when({ add: NaN }).thenRefused('NEGATIVE')).toThrow(RangeError);
  });

  it('compares events as a store would keep them', () => {
    given(counter)()
      .when({ add: 2 })
      .then([{ type: 'Added', data: { n: 2, why: undefined } }]);
  });
});

interface Added {
  readonly type: 'Added';
  readonly data: { readonly n: number; readonly why?: string | undefined };
}

const counter: Decider<number, { readonly add: number }, Added> = {
  initialState: 0,
  evolve: (sum, event) => sum + event.data.n,
  decide({ add }, sum) {
    if (Number.isNaN(add)) throw new RangeError('a fault of the program');
    if (sum + add < 0) throw new DomainError('NEGATIVE', 'Số âm.', 'Negative.', 'add', { sum });
    return add === 0 ? [] : [added(add)];
  },
};

function added(n: number): Added {
  return { type: 'Added', data: { n } };
}
