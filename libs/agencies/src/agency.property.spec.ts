import assert from 'node:assert/strict';
import fc from 'fast-check';
import { at } from '../../../test/support/cases.js';
import { checkDecider, days, decisionDays, texts } from '../../../test/support/decider-properties.js';
import { type Agency, agency, AGENCY_EVENTS, type AgencyCommand, type AgencyEvent } from './agency.js';

it('an agency holds together under any run of commands', () => {
  const establish: AgencyCommand = {
    type: 'EstablishAgency',
    data: { code: 'SNV', kind: 'DEPARTMENT', name: 'Sở Nội vụ', abbreviation: 'SNV', aliases: [] },
    at: at('2025-10-14'),
  };
  const seen = checkDecider(agency, [establish], commands(), checkStep);
  expect([...seen].sort()).toEqual(Object.keys(AGENCY_EVENTS).sort());
});

/** Every event counts, and no post has two holders proper on one day. */
function checkStep(before: Agency, event: AgencyEvent, after: Agency): void {
  if (before.status === 'NONE' || after.status === 'NONE') return;
  assert.equal(before.status, 'ACTIVE', `${event.type} after the end`);
  assert.equal(after.version, before.version + 1);
  const proper = after.offices.filter((held) => !held.acting);
  for (const [i, a] of proper.entries()) {
    for (const b of proper.slice(i + 1)) {
      const apart = (a.to !== null && a.to < b.from) || (b.to !== null && b.to < a.from);
      assert.ok(apart || a.post !== b.post, `${a.person} and ${b.person}`);
    }
  }
}

function commands(): fc.Arbitrary<AgencyCommand> {
  const office = fc.record(
    { post: texts, person: texts, from: days, to: fc.option(days), acting: fc.boolean() },
    { requiredKeys: ['post', 'person', 'from', 'to'] },
  );
  const code = fc.constantFrom('SNV', 'SNV', 'snv', '18040');
  return fc.oneof(
    command('EstablishAgency', {
      code,
      kind: fc.constantFrom('DEPARTMENT', 'COMMUNE'),
      name: texts,
      abbreviation: texts,
      aliases: fc.array(texts),
    }),
    { weight: 4, arbitrary: command('RenameAgency', { name: texts, legalBasis: texts }) },
    command('MergeAgency', { successor: fc.constantFrom('SNV', 'STC'), legalBasis: texts }),
    command('DissolveAgency', { legalBasis: texts }),
    { weight: 30, arbitrary: withData('HoldOffice', office) },
  );
}

function command(type: string, model: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<AgencyCommand> {
  return withData(type, fc.record(model));
}

function withData(type: string, data: fc.Arbitrary<unknown>): fc.Arbitrary<AgencyCommand> {
  return fc
    .tuple(data, decisionDays)
    .map(([facts, on]) => ({ type, data: facts, at: at(on) }) as AgencyCommand);
}
