/**
 * The day that is looked at: today, or a past one in one of its readings, for every screen alike. The address says so
 * too, so that a past day can be bookmarked and sent; it is kept from screen to screen.
 */
import { useEffect, useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router';
import type { Reading } from '#register/register.types.js';
import { useSession } from './session.js';

export interface Past {
  /** A day, or the position of an event. */
  readonly asOf: string;
  readonly reading: Reading;
}

const read = (params: URLSearchParams): Past | undefined => {
  const asOf = params.get('asOf');
  if (!asOf) return undefined;
  return { asOf, reading: params.get('reading') === 'EFFECTIVE' ? 'EFFECTIVE' : 'RECORDED' };
};

let past = read(new URLSearchParams(location.search));
const watching = new Set<() => void>();

/** Undefined: back to today. */
export function lookAt(next: Past | undefined): void {
  past = next;
  for (const tell of watching) tell();
}

const watch = (tell: () => void) => {
  watching.add(tell);
  return () => void watching.delete(tell);
};

export const usePast = (): Past | undefined => useSyncExternalStore(watch, () => past);

/** For the questions that take a day: nothing today, so that they stay what they were. */
export function useAsOf(): Partial<Past> {
  return usePast() ?? NOW;
}
const NOW: Partial<Past> = {};

export const isDay = (asOf: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(asOf);

/** The day by which things are judged on the screen. */
export function useToday(): string {
  const { ways } = useSession();
  const then = usePast();
  return then && isDay(then.asOf) ? then.asOf : ways.today;
}

/** Keeps the address and the day together: a link leads on in the past, the browser's way back leads out of it. */
export function useDayInAddress(): void {
  const [params, setParams] = useSearchParams();
  const then = usePast();
  const given = params.get('asOf');
  useEffect(() => {
    if (given && given !== past?.asOf) lookAt(read(params));
    // Only when the address has changed: what is chosen on the screen is written there below.
  }, [given]);
  useEffect(() => {
    if (
      (given ?? undefined) === then?.asOf &&
      (params.get('reading') ?? 'RECORDED') === (then?.reading ?? 'RECORDED')
    )
      return;
    setParams(
      (before) => {
        for (const [name, value] of [
          ['asOf', then?.asOf],
          ['reading', then?.reading === 'EFFECTIVE' ? 'EFFECTIVE' : undefined],
        ] as const) {
          if (value) before.set(name, value);
          else before.delete(name);
        }
        return before;
      },
      { replace: true },
    );
  }, [then, given, params, setParams]);
}
