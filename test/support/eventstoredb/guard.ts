/**
 * Part of a TEST DOUBLE of EventStoreDB, for this repository's tests alone; never offered to users.
 *
 * What is asked before a call is served: does a fault strike, must the node be the leader, may this user do it.
 */
import type { Metadata } from '@grpc/grpc-js';
import { accessDenied, notLeader, unauthenticated, unavailable } from './errors.js';
import type { Calls } from './faults.js';
import type { NodeContext } from './options.js';

/** @throws RpcError when the call is not to be served */
export function guard(node: NodeContext, kind: Calls, metadata: Metadata, stream: string): void {
  if (node.faults.strikes(`unavailable:${kind}`)) throw unavailable();
  const leader = node.leader();
  const fault = node.faults.take<typeof leader>('notLeader');
  const named = fault?.value ?? leader;
  if (fault && named) throw notLeader(named);
  if (metadata.get('requires-leader')[0] === 'true' && !node.isLeader()) {
    throw leader ? notLeader(leader) : unavailable();
  }
  // A follower passes writes on to the leader; without one nobody can write.
  if (kind === 'append' && !leader) throw unavailable();
  authorize(node, metadata, stream);
}

function authorize(node: NodeContext, metadata: Metadata, stream: string): void {
  const users = node.options.users;
  if (!users) return;
  const [header] = metadata.get('authorization');
  if (header === undefined) throw accessDenied();
  const given = Buffer.from(String(header).replace(/^Basic /, ''), 'base64').toString();
  // The password may have colons of its own.
  const [, name = '', password] = /^([^:]*):(.*)$/s.exec(given) ?? [];
  const user = Object.hasOwn(users, name) ? users[name] : undefined;
  if (!user || user.password !== password) throw unauthenticated();
  if (stream.startsWith('$') && !user.admin) throw accessDenied();
}
