/**
 * Vietnamese text made comparable: `foldText` for searching (marks and case do not count), `vietnameseSortKey` for
 * sorting. Both are plain functions of the text, so stored rows are the same whatever server or ICU version keeps them.
 */

/** `Hòa`, `Hoà` (in whatever normal form) and `hoa` are one; so are `đ` and `d`. */
export function foldText(text: string): string {
  const folded = text.split(' ').map(foldWord).join(' ');
  return (/\s\s|[^\S ]/u.test(folded) ? folded.replace(/\s+/gu, ' ') : folded).trim();
}

/** Vietnamese has some thousand syllables: most texts are made of ones that were folded before. */
const foldedWords = new Map<string, string>();
const MAX_WORDS = 20_000;
/** A longer piece of a text would keep the whole text in memory. */
const MAX_WORD = 12;

function foldWord(word: string): string {
  const known = foldedWords.get(word);
  if (known !== undefined) return known;
  const folded = word.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
  if (word.length <= MAX_WORD && foldedWords.size < MAX_WORDS) foldedWords.set(word, folded);
  return folded;
}

/** The words of a search, folded; what stands in quotes is one phrase. */
export function searchWords(text: string): string[] {
  const words = [...text.matchAll(/["“]([^"”]*)["”]|([^\s"“”]+)/gu)].map((m) => foldText(m[1] ?? m[2] ?? ''));
  return [...new Set(words.filter((word) => word !== ''))];
}

/** Primary order: space, punctuation, digits, letters. `ă â đ ê ô ơ ư` are letters of their own. */
const ORDER = ' _-–—,;:!?.…\'‘’"“”()[]{}@*/\\&#%^+<=>|~$0123456789' + 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
const PRIMARY = new Map([...ORDER].map((char, i) => [char, String.fromCharCode(0x21 + i)]));
/** Tones decide after the letters of the whole text: ngang, huyền, hỏi, ngã, sắc, nặng. */
const TONES = new Map([...'\u0300\u0309\u0303\u0301\u0323'].map((mark, i) => [mark, String(i + 1)]));
const SHAPES = new Set('\u0306\u0302\u031b');
const LEVEL = '\u0020';
const OTHER = '\u007f';

/**
 * A text whose code-point order is that of `Intl.Collator('vi')`, for Vietnamese letters, ASCII and common
 * punctuation; anything else sorts after `z` by code point. Only the first 100 letters count.
 */
export function vietnameseSortKey(text: string): string {
  let primary = '';
  let tones = '';
  let cases = '';
  const letters =
    text
      .normalize('NFC')
      .trim()
      .match(/\P{M}\p{M}*/gu) ?? [];
  for (const letter of letters.slice(0, 100)) {
    let weight = weights.get(letter);
    if (!weight) {
      weight = weightOf(letter);
      if (weights.size < 1_000) weights.set(letter, weight);
    }
    primary += weight.primary;
    tones += weight.tone;
    cases += weight.capital;
  }
  return primary + LEVEL + trimmed(tones) + LEVEL + trimmed(cases);
}

interface Weight {
  readonly primary: string;
  readonly tone: string;
  readonly capital: string;
}

/** Texts are made of the same few letters. */
const weights = new Map<string, Weight>();

function weightOf(letter: string): Weight {
  const [base = '', ...marks] = letter.normalize('NFD');
  const shape = marks.find((mark) => SHAPES.has(mark)) ?? '';
  const lower = base.toLowerCase();
  const plain = /\s/u.test(lower) ? ' ' : lower;
  return {
    primary: PRIMARY.get((plain + shape).normalize('NFC')) ?? PRIMARY.get(plain) ?? OTHER + plain,
    tone: marks.map((mark) => TONES.get(mark)).find((tone) => tone !== undefined) ?? '0',
    capital: lower === base ? '0' : '1',
  };
}

/** Trailing zeros say nothing: what is absent sorts first as well. */
function trimmed(weights: string): string {
  let end = weights.length;
  while (weights[end - 1] === '0') end -= 1;
  return weights.slice(0, end);
}
