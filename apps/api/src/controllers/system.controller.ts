import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Worker } from '../../../worker/src/worker.js';
import { OpenToEveryone } from '../actor.js';
import { Problem } from '../problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import { VOCABULARY } from '../vocabulary.js';

@ApiTags('Hệ thống / System')
@Controller('api')
export class SystemController {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Worker) private readonly worker: Worker,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('health/live')
  @OpenToEveryone()
  @ApiOperation({ summary: 'Tiến trình còn chạy / The process is alive' })
  live() {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @OpenToEveryone()
  @ApiOperation({ summary: 'Phục vụ được / Ready to serve' })
  async ready() {
    const projections = await this.projections().catch(() => undefined);
    const serving = projections?.find(({ name }) => name === 'register')?.serving;
    if (projections && serving) return { status: 'ok', demo: this.settings.demo, register: serving.state };
    throw new Problem(
      503,
      'NOT_READY',
      'Chưa sẵn sàng: cơ sở dữ liệu hoặc sổ theo dõi chưa trả lời.',
      'Not ready: the database or the register does not answer yet.',
      {},
      { 'retry-after': '2' },
    );
  }

  @Get('projections')
  @ApiOperation({ summary: 'Các bảng đọc cập nhật đến đâu / How far the read models are' })
  async list() {
    return { items: await this.projections() };
  }

  @Get('vocabulary')
  @OpenToEveryone()
  @ApiOperation({ summary: 'Danh mục: lĩnh vực, kết quả, trạng thái / Code lists with labels' })
  vocabulary() {
    return { demo: this.settings.demo, ...VOCABULARY };
  }

  private async projections() {
    await this.dataSource.query('SELECT 1');
    return this.worker.status();
  }
}
