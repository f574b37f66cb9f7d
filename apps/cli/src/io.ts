/**
 * What a command has of the world: where it writes, its settings, the time. And what becomes of an error: people get
 * two sentences and a code, programs an exit code (0 done, 1 failed, 2 not understood or refused, 3 not found).
 */
import { text } from 'node:stream/consumers';
import { CommanderError } from 'commander';
import { DomainError } from '#event-sourcing/decider.js';

export const FAILED = 1;
export const BAD_INPUT = 2;
export const NOT_FOUND = 3;

export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** All that comes on the standard input. */
  read?(): Promise<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Width of the terminal; undefined when the output goes elsewhere. */
  readonly columns: number | undefined;
  /** Whether a person watches standard error: progress is drawn for people alone. */
  readonly watched: boolean;
  /** Nobody reads the output any more (`| head`). */
  readonly closed: boolean;
  now(): Date;
}

export function processIo(): Io {
  let closed = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    closed = true;
  });
  return {
    out: (text) => void (closed || process.stdout.write(`${text}\n`)),
    err: (text) => void process.stderr.write(`${text}\n`),
    read: () => text(process.stdin),
    env: process.env,
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    watched: process.stderr.isTTY,
    get closed() {
      return closed;
    },
    now: () => new Date(),
  };
}

/** Why a command ends without having done anything: two sentences for people, an exit code for programs. */
export class Ended extends Error {
  constructor(
    readonly exitCode: typeof FAILED | typeof BAD_INPUT | typeof NOT_FOUND,
    readonly code: string,
    readonly vi: string,
    readonly en: string,
  ) {
    super(`${code}: ${en}`);
  }
}

/** Writes what went wrong and returns the exit code. */
export function report(error: unknown, io: Io): number {
  if (error instanceof CommanderError) {
    // Commander has written its own sentence.
    return error.exitCode === 0 ? 0 : BAD_INPUT;
  }
  if (error instanceof DomainError) {
    const field = error.field ? ` (${error.field})` : '';
    io.err(`${error.code}${field}: ${error.vi}\n${error.en}`);
    return BAD_INPUT;
  }
  if (error instanceof Ended) {
    io.err(`${error.code}: ${error.vi}\n${error.en}`);
    return error.exitCode;
  }
  io.err(io.env['DEBUG'] ? String((error as Error)?.stack ?? error) : plain(error));
  return FAILED;
}

function plain(error: unknown): string {
  // A refused connection comes as one error for each address that was tried.
  if (error instanceof AggregateError) return error.errors.map(plain).join('\n');
  return error instanceof Error ? error.message : String(error);
}
