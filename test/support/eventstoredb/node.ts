/**
 * Part of a TEST DOUBLE of EventStoreDB, for this repository's tests alone; never offered to users.
 *
 * One node: a gRPC server behind a TCP listener of ours, so that its connections can be broken at will and it can
 * come back on the same port.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import net from 'node:net';
import grpc from '@grpc/grpc-js';
import gossip from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { appendHandler, deleteHandler, tombstoneHandler } from './append-handlers.js';
import { batchAppendHandler } from './batch-append.js';
import type { Certificate } from './certificate.js';
import { featuresHandler, gossipHandler } from './discovery-handlers.js';
import type { Member } from './discovery-handlers.js';
import type { Endpoint } from './faults.js';
import { hasBatchAppend } from './options.js';
import type { NodeContext } from './options.js';
import { readHandler } from './read-handler.js';

const ADDRESS = '127.0.0.1';
/** Where certificates are checked, a name is wanted. */
export const TLS_HOST = 'localhost';
/** As the server: events up to 16 MB, and a little around them. */
const MAX_MESSAGE = 17 * 1024 * 1024;

/** What a node needs to know of its cluster. */
export interface Cluster extends Omit<NodeContext, 'isLeader' | 'leader' | 'dropConnections'> {
  readonly certificate: Certificate | undefined;
  leaderNode(): StandInNode | undefined;
  members(): readonly Member[];
}

export class StandInNode implements Endpoint {
  readonly instanceId = randomUUID();
  private readonly sockets = new Set<net.Socket>();
  private listener: net.Server | undefined;
  private server: grpc.Server | undefined;

  constructor(
    private readonly cluster: Cluster,
    /** 0 until the first start when any port will do. */
    public port = 0,
  ) {}

  get host(): string {
    return this.cluster.certificate ? TLS_HOST : ADDRESS;
  }

  get connections(): number {
    return this.sockets.size;
  }

  get running(): boolean {
    return this.listener !== undefined;
  }

  async start(): Promise<void> {
    if (this.listener) return;
    const server = this.services();
    const certificate = this.cluster.certificate;
    const credentials = certificate
      ? grpc.ServerCredentials.createSsl(null, [
          { private_key: Buffer.from(certificate.key), cert_chain: Buffer.from(certificate.certificate) },
        ])
      : grpc.ServerCredentials.createInsecure();
    const injector = server.createConnectionInjector(credentials);
    const listener = net.createServer((socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket)).on('error', () => {});
      injector.injectConnection(socket);
    });
    listener.listen(this.port, ADDRESS);
    await once(listener, 'listening');
    this.port = (listener.address() as net.AddressInfo).port;
    this.server = server;
    this.listener = listener;
  }

  /** As when its process dies: connections break, the port refuses, the log stays for the next start. */
  async stop(): Promise<void> {
    const { listener, server } = this;
    if (!listener) return;
    this.listener = undefined;
    const closed = once(listener, 'close');
    listener.close();
    this.dropConnections();
    await closed;
    server?.forceShutdown();
  }

  dropConnections(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private services(): grpc.Server {
    const { cluster } = this;
    const node: NodeContext = {
      log: cluster.log,
      faults: cluster.faults,
      options: cluster.options,
      leader: () => cluster.leaderNode(),
      isLeader: () => cluster.leaderNode() === this,
      dropConnections: () => this.dropConnections(),
    };
    const server = new grpc.Server({
      'grpc.max_receive_message_length': MAX_MESSAGE,
      'grpc.max_send_message_length': MAX_MESSAGE,
    });
    const read = readHandler(node);
    const writes = {
      append: appendHandler(node),
      delete: deleteHandler(node),
      tombstone: tombstoneHandler(node),
      ...(hasBatchAppend(cluster.options) && { batchAppend: batchAppendHandler(node) }),
    };
    add(server, streams.StreamsService, { read, ...writes });
    add(server, gossip.GossipService, { read: gossipHandler(() => cluster.members()) });
    add(server, features.ServerFeaturesService, { getSupportedMethods: featuresHandler(cluster.options) });
    return server;
  }
}

/** The generated definitions are grpc-js's own, typed for a `grpc` package that is no more. */
function add(server: grpc.Server, service: unknown, handlers: object): void {
  server.addService(service as grpc.ServiceDefinition, handlers as grpc.UntypedServiceImplementation);
}
