/** What the server writes down of its work: never a secret, in whatever part of a request it came. */
import type { LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger, FastifyRequest, FastifyServerOptions } from 'fastify';
import { withoutPasswords } from '../../worker/src/without-passwords.js';

/** Who is given the lines instead of the standard output. */
export interface LogLines {
  write(line: string): void;
}

export function loggerOf(wanted: boolean | LogLines): FastifyServerOptions['logger'] {
  if (wanted === false) return false;
  return {
    level: process.env['LOG_LEVEL'] ?? 'info',
    serializers: { req: toldRequest, err: toldError },
    ...(wanted === true ? {} : { stream: wanted }),
  };
}

/** Neither headers nor the values of a query: codes of a provider, and what people paste there, are secrets. */
function toldRequest({ method, url, ip }: FastifyRequest) {
  const [path = '', query] = url.split('?', 2);
  const names = query === undefined ? [] : [...new URLSearchParams(query).keys()];
  return { method, path: SECRET_PATHS.reduce(masked, path), query: names, remoteAddress: ip };
}

/** Addresses that are secrets themselves. */
const SECRET_PATHS = [/^(\/calendar\/)[^/]+/];
const masked = (path: string, pattern: RegExp): string => path.replace(pattern, '$1…');

interface ToldError {
  readonly [more: string]: unknown;
  readonly type: string;
  readonly message: string;
  readonly stack: string;
}

/** Without what a driver hangs onto its errors: the values of the statement. */
function toldError(error: Error & { code?: unknown; cause?: unknown }): ToldError {
  const { name, message, stack = '', code, cause } = error;
  return {
    ...{ type: name, message: withoutPasswords(message), stack: withoutPasswords(stack) },
    ...(code === undefined ? {} : { code }),
    ...(cause instanceof Error ? { cause: toldError(cause) } : {}),
  };
}

/** Nest's own lines go where the requests' lines go. */
export function toNestLogger(log: FastifyBaseLogger, enabled: boolean): LoggerService | false {
  if (!enabled) return false;
  const context = (rest: unknown[]) => ({ context: rest.at(-1) });
  const told = (message: unknown) => withoutPasswords(String(message));
  return {
    log: (message: unknown, ...rest: unknown[]) => log.debug(context(rest), told(message)),
    debug: (message: unknown, ...rest: unknown[]) => log.debug(context(rest), told(message)),
    verbose: (message: unknown, ...rest: unknown[]) => log.trace(context(rest), told(message)),
    warn: (message: unknown, ...rest: unknown[]) => log.warn(context(rest), told(message)),
    error: (message: unknown, ...rest: unknown[]) =>
      log.error({ ...context(rest), details: told(rest[0] ?? '') }, told(message)),
    fatal: (message: unknown, ...rest: unknown[]) => log.fatal(context(rest), told(message)),
  };
}
