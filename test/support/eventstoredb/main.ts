/**
 * A TEST DOUBLE of EventStoreDB, for this repository's tests alone; never offered to users.
 *
 * The stand-in in a process of its own, for scripts: prints its connection string as the first line and serves until
 * it is told to end, or (when forked) until its parent has gone.
 *
 *     node dist/test/support/eventstoredb/main.js [--port 2113] [--nodes 3] [--version 22.10.0] [--tls]
 */
import { parseArgs } from 'node:util';
import { startStandIn } from './stand-in.js';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    nodes: { type: 'string' },
    version: { type: 'string' },
    tls: { type: 'boolean' },
  },
});

const standIn = await startStandIn({
  port: values.port === undefined ? undefined : Number(values.port),
  nodes: values.nodes === undefined ? undefined : Number(values.nodes),
  version: values.version,
  tls: values.tls,
});
const end = () => void standIn.stop().then(() => process.exit(0));
process.once('SIGTERM', end).once('SIGINT', end).once('disconnect', end);
console.log(standIn.connectionString);
