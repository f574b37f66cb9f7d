/**
 * The electronic signatures of a PDF, found in the bytes of the file: each names the ranges that it covers, all but
 * itself. What is found is evidence, taken down as it was when the file came in; it decides nothing. A letter that its
 * leader has signed and its agency has sealed has two, and the later one covers the earlier.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import type * as pkijs from 'pkijs';
import type { SignatureFinding } from '#obligations/document.js';
import { isInForce, judgeChain, maySign, signerOf } from './certificates.js';
import {
  claimedTime,
  type Cms,
  type CmsFault,
  type Digest,
  faultOf,
  isStampTrusted,
  readCms,
  readStamp,
  stampedTime,
} from './cms.js';

interface SignedRanges {
  /** The signature stands between the two ranges, in hexadecimal between angle brackets. */
  readonly first: { readonly start: number; readonly length: number };
  readonly second: { readonly start: number; readonly length: number };
}

const PATTERN = /\/ByteRange\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]/g;
const WINDOW = 1 << 20;
/** Longer than any match of the pattern. */
const OVERLAP = 512;
const MAX_SIGNATURES = 30;
const MAX_CMS_BYTES = 1 << 20;
/** Clocks of signers run ahead a little. */
const CLOCK_SKEW_MS = 10 * 60_000;

export async function inspectSignatures(
  path: string,
  roots: readonly pkijs.Certificate[],
  now: Date,
): Promise<readonly SignatureFinding[]> {
  const file = await fs.open(path, 'r');
  try {
    const { size } = await file.stat();
    const findings: SignatureFinding[] = [];
    for (const ranges of await findRanges(file)) {
      const coversFile = ranges.second.start + ranges.second.length === size;
      const finding = await inspect(file, size, ranges, roots, now).catch(() => invalid('MALFORMED'));
      findings.push({ ...finding, coversFile });
    }
    return judgeCover(findings);
  } finally {
    await file.close();
  }
}

type Finding = Omit<SignatureFinding, 'coversFile'>;

const invalid = (reason: string): Finding => ({ status: 'INVALID', reason });

/** In the order in which they were signed. */
async function findRanges(file: fs.FileHandle): Promise<SignedRanges[]> {
  const found = new Map<string, SignedRanges>();
  const buffer = Buffer.alloc(WINDOW);
  for (let at = 0; found.size < MAX_SIGNATURES; at += WINDOW - OVERLAP) {
    const { bytesRead } = await file.read(buffer, 0, WINDOW, at);
    for (const [text, ...numbers] of buffer.toString('latin1', 0, bytesRead).matchAll(PATTERN)) {
      const [a, b, c, d] = numbers.map(Number) as [number, number, number, number];
      found.set(text, { first: { start: a, length: b }, second: { start: c, length: d } });
    }
    if (bytesRead < WINDOW) break;
  }
  return [...found.values()].slice(0, MAX_SIGNATURES).toSorted((a, b) => endOf(a) - endOf(b));
}

const endOf = ({ second }: SignedRanges): number => second.start + second.length;

async function inspect(
  file: fs.FileHandle,
  size: number,
  ranges: SignedRanges,
  roots: readonly pkijs.Certificate[],
  now: Date,
): Promise<Finding> {
  const der = await contentsOf(file, size, ranges);
  if (!der) return invalid('MALFORMED');
  const cms = readCms(der);
  const digest: Digest = (algorithm) => digestOf(file, ranges, algorithm);
  return cms.isTimestamp ? ofStamp(cms, digest, roots) : ofSigner(cms, digest, roots, now);
}

/** Nothing but the signature may stand in the gap: what is hidden there would be covered by no signature. */
async function contentsOf(
  file: fs.FileHandle,
  size: number,
  { first, second }: SignedRanges,
): Promise<Uint8Array | undefined> {
  const gap = second.start - first.length;
  if (first.start !== 0 || first.length === 0 || gap < 4 || gap > 2 * MAX_CMS_BYTES) return undefined;
  if (second.start + second.length > size) return undefined;
  const { buffer } = await file.read(Buffer.alloc(gap), 0, gap, first.length);
  const hex = /^<([0-9a-fA-F\s]+)>$/.exec(buffer.toString('latin1'))?.[1]?.replace(/\s/g, '');
  return hex === undefined || hex.length % 2 === 1 ? undefined : Buffer.from(hex, 'hex');
}

async function digestOf(file: fs.FileHandle, ranges: SignedRanges, algorithm: string): Promise<Buffer> {
  const hash = createHash(algorithm);
  const buffer = Buffer.alloc(WINDOW);
  for (const { start, length } of [ranges.first, ranges.second]) {
    for (let done = 0; done < length;) {
      const { bytesRead } = await file.read(buffer, 0, Math.min(WINDOW, length - done), start + done);
      if (bytesRead === 0) throw new Error('the file ends within the signed range');
      hash.update(buffer.subarray(0, bytesRead));
      done += bytesRead;
    }
  }
  return hash.digest();
}

async function ofSigner(
  cms: Cms,
  digest: Digest,
  roots: readonly pkijs.Certificate[],
  now: Date,
): Promise<Finding> {
  const fault = await faultOf(cms, digest);
  const { certificate, certificates } = cms;
  if (!certificate) return ofFault(fault ?? 'NO_CERTIFICATE');
  const stamped = fault ? undefined : await stampedTime(cms, roots);
  const time = stamped ?? claimedTime(cms);
  const facts = {
    signer: signerOf(certificate),
    ...(time ? { signedAt: time.toISOString(), timestamped: stamped !== undefined } : {}),
  };
  if (fault) return { ...ofFault(fault), ...facts };
  if (time && !isInForce(certificate, time)) return { ...invalid('SIGNED_OUTSIDE_VALIDITY'), ...facts };
  if (!maySign(certificate)) return { ...invalid('CERTIFICATE_NOT_FOR_SIGNING'), ...facts };
  const reason = await unverified(cms, roots, time, stamped, now);
  if (reason) return { status: 'NOT_VERIFIED', reason, ...facts };
  const verdict = await judgeChain(certificate, certificates, roots, stamped ?? now);
  if (verdict === 'TRUSTED') return { status: 'VALID', ...facts };
  return verdict === 'CHAIN_INVALID'
    ? { ...invalid(verdict), ...facts }
    : { status: 'NOT_VERIFIED', reason: verdict, ...facts };
}

/** Why the chain cannot say anything. A certificate that has run out since proves nothing without a trusted time. */
async function unverified(
  { certificate }: Cms,
  roots: readonly pkijs.Certificate[],
  time: Date | undefined,
  stamped: Date | undefined,
  now: Date,
): Promise<string | undefined> {
  if (roots.length === 0) return 'NO_TRUSTED_ROOTS';
  if (time && time.getTime() > now.getTime() + CLOCK_SKEW_MS) return 'SIGNED_IN_FUTURE';
  return stamped || isInForce(certificate!, now) ? undefined : 'CERTIFICATE_EXPIRED';
}

/** A document timestamp: an authority's word that the file was there at a time. */
async function ofStamp(cms: Cms, digest: Digest, roots: readonly pkijs.Certificate[]): Promise<Finding> {
  const stamp = await readStamp(cms, digest);
  const signer = cms.certificate ? { signer: signerOf(cms.certificate) } : {};
  if (typeof stamp === 'string') return { ...ofFault(stamp), ...signer };
  const facts = { ...signer, signedAt: stamp.toISOString(), timestamped: true };
  if (roots.length === 0) return { status: 'NOT_VERIFIED', reason: 'NO_TRUSTED_ROOTS', ...facts };
  return (await isStampTrusted(cms, roots, stamp))
    ? { status: 'VALID', ...facts }
    : { status: 'NOT_VERIFIED', reason: 'UNKNOWN_ROOT', ...facts };
}

function ofFault(fault: CmsFault): Finding {
  const unsure: readonly CmsFault[] = ['UNSUPPORTED', 'WEAK_ALGORITHM', 'NO_CERTIFICATE'];
  return unsure.includes(fault) ? { status: 'NOT_VERIFIED', reason: fault } : invalid(fault);
}

/** What was put after the last signature may change what is read: then none of them vouches for what one sees. */
function judgeCover(findings: readonly SignatureFinding[]): readonly SignatureFinding[] {
  if (findings.some(({ coversFile, status }) => coversFile && status === 'VALID')) return findings;
  return findings.map((finding) =>
    finding.status === 'VALID'
      ? { ...finding, status: 'NOT_VERIFIED', reason: 'CHANGED_AFTER_SIGNING' }
      : finding,
  );
}
