import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type TaskForce,
  taskForce,
  type TaskForceCommand,
  type TaskForceEvent,
  taskForceStream,
} from '#working-sessions/task-force.js';
import { ExecuteTaskForce } from '#working-sessions/task-force.handler.js';
import { requireUuid } from '../case-ids.js';
import { type Bare, newId } from '../cases.js';
import { type Call, type CommandBody, Commands, factsOf, TheCall } from '../commands.js';
import { DissolveTaskForceDto, EstablishTaskForceDto, TaskForceMembersDto } from '../dto/sessions.dto.js';
import { CommandDocs } from './docs.js';

@ApiTags('Tổ công tác / Task forces')
@Controller('api/task-forces')
export class TaskForcesController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post()
  @CommandDocs('Thành lập tổ công tác', 'Establish a task force')
  establish(@TheCall() call: Call, @Body() body: EstablishTaskForceDto) {
    return this.send(call, undefined, body, { type: 'EstablishTaskForce', data: factsOf(body) });
  }

  @Post(':id/members')
  @CommandDocs('Thay đổi thành viên', 'Change the members')
  members(@TheCall() call: Call, @Param('id') id: string, @Body() body: TaskForceMembersDto) {
    return this.send(call, id, body, { type: 'ChangeTaskForceMembers', data: factsOf(body) });
  }

  @Post(':id/dissolve')
  @CommandDocs('Giải thể', 'Dissolve')
  dissolve(@TheCall() call: Call, @Param('id') id: string, @Body() body: DissolveTaskForceDto) {
    return this.send(call, id, body, { type: 'DissolveTaskForce', data: factsOf(body) });
  }

  private async send(call: Call, id: string | undefined, body: CommandBody, bare: Bare<TaskForceCommand>) {
    const named = id === undefined ? undefined : requireUuid(id);
    const given = await this.commands.given(call, body);
    const taskForceId = named ?? newId('task force', given);
    return this.commands.run<TaskForce, TaskForceEvent>(call, given, {
      id: taskForceId,
      stream: taskForceStream(taskForceId),
      decider: taskForce,
      send: ({ at, meta, expectedVersion }) => {
        const data = named && expectedVersion !== undefined ? { ...bare.data, expectedVersion } : bare.data;
        const command = { type: bare.type, data, at } as TaskForceCommand;
        return this.commands.bus.execute(new ExecuteTaskForce(taskForceId, command, meta));
      },
    });
  }
}
