/** What the security documents give as proof is there. */
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');
const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8');

it.each(['docs/security.md', 'docs/threat-model.md', 'SECURITY.md'])(
  '%s names files that are there',
  (document) => {
    const named = [...read(document).matchAll(/`((?:test|apps|libs|docs|scripts|docker)\/[\w./-]+)`/g)].map(
      ([, file]) => file!,
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((file) => !fs.existsSync(path.join(ROOT, file)))).toEqual([]);
  },
);

describe('the table of requirements', () => {
  const rows = [...read('docs/security.md').matchAll(/^\| ([\d.,– ]+?) *\| ([a-z ]+?) *\| (.+?) *\|$/gm)].map(
    ([, requirement, verdict, how]) => ({ requirement: requirement!, verdict: verdict!, how: how! }),
  );
  /** The title of a case stands in quotation marks behind its file. */
  const casesIn = (text: string) =>
    [...text.matchAll(/`([\w./-]+\.spec\.ts)` “([^”]+)”/g)].map(
      ([, file, title]) => [file!, title!] as const,
    );

  it('knows its verdicts', () => {
    expect(rows.length).toBeGreaterThan(100);
    const verdicts = new Set(rows.map(({ verdict }) => verdict));
    expect([...verdicts].sort()).toEqual(['documented', 'made so', 'met', 'not applicable', 'not met']);
  });

  it('names for all that is met a case that is there, by its file and title', () => {
    const met = rows.filter(({ verdict }) => verdict === 'met');
    expect(met.filter(({ how }) => casesIn(how).length === 0)).toEqual([]);
    const missing = rows
      .flatMap(({ how }) => casesIn(how))
      .filter(([file, title]) => !hasCase(read(file), title))
      .map((one) => one.join(' › '));
    expect(missing).toEqual([]);
  });

  it('names a file for all that is made so, and a document for what is documented', () => {
    const names = (pattern: RegExp, verdict: string) =>
      rows.filter((row) => row.verdict === verdict && !pattern.test(row.how));
    expect(names(/`[\w./-]+\.(ts|mjs|html|md|json)`|`docker\/Dockerfile`/, 'made so')).toEqual([]);
    expect(names(/`docs\/[\w./-]+\.md`/, 'documented')).toEqual([]);
  });

  it('is believed of no case that is not there', () => {
    expect(hasCase("it('is here', () => {", 'is here')).toBe(true);
    expect(hasCase("])('is here: %s', () => {", 'is here: %s')).toBe(true);
    expect(hasCase("describe('is here', () => {", 'is here')).toBe(false);
    expect(hasCase("it('is here too', () => {", 'is here')).toBe(false);
  });
});

/** As the first argument of `it`, or of what `it.each` returned. */
function hasCase(source: string, title: string): boolean {
  const quoted = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(\\bit(\\.skip)?\\(|\\)\\()\\s*(['"\`])${quoted}\\3,`).test(source);
}
