import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { runningPostgres } from '#scripts/postgres.mjs';

const script = path.resolve(import.meta.dirname, '..', 'scripts', 'start.mjs');
const run = promisify(execFile);

let dataDir: string;
const started = new Set<ChildProcess>();

beforeAll(() => {
  dataDir = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'dondoc-start-')), 'data');
});

afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await (await runningPostgres(dataDir))?.stop();
  fs.rmSync(path.dirname(dataDir), { recursive: true, force: true });
});

// One story: each part goes on from the one before it.
describe('npm start', () => {
  let register: Running;
  let atFirst: unknown;

  it('on an empty data directory loads the demonstration and answers', async () => {
    register = await start();
    atFirst = await obligations(register);
    expect(atFirst).toMatchObject({ items: expect.arrayContaining([expect.anything()]) });
    expect((await fetch(`${register.url}/`)).status).toBe(200);
    expect((await fetch(`${register.url}/api/docs`)).status).toBe(200);
  }, 180_000);

  it('is refused, in plain words, while another one runs on the data directory', async () => {
    await expect(run(process.execPath, [script], { env: environment() })).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/đang chạy trên thư mục dữ liệu này[^]*already running/),
    });
  });

  it('killed without warning takes its server along, and the next one lacks nothing', async () => {
    register.child.kill('SIGKILL');
    await ended(register.child);
    await gone(register.url);

    register = await start();
    expect(await obligations(register)).toEqual(atFirst);
  });

  it('told to end, it ends with everything that it started', async () => {
    register.child.kill('SIGINT');
    expect(await ended(register.child)).toBe(0);
    expect(await runningPostgres(dataDir)).toBeUndefined();
    await gone(register.url);
  });

  it('names a PORT that another program has', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    try {
      await expect(
        run(process.execPath, [script], { env: environment({ PORT: String(port) }) }),
      ).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(`Port ${port} is in use`) });
    } finally {
      other.close();
    }
  });
});

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
}

function environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { DATABASE_URL: _given, NODE_OPTIONS: _jest, ...rest } = process.env;
  return { ...rest, DATA_DIR: dataDir, PORT: '0', ...more };
}

async function start(): Promise<Running> {
  const child = spawn(process.execPath, [script], { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  started.add(child);
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/[^\s/]+/.exec(line)?.[0];
    if (url) return { child, url };
  }
  throw new Error(`It ended before it had an address: ${complaints}`);
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

async function obligations({ url }: Running): Promise<unknown> {
  const response = await fetch(`${url}/api/obligations?limit=100`);
  expect(response.status).toBe(200);
  return response.json();
}

/** The server ends by itself when it notices that its script is no more. */
async function gone(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  for (;;) {
    const socket = net.connect(Number(port), hostname);
    const [outcome] = await Promise.race([
      once(socket, 'connect').then(() => ['answers']),
      once(socket, 'error').then(() => ['gone']),
    ]).catch(() => ['gone']);
    socket.destroy();
    if (outcome === 'gone') return;
    await once(socket, 'close');
  }
}
