import v8 from 'node:v8';
import vm from 'node:vm';

const SETTLED = 128 << 10;
const TRIES = 12;

/** Bytes that are really held, in the heap and beside it: measured once collecting garbage frees no more. */
export async function memoryInUse(): Promise<number> {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  let held = Infinity;
  for (let i = 0; i < TRIES; i++) {
    // Buffers are let go a turn after their owner.
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    const { heapUsed, external } = process.memoryUsage();
    if (held - (heapUsed + external) < SETTLED) return Math.min(held, heapUsed + external);
    held = heapUsed + external;
  }
  return held;
}
