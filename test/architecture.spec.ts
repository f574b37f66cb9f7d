/**
 * The import rules, executable. What decides (deciders, obligations, calendar) is pure: no framework, no driver, no
 * clock. A lib never imports an app. Drivers stay behind their adapters. There are no barrels.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '..');

/** Libraries whose files are pure, but for those that wire them to the store and the bus. */
const PURE_LIBS = ['petitions', 'directives', 'working-sessions', 'agencies', 'obligations', 'calendar'];
const WIRING = /\.(handler|module|source)\.ts$/;
/** They talk to the store on behalf of the handlers. */
const WITH_STORE = [
  'libs/obligations/src/case-number.ts',
  'libs/obligations/src/document-registry.ts',
  'libs/obligations/src/record.ts',
  'libs/petitions/src/petition-parts.ts',
];
/** Pure files beside the pure libraries: the decider type, and the port (types and errors). */
const PURE_KERNEL = ['libs/event-sourcing/src/decider.ts', 'libs/event-sourcing/src/event-store.ts'];
/** The only packages that a pure file may use, and where. */
const PURE_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'libs/calendar/src/calendar-draft.ts': ['@dqcai/vn-lunar'],
  'libs/calendar/src/working-calendar.ts': ['node:crypto'],
};

const PG_HOMES = [
  /^libs\/event-sourcing\/src\/(postgres[-\w]*(\.event-store)?|projection[-\w]*)\.ts$/,
  // Opens the pool that the adapter and the projections share.
  /^apps\/worker\/src\/(database|migration|event-stores)\.ts$/,
];
const EVENTSTOREDB_HOME = /^libs\/event-sourcing\/src\/eventstoredb[-\w]*(\.event-store)?\.ts$/;
/** What the client of EventStoreDB offers for deleting streams, or letting them expire. */
const FORGETTING = /\b(setStreamMetadata|deleteStream|tombstoneStream)\b/g;
/** Not shipped: tests and benchmarks may reach for a driver. */
const NOT_SHIPPED = /(^test\/|\.spec\.ts$)/;

interface Source {
  /** Path from the root, with forward slashes. */
  readonly file: string;
  readonly text: string;
}

/** What is wrong with a file, in words; nothing when it keeps the rules. */
function violations({ file, text }: Source): string[] {
  const imports = importsOf(text);
  const wrong = (what: string) => `${file}: ${what}`;
  const found: string[] = [];
  if (basename(file) === 'index.ts') found.push(wrong('is a barrel; import the file itself'));
  if (NOT_SHIPPED.test(file)) return found;
  for (const name of imports) {
    const target = resolved(file, name);
    if (file.startsWith('libs/') && target.startsWith('apps/'))
      found.push(wrong(`a lib imports an app (${name})`));
    if (isPackage(name, 'pg') && !PG_HOMES.some((home) => home.test(file)))
      found.push(wrong(`imports ${name}`));
    if (isPackage(name, '@eventstore/db-client') && !EVENTSTOREDB_HOME.test(file)) {
      found.push(wrong(`imports ${name} outside its adapter`));
    }
    // The client brings its own; the tests' double of a server is built on it.
    if (isPackage(name, '@grpc/grpc-js')) found.push(wrong(`imports ${name}`));
    if (isPure(file) && !isPure(target) && !(PURE_PACKAGES[file] ?? []).includes(name)) {
      found.push(wrong(`is pure and imports ${name}`));
    }
  }
  if (isPure(file)) found.push(...clockUses(text).map((use) => wrong(`is pure and uses ${use}`)));
  // Nothing shipped makes a store forget.
  for (const [use] of text.matchAll(FORGETTING)) found.push(wrong(`calls ${use}`));
  return found;
}

function isPure(file: string): boolean {
  if (PURE_KERNEL.includes(file)) return true;
  const lib = /^libs\/([^/]+)\/src\/[^/]+\.ts$/.exec(file)?.[1];
  return lib !== undefined && PURE_LIBS.includes(lib) && !WIRING.test(file) && !WITH_STORE.includes(file);
}

function isPackage(name: string, wanted: string): boolean {
  return name === wanted || name.startsWith(`${wanted}/`) || (wanted === 'pg' && name.startsWith('pg-'));
}

/** Where an import of ours leads, from the root; the name itself when it is a package. */
function resolved(file: string, name: string): string {
  const source = name.replace(/\.js$/, '.ts');
  if (name.startsWith('.')) return join(dirname(file), source).replaceAll('\\', '/');
  const alias = /^#([^/]+)\/(.+)$/.exec(source);
  return alias ? `libs/${alias[1]}/src/${alias[2]}` : name;
}

/** Every module named: imports, re-exports, types, `import()` and `require()`. */
function importsOf(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** Anything that makes the same question have another answer tomorrow. */
function clockUses(text: string): string[] {
  const uses: string[] = [];
  const globals = ['performance', 'process', 'setTimeout', 'setInterval', 'setImmediate', 'fetch', 'crypto'];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) {
      uses.push('new Date()');
    }
    if (ts.isCallExpression(node)) {
      const called = node.expression.getText();
      if (['Date', 'Date.now', 'Math.random', 'Intl.DateTimeFormat'].includes(called))
        uses.push(`${called}()`);
    }
    const named = ts.isIdentifier(node) && globals.includes(node.text);
    const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
    const isKey = ts.isPropertyAssignment(node.parent) && node.parent.name === node;
    if (named && !isMember && !isKey) uses.push(node.text);
    ts.forEachChild(node, visit);
  };
  const source = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true);
  ts.forEachChild(source, visit);
  return uses;
}

function sources(): Source[] {
  return ['apps', 'libs', 'test'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter(
        (file) => /\.tsx?$/.test(file) && !file.includes('/node_modules/') && !file.includes('/public/'),
      )
      .map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') })),
  );
}

describe('the sources', () => {
  const all = sources();

  it('keep the import rules', () => {
    expect(all.flatMap(violations)).toEqual([]);
  });

  it('are really looked at', () => {
    const pure = all.map(({ file }) => file).filter((file) => isPure(file) && !NOT_SHIPPED.test(file));
    for (const file of [
      'libs/petitions/src/petition.ts',
      'libs/directives/src/directive-decisions.ts',
      'libs/obligations/src/obligation.ts',
      'libs/calendar/src/due-date.ts',
      'libs/agencies/src/agency.ts',
      'libs/working-sessions/src/task-force.ts',
    ]) {
      expect(pure).toContain(file);
    }
    // A file that is listed as an exception and is gone must leave the list.
    const files = all.map(({ file }) => file);
    expect([...WITH_STORE, ...Object.keys(PURE_PACKAGES)].filter((file) => !files.includes(file))).toEqual(
      [],
    );
  });
});

describe('the check itself', () => {
  const DECIDER = 'libs/petitions/src/petition.ts';

  it.each([
    [DECIDER, "import { Injectable } from '@nestjs/common';", '@nestjs/common'],
    [DECIDER, "import type { DataSource } from 'typeorm';", 'typeorm'],
    [DECIDER, "export * from 'pg';", 'pg'],
    [DECIDER, "const pg = await import('pg');", 'pg'],
    [DECIDER, "type Pool = import('pg').Pool;", 'pg'],
    [DECIDER, "import { execute } from '#event-sourcing/execute.js';", 'execute'],
    [DECIDER, "import { reserve } from '#obligations/document-registry.js';", 'document-registry'],
    [DECIDER, "import './petition.handler.js';", 'petition.handler'],
    [DECIDER, "import { readFileSync } from 'node:fs';", 'node:fs'],
    [DECIDER, 'const now = Date.now();', 'Date.now'],
    [DECIDER, 'const now = new Date();', 'new Date()'],
    [DECIDER, 'const now = new Date;', 'new Date()'],
    [DECIDER, 'const now = Date();', 'Date()'],
    [DECIDER, 'const id = Math.random();', 'Math.random'],
    [DECIDER, 'const t = performance.now();', 'performance'],
    [DECIDER, 'if (process.env.TZ) throw 1;', 'process'],
    ['libs/calendar/src/term.ts', "import lunar from '@dqcai/vn-lunar';", '@dqcai/vn-lunar'],
    [
      'libs/petitions/src/petition.handler.ts',
      "import { app } from '../../../apps/api/src/app.js';",
      'a lib imports an app',
    ],
    ['libs/register/src/register.queries.ts', "import pg from 'pg';", 'pg'],
    ['apps/api/src/app.ts', "import { to } from 'pg-copy-streams';", 'pg-copy-streams'],
    [
      'libs/event-sourcing/src/execute.ts',
      "import { x } from '@eventstore/db-client';",
      'outside its adapter',
    ],
    ['libs/event-sourcing/src/eventstoredb-client.ts', "import * as grpc from '@grpc/grpc-js';", 'grpc'],
    [
      'libs/event-sourcing/src/eventstoredb.event-store.ts',
      'await client.tombstoneStream(name);',
      'tombstoneStream',
    ],
    ['libs/petitions/src/index.ts', 'export {};', 'barrel'],
  ])('finds fault in %s with %s', (file, text, what) => {
    const found = violations({ file, text });
    expect(found.join('\n')).toContain(`${file}: `);
    expect(found.join('\n')).toContain(what);
  });

  it.each([
    [DECIDER, "import { DomainError } from '#event-sourcing/decider.js';"],
    [DECIDER, "import type { Actor } from '#event-sourcing/event-store.js';"],
    [DECIDER, "import { amend } from './petition-decisions.js';"],
    [DECIDER, "const day = new Date('2025-10-15'); // not new Date()"],
    [DECIDER, "const text = 'Date.now()'; const o = { process: 1 }; o.process;"],
    ['libs/petitions/src/petition.handler.ts', "import { Inject } from '@nestjs/common'; Date.now();"],
    ['libs/event-sourcing/src/postgres.event-store.ts', "import pg from 'pg';"],
    ['libs/event-sourcing/src/eventstoredb.event-store.ts', "import { x } from '@eventstore/db-client';"],
    ['libs/petitions/src/petition.spec.ts', "import fc from 'fast-check';"],
    ['test/support/database.ts', "import pg from 'pg';"],
  ])('finds none in %s with %s', (file, text) => {
    expect(violations({ file, text })).toEqual([]);
  });
});
