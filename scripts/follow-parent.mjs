/**
 * Preloaded into a server that a script of ours runs: ends it, gracefully, when that script is killed without a
 * chance to say so. Otherwise it would keep the port and the data, and nobody would know.
 */
if (process.channel) {
  process.stdout.on('error', () => {}); // nobody reads any more
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 30_000).unref();
  });
  process.channel.unref();
}
