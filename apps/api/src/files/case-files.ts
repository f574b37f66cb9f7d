/**
 * Which files somebody may read or attach: those of cases and sessions that one may read, and those that one has sent
 * oneself. A hash alone opens nothing, and a file that one may not see is told from one that is not there by nothing.
 */
import { Inject, Injectable } from '@nestjs/common';
import { directive, directiveStream } from '#directives/directive.js';
import type { Actor, EventStore } from '#event-sourcing/event-store.js';
import { attachmentsIn, withAttachments } from '#files/attachments.js';
import { cleanFileName } from '#files/file-name.js';
import { isHash } from '#files/file-store.js';
import { FILE_TYPES } from '#files/file-type.js';
import type { Files } from '#files/files.js';
import { type Acting, isHidden, reads, readingScope, readsSession } from '#identity/policy.js';
import type { Attachment } from '#obligations/document.js';
import { EVENT_STORE, stateAt } from '#obligations/record.js';
import { petition, petitionStream } from '#petitions/petition.js';
import { workingSession, workingSessionStream } from '#working-sessions/working-session.js';
import { CaseIds, requireUuid } from '../case-ids.js';
import { Problem } from '../problem.js';

export const FILES = 'Files';

/** Files that a command names, by their hashes. */
export type Attached = ReadonlyMap<string, Attachment>;

@Injectable()
export class CaseFiles {
  constructor(
    @Inject(FILES) private readonly files: Files | null,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CaseIds) private readonly ids: CaseIds,
  ) {}

  /** @throws Problem FILES_NOT_SET_UP */
  require(): Files {
    if (this.files) return this.files;
    throw new Problem(
      503,
      'FILES_NOT_SET_UP',
      'Máy chủ chưa đặt nơi lưu tệp (FILES hoặc DATA_DIR).',
      'The server has no place for files (FILES or DATA_DIR).',
    );
  }

  /** What is known of each file that a command's body names, kept from being cleared away. @throws Problem UNKNOWN_FILE */
  async attached(body: object, actor: Actor, now: Date): Promise<Attached> {
    const known = new Map<string, Attachment>();
    for (const { hash } of namedIn(body)) {
      if (known.has(hash)) continue;
      const found = isHash(hash) ? await this.attachable(hash, actor, now) : undefined;
      if (!found) throw unknownFile(422, 'attachments');
      known.set(hash, found);
    }
    return known;
  }

  /** @throws Problem UNKNOWN_CASE, UNKNOWN_FILE */
  async ofCase(text: string, hash: string, reader: Acting): Promise<Attachment> {
    const { kind, id } = await this.ids.find(text);
    const stream = kind === 'PETITION' ? petitionStream(id) : directiveStream(id);
    return this.required(await this.inStream(stream, hash, reader));
  }

  async ofSession(id: string, hash: string, reader: Acting): Promise<Attachment> {
    return this.required(await this.inStream(workingSessionStream(requireUuid(id)), hash, reader));
  }

  async ofSender(hash: string, actor: Actor | undefined): Promise<Attachment> {
    return this.required(actor && isHash(hash) ? await this.require().sent(hash, actor.user) : undefined);
  }

  private required(found: Attachment | undefined): Attachment {
    if (found) return found;
    throw unknownFile(404);
  }

  private async attachable(hash: string, actor: Actor, now: Date): Promise<Attachment | undefined> {
    const files = this.require();
    const own = await files.wanted(hash, actor.user, now);
    if (own) return own;
    for (const stream of await files.streamsOf(hash)) {
      const found = await this.inStream(stream, hash, actor);
      if (found) return found;
    }
    return undefined;
  }

  /** The file as an event of the stream names it that this reader may read. */
  private async inStream(stream: string, hash: string, reader: Acting): Promise<Attachment | undefined> {
    const shown = await this.shownTo(reader, stream);
    if (!shown) return undefined;
    for await (const { type, data } of this.store.readStream(stream)) {
      if (!shown(type, (data as { obligation?: string }).obligation)) continue;
      const found = attachmentsIn(data).find((attachment) => attachment.hash === hash);
      if (found) return found;
    }
    return undefined;
  }

  /** Which events of a stream one may read; undefined when none. */
  private async shownTo(
    reader: Acting,
    stream: string,
  ): Promise<((type: string, obligation: string | undefined) => boolean) | undefined> {
    if (stream.startsWith('working-session-')) {
      const state = await stateAt(this.store, workingSession, stream);
      return state.status !== 'NONE' && readsSession(reader, state) ? () => true : undefined;
    }
    const state = stream.startsWith('petition-')
      ? await stateAt(this.store, petition, stream)
      : await stateAt(this.store, directive, stream);
    const scope = readingScope(reader);
    if (state.status === 'NONE' || !reads(scope, state)) return undefined;
    const agencyOf = (no: string | undefined) => state.obligations.find(({ id }) => id === no)?.agency;
    return (type, obligation) => !isHidden(scope, type, agencyOf(obligation));
  }
}

/** A command's data with each file as the server knows it; the name may be the sender's. */
export function withFiles<T>(data: T, attached: Attached): T {
  if (attached.size === 0) return data;
  return withAttachments(data, ({ hash, name }) => {
    const known = attached.get(hash)!;
    const kind = FILE_TYPES.find(({ type }) => type === known.type);
    return name === undefined || !kind ? known : { ...known, name: cleanFileName(name, kind) };
  });
}

function namedIn(body: object): { hash: string }[] {
  const named: { hash: string }[] = [];
  withAttachments(body, (attachment) => {
    named.push(attachment);
    return attachment;
  });
  return named;
}

export const unknownFile = (status: number, field?: string) =>
  new Problem(
    status,
    'UNKNOWN_FILE',
    'Không có tệp này, hoặc người đang làm việc không đọc được.',
    'There is no such file, or not for whoever asks.',
    field === undefined ? {} : { field },
  );
