/**
 * Given / when / then for deciders, without a store, a clock or a test framework:
 * `given(petition)([lodged]).when(route).then([routed])`. It throws node's AssertionError, which every runner shows.
 * Events pass through JSON on the way in and out, as through a store: what would not survive there does not here.
 */
import assert from 'node:assert/strict';
import { type Decider, DomainError, fold } from './decider.js';

export interface Then<S, E> {
  /** The command yields exactly these events. */
  then(expected: readonly E[]): void;
  thenNothing(): void;
  /** The command is refused with this code (and, if named, for this field). Hands back the refusal. */
  thenRefused(code: string, field?: string): DomainError;
  /** The state after the events yielded; throws the refusal if there was one. */
  state(): S;
  /** The events yielded; throws the refusal if there was one. */
  events(): readonly E[];
}

export function given<S, C, E>(decider: Decider<S, C, E>) {
  return (events: readonly E[] = []) => ({
    when(command: C): Then<S, E> {
      const before = fold(decider, stored(events));
      const decide = () => stored(decider.decide(command, before));
      const refusal = (): unknown => {
        try {
          decide();
          return undefined;
        } catch (error) {
          return error;
        }
      };
      return {
        then: (expected) => assert.deepStrictEqual(decide(), stored(expected)),
        thenNothing: () => assert.deepStrictEqual(decide(), [], 'expected no events'),
        thenRefused(code, field) {
          const error = refusal();
          if (error === undefined) assert.fail(`expected the refusal ${code}, but it was decided`);
          if (!(error instanceof DomainError)) throw error;
          assert.equal(error.code, code);
          if (field !== undefined) assert.equal(error.field, field);
          return error;
        },
        state: () => decide().reduce((state, event) => decider.evolve(state, event), before),
        events: decide,
      };
    },
    /** The state that these events alone lead to. */
    state: (): S => fold(decider, stored(events)),
  });
}

function stored<E>(events: readonly E[]): readonly E[] {
  return JSON.parse(JSON.stringify(events)) as readonly E[];
}
