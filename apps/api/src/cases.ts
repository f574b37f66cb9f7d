/** Commands on petitions and directives: each slice's way to the command bus, with what it refers to looked up. */
import { Inject, Injectable } from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import { DomainError } from '#event-sourcing/decider.js';
import type { EventStore } from '#event-sourcing/event-store.js';
import {
  type Directive,
  directive,
  type DirectiveCommand,
  type DirectiveEvent,
  directiveStream,
} from '#directives/directive.js';
import { ExecuteDirective } from '#directives/directive.handler.js';
import { reads, readingScope, readsSession } from '#identity/policy.js';
import { EVENT_STORE, type Recorded, stateAt } from '#obligations/record.js';
import {
  type Petition,
  petition,
  type PetitionCommand,
  type PetitionEvent,
  petitionStream,
} from '#petitions/petition.js';
import { ExecutePetition } from '#petitions/petition.handler.js';
import type { CaseKind } from '#register/register.types.js';
import { workingSession, workingSessionStream } from '#working-sessions/working-session.js';
import { CaseIds, requireNumber, requireUuid, unknownCase } from './case-ids.js';
import {
  type Call,
  type CommandAnswer,
  type CommandBody,
  Commands,
  type Dispatch,
  type Given,
} from './commands.js';
import { withFiles } from './files/case-files.js';
import type { Told } from './persons.js';
import { Problem } from './problem.js';

/** A command without its context. */
export type Bare<C> = C extends { type: infer T; data: infer D } ? { type: T; data: D } : never;
/** `told`: what is said of citizens, which never becomes part of the command. */
type PetitionMake = (given: Given) => Bare<PetitionCommand> & { readonly told?: Told };
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
    if (no !== undefined) requireNumber(no);
    const given = await this.commands.given(call, body);
    // Last, so that a case that is hidden and one that is not there are told from each other by nothing.
    const petitionId = id === undefined ? newId('petition', given) : await this.ids.idOf('PETITION', id);
    const dispatch: Dispatch<Petition, PetitionEvent> = {
      id: petitionId,
      stream: petitionStream(petitionId),
      decider: petition,
      obligation: no,
      send: async ({ at, meta, sharedDocument, expectedVersion }) => {
        const { told, ...made } = make(given);
        const bare = withVersion(withFiles(made, given.attached), expectedVersion);
        const command = { ...bare, at } as PetitionCommand;
        const sent = new ExecutePetition(petitionId, command, meta, { sharedDocument, told });
        return this.commands.bus.execute<ExecutePetition, Recorded<Petition, PetitionEvent>>(sent);
      },
    };
    return this.commands.run(call, given, dispatch).catch(unlessUnknown('PETITION', id));
  }

  async directive(
    call: Call,
    id: string | undefined,
    body: CommandBody,
    make: DirectiveMake,
    no?: string,
  ): Promise<CommandAnswer> {
    if (no !== undefined) requireNumber(no);
    const given = await this.commands.given(call, body);
    // Last, so that a case that is hidden and one that is not there are told from each other by nothing.
    const directiveId = id === undefined ? newId('directive', given) : await this.ids.idOf('DIRECTIVE', id);
    const dispatch: Dispatch<Directive, DirectiveEvent> = {
      id: directiveId,
      stream: directiveStream(directiveId),
      decider: directive,
      obligation: no,
      send: async ({ at, meta, sharedDocument, expectedVersion }) => {
        const bare = withVersion(withFiles(await make(given), given.attached), expectedVersion);
        const command = { ...bare, at } as DirectiveCommand;
        const sent = new ExecuteDirective(directiveId, command, meta, { sharedDocument });
        return this.commands.bus.execute<ExecuteDirective, Recorded<Directive, DirectiveEvent>>(sent);
      },
    };
    return this.commands.run(call, given, dispatch).catch(unlessUnknown('DIRECTIVE', id));
  }

  /** @throws Problem UNKNOWN_SESSION when it names a session that is not there for the one who asks */
  async requireSession({ request }: Call, id: string | undefined): Promise<void> {
    if (id === undefined) return;
    const state = await stateAt(
      this.store,
      workingSession,
      workingSessionStream(requireUuid(id, 'workingSessionId')),
    );
    if (state.status !== 'NONE' && request.actor && readsSession(request.actor, state)) return;
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

  /** Before another case is looked up for it. @throws Problem UNKNOWN_PETITION */
  async requirePetition({ request }: Call, text: string): Promise<void> {
    const id = await this.ids.idOf('PETITION', text);
    const state = await stateAt(this.store, petition, petitionStream(id));
    const scope = request.actor ? readingScope(request.actor) : [];
    if (state.status === 'NONE' || !reads(scope, state)) throw unknownCase('PETITION', text);
  }

  /** Id and number of another case that a command refers to, and that its sender may read. */
  async refer(
    { request }: Call,
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
    const scope = request.actor ? readingScope(request.actor) : [];
    if (found.status !== 'NONE' && reads(scope, found)) return { id, number: found.number };
    throw new Problem(422, `UNKNOWN_${kind}`, `Không có hồ sơ ${text}.`, `There is no case ${text}.`, {
      field,
    });
  }
}

/** In the words of a number that was never given, whether the case is not there or hidden. */
const unlessUnknown = (kind: CaseKind, id: string | undefined) => (error: unknown) => {
  const unknown = error instanceof DomainError && error.code === `UNKNOWN_${kind}`;
  throw unknown && id !== undefined ? unknownCase(kind, id) : error;
};

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
