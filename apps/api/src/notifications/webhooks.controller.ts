/** What the administrator sets about webhooks. */
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { requireMay } from '#identity/policy.js';
import { WEBHOOK_EVENTS } from '#notifications/webhook-events.js';
import { Notifier } from '../../../worker/src/notifier.js';
import { OwnSession } from '../actor.js';
import { requireUuid } from '../case-ids.js';
import { type Call, TheCall } from '../commands.js';
import { OwnDocs } from '../identity/docs.js';
import { Door } from '../identity/knock.js';
import { LimitQuery, WebhookDto } from './notifications.dto.js';

@ApiTags('Webhook / Webhooks')
@Controller('api/webhooks')
export class WebhooksController {
  constructor(
    @Inject(Notifier) private readonly notifier: Notifier,
    @Inject(Door) private readonly door: Door,
  ) {}

  @Get()
  @OwnSession()
  @OwnDocs('Các webhook, và những sự kiện nhận được', 'The webhooks, and what they can hear of', {
    safe: true,
  })
  async list(@TheCall() { request }: Call) {
    requireMay(request.actor, 'readWebhooks');
    return { items: await this.notifier.webhooks.list(), events: WEBHOOK_EVENTS };
  }

  @Post()
  @OwnSession()
  @OwnDocs('Thêm webhook; khóa ký chỉ hiện một lần', 'Add a webhook; its secret is shown once')
  async add(@TheCall() { request }: Call, @Body() { url, events }: WebhookDto) {
    requireMay(request.actor, 'AddWebhook');
    return this.notifier.webhooks.add({ url, events }, this.door.by(request));
  }

  @Post(':id/enable')
  @HttpCode(200)
  @OwnSession()
  @OwnDocs('Bật lại', 'Switch on again')
  async enable(@TheCall() { request }: Call, @Param('id') id: string) {
    requireMay(request.actor, 'EnableWebhook');
    await this.notifier.webhooks.enable(requireUuid(id), this.door.by(request));
    return { disabled: false };
  }

  @Post(':id/disable')
  @HttpCode(200)
  @OwnSession()
  @OwnDocs('Tắt', 'Switch off')
  async disable(@TheCall() { request }: Call, @Param('id') id: string) {
    requireMay(request.actor, 'DisableWebhook');
    await this.notifier.webhooks.disable(requireUuid(id), request.principal!.login, this.door.by(request));
    return { disabled: true };
  }

  @Delete(':id')
  @OwnSession()
  @OwnDocs('Xóa webhook', 'Remove a webhook')
  async remove(@TheCall() { request }: Call, @Param('id') id: string) {
    requireMay(request.actor, 'RemoveWebhook');
    await this.notifier.webhooks.remove(requireUuid(id), this.door.by(request));
    return { removed: true };
  }

  @Get(':id/deliveries')
  @OwnSession()
  @OwnDocs('Đã gửi những gì, kết quả ra sao', 'What was sent, and what came of it', { safe: true })
  async deliveries(
    @TheCall() { request }: Call,
    @Param('id') id: string,
    @Query() { limit = 100 }: LimitQuery,
  ) {
    requireMay(request.actor, 'readWebhooks');
    return { items: await this.notifier.webhooks.deliveries(requireUuid(id), limit) };
  }
}
