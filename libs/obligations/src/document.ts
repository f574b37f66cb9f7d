/**
 * References to issued documents: number, notation, date and signer, with the field names of Nghị định 30/2020/NĐ-CP,
 * annex VI. Numbers run from 01 within a year; number and notation are unique per issuing agency and year.
 */
import { DomainError } from '#event-sourcing/decider.js';
import { requirePastDate, requireText } from './checks.js';

/** TM., KT., TL., TUQ., Q. before a signer's post. */
export const SIGNING_CAPACITIES = [
  'ON_BEHALF',
  'DEPUTY_FOR',
  'BY_ORDER',
  'BY_AUTHORISATION',
  'ACTING',
] as const;
export type SigningCapacity = (typeof SIGNING_CAPACITIES)[number];

export interface SignerInfo {
  readonly position: string;
  readonly fullName?: string;
  readonly capacity?: SigningCapacity;
}

export interface DocumentRef {
  /** Code of the agency that issued it. */
  readonly agency: string;
  readonly codeNumber: string;
  readonly codeNotation: string;
  /** `YYYY-MM-DD`. */
  readonly issuedDate: string;
  /** "Công văn", "Báo cáo", "Thông báo", … Never part of the notation for a Công văn. */
  readonly typeName: string;
  readonly subject: string;
  readonly signerInfo?: SignerInfo;
  /** The scanned or digitally signed document itself, and what belongs to it. */
  readonly attachments?: readonly Attachment[];
}

/** A file by the SHA-256 of its content: whoever holds the event can tell whether the file is the one that was attached. */
export interface Attachment {
  readonly hash: string;
  readonly name: string;
  readonly size: number;
  /** Media type, as the content was found to be. */
  readonly type: string;
  /** Of a signed PDF: what was found when it came in, in the order in which it was signed. */
  readonly signatures?: readonly SignatureFinding[];
}

export type SignatureStatus = 'VALID' | 'INVALID' | 'NOT_VERIFIED';

/** Evidence of one electronic signature in a PDF, as found with the roots that were trusted then. */
export interface SignatureFinding {
  readonly status: SignatureStatus;
  /** Why it is not valid, or not verified. */
  readonly reason?: string;
  readonly signer?: {
    readonly name: string;
    readonly organization?: string;
    readonly issuer: string;
    /** Of the certificate, in hexadecimal. */
    readonly serialNumber: string;
    readonly fingerprint: string;
  };
  /** An instant. By a timestamp token when `timestamped`; otherwise as the signer's machine said. */
  readonly signedAt?: string;
  readonly timestamped?: boolean;
  /** Whether the signed bytes are the whole file, but for the signature itself. */
  readonly coversFile: boolean;
}

// Lenient on purpose: agencies, parties and normative acts (58/2016/QĐ-UBND) each have their own pattern.
const NUMBER = /^0*([1-9]\d{0,6})([a-z]?)$/u;
const NOTATION = /^(?:\d{4}\/)?[A-ZĐ][\p{L}0-9.\-&]*(?:\/[\p{L}0-9.\-&]+)*$/u;

/**
 * The reference in its official spelling (NFC, trimmed, 01 to 09 with the leading zero).
 * @throws DomainError DOCUMENT_NUMBER_INVALID, DOCUMENT_NOTATION_INVALID, NOTATION_HAS_CV, TEXT_REQUIRED,
 * DATE_INVALID, DATE_IN_FUTURE
 */
export function checkedDocument(document: DocumentRef, today: string, field = 'document'): DocumentRef {
  const codeNumber = document.codeNumber.normalize('NFC').trim();
  const codeNotation = document.codeNotation.normalize('NFC').trim();
  const [, digits, letter] = NUMBER.exec(codeNumber) ?? [];
  if (digits === undefined) {
    throw new DomainError(
      'DOCUMENT_NUMBER_INVALID',
      `Số văn bản không hợp lệ: "${codeNumber}". Ví dụ đúng: 125.`,
      `Not a document number: "${codeNumber}". For example: 125.`,
      `${field}.codeNumber`,
    );
  }
  if (codeNotation.split(/[/-]/).some((part) => part.toUpperCase() === 'CV')) {
    throw new DomainError(
      'NOTATION_HAS_CV',
      'Công văn không có chữ viết tắt tên loại: không ghi "CV" trong ký hiệu. Ví dụ đúng: SGDĐT-VP.',
      'An official letter has no type abbreviation: leave "CV" out of the notation. For example: SGDĐT-VP.',
      `${field}.codeNotation`,
    );
  }
  if (!NOTATION.test(codeNotation)) {
    throw new DomainError(
      'DOCUMENT_NOTATION_INVALID',
      `Ký hiệu văn bản không hợp lệ: "${codeNotation}". Ví dụ đúng: SGDĐT-VP, TB-UBND.`,
      `Not a document notation: "${codeNotation}". For example: SGDĐT-VP, TB-UBND.`,
      `${field}.codeNotation`,
    );
  }
  requirePastDate(document.issuedDate, today, `${field}.issuedDate`);
  return {
    ...document,
    codeNumber: `${digits.padStart(2, '0')}${letter}`,
    codeNotation,
    typeName: requireText(document.typeName, `${field}.typeName`),
    subject: requireText(document.subject, `${field}.subject`),
  };
}

/** The stream that holds a document number for its first user, in every store. */
export function documentStream(document: DocumentRef): string {
  const year = document.issuedDate.slice(0, 4);
  const number = document.codeNumber.replace(/^0+(?=\d)/, '');
  return `document-${document.agency}-${year}-${number}/${document.codeNotation.toUpperCase()}`;
}

/** "125/SGDĐT-VP" */
export function documentCode(document: Pick<DocumentRef, 'codeNumber' | 'codeNotation'>): string {
  return `${document.codeNumber}/${document.codeNotation}`;
}
