/** Files put together: what comes in, what may be attached, what is read, what is cleared away. */
import fs from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type * as pkijs from 'pkijs';
import type { DataSource } from 'typeorm';
import { DomainError } from '#event-sourcing/decider.js';
import type { EventStore } from '#event-sourcing/event-store.js';
import type { Attachment } from '#obligations/document.js';
import { attachmentsIn } from './attachments.js';
import { cleanFileName } from './file-name.js';
import { type Allowance, FileRecords } from './file-records.js';
import type { ByteRange, FileStore } from './file-store.js';
import { fileTypeOf } from './file-type.js';
import { inspectSignatures } from './pdf-signature.js';
import { clearIncoming, receive } from './receive.js';

export interface FilesOptions {
  readonly maxBytes?: number;
  /** How long a file that no event names is kept. */
  readonly graceMs?: number;
  /** For each person, of what nobody has attached. */
  readonly unattached?: Allowance;
  /** How long an upload may stand still. */
  readonly idleMs?: number;
  /** Certificates that a chain of signatures may end in. None: no signature is verified. */
  readonly trustedRoots?: readonly pkijs.Certificate[];
}

export interface Upload {
  readonly content: AsyncIterable<Uint8Array>;
  readonly name: string | undefined;
  /** SHA-256 that the content is expected to have. */
  readonly digest?: string | undefined;
}

export interface Swept {
  readonly removed: number;
  /** Uploads that broke off when their process died. */
  readonly leftovers: number;
}

export const DEFAULT_MAX_BYTES = 50 << 20;
/** A day's letters of one person, many times over. */
export const DEFAULT_UNATTACHED: Allowance = { files: 200, bytes: 1 << 30 };
export const DEFAULT_GRACE_MS = 24 * 3_600_000;
const DEFAULT_IDLE_MS = 60_000;
const LEFTOVER_MS = 6 * 3_600_000;
const SWEPT_AT_ONCE = 10_000;

export class Files {
  readonly maxBytes: number;
  readonly idleMs: number;
  private readonly graceMs: number;
  private readonly records: FileRecords;

  constructor(
    private readonly files: FileStore,
    dataSource: DataSource,
    private readonly events: EventStore,
    private readonly options: FilesOptions = {},
  ) {
    this.maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
    this.idleMs = options.idleMs ?? DEFAULT_IDLE_MS;
    this.graceMs = options.graceMs ?? DEFAULT_GRACE_MS;
    this.records = new FileRecords(dataSource, options.unattached ?? DEFAULT_UNATTACHED);
  }

  /**
   * @throws DomainError FILE_TOO_LARGE, FILE_EMPTY, FILE_DIGEST_WRONG, FILE_TYPE_NOT_ALLOWED, FILE_QUOTA_EXCEEDED;
   *   FilesUnavailable
   */
  async upload({ content, name, digest }: Upload, by: string, now: Date): Promise<Attachment> {
    // Who has no room left is told before the content is read.
    await this.records.requireRoom(by);
    const { file, hash, size } = await receive(content, this.files.incoming, this.maxBytes);
    try {
      if (digest !== undefined && digest !== hash) throw digestWrong();
      const kind = await fileTypeOf(file);
      const { type } = kind;
      const signatures =
        type === 'application/pdf' ? await inspectSignatures(file, this.options.trustedRoots ?? [], now) : [];
      const bare = { hash, name: cleanFileName(name, kind), size, type };
      const attachment = signatures.length === 0 ? bare : { ...bare, signatures };
      // First of all noted, so that nobody clears it away again while it is being put in its place.
      await this.records.note(attachment, by, now);
      await this.files.keep(hash, file);
      return attachment;
    } finally {
      await fs.rm(file, { force: true });
    }
  }

  /** What this person has sent, and is there. It will be there when an event names it within the time of grace. */
  async wanted(hash: string, by: string, now: Date): Promise<Attachment | undefined> {
    const found = await this.records.want(hash, by, now);
    return found && (await this.files.size(hash)) === found.size ? found : undefined;
  }

  /** What this person has sent, to look at once more. */
  sent(hash: string, by: string): Promise<Attachment | undefined> {
    return this.records.find(hash, by);
  }

  streamsOf(hash: string): Promise<string[]> {
    return this.records.streamsOf(hash);
  }

  /** @throws FileMissing, FilesUnavailable */
  read(hash: string, range?: ByteRange): Promise<Readable> {
    return this.files.read(hash, range);
  }

  /** Clears away what nobody has wanted within the time of grace, and no event names. */
  async sweep(now: Date): Promise<Swept> {
    const before = new Date(now.getTime() - this.graceMs);
    const candidates = await this.records.unwantedSince(before, SWEPT_AT_ONCE);
    const recent = candidates.length > 0 ? await this.namedSinceProjection() : new Set<string>();
    let removed = 0;
    for (const hash of candidates) {
      const forgotten = await this.records.forget(hash, before, async () => {
        if (recent.has(hash) || (await this.records.streamsOf(hash, 1)).length > 0) return;
        await this.files.remove(hash);
        removed += 1;
      });
      if (!forgotten) continue;
    }
    const leftovers = await clearIncoming(this.files.incoming, new Date(Date.now() - LEFTOVER_MS));
    return { removed, leftovers };
  }

  close(): Promise<void> {
    return this.files.close();
  }

  /** The projection may be behind: what it has not seen is read where it stands. */
  private async namedSinceProjection(): Promise<ReadonlySet<string>> {
    const named = new Set<string>();
    for await (const { data } of this.events.readAll(await this.records.projectedTo())) {
      for (const { hash } of attachmentsIn(data)) named.add(hash);
    }
    return named;
  }
}

const digestWrong = () =>
  new DomainError(
    'FILE_DIGEST_WRONG',
    'Nội dung nhận được không khớp mã băm đã gửi.',
    'What arrived does not have the digest that was announced.',
    'Repr-Digest',
  );
