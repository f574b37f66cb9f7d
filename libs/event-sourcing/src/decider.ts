/**
 * A decider is three pure things: where a stream starts, how an event changes it, and which events a command
 * yields. `decide` returns `[]` when there is nothing to do and throws `DomainError` to refuse; `evolve` never throws.
 */
export interface Decider<State, Command, Event> {
  readonly initialState: State;
  evolve(state: State, event: Event): State;
  decide(command: Command, state: State): readonly Event[];
}

/** A refusal by a rule of the domain. Tests and clients match `code`; the sentences are for people. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly vi: string,
    readonly en: string,
    readonly field?: string,
    readonly details?: Readonly<Record<string, unknown>>,
  ) {
    super(`${code}: ${en}`);
    this.name = 'DomainError';
  }
}

/** Folds events over the decider's initial state. */
export function fold<State, Event>(
  decider: Pick<Decider<State, never, Event>, 'initialState' | 'evolve'>,
  events: readonly Event[],
): State {
  return events.reduce((state, event) => decider.evolve(state, event), decider.initialState);
}
