/** Every text is in both languages and is used, and no text lives in a component. */
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const FOLDER = import.meta.dirname;
const texts = (language: string) =>
  JSON.parse(fs.readFileSync(path.join(FOLDER, 'i18n', `${language}.json`), 'utf8')) as Record<
    string,
    string
  >;
const [vi, en] = [texts('vi'), texts('en')];

const sources = fs
  .readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.ts$|schema\.ts$/.test(file))
  .map((file) => ({ file, text: fs.readFileSync(path.join(FOLDER, file), 'utf8') }));

/** A key of several numbers is one key: Vietnamese has one form, English two. */
const keysOf = (of: Record<string, string>) =>
  new Set(Object.keys(of).map((key) => key.replace(/_(one|other)$/, '')));

interface Uses {
  readonly keys: Set<string>;
  /** What keys put together begin with: t(`term_${state}`). */
  readonly beginnings: Set<string>;
  /** Asked for with what is only known later: t(row.role). */
  readonly words: Set<string>;
  readonly textInComponents: string[];
}

const SHOWN = ['title', 'placeholder', 'aria-label', 'alt', 'label'];

function usesIn(all: readonly { file: string; text: string }[]): Uses {
  const uses: Uses = { keys: new Set(), beginnings: new Set(), words: new Set(), textInComponents: [] };
  for (const { file, text } of all) {
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && node.expression.getText() === 't') collect(node.arguments[0]!, uses);
      const shown =
        (ts.isJsxText(node) && node.text) ||
        (ts.isJsxAttribute(node) &&
          SHOWN.includes(node.name.getText()) &&
          node.initializer &&
          ts.isStringLiteral(node.initializer) &&
          node.initializer.text);
      if (shown && /\p{L}/u.test(shown)) uses.textInComponents.push(`${file}: ${shown.trim()}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return uses;
}

function collect(asked: ts.Expression, uses: Uses): void {
  if (ts.isStringLiteralLike(asked)) uses.keys.add(asked.text);
  else if (ts.isTemplateExpression(asked)) uses.beginnings.add(asked.head.text);
  else if (ts.isConditionalExpression(asked)) {
    collect(asked.whenTrue, uses);
    collect(asked.whenFalse, uses);
  } else uses.words.add(asked.getText());
}

/** What the codes of the domain are, where a key is the code itself. */
const CODES = ['LEAD', 'SUPPORT', 'PETITION', 'DIRECTIVE'];

const uses = usesIn(sources);

it('has the same keys in both languages, each with a text', () => {
  expect([...keysOf(vi)].sort()).toEqual([...keysOf(en)].sort());
  for (const [key, text] of [...Object.entries(vi), ...Object.entries(en)])
    expect([key, text.trim()]).not.toEqual([key, '']);
  expect(Object.keys(vi).filter((key) => key.endsWith('_one'))).toEqual([]);
  expect(
    Object.keys(en).filter((key) => key.endsWith('_other') && !en[key.replace('_other', '_one')]),
  ).toEqual([]);
});

it('fills in the same in both languages', () => {
  const filled = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();
  for (const key of Object.keys(vi)) expect([key, filled(en[key]!)]).toEqual([key, filled(vi[key]!)]);
});

it('has every key that is asked for', () => {
  const known = keysOf(vi);
  expect([...uses.keys, ...CODES].filter((key) => !known.has(key))).toEqual([]);
  const begins = (start: string) => [...known].some((key) => key.startsWith(start));
  expect([...uses.beginnings].filter((start) => !begins(start))).toEqual([]);
});

it('has no key that nobody asks for', () => {
  const asked = (key: string) =>
    uses.keys.has(key) ||
    CODES.includes(key) ||
    [...uses.beginnings].some((start) => start && key.startsWith(start));
  expect([...keysOf(vi)].filter((key) => !asked(key))).toEqual([]);
});

it('leaves no text in components', () => {
  expect(uses.textInComponents).toEqual([]);
});

it('would see a missing key, and a text in a component', () => {
  const text = 'const a = <p title="Xin chào">{t("nowhere")} Hết</p>;';
  const found = usesIn([{ file: 'a.tsx', text }]);
  expect(found.keys.has('nowhere')).toBe(true);
  expect(found.textInComponents).toEqual(['a.tsx: Xin chào', 'a.tsx: Hết']);
});
