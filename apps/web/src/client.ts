/** The API, by the types that its OpenAPI document gives; what it refuses becomes an error with words for people. */
import createClient from 'openapi-fetch';
import { forget } from './memory.js';
import type { paths } from './schema.js';

/** The path that the site is reached under, written into the page by the server: '' or '/dondoc'. */
export const PREFIX =
  document.querySelector<HTMLMetaElement>('meta[name="dondoc-prefix"]')?.content.replace(/\/$/, '') ?? '';

export interface Refusal {
  readonly code: string;
  readonly detail: string;
  readonly detailEn: string;
  readonly field?: string;
  /** Of what came too late: what has happened since. */
  readonly changes?: readonly { readonly vi: string; readonly en: string; readonly at: string }[];
}

/** `refusal` undefined: the server could not be reached. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly refusal?: Refusal,
  ) {
    super(refusal?.code ?? String(status));
  }
}

let csrf = '';
export const keepToken = (token: string | undefined) => void (csrf = token ?? csrf);
export const dropToken = () => void (csrf = '');
/** For what is not sent through `client`. */
export const csrfHeader = (): Record<string, string> => (csrf ? { 'x-csrf-token': csrf } : {});
/** For what one does with the own account, where the description of the API names the token. */
export const own = () => ({ params: { header: { 'X-CSRF-Token': csrf } } });

export const client = createClient<paths>({
  baseUrl: PREFIX,
  headers: { accept: 'application/json' },
});
/** Here, or everywhere and so here too. */
const SIGN_OUT = new Set(['POST /api/sign-out', 'DELETE /api/me/sessions']);

client.use({
  onRequest({ request }) {
    if (csrf && request.method !== 'GET') request.headers.set('x-csrf-token', csrf);
    return request;
  },
  onResponse({ request, response, schemaPath }) {
    if (response.ok && SIGN_OUT.has(`${request.method} ${schemaPath}`)) forget();
  },
});

interface Reply {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** What the API answered. Its document describes bodies that are sent; `T` says what comes back. @throws ApiError */
export async function ask<T>(reply: Promise<Reply>): Promise<T> {
  let got: Reply;
  try {
    got = await reply;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0);
  }
  if (got.error === undefined && got.response.ok) return got.data as T;
  throw new ApiError(got.response.status, got.error as Refusal);
}
