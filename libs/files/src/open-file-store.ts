/** The file store that a setting names: a folder, or `s3://bucket/prefix?endpoint=…&region=…`. */
import os from 'node:os';
import path from 'node:path';
import type { FileStore } from './file-store.js';
import { FolderFileStore } from './folder.file-store.js';

export class FileStoreAddressInvalid extends Error {
  override readonly name = 'FileStoreAddressInvalid';
  constructor(address: string, why: string) {
    super(`FILES không đúng (${why}): ${address} / FILES is wrong (${why})`);
  }
}

/** @throws FileStoreAddressInvalid */
export async function openFileStore(address: string): Promise<FileStore> {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(address)) return new FolderFileStore(path.resolve(address));
  const place = s3Place(address);
  // The SDK is large: only those who use it load it.
  const { S3FileStore } = await import('./s3.file-store.js');
  return new S3FileStore(place, path.join(os.tmpdir(), `dondoc-incoming-${os.userInfo().username}`));
}

export function s3Place(address: string) {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 's3:') throw new FileStoreAddressInvalid(address, 's3://bucket/prefix');
  // Secrets in an address end up in logs and process lists.
  if (url.username || url.password) throw new FileStoreAddressInvalid('s3://…', 'AWS_ACCESS_KEY_ID');
  const unknown = [...url.searchParams.keys()].find((key) => key !== 'endpoint' && key !== 'region');
  if (unknown !== undefined) throw new FileStoreAddressInvalid(address, `?${unknown}`);
  const endpoint = url.searchParams.get('endpoint') ?? undefined;
  if (endpoint !== undefined && !/^https?:\/\//.test(endpoint))
    throw new FileStoreAddressInvalid(address, 'endpoint=https://…');
  const folder = url.pathname.replace(/^\/+|\/+$/g, '');
  return {
    bucket: url.hostname,
    prefix: folder === '' ? '' : `${decodeURIComponent(folder)}/`,
    region: url.searchParams.get('region') ?? process.env['AWS_REGION'] ?? 'us-east-1',
    ...(endpoint === undefined ? {} : { endpoint }),
  };
}
