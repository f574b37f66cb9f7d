import { given } from '#event-sourcing/given.js';
import { after, at, letter } from '../../../test/support/cases.js';
import {
  type EstablishedTaskForce,
  taskForce,
  type TaskForceCommand,
  type TaskForceEvent,
  type TaskForceFacts,
} from './task-force.js';

const the = given(taskForce);
const facts: TaskForceFacts = {
  name: 'Tổ công tác số 1',
  head: { post: 'Phó Chủ tịch Thường trực UBND tỉnh' },
  document: { ...letter('2900', '2025-09-17', 'UBND'), codeNotation: 'QĐ-UBND', typeName: 'Quyết định' },
  members: [{ agency: 'STC', post: 'Giám đốc' }, { agency: '18040' }],
  area: ['18040', '18028'],
  from: '2025-09-17',
  to: '2025-10-15',
};
const established: TaskForceEvent = { type: 'TaskForceEstablished', data: facts };

describe('a task force that is not there', () => {
  it('is set up by a decision', () => {
    the([]).when(establish({})).then([established]);
  });

  it.each([
    [{ name: '' }, 'TEXT_REQUIRED', 'name'],
    [{ head: { post: ' ' } }, 'TEXT_REQUIRED', 'head.post'],
    [{ to: '2025-09-16' }, 'PERIOD_INVERTED', 'to'],
    [{ from: '17/9/2025' }, 'DATE_INVALID', 'from'],
    [{ area: ['18040', '18040'] }, 'AGENCY_TWICE', 'area'],
    [{ members: [{}] }, 'TEXT_REQUIRED', 'members.0.post'],
    [{ members: [{ agency: 'STC' }, { agency: 'STC' }] }, 'MEMBER_TWICE', 'members'],
    [{ document: letter('x', '2025-09-17') }, 'DOCUMENT_NUMBER_INVALID', 'document.codeNumber'],
  ])('is refused with %j', (change, code, field) => {
    the([]).when(establish(change)).thenRefused(code, field);
  });

  it('has no members', () => {
    the([]).when(change({})).thenRefused('UNKNOWN_TASK_FORCE');
  });
});

describe('a task force', () => {
  it('set up again is the same; another one in its place is refused', () => {
    the([established]).when(establish({})).thenNothing();
    the([established])
      .when(establish({ name: 'Tổ công tác số 2' }))
      .thenRefused('TASK_FORCE_EXISTS');
  });

  it('changes by what really changed', () => {
    const swap = change({
      added: [{ agency: 'SXD' }, { agency: '18040' }],
      removed: [{ agency: 'STC', post: 'Giám đốc' }, { agency: 'SYT' }],
    });
    const changed = after(taskForce, [established], swap);
    expect(changed.at(-1)).toEqual({
      type: 'TaskForceMembersChanged',
      data: { added: [{ agency: 'SXD' }], removed: [{ agency: 'STC', post: 'Giám đốc' }], on: '2025-10-01' },
    });
    expect((the(changed).state() as EstablishedTaskForce).members).toEqual([
      { agency: '18040' },
      { agency: 'SXD' },
    ]);
    the(changed).when(swap).thenNothing();
    the([established]).when(change({})).thenNothing();
  });

  it('neither adds and removes the same member, nor changes before it began', () => {
    const both = { added: [{ agency: 'SXD' }], removed: [{ agency: 'SXD' }] };
    the([established]).when(change(both)).thenRefused('MEMBER_TWICE', 'removed');
    the([established])
      .when(change({ added: [{ agency: 'SXD' }] }, '2025-09-16'))
      .thenRefused('BEFORE_ESTABLISHED');
  });

  it('is dissolved once, and then nothing changes', () => {
    const gone = after(taskForce, [established], dissolve());
    expect(gone.at(-1)).toEqual({
      type: 'TaskForceDissolved',
      data: { on: '2025-10-15', reason: 'Hoàn thành' },
    });
    the(gone).when(dissolve()).thenNothing();
    the(gone)
      .when(change({ added: [{ agency: 'SXD' }] }))
      .thenRefused('TASK_FORCE_DISSOLVED');
    the([established])
      .when(change({ expectedVersion: 2 }))
      .thenRefused('STALE_VERSION');
  });
});

function establish(over: object): TaskForceCommand {
  return { type: 'EstablishTaskForce', data: { ...facts, ...over }, at: at('2025-09-17') };
}

function change(data: object, on = '2025-10-01'): TaskForceCommand {
  return { type: 'ChangeTaskForceMembers', data, at: at(on) };
}

function dissolve(): TaskForceCommand {
  return { type: 'DissolveTaskForce', data: { reason: 'Hoàn thành' }, at: at('2025-10-15') };
}
