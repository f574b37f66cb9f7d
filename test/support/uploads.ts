/** Sending and fetching files as a browser of one person does. */
import http from 'node:http';
import type { Person } from './people.js';

export interface FileReply {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each test looks at its own part of an answer
  readonly body: any;
}

export type Content = Buffer | ReadableStream;

export async function ask(
  url: string,
  person: Person,
  method: string,
  path: string,
  { body, headers = {} }: { body?: Content; headers?: Record<string, string> } = {},
): Promise<FileReply> {
  const init = {
    method,
    headers: { ...credentials(person), ...headers },
    ...(body === undefined
      ? {}
      : { body: body as NonNullable<RequestInit['body']>, duplex: 'half' as const }),
  };
  const response = await fetch(url + path, init);
  const bytes = Buffer.from(await response.arrayBuffer());
  const json = /json/.test(response.headers.get('content-type') ?? '');
  const { status } = response;
  return { status, headers: response.headers, bytes, body: json ? JSON.parse(bytes.toString()) : undefined };
}

export const credentials = (person: Person): Record<string, string> => ({
  cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  ...(person.csrf ? { 'x-csrf-token': person.csrf } : {}),
});

/** An upload that the test feeds by hand. */
export function slowUpload(url: string, person: Person, headers: Record<string, string>): http.ClientRequest {
  const request = http.request(`${url}/api/files`, {
    method: 'POST',
    headers: { ...credentials(person), ...headers },
  });
  request.on('error', () => undefined);
  return request;
}

export async function until(what: () => boolean | Promise<boolean>, ms = 10_000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await what())) {
    if (performance.now() > end) throw new Error('it did not come about');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
