/** Signed PDFs, made and signed here with authorities of our own, and what is found in them. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  appendRevision,
  certify,
  type Holder,
  makePdf,
  type Signing,
  signPdf,
  toPem,
} from '../../../test/support/signed-pdf.js';
import { readTrustedRoots } from './certificates.js';
import { inspectSignatures } from './pdf-signature.js';

const NOW = new Date('2026-11-24T02:00:00Z');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dondoc-signatures-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

let root: Holder;
let office: Holder;
let leader: Holder;
let seal: Holder;
let clock: Holder;
beforeAll(async () => {
  root = await certify('CA gốc thử nghiệm', { authority: true, rsa: true });
  office = await certify('CA chuyên dùng thử nghiệm', { authority: true, issuer: root });
  leader = await certify('Trần Thị Bình', { organization: 'Sở Tài chính', issuer: office });
  seal = await certify('Sở Tài chính', { organization: 'UBND tỉnh', issuer: office, rsa: true });
  clock = await certify('Dấu thời gian', { issuer: root, stamps: true });
});

async function inspect(pdf: Buffer, roots: readonly Holder[] = [root]) {
  const file = path.join(folder, 'a.pdf');
  fs.writeFileSync(file, pdf);
  const trusted = roots.map(({ certificate }) => certificate);
  return inspectSignatures(file, trusted, NOW);
}
const one = async (signer: Holder, signing?: Signing, roots?: readonly Holder[]) => {
  const [finding, ...more] = await inspect(await signPdf(makePdf(), signer, signing), roots);
  expect(more).toEqual([]);
  return finding;
};

describe('a PDF', () => {
  it('without a signature has none', async () => {
    expect(await inspect(makePdf())).toEqual([]);
  });

  it('is valid when the whole file is signed by somebody whom a trusted root vouches for', async () => {
    expect(await one(leader)).toEqual({
      status: 'VALID',
      coversFile: true,
      signedAt: '2026-11-20T03:00:00.000Z',
      timestamped: false,
      signer: {
        name: 'Trần Thị Bình',
        organization: 'Sở Tài chính',
        issuer: 'CA chuyên dùng thử nghiệm',
        serialNumber: expect.stringMatching(/^[0-9a-f]+$/),
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
  });

  it('is read through RSA and through other hashes as well', async () => {
    expect(await one(seal)).toMatchObject({ status: 'VALID' });
    expect(await one(seal, { hash: 'SHA-512' })).toMatchObject({ status: 'VALID' });
  });

  it('keeps the number of nobody’s identity card', async () => {
    expect(JSON.stringify(await one(leader))).not.toContain('001234567890');
  });

  it.each([20, 400, -20])('is invalid when the byte at %d was changed', async (at) => {
    const pdf = await signPdf(makePdf(), leader);
    pdf[at < 0 ? pdf.length + at : at]! ^= 1;
    expect(await inspect(pdf)).toMatchObject([{ status: 'INVALID', reason: 'DIGEST_MISMATCH' }]);
  });

  it('is invalid when the signature itself was changed', async () => {
    const pdf = await signPdf(makePdf(), leader);
    const hex = pdf.toString('latin1');
    // The last bytes of the message: the signature's value.
    const last = /[1-9a-f]0{200,}>/.exec(hex)!.index;
    pdf[last] = pdf[last] === 0x31 ? 0x32 : 0x31;
    expect(await inspect(pdf)).toMatchObject([{ status: 'INVALID', reason: 'SIGNATURE_WRONG' }]);
  });

  it('is not verified when something was added after signing', async () => {
    const pdf = appendRevision(await signPdf(makePdf(), leader));
    expect(await inspect(pdf)).toMatchObject([
      { status: 'NOT_VERIFIED', reason: 'CHANGED_AFTER_SIGNING', coversFile: false },
    ]);
  });

  it('may be signed by its leader and then sealed by its agency', async () => {
    const pdf = await signPdf(await signPdf(makePdf(), leader), seal);
    expect(await inspect(pdf)).toMatchObject([
      { status: 'VALID', coversFile: false, signer: { name: 'Trần Thị Bình' } },
      { status: 'VALID', coversFile: true, signer: { name: 'Sở Tài chính' } },
    ]);
  });

  it('gains nothing from a later signature of a stranger', async () => {
    const stranger = await certify('Người lạ');
    const pdf = await signPdf(appendRevision(await signPdf(makePdf(), leader)), stranger);
    expect(await inspect(pdf)).toMatchObject([
      { status: 'NOT_VERIFIED', reason: 'CHANGED_AFTER_SIGNING' },
      { status: 'NOT_VERIFIED', reason: 'UNKNOWN_ROOT', coversFile: true },
    ]);
  });

  it('may not hide anything beside the signature in its gap', async () => {
    const pdf = await signPdf(makePdf(), leader);
    const at = pdf.toString('latin1').lastIndexOf('00>');
    pdf.write('>x', at, 'latin1');
    expect(await inspect(pdf)).toMatchObject([{ status: 'INVALID', reason: 'MALFORMED' }]);
  });
});

describe('a signer', () => {
  it('is not verified where no root is configured', async () => {
    expect(await one(leader, {}, [])).toMatchObject({
      status: 'NOT_VERIFIED',
      reason: 'NO_TRUSTED_ROOTS',
      signer: { name: 'Trần Thị Bình' },
    });
  });

  it('is not verified under an unknown root', async () => {
    const other = await certify('CA gốc thử nghiệm', { authority: true });
    expect(await one(leader, {}, [other])).toMatchObject({ status: 'NOT_VERIFIED', reason: 'UNKNOWN_ROOT' });
  });

  it('is not vouched for by somebody who may not issue certificates', async () => {
    const forged = await certify('Chủ tịch tỉnh', { issuer: leader });
    expect(await one(forged)).toMatchObject({ status: 'INVALID', reason: 'CHAIN_INVALID' });
  });

  it('must have a certificate for signing', async () => {
    const cipher = await certify('Mã hóa', { issuer: office, usage: 0x20 });
    expect(await one(cipher)).toMatchObject({ status: 'INVALID', reason: 'CERTIFICATE_NOT_FOR_SIGNING' });
  });

  it('whose certificate has run out since proves nothing without a timestamp', async () => {
    const former = await certify('Nguyên Giám đốc', { issuer: office, to: '2026-06-30T00:00:00Z' });
    const at = '2026-05-04T03:00:00Z';
    expect(await one(former, { at })).toMatchObject({
      status: 'NOT_VERIFIED',
      reason: 'CERTIFICATE_EXPIRED',
    });
    expect(await one(former, { at, stamp: { by: clock, at: '2026-05-04T03:00:05Z' } })).toMatchObject({
      status: 'VALID',
      signedAt: '2026-05-04T03:00:05.000Z',
      timestamped: true,
    });
    // Stamped after it ran out.
    expect(await one(former, { at, stamp: { by: clock, at: '2026-07-01T00:00:00Z' } })).toMatchObject({
      status: 'INVALID',
      reason: 'SIGNED_OUTSIDE_VALIDITY',
    });
  });

  it('gains nothing from a timestamp of something else, by a stranger, or by one who may not stamp', async () => {
    const former = await certify('Nguyên Giám đốc', { issuer: office, to: '2026-06-30T00:00:00Z' });
    const at = '2026-05-04T03:00:00Z';
    const stranger = await certify('Đồng hồ lạ', { stamps: true });
    for (const stamp of [
      { by: clock, at, over: Buffer.from('khác') },
      { by: stranger, at },
      { by: seal, at },
    ]) {
      expect(await one(former, { at, stamp })).toMatchObject({
        status: 'NOT_VERIFIED',
        reason: 'CERTIFICATE_EXPIRED',
        timestamped: false,
      });
    }
  });

  it('cannot have signed before or after the certificate was in force, nor tomorrow', async () => {
    expect(await one(leader, { at: '2023-01-01T00:00:00Z' })).toMatchObject({
      status: 'INVALID',
      reason: 'SIGNED_OUTSIDE_VALIDITY',
    });
    expect(await one(leader, { at: '2026-12-01T00:00:00Z' })).toMatchObject({
      status: 'NOT_VERIFIED',
      reason: 'SIGNED_IN_FUTURE',
    });
  });

  it('who uses a broken hash is not verified', async () => {
    expect(await one(seal, { hash: 'SHA-1' })).toMatchObject({
      status: 'NOT_VERIFIED',
      reason: 'WEAK_ALGORITHM',
    });
  });
});

describe('a document timestamp', () => {
  it('says when the file was there', async () => {
    const pdf = await signPdf(await signPdf(makePdf(), leader), clock, {
      documentStamp: '2026-11-21T00:00:00Z',
    });
    expect(await inspect(pdf)).toMatchObject([
      { status: 'VALID', signer: { name: 'Trần Thị Bình' } },
      { status: 'VALID', coversFile: true, timestamped: true, signedAt: '2026-11-21T00:00:00.000Z' },
    ]);
  });

  it('of another content is wrong', async () => {
    const pdf = await signPdf(makePdf(), clock, { documentStamp: '2026-11-21T00:00:00Z' });
    pdf[20]! ^= 1;
    expect(await inspect(pdf)).toMatchObject([{ status: 'INVALID', reason: 'DIGEST_MISMATCH' }]);
  });
});

describe('what is made to do harm', () => {
  const withRange = (range: string) =>
    Buffer.concat([makePdf(), Buffer.from(`\n/ByteRange [${range}] /Contents <00>\n`)]);

  it.each(['0 0 0 0', '0 10 5 10', '0 999999999999 999999999999 5', '5 10 30 10', '0 10 20 999999'])(
    'the range %s is malformed',
    async (range) => {
      expect(await inspect(withRange(range))).toMatchObject([{ status: 'INVALID', reason: 'MALFORMED' }]);
    },
  );

  it('does not lead in circles', async () => {
    const a = await certify('Vòng A', { authority: true });
    const b = await certify('Vòng B', { authority: true, issuer: a });
    // A once more, this time issued by B, which A has issued.
    const again = await certify('Vòng A', { authority: true, issuer: { ...b, issuer: undefined }, keyOf: a });
    const signer = await certify('Trong vòng', { issuer: { ...b, issuer: again } });
    expect(await one(signer)).toMatchObject({ status: 'NOT_VERIFIED', reason: 'UNKNOWN_ROOT' });
  });

  it('does not lead into a maze', async () => {
    // So many ways from each to each that nobody has walked them all.
    const first = await certify('Mê cung', { authority: true });
    let last = first;
    for (let i = 0; i < 24; i++) {
      const more = await certify('Mê cung', { authority: true, issuer: first, keyOf: first });
      last = { ...more, issuer: last };
    }
    const signer = await certify('Lạc đường', { issuer: last });
    expect(await one(signer)).toMatchObject({ status: 'NOT_VERIFIED', reason: 'UNKNOWN_ROOT' });
  });

  it('is looked at a bounded number of times', async () => {
    const many = Array.from({ length: 200 }, (_, i) => `/ByteRange [0 ${i + 1} ${i + 9} 1]`).join('\n');
    expect(await inspect(Buffer.concat([makePdf(), Buffer.from(many)]))).toHaveLength(30);
  });
});

describe('the folder of trusted roots', () => {
  it('gives every certificate of its PEM files', () => {
    const place = fs.mkdtempSync(path.join(folder, 'roots-'));
    fs.writeFileSync(path.join(place, 'goc.pem'), toPem(root) + toPem(office));
    fs.writeFileSync(path.join(place, 'README.txt'), 'no certificate');
    expect(readTrustedRoots(place)).toHaveLength(2);
  });

  it('must not be empty', () => {
    expect(() => readTrustedRoots(fs.mkdtempSync(path.join(folder, 'empty-')))).toThrow(
      'FILES_TRUSTED_ROOTS',
    );
  });
});
