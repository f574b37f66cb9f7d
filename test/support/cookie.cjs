/* eslint-disable @typescript-eslint/no-require-imports */
/**
 * Fastify's `inject` is CommonJS and requires the ES module `cookie`, which Node 20.19 can do and jest cannot. The
 * module is compiled to CommonJS here, for jest alone; it is the real one, of the version installed.
 */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

const folder = join(__dirname, '..', '..', 'node_modules', 'cookie');
const { exports: entry } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const source = readFileSync(join(folder, entry), 'utf8');
const { code } = transformSync(source, { module: { type: 'commonjs' }, swcrc: false });
new Function('exports', 'require', 'module', code)(exports, require, module);
