import fs from 'node:fs';
import path from 'node:path';
import { LOCKS } from './locks.js';

const ROOT = path.join(import.meta.dirname, '../../..');

it('no two purposes share the number of a lock', () => {
  const numbers = Object.values(LOCKS);
  expect(new Set(numbers).size).toBe(numbers.length);
});

it('nobody takes a number of their own', () => {
  const sources = ['apps', 'libs'].flatMap((folder) =>
    fs
      .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/locks(\.spec)?\.ts$/.test(file))
      .map((file) => path.join(folder, file)),
  );
  expect(sources.length).toBeGreaterThan(100);
  const numbered = sources.filter((file) =>
    /730_?54\d\d|7_305_\d{3}|advisory\w*\(\s*\d/.test(fs.readFileSync(path.join(ROOT, file), 'utf8')),
  );
  expect(numbered).toEqual([]);
});
