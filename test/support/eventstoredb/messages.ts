/**
 * Part of a TEST DOUBLE of EventStoreDB, for this repository's tests alone; never offered to users.
 *
 * Between the log and the protocol's messages, which are the ones that the client package itself ships.
 */
import anyPb from 'google-protobuf/google/protobuf/any_pb.js';
import emptyPb from 'google-protobuf/google/protobuf/empty_pb.js';
import type * as sharedTypes from '@eventstore/db-client/generated/shared_pb.js';
import type * as streamsTypes from '@eventstore/db-client/generated/streams_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { LoggedEvent, Position, ProposedEvent } from './log.js';

export type ReadReq = streamsTypes.ReadReq;
export type ReadResp = streamsTypes.ReadResp;
export type ReadOptions = streamsTypes.ReadReq.Options;
export type AppendReq = streamsTypes.AppendReq;
export type AppendResp = streamsTypes.AppendResp;
export type BatchAppendReq = streamsTypes.BatchAppendReq;
export type BatchAppendResp = streamsTypes.BatchAppendResp;
export type DeleteReq = streamsTypes.DeleteReq;
export type DeleteResp = streamsTypes.DeleteResp;
export type TombstoneReq = streamsTypes.TombstoneReq;
export type TombstoneResp = streamsTypes.TombstoneResp;
type Uuid = sharedTypes.UUID;

export { shared, streams };

/** As the server writes an event that it was asked for in a way without positions. */
const NO_POSITION = '18446744073709551615';
const TICKS_PER_MILLISECOND = 10_000n;

export function nameOf(identifier: sharedTypes.StreamIdentifier | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
}

export function identifierOf(name: string): sharedTypes.StreamIdentifier {
  return new shared.StreamIdentifier().setStreamName(Uint8Array.from(Buffer.from(name)));
}

export function idOf(uuid: Uuid | undefined): string {
  const structured = uuid?.getStructured();
  if (!structured) return (uuid?.getString() ?? '').toLowerCase();
  const half = (bits: string) => BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0');
  const hex = half(structured.getMostSignificantBits()) + half(structured.getLeastSignificantBits());
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function uuidOf(id: string, structured: boolean): Uuid {
  if (!structured) return new shared.UUID().setString(id);
  const hex = id.replaceAll('-', '');
  const half = (from: number) => BigInt.asIntN(64, BigInt(`0x${hex.slice(from, from + 16)}`)).toString();
  const bits = new shared.UUID.Structured();
  return new shared.UUID().setStructured(
    bits.setMostSignificantBits(half(0)).setLeastSignificantBits(half(16)),
  );
}

export function proposedEvent(
  message: streamsTypes.AppendReq.ProposedMessage | streamsTypes.BatchAppendReq.ProposedMessage,
): ProposedEvent {
  const described = message.getMetadataMap();
  return {
    id: idOf(message.getId()),
    type: described.get('type') ?? '',
    contentType: described.get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

export interface EventForm {
  readonly structuredIds: boolean;
  /** Servers before 22.6 send none when a stream is read. */
  readonly positions: boolean;
}

export function eventResponse(
  event: LoggedEvent | undefined,
  link: LoggedEvent | undefined,
  form: EventForm,
): ReadResp {
  const read = new streams.ReadResp.ReadEvent();
  if (event) read.setEvent(recordedEvent(event, form));
  if (link) read.setLink(recordedEvent(link, form));
  const original = link ?? event;
  if (original && form.positions) read.setCommitPosition(original.commit.toString());
  else read.setNoPosition(new shared.Empty());
  return new streams.ReadResp().setEvent(read);
}

function recordedEvent(event: LoggedEvent, form: EventForm): streamsTypes.ReadResp.ReadEvent.RecordedEvent {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(uuidOf(event.id, form.structuredIds))
    .setStreamIdentifier(identifierOf(event.stream))
    .setStreamRevision(event.revision.toString())
    .setCommitPosition(form.positions ? event.commit.toString() : NO_POSITION)
    .setPreparePosition(form.positions ? event.prepare.toString() : NO_POSITION)
    .setCustomMetadata(event.metadata)
    .setData(event.data);
  const described = recorded.getMetadataMap();
  described.set('type', event.type);
  described.set('content-type', event.contentType);
  described.set('created', (BigInt(event.created) * TICKS_PER_MILLISECOND).toString());
  return recorded;
}

export function checkpointResponse(position: Position): ReadResp {
  const checkpoint = new streams.ReadResp.Checkpoint()
    .setCommitPosition(position.commit.toString())
    .setPreparePosition(position.prepare.toString());
  return new streams.ReadResp().setCheckpoint(checkpoint);
}

export function packedEmpty() {
  const any = new anyPb.Any();
  any.pack(new emptyPb.Empty().serializeBinary(), 'google.protobuf.Empty');
  return any;
}

/** `google.protobuf.Any` around one of the protocol's messages. */
export function packed(type: string, message: { serializeBinary(): Uint8Array }) {
  const any = new anyPb.Any();
  any.pack(message.serializeBinary(), `event_store.client.${type}`);
  return any;
}
