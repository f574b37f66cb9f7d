/** What every store of files promises, over a folder and over the protocol of S3. */
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type FileStore, FileMissing, FilesUnavailable } from '#files/file-store.js';
import { FolderFileStore } from '#files/folder.file-store.js';
import { openFileStore, s3Place } from '#files/open-file-store.js';
import { S3FileStore } from '#files/s3.file-store.js';
import { newFilesFolder } from './support/files-folder.js';
import { type S3StandIn, startS3 } from './support/s3-stand-in.js';

interface Fixture {
  readonly store: FileStore;
  /** Of what is in the store, behind its back. */
  alter(hash: string): void;
  stop(): Promise<void>;
}

const CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' };

async function folder(): Promise<Fixture> {
  const root = newFilesFolder();
  const alter = (hash: string) =>
    fs.writeFileSync(path.join(root, hash.slice(0, 2), hash.slice(2, 4), hash), 'altered');
  const stop = async () => fs.rmSync(root, { recursive: true, force: true });
  return { store: new FolderFileStore(root), alter, stop };
}

async function s3(): Promise<Fixture> {
  const server = await startS3();
  const place = { ...s3Place(`s3://dondoc/tep?endpoint=${server.endpoint}`), credentials: CREDENTIALS };
  const incoming = newFilesFolder();
  const store = new S3FileStore(place, incoming);
  const stop = async () => {
    await store.close();
    await server.stop();
    fs.rmSync(incoming, { recursive: true, force: true });
  };
  return { store, alter: (hash) => server.objects.set(`tep/${hash}`, Buffer.from('altered')), stop };
}

describe.each([
  ['a folder', folder],
  ['S3', s3],
])('files in %s', (_, open) => {
  let fixture: Fixture;
  let store: FileStore;
  beforeAll(async () => {
    fixture = await open();
    ({ store } = fixture);
    fs.mkdirSync(store.incoming, { recursive: true });
  });
  afterAll(() => fixture.stop());

  async function put(content: Buffer): Promise<string> {
    const file = path.join(store.incoming, randomBytes(8).toString('hex'));
    fs.writeFileSync(file, content);
    const hash = createHash('sha256').update(content).digest('hex');
    await store.keep(hash, file);
    fs.rmSync(file, { force: true });
    return hash;
  }
  async function get(hash: string, range?: { start: number; end: number }): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of await store.read(hash, range)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
  async function all(): Promise<Map<string, number>> {
    const found = new Map<string, number>();
    for await (const { hash, size } of store.list()) found.set(hash, size);
    return found;
  }

  it('gives back what was put in', async () => {
    const hash = await put(Buffer.from('Công văn trả lời'));
    expect((await get(hash)).toString()).toBe('Công văn trả lời');
    expect(await store.size(hash)).toBe(Buffer.byteLength('Công văn trả lời'));
  });

  it('gives back a large one, and parts of it', async () => {
    const content = randomBytes((17 << 20) + 5);
    const hash = await put(content);
    expect((await get(hash)).equals(content)).toBe(true);
    expect(await get(hash, { start: 10, end: 19 })).toEqual(content.subarray(10, 20));
    expect(await get(hash, { start: content.length - 1, end: content.length - 1 })).toHaveLength(1);
  });

  it('keeps the same content once', async () => {
    const before = (await all()).size;
    const hash = await put(Buffer.from('hai lần'));
    expect(await put(Buffer.from('hai lần'))).toBe(hash);
    expect((await all()).size).toBe(before + 1);
    expect((await all()).get(hash)).toBe(Buffer.byteLength('hai lần'));
  });

  it('is mended by the same content again', async () => {
    const hash = await put(Buffer.from('nguyên bản'));
    fixture.alter(hash);
    expect((await get(hash)).toString()).toBe('altered');
    await put(Buffer.from('nguyên bản'));
    expect((await get(hash)).toString()).toBe('nguyên bản');
  });

  it('says what is not there, and removes what is', async () => {
    const hash = await put(Buffer.from('xóa đi'));
    await store.remove(hash);
    await store.remove(hash);
    expect(await store.size(hash)).toBeUndefined();
    await expect(store.read(hash)).rejects.toBeInstanceOf(FileMissing);
    expect((await all()).has(hash)).toBe(false);
  });

  it('keeps nothing of a file that cannot be read to its end', async () => {
    const before = await all();
    const never = 'f'.repeat(64);
    await expect(store.keep(never, path.join(store.incoming, 'nowhere'))).rejects.toBeInstanceOf(
      FilesUnavailable,
    );
    expect(await all()).toEqual(before);
  });

  it.each(['', '../../etc/passwd', 'A'.repeat(64), `${'a'.repeat(63)}/`, 'incoming'])(
    'takes %j for no hash',
    async (text) => {
      await expect(async () => store.read(text)).rejects.toBeInstanceOf(TypeError);
      await expect(async () => store.remove(text)).rejects.toBeInstanceOf(TypeError);
    },
  );
});

describe('files in S3', () => {
  let server: S3StandIn;
  let store: S3FileStore;
  beforeAll(async () => {
    server = await startS3();
    const place = { ...s3Place(`s3://dondoc?endpoint=${server.endpoint}`), credentials: CREDENTIALS };
    store = new S3FileStore(place, newFilesFolder());
  });
  afterAll(async () => {
    await store.close();
    await server.stop();
  });

  it('are away when the server is, which is not the same as missing', async () => {
    server.failing = true;
    try {
      await expect(store.size('a'.repeat(64))).rejects.toBeInstanceOf(FilesUnavailable);
      await expect(store.read('a'.repeat(64))).rejects.toBeInstanceOf(FilesUnavailable);
    } finally {
      server.failing = false;
    }
  });

  it('are away when the bucket is', async () => {
    const other = { ...s3Place(`s3://khac?endpoint=${server.endpoint}`), credentials: CREDENTIALS };
    const elsewhere = new S3FileStore(other, newFilesFolder());
    await expect(elsewhere.read('a'.repeat(64))).rejects.toBeInstanceOf(FilesUnavailable);
    await elsewhere.close();
  });
});

describe('the address of a store', () => {
  it('is a folder or a bucket', async () => {
    expect(await openFileStore('./somewhere')).toBeInstanceOf(FolderFileStore);
    expect(s3Place('s3://tep-dinh-kem/ninh/binh/?region=ap-southeast-1')).toMatchObject({
      bucket: 'tep-dinh-kem',
      prefix: 'ninh/binh/',
      region: 'ap-southeast-1',
    });
    expect(s3Place('s3://b?endpoint=https://minio.local:9000')).toMatchObject({
      prefix: '',
      endpoint: 'https://minio.local:9000',
    });
  });

  it.each(['ftp://host/x', 's3://key:secret@bucket', 's3://b?endpont=x', 's3://b?endpoint=minio:9000'])(
    'is not %s',
    async (address) => {
      await expect(openFileStore(address)).rejects.toThrow('FILES');
      await expect(openFileStore(address)).rejects.not.toThrow('secret');
    },
  );
});
