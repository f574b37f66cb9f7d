/** What a file is, by its content alone: what its sender or its name says of it counts for nothing. */
import { fileTypeFromFile } from 'file-type';
import { DomainError } from '#event-sourcing/decider.js';

export interface FileType {
  readonly type: string;
  /** The first is the usual one. */
  readonly extensions: readonly string[];
  /** A browser may show it itself. */
  readonly inline: boolean;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/**
 * What a case may hold: documents, scans and photographs. Nothing that runs, and no archive. Pictures alone are shown
 * in the browser: its viewers for the rest do not work in a sandbox, and a file is never shown outside one.
 */
export const FILE_TYPES: readonly FileType[] = [
  { type: 'application/pdf', extensions: ['pdf'], inline: false },
  { type: 'image/jpeg', extensions: ['jpg', 'jpeg'], inline: true },
  { type: 'image/png', extensions: ['png'], inline: true },
  { type: 'image/tiff', extensions: ['tif', 'tiff'], inline: false },
  { type: `${OFFICE}.wordprocessingml.document`, extensions: ['docx'], inline: false },
  { type: `${OFFICE}.spreadsheetml.sheet`, extensions: ['xlsx'], inline: false },
  { type: 'application/vnd.oasis.opendocument.text', extensions: ['odt'], inline: false },
];

/** @throws DomainError FILE_TYPE_NOT_ALLOWED */
export async function fileTypeOf(file: string): Promise<FileType> {
  const found = await fileTypeFromFile(file).catch(() => undefined);
  const known = FILE_TYPES.find(({ type }) => type === found?.mime);
  if (known) return known;
  const names = FILE_TYPES.map(({ extensions }) => extensions[0]!.toUpperCase()).join(', ');
  throw new DomainError(
    'FILE_TYPE_NOT_ALLOWED',
    `Chỉ nhận tệp ${names}; loại tệp được xét theo nội dung.`,
    `Only ${names} files are taken; what counts is the content.`,
    undefined,
    { found: found?.mime ?? null, allowed: FILE_TYPES.map(({ type }) => type) },
  );
}

export const isInline = (type: string): boolean =>
  FILE_TYPES.some((known) => known.type === type && known.inline);
