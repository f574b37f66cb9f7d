import { given } from '#event-sourcing/given.js';
import { after, at, letter } from '../../../test/support/cases.js';
import {
  type HeldSession,
  type SessionFacts,
  workingSession,
  type WorkingSessionCommand,
  type WorkingSessionEvent,
} from './working-session.js';

const the = given(workingSession);
const facts: SessionFacts = {
  heldOn: '2025-10-15',
  place: 'Phường Trường Vinh',
  title: 'Tổ công tác số 1 làm việc với 10 xã, phường',
  chair: { post: 'Phó Chủ tịch Thường trực UBND tỉnh' },
  units: ['18040', '18028'],
  participants: ['SNV', 'STC'],
};
const held: WorkingSessionEvent = { type: 'WorkingSessionHeld', data: facts };

describe('a working session that is not there', () => {
  it('is recorded', () => {
    the([]).when(hold({})).then([held]);
  });

  it.each([
    [{ heldOn: '2025-10-17' }, 'DATE_IN_FUTURE', 'heldOn'],
    [{ heldOn: '15-10-2025' }, 'DATE_INVALID', 'heldOn'],
    [{ title: ' ' }, 'TEXT_REQUIRED', 'title'],
    [{ place: '' }, 'TEXT_REQUIRED', 'place'],
    [{ chair: { post: '' } }, 'TEXT_REQUIRED', 'chair.post'],
    [{ units: [] }, 'UNITS_REQUIRED', 'units'],
    [{ units: ['18040', '18040'] }, 'AGENCY_TWICE', 'units'],
    [{ participants: ['SNV', 'SNV'] }, 'AGENCY_TWICE', 'participants'],
  ])('is refused with %j', (change, code, field) => {
    the([]).when(hold(change)).thenRefused(code, field);
  });

  it('hears nothing', () => {
    the([]).when(visit({})).thenRefused('UNKNOWN_SESSION');
  });
});

describe('a working session', () => {
  it('recorded again is the same; another one in its place is refused', () => {
    the([held]).when(hold({})).thenNothing();
    the([held])
      .when(hold({ title: facts.title.normalize('NFD') }))
      .thenNothing();
    the([held])
      .when(hold({ heldOn: '2025-10-14' }))
      .thenRefused('SESSION_EXISTS');
  });

  it('keeps what the public-service centre showed', () => {
    the([held]).when(visit({})).then([visited]);
    the([held, visited]).when(visit({})).thenNothing();
    the([held, visited])
      .when(visit({ dossiersReceived: 2700 }))
      .thenRefused('VISIT_RECORDED');
    expect(
      the([held, visited])
        .when(visit({ centre: 'Điểm tiếp nhận số 2' }))
        .events(),
    ).toHaveLength(1);
  });

  it.each([
    [{ unit: '16690' }, 'UNIT_NOT_IN_SESSION', 'unit'],
    [{ period: { from: '2025-09-30', to: '2025-07-01' } }, 'PERIOD_INVERTED', 'period.to'],
    [{ period: { from: '2025-07-01', to: '2025-10-16' } }, 'PERIOD_AFTER_VISIT', 'period.to'],
    [{ period: { from: '01/7', to: '2025-09-30' } }, 'DATE_INVALID', 'period.from'],
    [{ dossiersReceived: -1 }, 'DOSSIERS_INVALID', 'dossiersReceived'],
    [{ dossiersReceived: 2699.5 }, 'DOSSIERS_INVALID', 'dossiersReceived'],
    [{ visitedOn: '2025-10-17' }, 'DATE_IN_FUTURE', 'visitedOn'],
    [{ centre: '' }, 'TEXT_REQUIRED', 'centre'],
  ])('does not take a visit with %j', (change, code, field) => {
    the([held]).when(visit(change)).thenRefused(code, field);
  });

  it('takes a reading of no dossiers, up to the day of the visit', () => {
    const today = { dossiersReceived: 0, period: { from: '2025-10-15', to: '2025-10-15' } };
    expect(the([held]).when(visit(today)).events()).toHaveLength(1);
  });

  it('hears each report of its units once', () => {
    const heard = after(workingSession, [held], report('18040'));
    expect(heard.at(-1)).toEqual({
      type: 'ReportHeard',
      data: { unit: '18040', summary: 'Thiếu cán bộ địa chính', on: '2025-10-16' },
    });
    the(heard).when(report('18040')).thenNothing();
    expect(the(heard).when(report('18028')).events()).toHaveLength(1);
    the(heard).when(report('16690')).thenRefused('UNIT_NOT_IN_SESSION', 'unit');
  });

  it('gives orientations in their order, one to a number', () => {
    const given = after(workingSession, [held], orient(2, 'Sắp xếp cán bộ'), orient(1, 'Nắm địa bàn'));
    expect((the(given).state() as HeldSession).orientations.map((o) => o.order)).toEqual([1, 2]);
    the(given)
      .when(orient(1, 'Nắm địa bàn '.normalize('NFD')))
      .thenNothing();
    the(given).when(orient(1, 'Việc khác')).thenRefused('ORDER_TAKEN', 'order');
    the(given).when(orient(0, 'x')).thenRefused('ORDER_INVALID', 'order');
    the(given).when(orient(3, ' ')).thenRefused('TEXT_REQUIRED', 'text');
  });

  it('is concluded by one notice, not dated before it was held', () => {
    const concluded = after(workingSession, [held], conclude('192', '2025-10-15'));
    expect(the(concluded).state()).toMatchObject({ status: 'CONCLUDED', version: 2 });
    the(concluded).when(conclude('0192', '2025-10-15')).thenNothing();
    the(concluded).when(conclude('193', '2025-10-16')).thenRefused('ALREADY_CONCLUDED', 'document');
    the([held])
      .when(conclude('192', '2025-10-14'))
      .thenRefused('CONCLUDED_BEFORE_HELD', 'document.issuedDate');
  });

  it('refuses whoever has seen an older version', () => {
    the([held, visited])
      .when(visit({ centre: 'Điểm tiếp nhận số 2', expectedVersion: 1 }))
      .thenRefused('STALE_VERSION');
  });
});

const reading = {
  unit: '18040',
  centre: 'Trung tâm Phục vụ hành chính công xã Lam Thành',
  visitedOn: '2025-10-15',
  period: { from: '2025-07-01', to: '2025-09-30' },
  dossiersReceived: 2699,
};
const visited: WorkingSessionEvent = { type: 'UnitVisited', data: reading };

function hold(change: object): WorkingSessionCommand {
  return { type: 'HoldWorkingSession', data: { ...facts, ...change }, at: at('2025-10-16') };
}

function visit(change: object): WorkingSessionCommand {
  return { type: 'RecordVisit', data: { ...reading, ...change }, at: at('2025-10-16') };
}

function report(unit: string): WorkingSessionCommand {
  return { type: 'RecordReport', data: { unit, summary: 'Thiếu cán bộ địa chính' }, at: at('2025-10-16') };
}

function orient(order: number, text: string): WorkingSessionCommand {
  return { type: 'GiveOrientation', data: { order, text }, at: at('2025-10-16') };
}

function conclude(codeNumber: string, issuedDate: string): WorkingSessionCommand {
  const document = {
    ...letter(codeNumber, issuedDate, 'UBND'),
    codeNotation: 'TB-UBND',
    typeName: 'Thông báo',
  };
  return { type: 'IssueConclusionNotice', data: { document }, at: at('2025-10-20') };
}
