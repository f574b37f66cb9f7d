/** Cases are named by their id or their number; both work as soon as the command that made them has answered. */
import { Inject, Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { directive, directiveStream } from '#directives/directive.js';
import type { EventStore } from '#event-sourcing/event-store.js';
import { caseOfNumber, isCaseNumber } from '#obligations/case-number.js';
import { EVENT_STORE, stateAt } from '#obligations/record.js';
import { petition, petitionStream } from '#petitions/petition.js';
import type { CaseKind } from '#register/register.types.js';
import { Problem } from './problem.js';

export interface CaseName {
  readonly kind: CaseKind;
  readonly id: string;
  readonly number: string;
}

@Injectable()
export class CaseIds {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  /** @throws Problem CASE_ID_MALFORMED, UNKNOWN_PETITION, UNKNOWN_DIRECTIVE */
  async idOf(kind: CaseKind, text: string): Promise<string> {
    if (isUuid(text)) return text.toLowerCase();
    const number = text.toUpperCase();
    if (!isCaseNumber(number)) throw malformed(text);
    const right = number.startsWith(kind === 'PETITION' ? 'KN' : 'NV');
    const id = right ? await caseOfNumber(this.store, number) : undefined;
    if (id === undefined) throw unknownCase(kind, text);
    return id;
  }

  /** A case of either kind. @throws Problem CASE_ID_MALFORMED, UNKNOWN_CASE */
  async find(text: string): Promise<CaseName> {
    const number = text.toUpperCase();
    const named = isUuid(text)
      ? text.toLowerCase()
      : isCaseNumber(number)
        ? await caseOfNumber(this.store, number)
        : undefined;
    if (named === undefined && !isCaseNumber(number)) throw malformed(text);
    const found = named === undefined ? undefined : await this.look(named);
    if (found) return found;
    throw unknownCaseOf(text);
  }

  private async look(id: string): Promise<CaseName | undefined> {
    const asPetition = await stateAt(this.store, petition, petitionStream(id));
    if (asPetition.status !== 'NONE') return { kind: 'PETITION', id, number: asPetition.number };
    const asDirective = await stateAt(this.store, directive, directiveStream(id));
    if (asDirective.status !== 'NONE') return { kind: 'DIRECTIVE', id, number: asDirective.number };
    return undefined;
  }
}

export const unknownCaseOf = (text: string) =>
  new Problem(404, 'UNKNOWN_CASE', `Không có hồ sơ ${text}.`, `There is no case ${text}.`);

const malformed = (text: string) =>
  new Problem(
    400,
    'CASE_ID_MALFORMED',
    `"${text.slice(0, 60)}" không phải số hồ sơ (KN-2025-00001, NV-2025-00001) hay mã định danh.`,
    `"${text.slice(0, 60)}" is neither a case number (KN-2025-00001, NV-2025-00001) nor an id.`,
    { field: 'id' },
  );

export const unknownCase = (kind: CaseKind, text: string) =>
  kind === 'PETITION'
    ? new Problem(404, 'UNKNOWN_PETITION', `Không có kiến nghị ${text}.`, `There is no petition ${text}.`)
    : new Problem(404, 'UNKNOWN_DIRECTIVE', `Không có nhiệm vụ ${text}.`, `There is no directive ${text}.`);

/** @throws Problem ID_MALFORMED */
export function requireUuid(text: string, field = 'id'): string {
  if (isUuid(text)) return text.toLowerCase();
  throw new Problem(400, 'ID_MALFORMED', 'Mã định danh không hợp lệ.', 'The id is malformed.', { field });
}

/** @throws Problem OBLIGATION_NUMBER_MALFORMED */
export function requireNumber(text: string, field = 'no'): string {
  if (/^[1-9]\d{0,5}$/.test(text)) return text;
  throw new Problem(
    400,
    'OBLIGATION_NUMBER_MALFORMED',
    'Số thứ tự trong hồ sơ là số nguyên từ 1.',
    'A number within a case is a whole number from 1 on.',
    { field },
  );
}
