/** What people do: sent once however often it is tried, on the version that was seen, and shown when it is recorded. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
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
  readonly position: string | null;
}

/** The same for everybody, or nobody's to change. */
const UNTOUCHED = new Set(['vocabulary', 'session', 'agencies']);

/** Also where the page comes over plain HTTP, which has no `randomUUID`. */
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The keys of one form: a second try of the same order is the same order. */
export function useOrder() {
  const queries = useQueryClient();
  const key = useRef(newKey());
  const sent = useRef(new Map<string, string>());
  const keyOf = ({ path, body, part = '' }: Order): string => {
    const said = JSON.stringify([path, body]);
    // What was changed before it was sent again is another order.
    if (sent.current.get(part) !== said) {
      sent.current.set(part, said);
      key.current = newKey();
    }
    return `${key.current}.${part}`;
  };
  return useMutation({
    // Offline it fails at once and says so; it must not wait in silence.
    networkMode: 'always',
    mutationFn: async (order: Order) => {
      const headers: Record<string, string> = { 'idempotency-key': keyOf(order) };
      if (order.version !== undefined) headers['if-match'] = `"${order.version}"`;
      const { path, body } = order;
      const recorded = await ask<Recorded>(client.POST(path as never, { headers, body } as never));
      await shown(recorded.position);
      return recorded;
    },
    onSuccess: () =>
      queries.invalidateQueries({ predicate: ({ queryKey: [what] }) => !UNTOUCHED.has(String(what)) }),
  });
}

/** Until the register shows it; when that takes long, the page is fetched anew all the same. */
async function shown(position: string | null): Promise<void> {
  if (position === null) return;
  const query = { limit: 1, after: position };
  await ask(client.GET('/api/obligations', { params: { query } })).catch(() => undefined);
}
