/** The build of the web app: into dist/web, ready to be served, each text with its compressed twin, and weighed. */
import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig } from 'vite';

/** What a browser fetches as script before the first screen stands, compressed. */
const BUDGET = 250_000;

/** Compresses once what is served a thousand times; after all else, when the files are as they will be served. @returns {import('vite').Plugin} */
const compressed = () => ({
  name: 'compressed',
  writeBundle({ dir = '' }, bundle) {
    for (const fileName of Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name))) {
      const file = path.join(dir, fileName);
      fs.writeFileSync(`${file}.br`, brotliCompressSync(fs.readFileSync(file)));
    }
  },
});

/** Fails the build when the first load grows over its budget. @returns {import('vite').Plugin} */
const weighed = () => ({
  name: 'weighed',
  writeBundle(_options, bundle) {
    const first = new Set();
    const take = (/** @type {string} */ name) => {
      const chunk = bundle[name];
      if (first.has(name) || chunk?.type !== 'chunk') return;
      first.add(name);
      chunk.imports.forEach(take);
    };
    const entries = Object.values(bundle).filter((part) => part.type === 'chunk' && part.isEntry);
    entries.forEach(({ fileName }) => take(fileName));
    const bytes = [...first].reduce((sum, name) => sum + gzipSync(bundle[name].code).length, 0);
    const said = `first load: ${bytes} bytes of script compressed (at most ${BUDGET})`;
    if (bytes > BUDGET) throw new Error(said);
    this.info(said);
  },
});

export default defineConfig({
  root: import.meta.dirname,
  // Relative, so that the server can put the path it is reached under before it.
  base: './',
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: {
      // "use client" is addressed to servers that render; here is none.
      onwarn: (warning, warn) => void (warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning)),
    },
  },
  plugins: [compressed(), weighed()],
});
