/** Starts store-writer.ts as a process of its own, from the sources of this moment, translated once. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { transformSync } from '@swc/core';
import type { Task } from './store-writer.js';

const ROOT = join(import.meta.dirname, '../..');
const KERNEL = 'libs/event-sourcing/src';
const PROGRAM = ['store-writer', 'numbered-batches', 'event-meta'];

export interface WriterProgram {
  /** `hear` gets each acknowledged append; the promise is fulfilled when the process is gone and all was heard. */
  run(address: string, prefix: string, tasks: readonly Task[], hear: Hear): Promise<void>;
  remove(): void;
}

export type Hear = (append: Acknowledged, kill: () => void) => void;

export interface Acknowledged {
  readonly stream: string;
  readonly n: number;
  readonly version: number;
  readonly repeated: boolean;
}

export function translateWriter(): WriterProgram {
  const folder = mkdtempSync(join(os.tmpdir(), 'dondoc-writer-'));
  mkdirSync(join(folder, 'kernel'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const imports = { '#event-sourcing/*': './kernel/*' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', imports }));
  for (const file of readdirSync(join(ROOT, KERNEL))) {
    if (!/\.spec\.ts$/.test(file)) translate(join(ROOT, KERNEL, file), join(folder, 'kernel'), file);
  }
  for (const name of PROGRAM) translate(join(import.meta.dirname, `${name}.ts`), folder, `${name}.ts`);
  return {
    run: (address, prefix, tasks, hear) =>
      listen(
        spawn(process.execPath, [join(folder, 'store-writer.js'), address, prefix, JSON.stringify(tasks)], {
          stdio: ['ignore', 'pipe', 'pipe'],
          env: { PATH: process.env.PATH },
        }),
        hear,
      ),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function translate(source: string, folder: string, file: string): void {
  const { code } = transformSync(readFileSync(source, 'utf8'), {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
    module: { type: 'es6' },
    configFile: false,
    swcrc: false,
  });
  writeFileSync(join(folder, file.replace(/\.ts$/, '.js')), code);
}

function listen(child: ChildProcess, hear: Hear): Promise<void> {
  let complaint = '';
  child.stderr!.on('data', (chunk) => (complaint += chunk));
  createInterface({ input: child.stdout! }).on('line', (line) => {
    const [stream = '', n, version, verdict] = line.split(' ');
    // A line is written at once or not at all, but one cut off must not be taken for another.
    if (verdict !== 'repeated' && verdict !== 'appended') return;
    const append = { stream, n: Number(n), version: Number(version), repeated: verdict === 'repeated' };
    hear(append, () => child.kill('SIGKILL'));
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve();
      else reject(new Error(`the writer ended by itself (${code ?? signal}): ${complaint}`));
    });
  });
}
