import { type RecordedEvent, WrongExpectedVersion } from '#event-sourcing/event-store.js';

/** What the promise is rejected with; undefined when it is fulfilled. */
export async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

export function expectOneWinner(results: readonly PromiseSettledResult<unknown>[]): void {
  const lost = results.filter((result) => result.status === 'rejected');
  expect(lost).toHaveLength(results.length - 1);
  for (const { reason } of lost) expect(reason).toBeInstanceOf(WrongExpectedVersion);
}

/** So many events, none twice, every stream in order and without a gap. */
export function expectWhole(events: readonly RecordedEvent[], count: number): void {
  expect(events).toHaveLength(count);
  expect(new Set(events.map(({ id }) => id)).size).toBe(count);
  const heads = new Map<string, number>();
  for (const { stream, version } of events) {
    if (version !== (heads.get(stream) ?? 0) + 1) throw new Error(`${stream}: ${version} out of order`);
    heads.set(stream, version);
  }
}

export const idsOf = (events: readonly RecordedEvent[]) => events.map(({ id }) => id);

export async function waitUntil(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5));
}
