/** Whether an unsafe request that a browser sends on its own comes from our own pages. */
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem.js';
import type { Settings } from '../settings.js';

export const isUnsafe = ({ method }: FastifyRequest): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method);

/** A program sends neither header, and no cookie of somebody else's. @throws Problem ORIGIN_REFUSED */
export function requireOwnOrigin(request: FastifyRequest, { publicUrl }: Settings): void {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw refused();
  if (origin === undefined) return;
  const own = new URL(publicUrl());
  const given = URL.canParse(origin) ? new URL(origin) : undefined;
  if (given?.origin === own.origin) return;
  // Reached by another name (an address instead of a name): what the browser asked for and where it stands agree.
  if (given && given.host === host && given.protocol === own.protocol) return;
  throw refused();
}

const refused = () =>
  new Problem(
    403,
    'ORIGIN_REFUSED',
    'Yêu cầu không đến từ trang của hệ thống này.',
    'The request does not come from a page of this system.',
  );
