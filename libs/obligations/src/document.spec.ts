import { DomainError } from '#event-sourcing/decider.js';
import { letter } from '../../../test/support/cases.js';
import { checkedDocument, documentCode, type DocumentRef, documentStream } from './document.js';

const TODAY = '2025-11-05';

describe('the number and notation of a document', () => {
  it.each([
    ['125', 'SGDĐT-VP', '125/SGDĐT-VP'],
    ['192', 'TB-UBND', '192/TB-UBND'],
    ['6907', 'UBND-KSTT', '6907/UBND-KSTT'],
    ['1806', 'SKHCN-CĐS', '1806/SKHCN-CĐS'],
    ['58', '2016/QĐ-UBND', '58/2016/QĐ-UBND'],
    ['5', 'KH-UBND', '05/KH-UBND'],
    ['05', 'KH-UBND', '05/KH-UBND'],
    ['0007', 'SGDĐT-VP', '07/SGDĐT-VP'],
    [' 12a ', ' TB-UBND ', '12a/TB-UBND'],
    ['10', 'SGDĐT-VP'.normalize('NFD'), '10/SGDĐT-VP'],
  ])('%s and %s are written %s', (codeNumber, codeNotation, code) => {
    expect(documentCode(checked({ codeNumber, codeNotation }))).toBe(code);
  });

  it.each([
    ['15', 'CV/TU', 'NOTATION_HAS_CV'],
    ['15-CV', 'TU', 'DOCUMENT_NUMBER_INVALID'],
    ['15', 'CV-UBND', 'NOTATION_HAS_CV'],
    ['15', 'SGDĐT-cv', 'NOTATION_HAS_CV'],
    ['0', 'TB-UBND', 'DOCUMENT_NUMBER_INVALID'],
    ['', 'TB-UBND', 'DOCUMENT_NUMBER_INVALID'],
    ['12345678', 'TB-UBND', 'DOCUMENT_NUMBER_INVALID'],
    ['12', '', 'DOCUMENT_NOTATION_INVALID'],
    ['12', 'tb-ubnd', 'DOCUMENT_NOTATION_INVALID'],
    ['12', 'TB UBND', 'DOCUMENT_NOTATION_INVALID'],
    ['12', 'TB-UBND/', 'DOCUMENT_NOTATION_INVALID'],
  ])('%p with %p is refused (%s)', (codeNumber, codeNotation, code) => {
    expect(refusal({ codeNumber, codeNotation })).toBe(code);
  });

  it('lets CV stand inside a longer word', () => {
    expect(documentCode(checked({ codeNotation: 'CVP-UBND' }))).toBe('125/CVP-UBND');
  });

  it('wants a type, a subject and a date that has come', () => {
    expect(refusal({ typeName: ' ' })).toBe('TEXT_REQUIRED');
    expect(refusal({ subject: '' })).toBe('TEXT_REQUIRED');
    expect(refusal({ issuedDate: '2025-11-06' })).toBe('DATE_IN_FUTURE');
    expect(refusal({ issuedDate: '2025-02-29' })).toBe('DATE_INVALID');
    expect(checked({ issuedDate: TODAY }).issuedDate).toBe(TODAY);
  });
});

describe('the place that a document number takes', () => {
  const place = (change: Partial<DocumentRef>) =>
    documentStream(checkedDocument({ ...document, ...change }, '2026-12-31'));

  it('is one per issuing agency, year, number and notation, however it is spelt', () => {
    expect(place({ codeNumber: '0125' })).toBe(place({}));
    expect(place({ codeNotation: 'SGDĐT-VP'.normalize('NFD') })).toBe(place({}));
    expect(place({ issuedDate: '2025-01-02' })).toBe(place({}));
  });

  it('is another for another agency, year, number or notation', () => {
    const places = [
      place({}),
      place({ agency: 'STC' }),
      place({ issuedDate: '2026-01-02' }),
      place({ codeNumber: '126' }),
      place({ codeNotation: 'SGDĐT-TTr' }),
    ];
    expect(new Set(places).size).toBe(5);
  });
});

const document: DocumentRef = { ...letter('125', '2025-11-03', 'SGDĐT'), codeNotation: 'SGDĐT-VP' };

function checked(change: Partial<DocumentRef>): DocumentRef {
  return checkedDocument({ ...document, ...change }, TODAY);
}

function refusal(change: Partial<DocumentRef>): string | undefined {
  try {
    checked(change);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
