/**
 * In what capacity a stand-in signs. Whoever acts by a delegated grant, or as acting head, signs as the grant says and
 * while it lasts; whoever records what another has signed, or holds the post proper, is free to say how it was signed.
 */
import type { Capacity } from '#identity/roles.js';
import type { DocumentRef } from '#obligations/document.js';
import type { ActingRequest } from './actor.js';
import { Problem } from './problem.js';
import { VOCABULARY } from './vocabulary.js';

/** @throws Problem CAPACITY_NOT_HELD, SIGNER_REQUIRED, SIGNED_OUTSIDE_GRANT */
export function signedAs<D extends Pick<DocumentRef, 'signerInfo' | 'issuedDate'>>(
  { principal }: ActingRequest,
  document: D,
): D {
  const grant = principal?.acting;
  if (!grant?.capacity) return document;
  const { capacity, from, to } = grant;
  const { signerInfo, issuedDate } = document;
  if (!signerInfo) throw signerRequired();
  if (signerInfo.capacity !== undefined && signerInfo.capacity !== capacity) throw capacityNotHeld(capacity);
  if (issuedDate < from || (to !== null && issuedDate > to)) throw outsideGrant(issuedDate, from, to);
  return { ...document, signerInfo: { ...signerInfo, capacity } };
}

const abbreviated = (capacity: Capacity): string =>
  VOCABULARY.signingCapacities.find(({ code }) => code === capacity)?.vi ?? capacity;

const signerRequired = () =>
  new Problem(
    422,
    'SIGNER_REQUIRED',
    'Ký thay, ký thừa lệnh, thừa ủy quyền phải ghi chức vụ người ký.',
    'Whoever signs for another gives the post they sign in.',
    { field: 'document.signerInfo' },
  );

const capacityNotHeld = (held: Capacity) =>
  new Problem(
    422,
    'CAPACITY_NOT_HELD',
    `Được giao ký ${abbreviated(held)}, không ký với tư cách khác.`,
    `Signing is delegated as ${abbreviated(held)} and in no other capacity.`,
    { field: 'document.signerInfo.capacity' },
  );

const outsideGrant = (issued: string, from: string, to: string | null) =>
  new Problem(
    422,
    'SIGNED_OUTSIDE_GRANT',
    `Văn bản ngày ${issued} nằm ngoài thời gian được giao ký (${from} – ${to ?? 'khi thu hồi'}).`,
    `The document of ${issued} lies outside the time of the delegation (${from} to ${to ?? 'its revocation'}).`,
    { field: 'document.issuedDate' },
  );
