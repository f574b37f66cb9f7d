/**
 * A TEST DOUBLE of EventStoreDB, for this repository's tests alone; never offered to users.
 *
 * No EventStoreDB server comes from npm, so this one speaks its gRPC protocol well enough that the real client cannot
 * tell the difference in what an event store needs: appends, reads, subscriptions, a cluster with a leader, errors
 * with the same trailers. It keeps everything in memory and nothing for longer than its process.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from './certificate.js';
import type { Certificate } from './certificate.js';
import { Faults } from './faults.js';
import { EventLog } from './log.js';
import { StandInNode, TLS_HOST } from './node.js';
import type { Cluster } from './node.js';
import type { StandInOptions } from './options.js';

export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const certificate = options.tls ? await makeCertificate(TLS_HOST) : undefined;
  const standIn = new StandIn(options, certificate);
  for (let i = 0; i < (options.nodes ?? 1); i++) await standIn.addNode();
  return standIn;
}

export class StandIn {
  /** Everything that was written, for looking into and for writing what other programs would. */
  readonly log: EventLog;
  readonly faults: Faults;
  readonly nodes: StandInNode[] = [];
  private elected: StandInNode | undefined;
  private caDirectory: string | undefined;

  constructor(
    private readonly options: StandInOptions,
    private readonly certificate: Certificate | undefined,
  ) {
    this.log = new EventLog(options);
    this.faults = new Faults(() => this.dropConnections());
  }

  /** Of the first node. */
  get port(): number {
    return this.nodes[0]!.port;
  }

  /** The leader; undefined when it has been stopped and no other was elected. */
  get leader(): StandInNode | undefined {
    return this.elected?.running ? this.elected : undefined;
  }

  /** Names all nodes; the client finds the leader by itself when there are several. */
  get connectionString(): string {
    return this.connectionStringOf(this.nodes);
  }

  /** For a client that asks the given node who is in the cluster. */
  get discoveryString(): string {
    return this.connectionStringOf(this.nodes.slice(0, 1)).replace('esdb://', 'esdb+discover://');
  }

  /** For a client that knows the given nodes alone; `user` as `name:password`, for TLS. */
  connectionStringOf(nodes: readonly StandInNode[], user?: string): string {
    const hosts = nodes.map(({ host, port }) => `${host}:${port}`).join(',');
    const tls = this.certificate ? `tls=true&tlsCAFile=${encodeURIComponent(this.caFile())}` : 'tls=false';
    return `esdb://${user ? `${user}@` : ''}${hosts}?${tls}`;
  }

  /** A node that shares the log; the first one is the leader. */
  async addNode(): Promise<StandInNode> {
    const node = new StandInNode(this.cluster(), this.nodes.length === 0 ? this.options.port : undefined);
    await node.start();
    this.nodes.push(node);
    this.elected ??= node;
    return node;
  }

  elect(node: StandInNode): void {
    this.elected = node;
  }

  /** Stops every node; the log stays. */
  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.stop()));
    if (this.caDirectory) rmSync(this.caDirectory, { recursive: true, force: true });
    this.caDirectory = undefined;
  }

  /** On the same ports, with the same log; what a server keeps in memory alone is gone. */
  async restart(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.stop()));
    this.log.forgetRecentIds();
    await Promise.all(this.nodes.map((node) => node.start()));
  }

  private dropConnections(): void {
    for (const node of this.nodes) node.dropConnections();
  }

  private cluster(): Cluster {
    return {
      log: this.log,
      faults: this.faults,
      options: this.options,
      certificate: this.certificate,
      leaderNode: () => this.leader,
      members: () =>
        this.nodes.map((node) => ({
          host: node.host,
          port: node.port,
          instanceId: node.instanceId,
          isAlive: node.running,
          isLeader: node === this.leader,
        })),
    };
  }

  /** The authority's certificate as a file, as the client wants it. */
  private caFile(): string {
    this.caDirectory ??= mkdtempSync(join(tmpdir(), 'stand-in-ca-'));
    const file = join(this.caDirectory, 'ca.pem');
    writeFileSync(file, this.certificate!.ca);
    return file;
  }
}
