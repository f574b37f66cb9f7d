/**
 * Part of a TEST DOUBLE of EventStoreDB, for this repository's tests alone; never offered to users.
 *
 * Streams.Append, Delete and Tombstone; batch-append.ts has the other way to append.
 */
import type { handleClientStreamingCall, handleUnaryCall, Metadata } from '@grpc/grpc-js';
import { WrongExpectedRevision } from './append-rules.js';
import type { Expected } from './append-rules.js';
import { AppendTooLarge, invalidArgument, timedOut, toRpcError, typeMissing } from './errors.js';
import { guard } from './guard.js';
import type { AppendOutcome, Position, ProposedEvent } from './log.js';
import { nameOf, proposedEvent, shared, streams } from './messages.js';
import type {
  AppendReq,
  AppendResp,
  DeleteReq,
  DeleteResp,
  TombstoneReq,
  TombstoneResp,
} from './messages.js';
import type { NodeContext } from './options.js';

const MAX_APPEND_SIZE = 1024 * 1024;

/** What an append came to: an outcome to answer with, or no answer at all. */
export type Attempt =
  | { readonly outcome: AppendOutcome; readonly gate: Promise<unknown> | undefined }
  | 'silence'
  | 'connection broken';

/** One append, with whatever fault strikes it. @throws what the client is to be told */
export function attempt(
  node: NodeContext,
  metadata: Metadata,
  stream: string,
  expected: Expected,
  events: readonly ProposedEvent[],
): Attempt {
  guard(node, 'append', metadata, stream);
  if (broken(node, 'beforeWrite')) return 'connection broken';
  if (node.faults.strikes('deadline:beforeWrite')) return 'silence';
  if (node.faults.strikes('timeOut:beforeWrite')) throw timedOut();
  checkSize(events, node.options.maxAppendSize ?? MAX_APPEND_SIZE);
  const outcome = node.log.append(stream, expected, events);
  if (broken(node, 'afterWrite')) return 'connection broken';
  if (node.faults.strikes('deadline:afterWrite')) return 'silence';
  if (node.faults.strikes('timeOut:afterWrite')) throw timedOut();
  return { outcome, gate: node.faults.take<Promise<unknown>>('answerLate')?.value };
}

function broken(node: NodeContext, moment: string): boolean {
  const strikes = node.faults.strikes(`drop:${moment}`);
  if (strikes) node.dropConnections();
  return strikes;
}

function checkSize(events: readonly ProposedEvent[], limit: number): void {
  let size = 0;
  for (const { type, contentType, data, metadata } of events) {
    if (!type || !contentType) throw typeMissing();
    size += data.length + metadata.length + 2 * type.length;
  }
  if (size > limit) throw new AppendTooLarge(limit);
}

export function appendHandler(node: NodeContext): handleClientStreamingCall<AppendReq, AppendResp> {
  return (call, answer) => {
    const messages: AppendReq[] = [];
    call.on('error', () => {});
    call.on('data', (message: AppendReq) => messages.push(message));
    const finish = () => {
      if (call.cancelled) return;
      try {
        const options = messages[0]?.getOptions();
        if (!options) throw invalidArgument('The first message must carry the options');
        const events = messages.slice(1).map((message) => proposedEvent(message.getProposedMessage()!));
        const stream = nameOf(options.getStreamIdentifier());
        const result = attempt(node, call.metadata, stream, expectedOf(options), events);
        if (typeof result === 'string') return;
        const reply = () => answer(null, success(result.outcome));
        if (result.gate) void result.gate.then(reply);
        else reply();
      } catch (error) {
        if (error instanceof WrongExpectedRevision) answer(null, wrongExpected(error));
        else answer(toRpcError(error));
      }
    };
    // A call that is broken off ends too, and says that it was cancelled just after: half of its events are none.
    call.on('end', () => setImmediate(finish));
  };
}

interface ExpectedRevisionOptions {
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
  hasRevision(): boolean;
  getRevision(): string;
}

function expectedOf(options: ExpectedRevisionOptions): Expected {
  if (options.hasRevision()) return BigInt(options.getRevision());
  if (options.hasNoStream()) return 'no_stream';
  return options.hasStreamExists() ? 'stream_exists' : 'any';
}

function success({ revision, position }: AppendOutcome): AppendResp {
  const success = new streams.AppendResp.Success();
  if (revision === undefined) success.setNoStream(new shared.Empty());
  else success.setCurrentRevision(revision.toString());
  if (position) success.setPosition(positionOf(position));
  else success.setNoPosition(new shared.Empty());
  return new streams.AppendResp().setSuccess(success);
}

function positionOf({ commit, prepare }: Position) {
  const position = new streams.AppendResp.Position();
  return position.setCommitPosition(commit.toString()).setPreparePosition(prepare.toString());
}

function wrongExpected({ expected, current }: WrongExpectedRevision): AppendResp {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (current === undefined) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(current.toString());
  if (typeof expected === 'bigint') wrong.setExpectedRevision(expected.toString());
  else if (expected === 'no_stream') wrong.setExpectedNoStream(new shared.Empty());
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new shared.Empty());
  else wrong.setExpectedAny(new shared.Empty());
  return new streams.AppendResp().setWrongExpectedVersion(wrong);
}

export function deleteHandler(node: NodeContext): handleUnaryCall<DeleteReq, DeleteResp> {
  return (call, answer) => {
    try {
      const options = call.request.getOptions()!;
      const stream = nameOf(options.getStreamIdentifier());
      guard(node, 'append', call.metadata, stream);
      const { commit, prepare } = node.log.delete(stream, expectedOf(options));
      const position = new streams.DeleteResp.Position();
      position.setCommitPosition(commit.toString()).setPreparePosition(prepare.toString());
      answer(null, new streams.DeleteResp().setPosition(position));
    } catch (error) {
      answer(toRpcError(error));
    }
  };
}

export function tombstoneHandler(node: NodeContext): handleUnaryCall<TombstoneReq, TombstoneResp> {
  return (call, answer) => {
    try {
      const options = call.request.getOptions()!;
      const stream = nameOf(options.getStreamIdentifier());
      guard(node, 'append', call.metadata, stream);
      const { commit, prepare } = node.log.tombstone(stream, expectedOf(options));
      const position = new streams.TombstoneResp.Position();
      position.setCommitPosition(commit.toString()).setPreparePosition(prepare.toString());
      answer(null, new streams.TombstoneResp().setPosition(position));
    } catch (error) {
      answer(toRpcError(error));
    }
  };
}
