/**
 * Part of a TEST DOUBLE of EventStoreDB, for this repository's tests alone; never offered to users.
 *
 * Errors as the server sends them: a gRPC status and, in the trailers, the name of the exception and its details.
 */
import grpc from '@grpc/grpc-js';
import type { Metadata, ServiceError } from '@grpc/grpc-js';
import { StreamDeleted, WrongExpectedRevision } from './append-rules.js';
import type { Expected } from './append-rules.js';
import type { Endpoint } from './faults.js';

/** The append is larger than the server takes. */
export class AppendTooLarge extends Error {
  override readonly name = 'AppendTooLarge';
  constructor(readonly limit: number) {
    super(`Maximum Append Size of ${limit} Exceeded.`);
  }
}

export class RpcError extends Error implements ServiceError {
  override readonly name = 'RpcError';
  readonly metadata: Metadata;
  readonly details: string;
  constructor(
    readonly code: number,
    message: string,
    trailers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.details = message;
    this.metadata = new grpc.Metadata();
    for (const [key, value] of Object.entries(trailers)) this.metadata.set(key, ascii(value));
  }
}

export function notLeader(leader: Endpoint): RpcError {
  return new RpcError(grpc.status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': leader.host,
    'leader-endpoint-port': String(leader.port),
  });
}

export function unavailable(): RpcError {
  return new RpcError(grpc.status.UNAVAILABLE, 'Server Is Not Ready');
}

/** The server itself gave up waiting for its cluster: whether the events were written nobody can tell. */
export function timedOut(): RpcError {
  return new RpcError(grpc.status.ABORTED, 'Operation timed out');
}

export function invalidPosition(): RpcError {
  return new RpcError(grpc.status.INVALID_ARGUMENT, 'Trying to read from an invalid position.');
}

export function accessDenied(): RpcError {
  return new RpcError(grpc.status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
}

export function unauthenticated(): RpcError {
  return new RpcError(grpc.status.UNAUTHENTICATED, 'Unauthenticated');
}

export function invalidArgument(message: string): RpcError {
  return new RpcError(grpc.status.INVALID_ARGUMENT, message);
}

export function typeMissing(): RpcError {
  return new RpcError(grpc.status.INVALID_ARGUMENT, "Required Metadata Property 'type' Missing", {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });
}

/** What a handler threw, as the client gets it. */
export function toRpcError(error: unknown): RpcError {
  if (error instanceof RpcError) return error;
  if (error instanceof WrongExpectedRevision) {
    return new RpcError(grpc.status.FAILED_PRECONDITION, error.message, {
      exception: 'wrong-expected-version',
      'stream-name': error.stream,
      'expected-version': String(revisionNumber(error.expected)),
      'actual-version': error.current === undefined ? '' : String(error.current),
    });
  }
  if (error instanceof StreamDeleted) {
    const trailers = { exception: 'stream-deleted', 'stream-name': error.stream };
    return new RpcError(grpc.status.FAILED_PRECONDITION, ascii(error.message), trailers);
  }
  if (error instanceof AppendTooLarge) {
    return new RpcError(grpc.status.INVALID_ARGUMENT, error.message, {
      exception: 'maximum-append-size-exceeded',
      'maximum-append-size': String(error.limit),
    });
  }
  return new RpcError(grpc.status.UNKNOWN, String(error));
}

/** The numbers that stand for the words in the older part of the protocol. */
function revisionNumber(expected: Expected): bigint {
  if (expected === 'no_stream') return -1n;
  if (expected === 'any') return -2n;
  return expected === 'stream_exists' ? -4n : expected;
}

/** Trailers carry ASCII alone. */
function ascii(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : encodeURI(text);
}
