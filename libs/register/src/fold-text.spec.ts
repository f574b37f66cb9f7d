import fc from 'fast-check';
import { foldText, searchWords, vietnameseSortKey } from './fold-text.js';

const collator = new Intl.Collator('vi');
const byKey = (a: string, b: string) => {
  const [x, y] = [vietnameseSortKey(a), vietnameseSortKey(b)];
  return x < y ? -1 : x > y ? 1 : 0;
};

describe('folded text', () => {
  it.each([
    ['Hòa', 'hoa'],
    ['Hoà', 'hoa'],
    ['HÒA'.normalize('NFD'), 'hoa'],
    ['Đồng Lộc', 'dong loc'],
    ['  đất\u00a0 đai\n', 'dat dai'],
    ['Ưỡn Ợ Ặ', 'uon o a'],
    ['125/SGDĐT-VP', '125/sgddt-vp'],
  ])('of %j is %j', (text, folded) => expect(foldText(text)).toBe(folded));

  it('is the same for every normal form, and folding again changes nothing', () => {
    fc.assert(
      fc.property(vietnamese(), (text) => {
        const folded = foldText(text);
        expect(foldText(text.normalize('NFD'))).toBe(folded);
        expect(foldText(text.normalize('NFC'))).toBe(folded);
        expect(foldText(folded)).toBe(folded);
      }),
    );
  });
});

describe('words of a search', () => {
  it('are folded one by one; a phrase in quotes stays together', () => {
    expect(searchWords('  Đất "Hưng Nguyên  Nam" đất “một cửa” ""')).toEqual([
      'dat',
      'hung nguyen nam',
      'mot cua',
    ]);
  });
  it('are none in an empty text', () => expect(searchWords(' \u0301 ')).toEqual([]));
});

describe('Vietnamese order', () => {
  it('puts the 130 communes and wards of Nghệ An where the collator puts them', () => {
    expect(UNITS).toHaveLength(130);
    expect([...UNITS].sort(byKey)).toEqual([...UNITS].sort(collator.compare));
  });

  it('counts letters first, then tones, then capitals', () => {
    const sorted = ['Đ', 'da', 'dạ', 'dá', 'dã', 'dả', 'dà', 'Da', 'dă', 'dâ', 'dz', 'e', 'đa', 'd'].sort(
      byKey,
    );
    expect(sorted).toEqual(['d', 'da', 'Da', 'dà', 'dả', 'dã', 'dá', 'dạ', 'dă', 'dâ', 'dz', 'Đ', 'đa', 'e']);
  });

  it('is that of the collator for any text of Vietnamese letters, digits and punctuation', () => {
    fc.assert(
      fc.property(vietnamese(), vietnamese(), (a, b) => {
        expect(`${a}|${b}: ${byKey(a, b)}`).toBe(`${a}|${b}: ${Math.sign(collator.compare(a, b))}`);
      }),
      { numRuns: 2_000 },
    );
  });

  it('does not depend on the normal form, and bounds the key', () => {
    expect(vietnameseSortKey('Hoà Bình'.normalize('NFD'))).toBe(vietnameseSortKey('Hoà Bình'));
    expect(vietnameseSortKey('ặ'.repeat(5_000)).length).toBeLessThan(310);
  });
});

const LETTERS = [...'aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz'];
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

/** Short, so that two of them often agree in their first letters. */
function vietnamese(): fc.Arbitrary<string> {
  const letter = fc
    .record({
      base: fc.constantFrom(...LETTERS),
      tone: fc.constantFrom(...TONES),
      capital: fc.boolean(),
    })
    .map(({ base, tone, capital }) => {
      const small = 'aăâeêioôơuưy'.includes(base) ? (base + tone).normalize('NFC') : base;
      return capital ? small.toUpperCase() : small;
    });
  const other = fc.constantFrom(...'0189 -,.()/:"');
  return fc
    .array(fc.oneof({ weight: 6, arbitrary: letter }, { weight: 1, arbitrary: other }), { maxLength: 5 })
    .map((chars) => chars.join('').trim());
}

const UNITS = `
  Thành Vinh, Trường Vinh, Vinh Phú, Vinh Lộc, Cửa Lò, Quế Phong, Thông Thụ, Tiền Phong, Tri Lễ,
  Mường Quàng, Quỳ Châu, Châu Tiến, Hùng Chân, Châu Bình, Mường Xén, Mỹ Lý, Bắc Lý, Keng Đu, Huồi Tụ,
  Mường Lống, Na Loi, Nậm Cắn, Hữu Kiệm, Chiêu Lưu, Mường Típ, Na Ngoi, Tương Dương, Nhôn Mai,
  Hữu Khuông, Nga My, Lượng Minh, Yên Hoà, Yên Na, Tam Quang, Tam Thái, Thái Hoà, Nghĩa Đàn, Nghĩa Lâm,
  Nghĩa Thọ, Nghĩa Hưng, Nghĩa Mai, Tây Hiếu, Đông Hiếu, Nghĩa Lộc, Nghĩa Khánh, Quỳ Hợp, Châu Hồng,
  Châu Lộc, Tam Hợp, Minh Hợp, Mường Ham, Mường Chọng, Hoàng Mai, Quỳnh Mai, Tân Mai, Quỳnh Văn,
  Quỳnh Tam, Quỳnh Sơn, Quỳnh Anh, Quỳnh Lưu, Quỳnh Phú, Quỳnh Thắng, Bình Chuẩn, Mậu Thạch, Cam Phục,
  Châu Khê, Con Cuông, Môn Sơn, Tân Kỳ, Tân Phú, Giai Xuân, Nghĩa Đồng, Tiên Đồng, Tân An, Nghĩa Hành,
  Anh Sơn, Thành Bình Thọ, Nhân Hoà, Vĩnh Tường, Anh Sơn Đông, Yên Xuân, Hùng Châu, Đức Châu, Hải Châu,
  Quảng Châu, Diễn Châu, Minh Châu, An Châu, Tân Châu, Yên Thành, Bình Minh, Quang Đồng, Giai Lạc,
  Đông Thành, Vân Du, Quan Thành, Hợp Minh, Vân Tụ, Bạch Ngọc, Lương Sơn, Đô Lương, Văn Hiến,
  Thuần Trung, Bạch Hà, Đại Đồng, Hạnh Lâm, Cát Ngạn, Tam Đồng, Sơn Lâm, Hoa Quân, Xuân Lâm, Kim Bảng,
  Bích Hào, Nghi Lộc, Hải Lộc, Thần Lĩnh, Văn Kiều, Phúc Lộc, Trung Lộc, Đông Lộc, Vinh Hưng, Nam Đàn,
  Đại Huệ, Vạn An, Kim Liên, Thiên Nhẫn, Hưng Nguyên, Yên Trung, Hưng Nguyên Nam, Lam Thành
`
  .split(',')
  .map((name) => name.trim());
