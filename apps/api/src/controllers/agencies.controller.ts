import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Agency, agency, type AgencyCommand, type AgencyEvent, agencyStream } from '#agencies/agency.js';
import { ExecuteAgency } from '#agencies/agency.handler.js';
import { RegisterQueries } from '#register/register.queries.js';
import type { Bare } from '../cases.js';
import { type Call, type CommandBody, Commands, factsOf, TheCall } from '../commands.js';
import {
  DissolveAgencyDto,
  EstablishAgencyDto,
  MergeAgencyDto,
  OfficeHolderDto,
  RenameAgencyDto,
} from '../dto/agencies.dto.js';
import { AgenciesQuery } from '../dto/queries.dto.js';
import { Problem } from '../problem.js';
import { Waiting } from '../waiting.js';
import { CommandDocs, QueryDocs } from './docs.js';

@ApiTags('Cơ quan / Agencies')
@Controller('api/agencies')
export class AgenciesController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(RegisterQueries) private readonly register: RegisterQueries,
    @Inject(Waiting) private readonly waiting: Waiting,
  ) {}

  @Post()
  @CommandDocs('Ghi nhận cơ quan', 'Record an agency')
  establish(@TheCall() call: Call, @Body() body: EstablishAgencyDto) {
    const data = { aliases: [], ...factsOf(body) };
    return this.send(call, body.code, body, { type: 'EstablishAgency', data }, true);
  }

  @Post(':code/rename')
  @CommandDocs('Đổi tên', 'Rename')
  rename(@TheCall() call: Call, @Param('code') code: string, @Body() body: RenameAgencyDto) {
    return this.send(call, code, body, { type: 'RenameAgency', data: factsOf(body) });
  }

  @Post(':code/merge')
  @CommandDocs('Sáp nhập vào cơ quan khác', 'Merge into another agency')
  merge(@TheCall() call: Call, @Param('code') code: string, @Body() body: MergeAgencyDto) {
    return this.send(call, code, body, { type: 'MergeAgency', data: factsOf(body) });
  }

  @Post(':code/dissolve')
  @CommandDocs('Giải thể', 'Dissolve')
  dissolve(@TheCall() call: Call, @Param('code') code: string, @Body() body: DissolveAgencyDto) {
    return this.send(call, code, body, { type: 'DissolveAgency', data: factsOf(body) });
  }

  @Post(':code/office-holders')
  @CommandDocs('Ghi nhận người giữ chức vụ', 'Record who holds a post')
  hold(@TheCall() call: Call, @Param('code') code: string, @Body() body: OfficeHolderDto) {
    const { to = null, ...facts } = factsOf(body);
    return this.send(call, code, body, { type: 'HoldOffice', data: { ...facts, to } });
  }

  @Get()
  @QueryDocs('Các cơ quan', 'Agencies')
  async list(@Query() { after, ...filter }: AgenciesQuery) {
    await this.waiting.until(after);
    return { items: await this.register.agencies(defined(filter)) };
  }

  @Get(':code')
  @QueryDocs('Một cơ quan', 'One agency')
  async one(@Param('code') code: string, @Query() { after, on }: AgenciesQuery) {
    requireCode(code);
    await this.waiting.until(after);
    const view = await this.register.agency(code.normalize('NFC'), on);
    if (!view) throw unknownAgency(code);
    const filter = { agency: view.code, ...(on === undefined ? {} : { on }) };
    return { ...view, officeHolders: await this.register.officeHolders(filter) };
  }

  private async send(call: Call, code: string, body: CommandBody, bare: Bare<AgencyCommand>, isNew = false) {
    requireCode(code);
    const given = await this.commands.given(call, body);
    const normal = code.normalize('NFC');
    return this.commands.run<Agency, AgencyEvent>(call, given, {
      id: normal,
      stream: agencyStream(normal),
      decider: agency,
      send: ({ at, meta, expectedVersion }) => {
        const data = !isNew && expectedVersion !== undefined ? { ...bare.data, expectedVersion } : bare.data;
        const command = { type: bare.type, data, at } as AgencyCommand;
        return this.commands.bus.execute(new ExecuteAgency(normal, command, meta));
      },
    });
  }
}

/** @throws Problem AGENCY_CODE_INVALID */
function requireCode(code: string): void {
  if (/^[A-Z0-9Đ]{2,12}$/.test(code.normalize('NFC'))) return;
  throw new Problem(
    400,
    'AGENCY_CODE_INVALID',
    'Mã cơ quan gồm 2–12 chữ in hoa hoặc số; xã, phường: 5 chữ số.',
    'An agency code has 2 to 12 capitals or digits; communes and wards have 5 digits.',
    { field: 'code' },
  );
}

const unknownAgency = (code: string) =>
  new Problem(404, 'UNKNOWN_AGENCY', `Không có cơ quan ${code}.`, `There is no agency ${code}.`);

/** Without the parameters that were not given. */
function defined<T extends object>(filter: T): T {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as T;
}
