import { given } from '#event-sourcing/given.js';
import { after, at } from '../../../test/support/cases.js';
import {
  agency,
  type AgencyCommand,
  type AgencyEvent,
  type AgencyFacts,
  type EstablishedAgency,
  officeHolder,
} from './agency.js';

const the = given(agency);
const facts: AgencyFacts = {
  code: 'SNNMT',
  kind: 'DEPARTMENT',
  name: 'Sở Nông nghiệp và Môi trường',
  abbreviation: 'SNNMT',
  aliases: ['Sở NN&MT'],
};
const established: AgencyEvent = { type: 'AgencyEstablished', data: { ...facts, on: '2025-03-01' } };

describe('an agency that is not there', () => {
  it('is established', () => {
    the([]).when(establish({})).then([established]);
  });

  it.each([
    [{ code: '18040', kind: 'COMMUNE' }, undefined],
    [{ code: '16690', kind: 'WARD' }, undefined],
    [{ code: 'TP', kind: 'PROVINCIAL_BODY' }, undefined],
    [{ code: 'SĐT', kind: 'DEPARTMENT' }, undefined],
    [{ code: '1804', kind: 'COMMUNE' }, 'AGENCY_CODE_INVALID'],
    [{ code: 'XLT', kind: 'COMMUNE' }, 'AGENCY_CODE_INVALID'],
    [{ code: '18040', kind: 'DEPARTMENT' }, 'AGENCY_CODE_INVALID'],
    [{ code: 'snv', kind: 'DEPARTMENT' }, 'AGENCY_CODE_INVALID'],
    [{ code: 'S', kind: 'DEPARTMENT' }, 'AGENCY_CODE_INVALID'],
    [{ code: 'A-B', kind: 'COMPANY' }, 'AGENCY_CODE_INVALID'],
    [{ name: ' ' }, 'TEXT_REQUIRED'],
    [{ abbreviation: '' }, 'TEXT_REQUIRED'],
  ])('with %j: %s', (change, code) => {
    const decided = the([]).when(establish(change as Partial<AgencyFacts>));
    if (code) decided.thenRefused(code);
    else expect(decided.events()).toHaveLength(1);
  });

  it('is not renamed', () => {
    the([]).when(rename('Sở Môi trường')).thenRefused('UNKNOWN_AGENCY');
  });
});

describe('an agency', () => {
  it('established again is the same, under any of its names; another one is refused', () => {
    the([established]).when(establish({})).thenNothing();
    the([established])
      .when(establish({ name: facts.name.normalize('NFD') }))
      .thenNothing();
    the(after(agency, [established], rename('Sở Môi trường')))
      .when(establish({}))
      .thenNothing();
    the([established])
      .when(establish({ name: 'Sở Nội vụ' }))
      .thenRefused('AGENCY_EXISTS', 'code');
  });

  it('renamed is found by its old name still', () => {
    the([established])
      .when(rename('Sở Môi trường'))
      .then([
        {
          type: 'AgencyRenamed',
          data: { name: 'Sở Môi trường', aliases: ['Sở NN&MT', facts.name], on: '2025-07-01' },
        },
      ]);
    the([established])
      .when(rename(`${facts.name} `))
      .thenNothing();
    the([established])
      .when(rename(facts.name, { aliases: ['Sở NN&MT'] }))
      .thenNothing();
    expect(
      the([established])
        .when(rename(facts.name, { aliases: [] }))
        .events(),
    ).toHaveLength(1);
    the([established]).when(rename('')).thenRefused('TEXT_REQUIRED', 'name');
  });

  it('changes in the order of time', () => {
    the([established])
      .when(rename('Sở Môi trường', {}, '2025-02-28'))
      .thenRefused('OUT_OF_ORDER', 'on');
    const renamed = after(agency, [established], rename('Sở Môi trường'));
    the(renamed).when(merge('SXD', '2025-06-30')).thenRefused('OUT_OF_ORDER', 'on');
  });

  it('is merged into another, never into itself, and then nothing more happens to it', () => {
    const merged = after(agency, [established], merge('SXD'));
    expect(merged.at(-1)).toEqual({
      type: 'AgencyMergedInto',
      data: { successor: 'SXD', on: '2025-08-01', legalBasis: 'Nghị quyết HĐND' },
    });
    expect(the(merged).state()).toMatchObject({ status: 'MERGED', endedOn: '2025-08-01' });
    the(merged).when(merge('SXD')).thenNothing();
    the(merged).when(merge('STC')).thenRefused('AGENCY_ENDED');
    the(merged).when(rename('X')).thenRefused('AGENCY_ENDED');
    the(merged).when(dissolve()).thenRefused('AGENCY_ENDED');
    the(merged).when(hold({})).thenRefused('AGENCY_ENDED');
    the([established]).when(merge('SNNMT')).thenRefused('MERGED_INTO_ITSELF', 'successor');
  });

  it('is dissolved once, with its legal basis', () => {
    const gone = after(agency, [established], dissolve());
    the(gone).when(dissolve()).thenNothing();
    the(gone).when(merge('SXD')).thenRefused('AGENCY_ENDED');
    the([established]).when(dissolve(' ')).thenRefused('TEXT_REQUIRED', 'legalBasis');
  });

  it('refuses whoever has seen an older version', () => {
    the([established])
      .when(rename('Sở Môi trường', { expectedVersion: 2 }))
      .thenRefused('STALE_VERSION');
  });
});

describe('a post', () => {
  const held = after(agency, [established], hold({}));

  it('is held by one person at a time', () => {
    expect(held.at(-1)).toEqual({
      type: 'OfficeHeld',
      data: { post: 'Giám đốc', person: 'Nguyễn Văn An', from: '2025-03-01', to: null },
    });
    the(held).when(hold({})).thenNothing();
    the(held)
      .when(hold({ person: 'Trần Thị Bình', from: '2025-09-01' }))
      .thenRefused('OFFICE_TAKEN', 'from');
  });

  it('changes hands on a day: who held it before stays known', () => {
    const changed = after(
      agency,
      held,
      hold({ to: '2025-08-31' }),
      hold({ person: 'Trần Thị Bình', from: '2025-09-01' }),
    );
    const state = the(changed).state() as EstablishedAgency;
    expect(officeHolder(state, 'Giám đốc', '2025-08-31')?.person).toBe('Nguyễn Văn An');
    expect(officeHolder(state, 'Giám đốc', '2025-09-01')?.person).toBe('Trần Thị Bình');
    expect(officeHolder(state, 'Giám đốc', '2025-02-28')).toBeUndefined();
    the(changed)
      .when(hold({ to: '2025-09-01' }))
      .thenRefused('OFFICE_TAKEN');
  });

  it('may have an acting holder beside, who speaks only without a holder proper', () => {
    const acting = after(
      agency,
      held,
      hold({ to: '2025-08-31' }),
      hold({ person: 'Lê Văn Cường', from: '2025-08-15', acting: true }),
    );
    const state = the(acting).state() as EstablishedAgency;
    expect(officeHolder(state, 'Giám đốc', '2025-08-20')?.person).toBe('Nguyễn Văn An');
    expect(officeHolder(state, 'Giám đốc'.normalize('NFD'), '2025-09-20')?.person).toBe('Lê Văn Cường');
  });

  it.each([
    [{ to: '2025-02-28' }, 'PERIOD_INVERTED'],
    [{ from: '01/03/2025' }, 'DATE_INVALID'],
    [{ to: '2025-13-01' }, 'DATE_INVALID'],
    [{ person: '' }, 'TEXT_REQUIRED'],
    [{ post: ' ' }, 'TEXT_REQUIRED'],
  ])('is not held with %j', (change, code) => {
    the([established]).when(hold(change)).thenRefused(code);
  });
});

function establish(change: Partial<AgencyFacts>): AgencyCommand {
  return { type: 'EstablishAgency', data: { ...facts, ...change }, at: at('2025-03-01') };
}

function rename(name: string, change: object = {}, on = '2025-07-01'): AgencyCommand {
  return { type: 'RenameAgency', data: { name, ...change }, at: at(on) };
}

function merge(successor: string, on = '2025-08-01'): AgencyCommand {
  return { type: 'MergeAgency', data: { successor, legalBasis: 'Nghị quyết HĐND' }, at: at(on) };
}

function dissolve(legalBasis = 'Nghị quyết HĐND'): AgencyCommand {
  return { type: 'DissolveAgency', data: { legalBasis }, at: at('2025-08-01') };
}

function hold(change: object): AgencyCommand {
  const data = { post: 'Giám đốc', person: 'Nguyễn Văn An', from: '2025-03-01', to: null, ...change };
  return { type: 'HoldOffice', data, at: at('2025-10-01') };
}
