/** What the security documents give as proof is there. */
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');

it.each(['docs/security.md', 'docs/threat-model.md', 'SECURITY.md'])(
  '%s names files that are there',
  (document) => {
    const text = fs.readFileSync(path.join(ROOT, document), 'utf8');
    const named = [...text.matchAll(/`((?:test|apps|libs|docs|scripts|docker)\/[\w./-]+)`/g)].map(
      ([, file]) => file!,
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((file) => !fs.existsSync(path.join(ROOT, file)))).toEqual([]);
  },
);
