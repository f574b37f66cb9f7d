import { given } from '#event-sourcing/given.js';
import { after, at } from '../../../test/support/cases.js';
import { type LodgedPetition, petition, type PetitionCommand, type PetitionEvent } from './petition.js';
import { withPersons } from './petition-persons.js';

const the = given(petition);
const [one, two] = [
  { subject: 's-1', sealed: 'niêm phong 1' },
  { subject: 's-2', sealed: 'niêm phong 2' },
];
const facts = {
  number: 'KN-2025-00001',
  subject: 'Giá đất',
  content: 'Bà {{1}} và ông {{2}} đề nghị.',
  field: 'LAND',
  raisedBy: '18040',
  competence: 'PROVINCE' as const,
  receivedOn: '2025-10-15',
  persons: [one, two],
};
const lodged: PetitionEvent[] = [{ type: 'PetitionLodged', data: facts }];
type Amendment = Extract<PetitionCommand, { type: 'AmendPetition' }>['data'];
const amend = (data: Partial<Amendment>): PetitionCommand => ({
  type: 'AmendPetition',
  data: { reason: 'Sửa', ...data },
  at: at('2025-10-16'),
});
const forget = (subjects?: readonly string[], reason = 'Theo yêu cầu'): PetitionCommand => ({
  type: 'ForgetPersonalData',
  data: { ...(subjects ? { subjects } : {}), reason },
  at: at('2025-10-17'),
});
const kept = (subject: string) => ({ subject, known: true, told: false });

describe('the persons of a petition', () => {
  it('are known by the places that its text points to', () => {
    const lodge = (content: string): PetitionCommand => ({
      type: 'LodgePetition',
      data: { ...facts, content },
      at: at('2025-10-15'),
    });
    expect(the([]).when(lodge('{{2}}')).events()).toHaveLength(1);
    the([]).when(lodge('{{1}} {{3}}')).thenRefused('PERSON_NOT_NAMED', 'content');
    expect(withPersons('{{1}}, {{2}}, {{3}}, {{0}} {1}', ['A', 'B'])).toBe('A, B, {{3}}, {{0}} {1}');
    // What one is called points to nobody else.
    expect(withPersons('{{1}}', ['{{2}}', 'B'])).toBe('{{2}}');
  });

  it('stay as they were sealed until something new is said of them', () => {
    the(lodged)
      .when(amend({ persons: [kept('s-1'), kept('s-2')] }))
      .thenNothing();
    the(lodged)
      .when(amend({ persons: [kept('s-2'), { ...kept('s-1'), told: true }] }))
      .then([
        { type: 'PetitionAmended', data: { persons: [two, { subject: 's-1', sealed: '' }], reason: 'Sửa' } },
      ]);
    the(lodged)
      .when(amend({ persons: [kept('s-3')] }))
      .thenRefused('UNKNOWN_PERSON', 'persons.0.subject');
    the(lodged)
      .when(amend({ persons: [kept('s-1'), kept('s-1')] }))
      .thenRefused('PERSON_TWICE');
    the(lodged)
      .when(amend({ persons: [kept('s-1')] }))
      .thenRefused('PERSON_NOT_NAMED', 'content');
    the(lodged)
      .when(amend({ content: '{{3}}' }))
      .thenRefused('PERSON_NOT_NAMED', 'content');
  });

  it('are forgotten in any status, also those who are no longer named; once', () => {
    const history = after(petition, lodged, amend({ persons: [kept('s-1')], content: 'Bà {{1}}' }), {
      type: 'WithdrawPetition',
      data: { reason: 'Rút' },
      at: at('2025-10-16'),
    });
    const forgotten = { type: 'PersonalDataForgotten' as const };
    the(history)
      .when(forget(['s-2']))
      .then([{ ...forgotten, data: { subjects: ['s-2'], reason: 'Theo yêu cầu', on: '2025-10-17' } }]);
    const then = after(petition, history, forget(['s-2']));
    expect(the(then).when(forget()).events()).toMatchObject([{ data: { subjects: ['s-1'] } }]);
    the(after(petition, then, forget()))
      .when(forget())
      .thenNothing();
    the(history)
      .when(forget(['s-9']))
      .thenRefused('UNKNOWN_PERSON', 'subjects.0');
    the(history).when(forget(undefined, ' ')).thenRefused('REASON_REQUIRED');
    const { version } = the(history).state() as LodgedPetition;
    expect(the(then).state()).toMatchObject({ version, forgotten: ['s-2'] });
  });

  it('are nobody in a petition that names none: nothing is forgotten', () => {
    const { persons: _, ...bare } = facts;
    the([{ type: 'PetitionLodged', data: bare }])
      .when(forget())
      .thenNothing();
  });
});
