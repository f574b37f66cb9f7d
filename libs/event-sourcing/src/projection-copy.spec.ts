import { copyLine } from './projection-copy.js';

describe('a line for COPY', () => {
  it('has its fields in the order of the columns, and NULL for what the row lacks', () => {
    const row = { c: 'x', a: 1, b: false, d: null, f: undefined };
    expect(copyLine(['a', 'b', 'c', 'd', 'e', 'f'], row)).toBe('1\tfalse\tx\t\\N\t\\N\t\\N\n');
  });

  it('tells an empty text and the text "\\N" from NULL, and keeps what separates fields and lines', () => {
    expect(copyLine(['a', 'b'], { a: '', b: '\\N' })).toBe('\t\\\\N\n');
    expect(copyLine(['a'], { a: 'một\thai\nba\r\n\\.' })).toBe('một\\thai\\nba\\r\\n\\\\.\n');
  });

  it('writes objects and lists as JSON', () => {
    expect(copyLine(['a', 'b'], { a: { text: 'x\ny' }, b: [] })).toBe('{"text":"x\\\\ny"}\t[]\n');
  });
});
