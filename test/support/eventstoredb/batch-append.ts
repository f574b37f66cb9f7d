/**
 * Part of a TEST DOUBLE of EventStoreDB, for this repository's tests alone; never offered to users.
 *
 * Streams.BatchAppend: one long call carries many appends, told apart by correlation ids. An append's failure is a
 * message; only a node that is not the leader ends the call.
 */
import grpc from '@grpc/grpc-js';
import type { handleBidiStreamingCall, ServerDuplexStream } from '@grpc/grpc-js';
import status from '@eventstore/db-client/generated/status_pb.js';
import google from 'google-protobuf/google/protobuf/empty_pb.js';
import { StreamDeleted, WrongExpectedRevision } from './append-rules.js';
import type { Expected } from './append-rules.js';
import { attempt } from './append-handlers.js';
import { AppendTooLarge, invalidArgument, toRpcError } from './errors.js';
import type { AppendOutcome, ProposedEvent } from './log.js';
import {
  idOf,
  identifierOf,
  nameOf,
  packed,
  packedEmpty,
  proposedEvent,
  shared,
  streams,
} from './messages.js';
import type { BatchAppendReq, BatchAppendResp } from './messages.js';
import type { NodeContext } from './options.js';

type Call = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

interface Batch {
  readonly first: BatchAppendReq;
  readonly stream: string;
  readonly expected: Expected;
  readonly deadline: number;
  readonly events: ProposedEvent[];
}

const CODE = grpc.status;

export function batchAppendHandler(
  node: NodeContext,
): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> {
  return (call) => {
    const batches = new Map<string, Batch>();
    call.on('error', () => {});
    call.on('data', (message: BatchAppendReq) => {
      try {
        const batch = collect(batches, message);
        if (batch) serve(node, call, batch);
      } catch (error) {
        call.emit('error', toRpcError(error));
      }
    });
    call.on('end', () => call.end());
  };
}

/** The batch that this message completes, if it does. */
function collect(batches: Map<string, Batch>, message: BatchAppendReq): Batch | undefined {
  const id = idOf(message.getCorrelationId());
  const batch = batches.get(id) ?? begin(message);
  batch.events.push(...message.getProposedMessagesList().map(proposedEvent));
  if (!message.getIsFinal()) {
    batches.set(id, batch);
    return undefined;
  }
  batches.delete(id);
  return batch;
}

function begin(first: BatchAppendReq): Batch {
  const options = first.getOptions();
  if (!options) throw invalidArgument('The first message of a batch must carry the options');
  let expected: Expected = 'any';
  if (options.hasStreamPosition()) expected = BigInt(options.getStreamPosition());
  else if (options.hasNoStream()) expected = 'no_stream';
  else if (options.hasStreamExists()) expected = 'stream_exists';
  const deadline = options.getDeadline()?.toDate().getTime() ?? Infinity;
  return { first, stream: nameOf(options.getStreamIdentifier()), expected, deadline, events: [] };
}

function serve(node: NodeContext, call: Call, batch: Batch): void {
  try {
    if (batch.deadline <= Date.now()) throw new BatchTimeout();
    const result = attempt(node, call.metadata, batch.stream, batch.expected, batch.events);
    if (result === 'connection broken') return;
    if (result === 'silence') timeOut(call, batch);
    else if (result.gate) void result.gate.then(() => send(call, succeeded(batch, result.outcome)));
    else send(call, succeeded(batch, result.outcome));
  } catch (error) {
    const failure = failed(batch, error);
    if (!failure) throw error;
    send(call, failure);
  }
}

/** The server lets the batch's own deadline pass, and says so: the client sets none on the call. */
function timeOut(call: Call, batch: Batch): void {
  const timer = setTimeout(
    () => send(call, failed(batch, new BatchTimeout())!),
    Math.min(Math.max(0, batch.deadline - Date.now()), 2 ** 31 - 1),
  );
  timer.unref();
  call.once('cancelled', () => clearTimeout(timer));
}

class BatchTimeout extends Error {}

function send(call: Call, response: BatchAppendResp): void {
  if (!call.cancelled && !call.writableEnded && !call.destroyed) call.write(response);
}

function succeeded(batch: Batch, { revision, position }: AppendOutcome): BatchAppendResp {
  const success = new streams.BatchAppendResp.Success();
  if (revision === undefined) success.setNoStream(new google.Empty());
  else success.setCurrentRevision(revision.toString());
  if (position) {
    const at = new shared.AllStreamPosition().setCommitPosition(position.commit.toString());
    success.setPosition(at.setPreparePosition(position.prepare.toString()));
  } else success.setNoPosition(new google.Empty());
  return response(batch).setSuccess(success);
}

/** The message for a failed append; undefined when the failure ends the whole call. */
function failed(batch: Batch, error: unknown): BatchAppendResp | undefined {
  const answer = (code: number, details: ReturnType<typeof packed>, message = '') => {
    const error = new status.Status()
      .setCode(code as never)
      .setDetails(details)
      .setMessage(message);
    return response(batch).setError(error);
  };
  if (error instanceof WrongExpectedRevision)
    return answer(CODE.ALREADY_EXISTS, packed('WrongExpectedVersion', wrongExpected(error)));
  if (error instanceof StreamDeleted) {
    const deleted = new shared.StreamDeleted().setStreamIdentifier(identifierOf(batch.stream));
    return answer(CODE.ALREADY_EXISTS, packed('StreamDeleted', deleted));
  }
  if (error instanceof AppendTooLarge) {
    const tooLarge = new shared.MaximumAppendSizeExceeded().setMaxappendsize(error.limit);
    return answer(CODE.INVALID_ARGUMENT, packed('MaximumAppendSizeExceeded', tooLarge));
  }
  if (error instanceof BatchTimeout)
    return answer(CODE.DEADLINE_EXCEEDED, packed('Timeout', new shared.Timeout()));
  const { code, message } = toRpcError(error);
  if (code === CODE.ABORTED) return answer(CODE.DEADLINE_EXCEEDED, packed('Timeout', new shared.Timeout()));
  if (code === CODE.PERMISSION_DENIED) return answer(code, packed('AccessDenied', new shared.AccessDenied()));
  if (code === CODE.INVALID_ARGUMENT)
    return answer(code, packed('BadRequest', new shared.BadRequest().setMessage(message)));
  // The server's own way to say it, which its client takes for an unknown error.
  if (code === CODE.UNAVAILABLE) return answer(CODE.OK, packedEmpty(), message);
  return undefined;
}

function wrongExpected({ expected, current }: WrongExpectedRevision) {
  const wrong = new shared.WrongExpectedVersion();
  if (current === undefined) wrong.setCurrentNoStream(new google.Empty());
  else wrong.setCurrentStreamRevision(current.toString());
  if (typeof expected === 'bigint') wrong.setExpectedStreamPosition(expected.toString());
  else if (expected === 'no_stream') wrong.setExpectedNoStream(new google.Empty());
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new google.Empty());
  else wrong.setExpectedAny(new google.Empty());
  return wrong;
}

function response({ first, stream }: Batch): BatchAppendResp {
  const options = first.getOptions()!;
  const answer = new streams.BatchAppendResp()
    .setCorrelationId(first.getCorrelationId())
    .setStreamIdentifier(identifierOf(stream));
  if (options.hasStreamPosition()) answer.setStreamPosition(options.getStreamPosition());
  else if (options.hasNoStream()) answer.setNoStream(new google.Empty());
  else if (options.hasStreamExists()) answer.setStreamExists(new google.Empty());
  else answer.setAny(new google.Empty());
  return answer;
}
