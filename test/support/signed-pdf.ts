/** PDFs made and signed in process, with certificate authorities of the test's own. */
import { createHash, webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { CRYPTO } from '#files/certificates.js';

export interface Holder {
  readonly certificate: pkijs.Certificate;
  readonly key: webcrypto.CryptoKey;
  readonly publicKey: webcrypto.CryptoKey;
  readonly issuer: Holder | undefined;
}

interface Wish {
  readonly issuer?: Holder;
  readonly organization?: string;
  readonly from?: string;
  readonly to?: string;
  /** May issue certificates. */
  readonly authority?: boolean;
  /** May issue timestamps. */
  readonly stamps?: boolean;
  /** Bits of the key usage, first byte; by default what fits. */
  readonly usage?: number;
  readonly rsa?: boolean;
  /** Certifies the key of this one once more. */
  readonly keyOf?: Holder;
}

let serial = 1;

export async function certify(name: string, wish: Wish = {}): Promise<Holder> {
  const { issuer, organization, authority = false, stamps = false } = wish;
  const algorithm = wish.rsa
    ? {
        name: 'RSASSA-PKCS1-v1_5',
        modulusLength: 2048,
        publicExponent: new Uint8Array([1, 0, 1]),
        hash: 'SHA-256',
      }
    : { name: 'ECDSA', namedCurve: 'P-256' };
  const pair = wish.keyOf
    ? { privateKey: wish.keyOf.key, publicKey: wish.keyOf.publicKey }
    : ((await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair);
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ value: serial++ });
  certificate.subject.typesAndValues.push(
    text('2.5.4.3', name),
    ...(organization ? [text('2.5.4.10', organization)] : []),
    // As real ones have it: the number of an identity card.
    text('0.9.2342.19200300.100.1.1', 'CCCD:001234567890'),
  );
  certificate.issuer.typesAndValues.push(
    ...(issuer?.certificate.subject ?? certificate.subject).typesAndValues,
  );
  certificate.notBefore.value = new Date(wish.from ?? '2024-01-01T00:00:00Z');
  certificate.notAfter.value = new Date(wish.to ?? '2030-01-01T00:00:00Z');
  const usage = wish.usage ?? (authority ? 0x06 : 0xc0);
  const constraints = new pkijs.BasicConstraints({ cA: authority });
  certificate.extensions = [
    new pkijs.Extension({ extnID: '2.5.29.19', critical: true, extnValue: constraints.toSchema().toBER() }),
    new pkijs.Extension({
      extnID: '2.5.29.15',
      critical: true,
      extnValue: new asn1js.BitString({ valueHex: new Uint8Array([usage]).buffer }).toBER(),
    }),
    ...(stamps
      ? [
          new pkijs.Extension({
            extnID: '2.5.29.37',
            critical: true,
            extnValue: new pkijs.ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.8'] }).toSchema().toBER(),
          }),
        ]
      : []),
  ];
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey as never, CRYPTO);
  await certificate.sign((issuer?.key ?? pair.privateKey) as never, 'SHA-256', CRYPTO);
  const read = pkijs.Certificate.fromBER(certificate.toSchema(true).toBER());
  return { certificate: read, key: pair.privateKey, publicKey: pair.publicKey, issuer };
}

const text = (type: string, value: string) =>
  new pkijs.AttributeTypeAndValue({ type, value: new asn1js.Utf8String({ value }) });

export function toPem({ certificate }: Holder): string {
  const base64 = Buffer.from(certificate.toSchema().toBER()).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}

export function makePdf(words = 'Tra loi kien nghi'): Buffer {
  const stream = `BT /F1 24 Tf 72 720 Td (${words}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let pdf = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const at = pdf.length;
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const xref = pdf.length;
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\n`;
  return Buffer.from(`${pdf}startxref\n${xref}\n%%EOF\n`, 'latin1');
}

export interface Signing {
  /** What the signer's machine says the time is. */
  readonly at?: string;
  /** An authority that stamps the signature at another time. */
  readonly stamp?: { readonly by: Holder; readonly at: string; readonly over?: Buffer };
  readonly hash?: 'SHA-256' | 'SHA-1' | 'SHA-512';
  /** A document timestamp instead of a signature. */
  readonly documentStamp?: string;
}

const ROOM = 60_000;

/** One more revision at the end, with a signature over all that is before it and around it. */
export async function signPdf(pdf: Buffer, signer: Holder, signing: Signing = {}): Promise<Buffer> {
  const filter = signing.documentStamp ? 'ETSI.RFC3161' : 'ETSI.CAdES.detached';
  const head = `\n9 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /${filter} /ByteRange `;
  const place = '[0 0000000000 0000000000 0000000000]';
  const start = pdf.length + head.length + place.length + ' /Contents '.length;
  const tail = ` >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`;
  const end = start + ROOM + 2;
  const digits = (n: number) => String(n).padStart(10, '0');
  const range = `[0 ${digits(start)} ${digits(end)} ${digits(tail.length)}]`;
  const before = Buffer.concat([pdf, Buffer.from(`${head}${range} /Contents `, 'latin1')]);
  const signed = Buffer.concat([before, Buffer.from(tail, 'latin1')]);
  const cms = signing.documentStamp
    ? await stampOver(signed, signer, signing.documentStamp)
    : await signatureOver(signed, signer, signing);
  const hex = Buffer.from(cms).toString('hex').padEnd(ROOM, '0');
  return Buffer.concat([before, Buffer.from(`<${hex}>${tail}`, 'latin1')]);
}

/** A revision that nobody signed. */
export const appendRevision = (pdf: Buffer): Buffer =>
  Buffer.concat([pdf, Buffer.from('\n4 0 obj\n<< /Length 0 >>\nstream\n\nendstream\nendobj\n%%EOF\n')]);

async function signatureOver(content: Buffer, signer: Holder, signing: Signing): Promise<ArrayBuffer> {
  const { at = '2026-11-20T03:00:00Z', hash = 'SHA-256', stamp } = signing;
  const attributes = [
    attribute('1.2.840.113549.1.9.3', new asn1js.ObjectIdentifier({ value: '1.2.840.113549.1.7.1' })),
    attribute('1.2.840.113549.1.9.5', new asn1js.UTCTime({ valueDate: new Date(at) })),
    attribute('1.2.840.113549.1.9.4', octets(digest(hash, content))),
  ];
  const data = new pkijs.EncapsulatedContentInfo({ eContentType: '1.2.840.113549.1.7.1' });
  const signed = await cmsOf(data, signer, attributes, hash, content);
  if (stamp) {
    const signature = Buffer.from(signed.signerInfos[0]!.signature.valueBlock.valueHexView);
    const token = await stampOver(stamp.over ?? signature, stamp.by, stamp.at);
    const attributes = [attribute('1.2.840.113549.1.9.16.2.14', asn1js.fromBER(token).result)];
    signed.signerInfos[0]!.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 1, attributes });
  }
  return wrapped(signed);
}

async function stampOver(content: Buffer, authority: Holder, at: string): Promise<ArrayBuffer> {
  const info = new pkijs.TSTInfo({
    version: 1,
    policy: '1.2.3',
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1' }),
      hashedMessage: octets(digest('SHA-256', content)),
    }),
    serialNumber: new asn1js.Integer({ value: 7 }),
    genTime: new Date(at),
  });
  const bytes = info.toSchema().toBER();
  const data = new pkijs.EncapsulatedContentInfo({
    eContentType: '1.2.840.113549.1.9.16.1.4',
    eContent: new asn1js.OctetString({ valueHex: bytes }),
  });
  const attributes = [
    attribute('1.2.840.113549.1.9.3', new asn1js.ObjectIdentifier({ value: '1.2.840.113549.1.9.16.1.4' })),
    attribute('1.2.840.113549.1.9.4', octets(digest('SHA-256', Buffer.from(bytes)))),
  ];
  return wrapped(await cmsOf(data, authority, attributes, 'SHA-256', Buffer.from(bytes)));
}

async function cmsOf(
  data: pkijs.EncapsulatedContentInfo,
  signer: Holder,
  attributes: pkijs.Attribute[],
  hash: string,
  content: Buffer,
): Promise<pkijs.SignedData> {
  const chain: pkijs.Certificate[] = [];
  // Without the root: whoever checks has it, or does not trust it.
  for (let one: Holder | undefined = signer; one && (one === signer || one.issuer); one = one.issuer)
    chain.push(one.certificate);
  const { issuer, serialNumber } = signer.certificate;
  const signed = new pkijs.SignedData({
    version: 3,
    encapContentInfo: data,
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer, serialNumber }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
    certificates: chain,
  });
  await signed.sign(signer.key as never, 0, hash, Uint8Array.from(content), CRYPTO);
  return signed;
}

const wrapped = (signed: pkijs.SignedData): ArrayBuffer =>
  new pkijs.ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: signed.toSchema(true) })
    .toSchema()
    .toBER();

const attribute = (type: string, value: asn1js.AsnType) => new pkijs.Attribute({ type, values: [value] });
const octets = (bytes: Buffer) => new asn1js.OctetString({ valueHex: Uint8Array.from(bytes).buffer });
const digest = (hash: string, content: Buffer) =>
  createHash(hash.toLowerCase().replace('-', '')).update(content).digest();
