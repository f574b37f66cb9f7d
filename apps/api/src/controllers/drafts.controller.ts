/** Answers in the making, inside the agency that owes them. */
import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CalendarSource } from '#calendar/calendar.source.js';
import {
  type AnswerDraft,
  answerDraft,
  type AnswerDraftCommand,
  type AnswerDraftEvent,
  answerDraftStream,
  type DraftContent,
} from '#drafts/answer-draft.js';
import { ExecuteAnswerDraft } from '#drafts/answer-draft.handler.js';
import { ANSWER_DRAFTS } from '#drafts/drafts.projection.js';
import { DraftQueries } from '#drafts/drafts.queries.js';
import { requireAnswerable, sendSignedAnswers } from '#drafts/signed-answers.js';
import type { EventStore } from '#event-sourcing/event-store.js';
import { type Acting, readsDraft, requireDrafter } from '#identity/policy.js';
import { EVENT_STORE, stateAt } from '#obligations/record.js';
import { requireNumber, requireUuid } from '../case-ids.js';
import { type Bare, Cases, newId } from '../cases.js';
import { type Call, type CommandBody, Commands, factsOf, type Given, TheCall } from '../commands.js';
import {
  DiscardDraftDto,
  DraftDto,
  DraftsQuery,
  SendBackDraftDto,
  SignDraftDto,
  SubmitDraftDto,
} from '../dto/drafts.dto.js';
import { AfterQuery } from '../dto/queries.dto.js';
import { inWords } from '../event-words.js';
import { withFiles } from '../files/case-files.js';
import { Problem } from '../problem.js';
import { TheReader } from '../views.js';
import { LastWritten, Waiting } from '../waiting.js';
import { signedAs } from '../signing.js';
import { CommandDocs, QueryDocs } from './docs.js';

type Make = (given: Given) => Bare<AnswerDraftCommand> | Promise<Bare<AnswerDraftCommand>>;

@ApiTags('Dự thảo trả lời / Answer drafts')
@Controller('api/answer-drafts')
export class DraftsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Cases) private readonly cases: Cases,
    @Inject(DraftQueries) private readonly drafts: DraftQueries,
    @Inject(Waiting) private readonly waiting: Waiting,
    @Inject(LastWritten) private readonly lastWritten: LastWritten,
    @Inject(CalendarSource) private readonly calendar: CalendarSource,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @Get()
  @QueryDocs(
    'Dự thảo của cơ quan mình: chờ ký (SUBMITTED), bị trả lại (SENT_BACK)…',
    'The drafts of one’s own agency: waiting for a signature, sent back…',
  )
  async list(@TheReader() reader: Acting, @Query() { after, status, limit = 50, cursor }: DraftsQuery) {
    await this.waiting.until(after, ANSWER_DRAFTS);
    if (!readsDraft(reader, reader.agency)) return { items: [], nextCursor: null, counts: {} };
    return this.drafts.list(reader.agency, {
      limit,
      ...(status ? { status } : {}),
      ...(cursor === undefined ? {} : { cursor }),
    });
  }

  @Get(':id')
  @QueryDocs('Một dự thảo và mọi bước của nó', 'One draft, and each step it took')
  async one(@TheReader() reader: Acting, @Param('id') id: string, @Query() _query: AfterQuery) {
    const stream = answerDraftStream(requireUuid(id));
    const draft = await stateAt(this.store, answerDraft, stream);
    if (draft.status === 'NONE' || !readsDraft(reader, draft.house)) throw unknownDraft();
    const history = [];
    for await (const event of this.store.readStream(stream)) {
      const { version, type, data, meta } = event;
      const { actor, occurredOn, recordedAt } = meta;
      history.push({ version, type, ...inWords(event, {}), actor, occurredOn, recordedAt, data });
    }
    return { id, ...draft, history };
  }

  @Post()
  @CommandDocs('Soạn dự thảo trả lời', 'Draft an answer')
  draft(@TheCall() call: Call, @Body() body: DraftDto) {
    return this.send(call, undefined, body, async ({ meta }) => {
      // Before anything is looked up that the body names.
      requireDrafter(meta.actor);
      return {
        type: 'DraftAnswer',
        data: { ...(await this.contentOf(call, body)), house: meta.actor.agency },
      };
    });
  }

  @Post(':id/revise')
  @CommandDocs('Sửa dự thảo', 'Revise the draft')
  revise(@TheCall() call: Call, @Param('id') id: string, @Body() body: DraftDto) {
    return this.send(call, id, body, async ({ meta }) => {
      const draft = await stateAt(this.store, answerDraft, answerDraftStream(requireUuid(id)));
      if (draft.status === 'NONE' || !readsDraft(meta.actor, draft.house)) throw unknownDraft();
      return { type: 'ReviseAnswerDraft', data: await this.contentOf(call, body) };
    });
  }

  @Post(':id/submit')
  @CommandDocs('Trình lãnh đạo ký', 'Submit to the leader')
  submit(@TheCall() call: Call, @Param('id') id: string, @Body() body: SubmitDraftDto) {
    return this.send(call, id, body, () => ({ type: 'SubmitAnswerDraft', data: factsOf(body) }));
  }

  @Post(':id/send-back')
  @CommandDocs('Trả lại dự thảo', 'Send the draft back')
  sendBack(@TheCall() call: Call, @Param('id') id: string, @Body() body: SendBackDraftDto) {
    return this.send(call, id, body, () => ({ type: 'SendBackAnswerDraft', data: factsOf(body) }));
  }

  @Post(':id/discard')
  @CommandDocs('Hủy dự thảo', 'Discard the draft')
  discard(@TheCall() call: Call, @Param('id') id: string, @Body() body: DiscardDraftDto) {
    return this.send(call, id, body, () => ({ type: 'DiscardAnswerDraft', data: factsOf(body) }));
  }

  @Post(':id/sign')
  @CommandDocs(
    'Ký: mỗi nghĩa vụ nhận văn bản trả lời của mình',
    'Sign: each obligation gets its written answer',
  )
  async sign(@TheCall() call: Call, @Param('id') id: string, @Body() body: SignDraftDto) {
    const answer = await this.send(call, id, body, async (given) => {
      const named = withFiles(factsOf(body), given.attached);
      const document = signedAs(call.request, named.document);
      const draft = await stateAt(this.store, answerDraft, answerDraftStream(requireUuid(id)));
      if (draft.status === 'SUBMITTED' && readsDraft(given.meta.actor, draft.house)) {
        await requireAnswerable(this.store, { ...draft, document }, given.at);
      }
      return { type: 'SignAnswerDraft', data: { document } };
    });
    // After a crash just here the worker sends them.
    const position = await sendSignedAnswers(this.store, this.calendar, answer.id);
    if (position === undefined) return answer;
    this.lastWritten.note(position);
    return { ...answer, position };
  }

  /** With the cases looked up that it names; one that its author may not read does not exist. */
  private async contentOf(call: Call, body: DraftDto): Promise<DraftContent> {
    const { targets, ...content } = factsOf(body);
    const found = targets.map(async ({ case: text, ...target }, i) => {
      const { id, number } = await this.cases.refer(call, target.kind, text, `targets.${i}.case`);
      requireNumber(target.obligation, `targets.${i}.obligation`);
      return { ...target, caseId: id, caseNumber: number };
    });
    return { ...content, targets: await Promise.all(found) };
  }

  private async send(call: Call, id: string | undefined, body: CommandBody, make: Make) {
    const named = id === undefined ? undefined : requireUuid(id);
    const given = await this.commands.given(call, body);
    const draftId = named ?? newId('answer draft', given);
    return this.commands.run<AnswerDraft, AnswerDraftEvent>(call, given, {
      id: draftId,
      stream: answerDraftStream(draftId),
      decider: answerDraft,
      send: async ({ at, meta, expectedVersion }) => {
        const bare = await make(given);
        const data = named && expectedVersion !== undefined ? { ...bare.data, expectedVersion } : bare.data;
        const command = { type: bare.type, data, at } as AnswerDraftCommand;
        return this.commands.bus.execute(new ExecuteAnswerDraft(draftId, command, meta));
      },
    });
  }
}

const unknownDraft = () =>
  new Problem(404, 'UNKNOWN_ANSWER_DRAFT', 'Không có dự thảo này.', 'There is no such draft.');
