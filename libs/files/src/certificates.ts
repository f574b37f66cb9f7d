/**
 * Chains of certificates up to a root that the province trusts. The way is looked for here, since what comes with a
 * file may be made to lead in circles; PKI.js then judges it (constraints, names, dates). Whether a certificate has been
 * revoked is not asked: that takes the network.
 */
import { webcrypto, X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { SignatureFinding } from '#obligations/document.js';

export const CRYPTO = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as never });

const MAX_LENGTH = 8;
const MAX_CERTIFICATES = 30;
const KEY_USAGE = '2.5.29.15';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

export type ChainVerdict = 'TRUSTED' | 'UNKNOWN_ROOT' | 'CERTIFICATE_EXPIRED' | 'CHAIN_INVALID';

/** All certificates in the PEM files of a folder. @throws Error when there is none, or one cannot be read */
export function readTrustedRoots(folder: string): pkijs.Certificate[] {
  const files = fs.readdirSync(folder).filter((name) => /\.(pem|crt|cer)$/i.test(name));
  const roots = files.flatMap((name) =>
    certificatesInPem(fs.readFileSync(path.join(folder, name), 'latin1')),
  );
  if (roots.length > 0) return roots;
  throw new Error(
    `FILES_TRUSTED_ROOTS: không có chứng thư PEM nào trong ${folder}. / There is no PEM certificate in ${folder}.`,
  );
}

function certificatesInPem(text: string): pkijs.Certificate[] {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((pem) => pkijs.Certificate.fromBER(new X509Certificate(pem).raw));
}

/** Whether it leads to a trusted root, every link in force at that time. */
export async function judgeChain(
  leaf: pkijs.Certificate,
  others: readonly pkijs.Certificate[],
  roots: readonly pkijs.Certificate[],
  at: Date,
): Promise<ChainVerdict> {
  const chain = await wayUp([leaf], new Set(others.slice(0, MAX_CERTIFICATES)), roots);
  if (!chain) return 'UNKNOWN_ROOT';
  if (!chain.every((link) => isInForce(link, at))) return 'CERTIFICATE_EXPIRED';
  const root = chain.at(-1)!;
  const engine = new pkijs.CertificateChainValidationEngine({
    trustedCerts: [root],
    // The one to be judged comes last.
    certs: chain.slice(0, -1).reverse(),
    checkDate: at,
  });
  const { result } = await engine.verify({}, CRYPTO);
  return result ? 'TRUSTED' : 'CHAIN_INVALID';
}

/** Each certificate is tried once: whether a root can be reached from it does not depend on how one came to it. */
async function wayUp(
  chain: readonly pkijs.Certificate[],
  untried: Set<pkijs.Certificate>,
  roots: readonly pkijs.Certificate[],
): Promise<readonly pkijs.Certificate[] | undefined> {
  const last = chain.at(-1)!;
  for (const root of roots) if (await isIssuedBy(last, root)) return [...chain, root];
  if (chain.length === MAX_LENGTH) return undefined;
  for (const other of untried) {
    if (!(await isIssuedBy(last, other))) continue;
    untried.delete(other);
    const found = await wayUp([...chain, other], untried, roots);
    if (found) return found;
  }
  return undefined;
}

async function isIssuedBy(certificate: pkijs.Certificate, issuer: pkijs.Certificate): Promise<boolean> {
  if (!certificate.issuer.isEqual(issuer.subject)) return false;
  return certificate.verify(issuer, CRYPTO).catch(() => false);
}

/** A certificate that says what it is for must be for signing. */
export function maySign(certificate: pkijs.Certificate): boolean {
  const usage = certificate.extensions?.find(({ extnID }) => extnID === KEY_USAGE)?.parsedValue as
    asn1js.BitString | undefined;
  // The first two bits: digitalSignature, nonRepudiation.
  return !usage || (usage.valueBlock.valueHexView[0]! & 0xc0) !== 0;
}

/** Otherwise anybody with a certificate could set the time. */
export function mayStamp(certificate: pkijs.Certificate): boolean {
  const usage = certificate.extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE)?.parsedValue as
    pkijs.ExtKeyUsage | undefined;
  return usage?.keyPurposes.includes(TIME_STAMPING) ?? false;
}

export const isInForce = ({ notBefore, notAfter }: pkijs.Certificate, at: Date): boolean =>
  notBefore.value <= at && at <= notAfter.value;

/** Who it is, without the numbers of identity papers that such certificates carry as well. */
export function signerOf(certificate: pkijs.Certificate): NonNullable<SignatureFinding['signer']> {
  const organization = nameIn(certificate.subject, '2.5.4.10');
  const x509 = new X509Certificate(Buffer.from(certificate.toSchema().toBER()));
  return {
    name: nameIn(certificate.subject, '2.5.4.3') ?? '?',
    ...(organization === undefined ? {} : { organization }),
    issuer: nameIn(certificate.issuer, '2.5.4.3') ?? nameIn(certificate.issuer, '2.5.4.10') ?? '?',
    serialNumber: x509.serialNumber.toLowerCase(),
    fingerprint: x509.fingerprint256.replaceAll(':', '').toLowerCase(),
  };
}

function nameIn(names: pkijs.RelativeDistinguishedNames, wanted: string): string | undefined {
  const found = names.typesAndValues.find(({ type }) => (type as unknown as string) === wanted);
  const text = (found?.value as { valueBlock?: { value?: unknown } } | undefined)?.valueBlock?.value;
  if (typeof text !== 'string') return undefined;
  // It is shown to people: nothing invisible, nothing endless.
  return text
    .normalize('NFC')
    .replace(/\p{Cc}|\p{Cf}|\p{Cs}/gu, '')
    .slice(0, 200);
}
