/** What happens to petitions again and again, for tests of the register. */
import type { ResolutionCategory } from '#obligations/vocabulary.js';
import type { PetitionFacts } from '#petitions/petition.js';
import { letter, type RegisterDesk } from './register.js';

/** `p12` gets the number KN-2025-00012. */
export function lodge(
  desk: RegisterDesk,
  id: string,
  on: string,
  facts: Partial<PetitionFacts> = {},
  instant?: string,
): Promise<number> {
  const data: PetitionFacts = {
    number: `KN-${on.slice(0, 4)}-${id.replace(/\D/g, '').padStart(5, '0')}`,
    subject: 'Đường vào xã Lam Thành',
    content: 'Đề nghị sớm nâng cấp đường vào trung tâm xã.',
    field: 'CONSTRUCTION',
    raisedBy: '18040',
    competence: 'PROVINCE',
    receivedOn: on,
    ...facts,
  };
  return desk.petition(id, on, { type: 'LodgePetition', data }, instant);
}

export function route(
  desk: RegisterDesk,
  id: string,
  on: string,
  lead: string,
  how: { support?: readonly string[]; term?: string } = {},
): Promise<number> {
  return desk.petition(id, on, {
    type: 'RoutePetition',
    data: { lead, term: '15 ngày làm việc', ...how },
  });
}

/** One obligation's answers; each is recorded on the day it is issued. */
export function answersOf(desk: RegisterDesk, id: string, obligation: string, agency: string) {
  return {
    interim: (on: string, number: string) =>
      desk.petition(id, on, {
        type: 'IssueWrittenAnswer',
        data: { obligation, kind: 'INTERIM', document: letter(agency, number, on), nextOn: '2026-06-30' },
      }),
    final: (on: string, number: string, category: ResolutionCategory) =>
      desk.petition(id, on, {
        type: 'IssueWrittenAnswer',
        data: { obligation, kind: 'FINAL', category, document: letter(agency, number, on) },
      }),
    accept: (on: string) => desk.petition(id, on, { type: 'AcceptWrittenAnswer', data: { obligation } }),
    giveBack: (on: string, term: string) =>
      desk.petition(id, on, {
        type: 'ReturnWrittenAnswer',
        data: { obligation, reason: 'chưa trả lời đúng nội dung', term },
      }),
    withdraw: (on: string, answerId = '1') =>
      desk.petition(id, on, {
        type: 'WithdrawWrittenAnswer',
        data: { obligation, answerId, reason: 'sai sót' },
      }),
  };
}
