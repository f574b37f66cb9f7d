/**
 * One contender in a process of its own: its heap, its compiled code and its memory are nobody else's. It waits for
 * jobs from the benchmark and answers each with what it measured.
 */
import { once } from 'node:events';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CONTENDER_NAMES, type ContenderName, entryOf } from './contenders.js';
import { MemorySampler, type Sample } from './harness.js';
import { type Job, Worker } from './jobs.js';

export interface Answer extends Sample {
  readonly peakMemoryMb: number;
}

type Message = { readonly ready: true } | { readonly answer: Answer } | { readonly failed: string };

export interface Remote {
  perform(job: Job): Promise<Answer>;
  stop(): Promise<void>;
}

/** Starts it over a database of its own. @throws Error with its reason when it cannot be opened */
export async function startContender(name: ContenderName, databaseUrl: string): Promise<Remote> {
  const child = fork(fileURLToPath(import.meta.url), [name, databaseUrl], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const next = async (): Promise<Message> => {
    const gone = ended.then(([code]) => ({ failed: `its process ended with ${String(code)}` }));
    return Promise.race([once(child, 'message').then(([message]) => message as Message), gone]);
  };
  const stop = async () => {
    if (child.connected) child.disconnect();
    await ended;
  };
  const first = await next();
  if ('failed' in first) {
    await stop();
    throw new Error(first.failed);
  }
  return {
    async perform(job) {
      child.send(job);
      const message = await next();
      if ('answer' in message) return message.answer;
      throw new Error(`${name}, ${JSON.stringify(job)}: ${'failed' in message ? message.failed : '?'}`);
    },
    stop,
  };
}

async function serve(name: ContenderName, databaseUrl: string): Promise<void> {
  const memory = new MemorySampler();
  const tell = (message: Message) => void process.send?.(message);
  try {
    const contender = await entryOf(name).open(databaseUrl);
    const worker = new Worker(contender);
    process.on('message', (job: Job) => {
      memory.restart();
      worker.perform(job).then(
        (sample) => tell({ answer: { ...sample, peakMemoryMb: memory.peakMb } }),
        (error: unknown) => tell({ failed: String(error) }),
      );
    });
    process.once('disconnect', () => void contender.close().then(() => process.exit(0)));
    tell({ ready: true });
  } catch (error) {
    tell({ failed: String(error) });
    process.disconnect();
    process.exitCode = 1;
  }
}

const [, program, name, databaseUrl] = process.argv;
if (program === fileURLToPath(import.meta.url)) {
  await serve(
    CONTENDER_NAMES.find((known) => known === name)!,
    databaseUrl!,
  );
}
