import v8 from 'node:v8';
import vm from 'node:vm';

/** Bytes that are really held, in the heap and beside it: measured after garbage is collected. */
export async function memoryInUse(): Promise<number> {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  for (let i = 0; i < 2; i++) {
    // Buffers are let go a turn after their owner.
    await new Promise((resolve) => setImmediate(resolve));
    collect();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
