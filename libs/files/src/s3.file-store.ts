/**
 * Files in a bucket of an S3-compatible store, as `<prefix><hash>`. Uploads are collected on this machine first, so the
 * bucket sees whole files alone; a large one goes there in parts, which the store joins or drops.
 */
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import {
  type ByteRange,
  FileMissing,
  FilesUnavailable,
  type FileStore,
  isHash,
  requireHash,
  type StoredFile,
} from './file-store.js';

export interface S3Place {
  readonly bucket: string;
  /** Before each hash, with the slash at its end if it has one. */
  readonly prefix: string;
  readonly region: string;
  /** Another store than Amazon's: its buckets are named in the path. */
  readonly endpoint?: string;
  /** Tests alone give these; otherwise the SDK finds its own (environment, profile, the machine's role). */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

const PART_BYTES = 8 << 20;

export class S3FileStore implements FileStore {
  private readonly client: S3Client;

  constructor(
    private readonly place: S3Place,
    readonly incoming: string,
  ) {
    const { region, endpoint, credentials } = place;
    this.client = new S3Client({
      region,
      ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
      ...(credentials ? { credentials } : {}),
      // Stores other than Amazon's do not all know the newer checksums; what lies there is checked by its hash.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
    });
  }

  async keep(hash: string, file: string): Promise<void> {
    const body = createReadStream(file);
    const upload = new Upload({
      client: this.client,
      params: { ...this.at(hash), Body: body, ContentType: 'application/octet-stream' },
      partSize: PART_BYTES,
      queueSize: 2,
    });
    try {
      await upload.done();
    } catch (error) {
      throw new FilesUnavailable(error);
    } finally {
      body.destroy();
    }
  }

  async size(hash: string): Promise<number | undefined> {
    const command = new HeadObjectCommand(this.at(hash));
    const found = await unlessGone(() => this.client.send(command));
    return found?.ContentLength;
  }

  async read(hash: string, range?: ByteRange): Promise<Readable> {
    const wanted = range ? { Range: `bytes=${range.start}-${range.end}` } : {};
    const command = new GetObjectCommand({ ...this.at(hash), ...wanted });
    const found = await unlessGone(() => this.client.send(command));
    if (!found?.Body) throw new FileMissing(hash);
    return found.Body as Readable;
  }

  async remove(hash: string): Promise<void> {
    const command = new DeleteObjectCommand(this.at(hash));
    await unlessGone(() => this.client.send(command));
  }

  async *list(): AsyncIterable<StoredFile> {
    const { bucket, prefix } = this.place;
    try {
      const pages = paginateListObjectsV2({ client: this.client }, { Bucket: bucket, Prefix: prefix });
      for await (const { Contents = [] } of pages) {
        for (const { Key = '', Size = 0 } of Contents) {
          const hash = Key.slice(prefix.length);
          if (isHash(hash)) yield { hash, size: Size };
        }
      }
    } catch (error) {
      throw new FilesUnavailable(error);
    }
  }

  async close(): Promise<void> {
    this.client.destroy();
  }

  private at(hash: string) {
    return { Bucket: this.place.bucket, Key: `${this.place.prefix}${requireHash(hash)}` };
  }
}

/** A missing bucket is no missing file. */
async function unlessGone<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (['NoSuchKey', 'NotFound'].includes((error as Error).name)) return undefined;
    throw new FilesUnavailable(error);
  }
}
