import { requireNotInText } from './person-in-text.js';

const PERSONS = [
  { name: 'Hoàng Thị Kín Đáo', phone: '0912 345 678', idNumber: '040 185 000 123' },
  { name: 'An', phone: '113' },
];
const check = (content: string) => () => requireNotInText(PERSONS, { content });

it.each([
  'Bà Hoàng Thị Kín Đáo đề nghị',
  'BÀ HOÀNG THỊ KÍN ĐÁO',
  'bà hoàng  thị\nkín đáo.',
  'Hoàng Thị Kín Đáo'.normalize('NFD'),
  '(Hoàng Thị Kín-Đáo)',
  'gọi 0912345678',
  'gọi 0912.345.678, gặp',
  'gọi (0912) 345-678',
  'CCCD 040185000123.',
])('finds who is named in: %s', (text) => {
  expect(check(text)).toThrow(expect.objectContaining({ code: 'PERSON_IN_TEXT', field: 'content' }));
});

it.each([
  '',
  'Bà {{1}} đề nghị',
  'xã An Hòa, gọi 113',
  'Hoàng Thị Kín Đáon',
  'họ Hoàng, tên Đáo',
  'số 0912 và 345678',
])('finds nobody in: %s', (text) => {
  expect(check(text)).not.toThrow();
});

it('looks at the subject and the reason too', () => {
  const [text] = ['vì Hoàng Thị Kín Đáo'];
  expect(() => requireNotInText(PERSONS, { subject: text })).toThrow('PERSON_IN_TEXT');
  expect(() => requireNotInText(PERSONS, { reason: text })).toThrow('PERSON_IN_TEXT');
});
