import { cutAt, endOfWeek, folded, readDay } from './words.js';

it('reads days as people type them', () => {
  expect(['12/12/2025', '1.2.26', ' 05-11-2025 '].map(readDay)).toEqual([
    '2025-12-12',
    '2026-02-01',
    '2025-11-05',
  ]);
  expect(['31/02/2026', '2026-01-01', 'mai', '32/1/2026'].map(readDay)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

it('ends a week on its Sunday', () => {
  expect(['2026-11-26', '2026-11-29', '2026-11-30'].map(endOfWeek)).toEqual([
    '2026-11-29',
    '2026-11-29',
    '2026-12-06',
  ]);
});

it('finds words without their marks, letter by letter', () => {
  expect(folded('Đường Thái Hoà')).toBe('duong thai hoa');
  expect(cutAt('Phường Thái Hoà, đường', 'thai hoa duong')).toEqual([
    { text: 'Phường ', found: false },
    { text: 'Thái', found: true },
    { text: ' ', found: false },
    { text: 'Hoà', found: true },
    { text: ', ', found: false },
    { text: 'đường', found: true },
  ]);
  expect(cutAt('a (b', '(b')).toEqual([
    { text: 'a ', found: false },
    { text: '(b', found: true },
  ]);
});
