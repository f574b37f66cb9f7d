/**
 * Part of a TEST DOUBLE of EventStoreDB, for this repository's tests alone; never offered to users.
 *
 * What a client asks before anything else: which methods the server has, and who is in the cluster.
 */
import type { handleUnaryCall } from '@grpc/grpc-js';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import type { Endpoint } from './faults.js';
import { shared } from './messages.js';
import { DEFAULT_VERSION, hasBatchAppend } from './options.js';
import type { StandInOptions } from './options.js';

const STREAMS = 'event_store.client.streams.streams';

export function featuresHandler(options: StandInOptions): handleUnaryCall<Empty, SupportedMethods> {
  return (_call, answer) => {
    const supported = new features.SupportedMethods();
    supported.setEventStoreServerVersion(options.version ?? DEFAULT_VERSION);
    const names = [
      'read',
      'append',
      'delete',
      'tombstone',
      ...(hasBatchAppend(options) ? ['batchappend'] : []),
    ];
    for (const name of names) {
      supported.addMethods(new features.SupportedMethod().setServiceName(STREAMS).setMethodName(name));
    }
    answer(null, supported);
  };
}

export interface Member extends Endpoint {
  readonly instanceId: string;
  readonly isAlive: boolean;
  readonly isLeader: boolean;
}

export function gossipHandler(members: () => readonly Member[]): handleUnaryCall<Empty, ClusterInfo> {
  return (_call, answer) => {
    const info = new gossip.ClusterInfo();
    for (const { instanceId, isAlive, isLeader, host, port } of members()) {
      const state = gossip.MemberInfo.VNodeState;
      const member = new gossip.MemberInfo()
        .setInstanceId(new shared.UUID().setString(instanceId))
        .setTimeStamp((BigInt(Date.now()) * 10_000n).toString())
        .setState(isLeader ? state.LEADER : state.FOLLOWER)
        .setIsAlive(isAlive)
        .setHttpEndPoint(new gossip.EndPoint().setAddress(host).setPort(port));
      info.addMembers(member);
    }
    answer(null, info);
  };
}
