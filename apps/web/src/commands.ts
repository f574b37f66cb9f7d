/** What people do: sent once however often it is tried, on the version that was seen, and shown when it is recorded. */
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ask, client } from './client.js';

export interface Order {
  readonly path: string;
  readonly body: object;
  /** The version that was on the screen; without one, whatever it is now. */
  readonly version?: number;
  /** Tells one order of several in one form from the others. */
  readonly part?: string;
}

export interface Recorded {
  readonly id: string;
  readonly number?: string;
  /** Undefined: it was about no case, nor anything else that the register shows. */
  readonly position?: string | null;
}

/** The same for everybody, or changed by nobody else: what others or oneself do with cases leaves it as it is. */
export const UNTOUCHED: ReadonlySet<unknown> = new Set(['vocabulary', 'session', 'agencies']);

/** Of the last order of this page: what is asked for next has to know of it. */
export const lastRecorded = (): string | undefined => last;
let last: string | undefined;

/** Also where the page comes over plain HTTP, which has no `randomUUID`. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The keys of one form: a second try of the same order is the same order. */
export function useOrder() {
  const queries = useQueryClient();
  const sent = useRef(new Map<string, { readonly said: string; readonly key: string }>());
  const keyOf = ({ path, body, part = '' }: Order): string => {
    const said = JSON.stringify([path, body]);
    const before = sent.current.get(part);
    if (before?.said === said) return before.key;
    // What was changed before it was sent again is another order.
    const key = newKey();
    sent.current.set(part, { said, key });
    return key;
  };
  return useMutation({
    // Offline it fails at once and says so; it must not wait in silence.
    networkMode: 'always',
    mutationFn: async (order: Order) => {
      const seen = order.version === undefined ? undefined : { 'if-match': `"${order.version}"` };
      const recorded = await post<Recorded>(order.path, order.body, keyOf(order), seen);
      last = recorded.position ?? last;
      await shown(recorded.position);
      return recorded;
    },
    onSuccess: () => askAnew(queries),
  });
}

/** What is shown may have changed. */
export const askAnew = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({ predicate: ({ queryKey: [what] }) => !UNTOUCHED.has(what) });

/** Whatever the order is about; its path and body are the server's to judge. @throws ApiError */
export function post<T>(
  path: string,
  body: object,
  key: string,
  more: Readonly<Record<string, string>> = {},
): Promise<T> {
  return ask<T>(client.POST(path as never, { body, headers: { 'idempotency-key': key, ...more } } as never));
}

/** Until the register shows it; when that takes long, the page is fetched anew all the same. */
export async function shown(position: string | null | undefined): Promise<void> {
  if (!position) return;
  const query = { limit: 1, after: position };
  await ask(client.GET('/api/obligations', { params: { query } })).catch(() => undefined);
}
