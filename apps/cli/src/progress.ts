/** A progress bar on standard error, for people alone: programs see nothing of it. */
import { Presets, SingleBar } from 'cli-progress';
import type { Io } from './io.js';

export interface Progress {
  at(done: number, total?: number): void;
  stop(): void;
}

export function progress(io: Io, what: string, total: number): Progress {
  if (!io.watched) return { at: () => undefined, stop: () => undefined };
  const bar = new SingleBar(
    {
      format: `${what} {bar} {percentage} % · {value}/{total} · {duration_formatted}`,
      hideCursor: true,
      etaBuffer: 100,
    },
    Presets.shades_classic,
  );
  bar.start(Math.max(1, total), 0);
  return {
    at(done, newTotal) {
      if (newTotal !== undefined) bar.setTotal(Math.max(1, newTotal));
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
