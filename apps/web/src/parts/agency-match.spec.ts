import { matchAgencies, matchAgency } from './agency-match.js';

const agency = (code: string, name: string, abbreviation = code, aliases: string[] = []) => ({
  ...{ code, name, abbreviation, aliases },
});
const KNOWN = [
  agency('STC', 'Sở Tài chính'),
  agency('SNV', 'Sở Nội vụ', 'SNV', ['Sở LĐTBXH']),
  agency('18040', 'Xã Lam Thành', 'Lam Thành'),
  agency('18041', 'Xã Thành Vinh'),
  agency('18042', 'Phường Thành Vinh'),
];
const code = (text: string) => matchAgency(text, KNOWN)?.code;

describe('an agency', () => {
  it.each([
    ['stc', 'STC'],
    ['Sở Tài chính', 'STC'],
    ['so tai chinh', 'STC'],
    ['tài chính', 'STC'],
    ['so ldtbxh', 'SNV'],
    ['lam thanh', '18040'],
    ['18041', '18041'],
    ['xa thanh vinh', '18041'],
  ])('is known by "%s"', (text, expected) => {
    expect(code(text)).toBe(expected);
  });

  it.each(['thành vinh', 'sở', '', 'Bộ Tài chính'])('is not guessed from "%s"', (text) => {
    expect(code(text)).toBeUndefined();
  });
});

it('several stand in one cell, and the first that is none is told', () => {
  const { found, unknown } = matchAgencies('STC; so noi vu, Sở Ngoại vụ', KNOWN);
  expect([found.map((one) => one.code), unknown]).toEqual([['STC', 'SNV'], 'Sở Ngoại vụ']);
});
