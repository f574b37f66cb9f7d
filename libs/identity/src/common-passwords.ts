/**
 * What is tried first: the 49,000 passwords used most, and what people here think of besides. Compared without case,
 * marks, digits at the ends and punctuation, and said twice, so that one line stands for the usual variations.
 */
import { dictionary } from '@zxcvbn-ts/language-common';

/** Words of the field and of the country, typed without marks. */
const STEMS = `
password passw0rd passwordpassword mypassword yourpassword changeme changemenow changemeplease letmein letmeinnow
welcome welcometo welcomehome administrator admin adminadmin administratoradministrator root rootroot superuser
qwerty qwertyuiop qwertyqwerty asdfghjkl asdfghjklqwertyuiop zxcvbnm qwertyuiopasdfghjkl qazwsx qazwsxedc qazwsxedcrfv
abcdefghijkl abcdefghijklmnop abcabcabc abcdabcdabcd iloveyou iloveyouforever sunshine princess football baseball
superman batman dragon monkey master trustnoone whatever starwars computer internet samsung google facebook
correcthorsebatterystaple thequickbrownfox secretsecret secret test testtest testtesttest default guest guestguest
matkhau matkhaumatkhau matkhaucuatoi matkhaumoi matkhaumacdinh doimatkhau doimatkhaungay matkhaudangnhap dangnhap
xinchao xinchaocacban vietnam vietnamvietnam vietnamvodich conghoaxahoichunghiavietnam doclaptudohanhphuc
toiyeuvietnam toiyeunghean yeuvietnam hochiminh thanhphohochiminh saigon hanoi thudohanoi thudo nghean tinhnghean
ubndtinh ubndtinhnghean uybannhandan uybannhandantinh vanphonguybannhandan vanphong chutich phochutich
anhyeuem emyeuanh anhyeuemnhieulam yeuemmaimai iloveyoubaby conyeubome conyeume giadinhtoi khongbiet khongnho
khongcomatkhau quenmatkhau motheibabon mothaibabon mothaibabonnam dondoc dondocdondoc quantri quantrivien
`;

/** Small letters without marks; what is neither letter nor digit is gone. */
export const plainForm = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** What is said twice, said once; else itself. */
const halfOf = (text: string): string => {
  const half = text.slice(0, text.length / 2);
  return half + half === text ? half : text;
};

const LEET: Readonly<Record<string, string>> = {
  ...{ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' },
};

/** Signs that stand for letters, but for those at the ends, which are only hung on. */
const unleet = (text: string): string =>
  plainForm(text.replace(/^[\d\W]+|[\d\W]+$/g, '').replace(/[013457@$!]/g, (sign) => LEET[sign] ?? sign));

const COMMON = new Set([...STEMS.trim().split(/\s+/), ...dictionary['passwords-common'].map(plainForm)]);

/** Guessed early: on the list, a run along the keyboard or the digits, or one short piece again and again. */
export function isCommon(password: string): boolean {
  const plain = plainForm(password);
  const bare = plain.replace(/^\d+|\d+$/g, '');
  if (/^\d*$/.test(plain) || bare.length < 4) return true;
  if ([plain, bare, unleet(password)].some((form) => COMMON.has(form) || COMMON.has(halfOf(form))))
    return true;
  return /^(.{1,4})\1{2,}.{0,3}$/u.test(plain);
}
