/**
 * Signatures in the Cryptographic Message Syntax (RFC 5652) over content that is elsewhere: its digest is worked out by
 * whoever reads the content, so that a large file need not be in memory. Timestamp tokens (RFC 3161) are of this form.
 */
import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { CRYPTO, isInForce, judgeChain, mayStamp } from './certificates.js';

export type Digest = (algorithm: string) => Promise<Buffer>;

const OIDS = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  timestampInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  timestampToken: '1.2.840.113549.1.9.16.2.14',
} as const;

const HASHES: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

export type CmsFault =
  'MALFORMED' | 'UNSUPPORTED' | 'NO_CERTIFICATE' | 'DIGEST_MISMATCH' | 'SIGNATURE_WRONG' | 'WEAK_ALGORITHM';

export interface Cms {
  readonly signed: pkijs.SignedData;
  readonly signer: pkijs.SignerInfo;
  /** The certificate that the signature names. */
  readonly certificate: pkijs.Certificate | undefined;
  readonly certificates: readonly pkijs.Certificate[];
  readonly isTimestamp: boolean;
}

/** @throws Error when it is no signed data with one signer */
export function readCms(der: Uint8Array): Cms {
  const info = pkijs.ContentInfo.fromBER(exact(der));
  if (info.contentType !== OIDS.signedData) throw new Error('no signed data');
  const signed = new pkijs.SignedData({ schema: info.content });
  const [signer, ...more] = signed.signerInfos;
  if (!signer || more.length > 0) throw new Error('not one signer');
  const certificates = (signed.certificates ?? []).filter((one) => one instanceof pkijs.Certificate);
  const { sid } = signer as { sid: unknown };
  const certificate =
    sid instanceof pkijs.IssuerAndSerialNumber
      ? certificates.find(
          (one) => one.issuer.isEqual(sid.issuer) && one.serialNumber.isEqual(sid.serialNumber),
        )
      : undefined;
  const isTimestamp = signed.encapContentInfo.eContentType === OIDS.timestampInfo;
  return { signed, signer, certificate, certificates, isTimestamp };
}

/** Whether content, digest and signature belong together; whose certificate it is, is another question. */
export async function faultOf(cms: Cms, content: Digest): Promise<CmsFault | undefined> {
  const { signed, signer, certificate } = cms;
  if (!certificate) return 'NO_CERTIFICATE';
  const hash = HASHES[signer.digestAlgorithm.algorithmId];
  const detached = signed.encapContentInfo.eContent === undefined;
  if (!hash || (detached && signed.encapContentInfo.eContentType !== OIDS.data)) return 'UNSUPPORTED';
  if (!detached && !cms.isTimestamp) return 'UNSUPPORTED';
  const digest = attribute(signer, OIDS.messageDigest) as asn1js.OctetString | undefined;
  if (!signer.signedAttrs || !digest || !attribute(signer, OIDS.contentType)) return 'UNSUPPORTED';
  if (!Buffer.from(digest.valueBlock.valueHexView).equals(await content(hash))) return 'DIGEST_MISMATCH';
  const { signature, signatureAlgorithm, signedAttrs } = signer;
  // Plain RSA leaves the hash to the digest algorithm; the other names say it themselves.
  const named = signatureAlgorithm.algorithmId === '1.2.840.113549.1.1.1' ? webName(hash) : undefined;
  const good = await CRYPTO.verifyWithPublicKey(
    signedAttrs.encodedValue,
    signature,
    certificate.subjectPublicKeyInfo,
    signatureAlgorithm,
    named,
  );
  if (!good) return 'SIGNATURE_WRONG';
  return hash === 'sha1' ? 'WEAK_ALGORITHM' : undefined;
}

/** What the signer's machine said. */
export function claimedTime({ signer }: Cms): Date | undefined {
  const value = attribute(signer, OIDS.signingTime) as { toDate?: () => Date } | undefined;
  const time = value?.toDate?.();
  return time && !Number.isNaN(time.getTime()) ? time : undefined;
}

/** When a timestamp authority saw the signature; undefined unless its token holds and leads to a trusted root. */
export async function stampedTime(
  { signer }: Cms,
  roots: readonly pkijs.Certificate[],
): Promise<Date | undefined> {
  const token = signer.unsignedAttrs?.attributes.find(({ type }) => type === OIDS.timestampToken)?.values[0];
  if (!token) return undefined;
  try {
    const signature = Buffer.from(signer.signature.valueBlock.valueHexView);
    const cms = readCms(new Uint8Array((token as asn1js.Sequence).toBER()));
    const stamp = await readStamp(cms, async (hash) => createHash(hash).update(signature).digest());
    return typeof stamp !== 'string' && (await isStampTrusted(cms, roots, stamp)) ? stamp : undefined;
  } catch {
    return undefined;
  }
}

export async function isStampTrusted(
  { certificate, certificates }: Cms,
  roots: readonly pkijs.Certificate[],
  at: Date,
) {
  if (!certificate || !mayStamp(certificate) || !isInForce(certificate, at)) return false;
  return (await judgeChain(certificate, certificates, roots, at)) === 'TRUSTED';
}

/** The time in a token over something with that digest; or what is wrong with it. */
export async function readStamp(cms: Cms, stamped: Digest): Promise<Date | CmsFault> {
  const content = cms.isTimestamp ? cms.signed.encapContentInfo.eContent?.getValue() : undefined;
  if (!content) return 'UNSUPPORTED';
  const fault = await faultOf(cms, async (hash) => createHash(hash).update(Buffer.from(content)).digest());
  if (fault) return fault;
  const { messageImprint, genTime } = pkijs.TSTInfo.fromBER(content);
  const hash = HASHES[messageImprint.hashAlgorithm.algorithmId];
  if (!hash) return 'UNSUPPORTED';
  const imprint = Buffer.from(messageImprint.hashedMessage.valueBlock.valueHexView);
  return imprint.equals(await stamped(hash)) ? genTime : 'DIGEST_MISMATCH';
}

function attribute({ signedAttrs }: pkijs.SignerInfo, wanted: string): unknown {
  return signedAttrs?.attributes.find(({ type }) => type === wanted)?.values[0];
}

const webName = (hash: string): string => hash.replace('sha', 'SHA-');

const exact = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
