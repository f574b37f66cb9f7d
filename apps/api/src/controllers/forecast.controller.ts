/** The ladder ahead, and a policy tried on the past: of what the reader may read, and nothing is written. */
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Acting } from '#identity/policy.js';
import { checkedPolicy } from '#obligations/escalation-policy-checks.js';
import { EscalationPolicySource } from '#obligations/escalation-policy.source.js';
import { ForecastQueries } from '#register/forecast.queries.js';
import { CaseIds } from '../case-ids.js';
import { ForecastQuery, TryPolicyDto } from '../dto/escalation.dto.js';
import { AfterQuery } from '../dto/queries.dto.js';
import { Explanations } from '../explanations.js';
import { TheReader, Views } from '../views.js';
import { QueryDocs } from './docs.js';

@ApiTags('Đôn đốc / Escalation')
@Controller('api')
export class ForecastController {
  private readonly forecasts: ForecastQueries;

  constructor(
    @Inject(DataSource) dataSource: DataSource,
    @Inject(EscalationPolicySource) private readonly policies: EscalationPolicySource,
    @Inject(Views) private readonly views: Views,
    @Inject(CaseIds) private readonly ids: CaseIds,
    @Inject(Explanations) private readonly explanations: Explanations,
  ) {
    this.forecasts = new ForecastQueries(dataSource);
  }

  @Get('forecast')
  @QueryDocs(
    'Dự báo: ai sẽ được nhắc việc gì, ngày nào; cơ quan nào sẽ vào danh sách đỏ',
    'Who will be reminded of what on which day; who will be on the red list by the end of the quarter',
  )
  async ahead(@TheReader() reader: Acting, @Query() query: ForecastQuery) {
    const { policies } = await this.policies.current();
    return this.forecasts.ahead(policies, await this.views.of(query, reader), query.days ?? 30);
  }

  @Get('cases/:id/ladder')
  @QueryDocs(
    'Thang đôn đốc của một hồ sơ: bước tiếp theo của từng nghĩa vụ, ngày nào',
    'The ladder of a case: the next steps of each obligation, and on which day',
  )
  async ofCase(@TheReader() reader: Acting, @Param('id') id: string, @Query() query: AfterQuery) {
    const view = await this.views.of(query, reader);
    const found = await this.ids.find(id);
    await this.explanations.requireReadable(found, id, reader);
    const { policies } = await this.policies.current();
    return { items: await this.forecasts.ofCase(policies, view, found.id) };
  }

  @Post('forecast/try')
  @HttpCode(200)
  @QueryDocs(
    'Thử một quy tắc trên thời gian đã qua: nó đã có thể gửi những gì',
    'Try a policy on the past: what it would have sent, beside those in force',
  )
  async try(@TheReader() reader: Acting, @Body() body: TryPolicyDto) {
    const candidate = checkedPolicy(JSON.parse(JSON.stringify(body.policy)));
    const { policies } = await this.policies.current();
    return this.forecasts.past(candidate, policies, await this.views.of({}, reader), body.past ?? 365);
  }
}
