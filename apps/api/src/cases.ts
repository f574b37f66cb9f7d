/** Commands on petitions and directives: each slice's way to the command bus, with what it refers to looked up. */
import { Inject, Injectable } from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import type { EventStore } from '#event-sourcing/event-store.js';
import {
  type Directive,
  directive,
  type DirectiveCommand,
  type DirectiveEvent,
  directiveStream,
} from '#directives/directive.js';
import { ExecuteDirective } from '#directives/directive.handler.js';
import { EVENT_STORE, type Recorded, stateAt } from '#obligations/record.js';
import {
  type Petition,
  petition,
  type PetitionCommand,
  type PetitionEvent,
  petitionStream,
} from '#petitions/petition.js';
import { ExecutePetition } from '#petitions/petition.handler.js';
import { workingSession, workingSessionStream } from '#working-sessions/working-session.js';
import { CaseIds, requireNumber, requireUuid } from './case-ids.js';
import { type Call, type CommandAnswer, type CommandBody, Commands, type Given } from './commands.js';
import { Problem } from './problem.js';

/** A command without its context. */
export type Bare<C> = C extends { type: infer T; data: infer D } ? { type: T; data: D } : never;
type PetitionMake = (given: Given) => Bare<PetitionCommand> | Promise<Bare<PetitionCommand>>;
type DirectiveMake = (given: Given) => Bare<DirectiveCommand> | Promise<Bare<DirectiveCommand>>;

@Injectable()
export class Cases {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(CaseIds) private readonly ids: CaseIds,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** `id` undefined: a new case, whose id a retry of the command derives again. */
  async petition(
    call: Call,
    id: string | undefined,
    body: CommandBody,
    make: PetitionMake,
    no?: string,
  ): Promise<CommandAnswer> {
    const named = id === undefined ? undefined : await this.ids.idOf('PETITION', id);
    if (no !== undefined) requireNumber(no);
    const given = await this.commands.given(call, body);
    const petitionId = named ?? newId('petition', given);
    return this.commands.run<Petition, PetitionEvent>(call, given, {
      id: petitionId,
      stream: petitionStream(petitionId),
      decider: petition,
      obligation: no,
      send: async ({ at, meta, sharedDocument, expectedVersion }) => {
        const bare = withVersion(await make(given), expectedVersion);
        const command = { ...bare, at } as PetitionCommand;
        const sent = new ExecutePetition(petitionId, command, meta, { sharedDocument });
        return this.commands.bus.execute<ExecutePetition, Recorded<Petition, PetitionEvent>>(sent);
      },
    });
  }

  async directive(
    call: Call,
    id: string | undefined,
    body: CommandBody,
    make: DirectiveMake,
    no?: string,
  ): Promise<CommandAnswer> {
    const named = id === undefined ? undefined : await this.ids.idOf('DIRECTIVE', id);
    if (no !== undefined) requireNumber(no);
    const given = await this.commands.given(call, body);
    const directiveId = named ?? newId('directive', given);
    return this.commands.run<Directive, DirectiveEvent>(call, given, {
      id: directiveId,
      stream: directiveStream(directiveId),
      decider: directive,
      obligation: no,
      send: async ({ at, meta, sharedDocument, expectedVersion }) => {
        const bare = withVersion(await make(given), expectedVersion);
        const command = { ...bare, at } as DirectiveCommand;
        const sent = new ExecuteDirective(directiveId, command, meta, { sharedDocument });
        return this.commands.bus.execute<ExecuteDirective, Recorded<Directive, DirectiveEvent>>(sent);
      },
    });
  }

  /** @throws Problem UNKNOWN_SESSION when it names a session that is not there */
  async requireSession(id: string | undefined): Promise<void> {
    if (id === undefined) return;
    const state = await stateAt(
      this.store,
      workingSession,
      workingSessionStream(requireUuid(id, 'workingSessionId')),
    );
    if (state.status !== 'NONE') return;
    throw new Problem(
      422,
      'UNKNOWN_SESSION',
      `Không có buổi làm việc ${id}.`,
      `There is no working session ${id}.`,
      {
        field: 'workingSessionId',
      },
    );
  }

  /** Id and number of another case that a command refers to. */
  async refer(
    kind: 'PETITION' | 'DIRECTIVE',
    text: string,
    field: string,
  ): Promise<{ id: string; number: string }> {
    const id = await this.ids.idOf(kind, text).catch((error: unknown) => {
      throw error instanceof Problem ? refersToNothing(error, field) : error;
    });
    const found =
      kind === 'PETITION'
        ? await stateAt(this.store, petition, petitionStream(id))
        : await stateAt(this.store, directive, directiveStream(id));
    if (found.status !== 'NONE') return { id, number: found.number };
    throw new Problem(422, `UNKNOWN_${kind}`, `Không có hồ sơ ${text}.`, `There is no case ${text}.`, {
      field,
    });
  }
}

const refersToNothing = ({ status, code, vi, en }: Problem, field: string) =>
  new Problem(status === 404 ? 422 : status, code, vi, en, { field });

/** The same for a retry, so that a retried lodging finds what the first one made. */
export const newId = (what: string, { meta }: Given): string => uuidv5(`new ${what}`, meta.commandId);

/** These start a case or add to it, and change nothing that anybody may have seen. */
const WITHOUT_VERSION = new Set(['LodgePetition', 'IssueDirective', 'RecordOralClarification']);

function withVersion<C extends { type: string; data: object }>(
  command: C,
  expectedVersion: number | undefined,
): C {
  if (expectedVersion === undefined || WITHOUT_VERSION.has(command.type)) return command;
  return { ...command, data: { ...command.data, expectedVersion } };
}
