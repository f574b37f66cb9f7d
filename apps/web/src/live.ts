/**
 * What others did shows by itself: the server says which cases changed, and what is on the screen of them is asked for
 * anew. The line is open while somebody looks. A page left alone lets go of it and asks nothing more, so that the
 * session can end as if the page were closed.
 */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { PREFIX } from './client.js';
import { UNTOUCHED } from './commands.js';

/** Without a touch for so long, nobody sits there. */
const ALONE_MS = 30 * 60_000;
/** What changes again and again is fetched this often. */
const FETCH_MS = 4_000;
/** After a refusal, which the browser does not try again by itself. */
const RETRY_MS = 30_000;
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'scroll'] as const;

let touchedAt = Date.now();
let kept = 0;

const isWatched = () =>
  document.visibilityState === 'visible' && (kept > 0 || Date.now() - touchedAt < ALONE_MS);

/** For queries that look again from time to time. */
export const every = (ms: number) => () => (isWatched() ? ms : (false as const));

/** A board on the wall is looked at without being touched. */
export function useKeptAwake(): void {
  useEffect(() => {
    kept += 1;
    return () => void (kept -= 1);
  }, []);
}

/** While the frame stands. */
export function useLive(): void {
  const queries = useQueryClient();
  useEffect(() => keepLine(queries), [queries]);
}

function keepLine(queries: QueryClient): () => void {
  let line: EventSource | undefined;
  let later: number | undefined;
  let begun = false;
  const renewal = renewing(queries);
  const close = () => {
    line?.close();
    line = undefined;
  };
  const look = () => {
    if (!isWatched()) return close();
    if (line) return;
    line = new EventSource(`${PREFIX}/api/changes`);
    line.addEventListener('changed', ({ data }) => {
      const { cases } = JSON.parse(data) as { cases: readonly string[] | null };
      // Where the first line begins, all on the screen has just been fetched.
      if (cases !== null || begun) renewal.note(cases);
      begun = true;
    });
    line.addEventListener('error', () => {
      if (line?.readyState !== EventSource.CLOSED) return;
      close();
      // Perhaps the session has ended: then asking says so.
      void queries.invalidateQueries({ queryKey: ['session'] });
      later = window.setTimeout(() => ((later = undefined), look()), RETRY_MS);
    });
  };
  const touched = () => {
    touchedAt = Date.now();
    if (!line && later === undefined) look();
  };
  const glance = window.setInterval(look, RETRY_MS);
  document.addEventListener('visibilitychange', look);
  for (const touch of TOUCHES) addEventListener(touch, touched, { passive: true });
  look();
  return () => {
    close();
    renewal.stop();
    clearInterval(glance);
    clearTimeout(later);
    document.removeEventListener('visibilitychange', look);
    for (const touch of TOUCHES) removeEventListener(touch, touched);
  };
}

/** Fetches what changed: the first at once, what follows on its heels together. */
function renewing(queries: QueryClient) {
  let changed: Set<string> | null = new Set();
  let timer: number | undefined;
  const renew = () => {
    timer = undefined;
    const cases = changed;
    if (cases?.size === 0) return;
    changed = new Set();
    timer = window.setTimeout(renew, FETCH_MS);
    void queries.invalidateQueries({ predicate: ({ queryKey }) => concerns(queryKey, cases) });
  };
  return {
    note(cases: readonly string[] | null) {
      if (cases === null) changed = null;
      else cases.forEach((number) => changed?.add(number));
      if (timer === undefined) renew();
    },
    stop: () => clearTimeout(timer),
  };
}

/** Of single cases those that changed; of everything else all that cases can be part of. */
function concerns([what, number]: readonly unknown[], cases: ReadonlySet<string> | null): boolean {
  if (UNTOUCHED.has(what)) return false;
  const ofOneCase = typeof number === 'string' && /^(KN|NV)-/.test(number);
  return cases === null || !ofOneCase || cases.has(number);
}
