import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Acting, readsSession } from '#identity/policy.js';
import { RegisterQueries } from '#register/register.queries.js';
import {
  type WorkingSession,
  workingSession,
  type WorkingSessionCommand,
  type WorkingSessionEvent,
  workingSessionStream,
} from '#working-sessions/working-session.js';
import { ExecuteWorkingSession } from '#working-sessions/working-session.handler.js';
import { requireUuid } from '../case-ids.js';
import { type Bare, newId } from '../cases.js';
import { type Call, type CommandBody, Commands, factsOf, TheCall } from '../commands.js';
import { AfterQuery } from '../dto/queries.dto.js';
import { ConclusionDto, HoldSessionDto, OrientationDto, ReportDto, VisitDto } from '../dto/sessions.dto.js';
import { withFiles } from '../files/case-files.js';
import { Problem } from '../problem.js';
import { TaskForces } from '../task-forces.js';
import { TheReader } from '../views.js';
import { Waiting } from '../waiting.js';
import { CommandDocs, QueryDocs } from './docs.js';

@ApiTags('Buổi làm việc / Working sessions')
@Controller('api/working-sessions')
export class SessionsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(TaskForces) private readonly taskForces: TaskForces,
    @Inject(RegisterQueries) private readonly register: RegisterQueries,
    @Inject(Waiting) private readonly waiting: Waiting,
  ) {}

  @Post()
  @CommandDocs('Ghi nhận buổi làm việc', 'Record a working session')
  async hold(@TheCall() call: Call, @Body() body: HoldSessionDto) {
    await this.taskForces.require(body.taskForceId);
    return this.send(call, undefined, body, { type: 'HoldWorkingSession', data: factsOf(body) });
  }

  @Post(':id/visits')
  @CommandDocs('Ghi nhận kiểm tra trung tâm phục vụ hành chính công', 'Record a visit with its reading')
  visit(@TheCall() call: Call, @Param('id') id: string, @Body() body: VisitDto) {
    return this.send(call, id, body, { type: 'RecordVisit', data: factsOf(body) });
  }

  @Post(':id/reports')
  @CommandDocs('Ghi nhận báo cáo của xã, phường', 'Record what a commune or ward reported')
  report(@TheCall() call: Call, @Param('id') id: string, @Body() body: ReportDto) {
    return this.send(call, id, body, { type: 'RecordReport', data: factsOf(body) });
  }

  @Post(':id/orientations')
  @CommandDocs('Ghi nhận định hướng của người chủ trì', 'Record an orientation of the chair')
  orientation(@TheCall() call: Call, @Param('id') id: string, @Body() body: OrientationDto) {
    return this.send(call, id, body, { type: 'GiveOrientation', data: factsOf(body) });
  }

  @Post(':id/conclusion-notice')
  @CommandDocs('Ban hành thông báo kết luận', 'Issue the conclusion notice')
  conclude(@TheCall() call: Call, @Param('id') id: string, @Body() body: ConclusionDto) {
    return this.send(call, id, body, { type: 'IssueConclusionNotice', data: factsOf(body) });
  }

  @Get()
  @QueryDocs('Các buổi làm việc', 'Working sessions')
  async list(@TheReader() reader: Acting, @Query() query: AfterQuery) {
    await this.waiting.until(query.after);
    const sessions = await this.register.sessions();
    return { items: sessions.filter((session) => readsSession(reader, session)) };
  }

  @Get(':id')
  @QueryDocs('Một buổi làm việc', 'One working session')
  async one(@TheReader() reader: Acting, @Param('id') id: string, @Query() query: AfterQuery) {
    requireUuid(id);
    await this.waiting.until(query.after);
    const session = await this.register.session(id);
    if (session && readsSession(reader, session)) return session;
    throw new Problem(
      404,
      'UNKNOWN_SESSION',
      'Không có buổi làm việc này.',
      'There is no such working session.',
    );
  }

  private async send(
    call: Call,
    id: string | undefined,
    body: CommandBody,
    bare: Bare<WorkingSessionCommand>,
  ) {
    const named = id === undefined ? undefined : requireUuid(id);
    const given = await this.commands.given(call, body);
    const sessionId = named ?? newId('working session', given);
    return this.commands.run<WorkingSession, WorkingSessionEvent>(call, given, {
      id: sessionId,
      stream: workingSessionStream(sessionId),
      decider: workingSession,
      send: ({ at, meta, expectedVersion, attached }) => {
        const facts = withFiles(bare.data, attached);
        const data = named && expectedVersion !== undefined ? { ...facts, expectedVersion } : facts;
        const command = { type: bare.type, data, at } as WorkingSessionCommand;
        return this.commands.bus.execute(new ExecuteWorkingSession(sessionId, command, meta));
      },
    });
  }
}
