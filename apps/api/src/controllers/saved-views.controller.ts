/** Ways of looking at the register that a person keeps under a name. */
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { type Keeper, SavedViews } from '#register/saved-views.js';
import { type ActingRequest, OwnSession } from '../actor.js';
import { requireUuid } from '../case-ids.js';
import { type Call, TheCall } from '../commands.js';
import { SavedViewDto } from '../dto/queries.dto.js';
import { OwnDocs } from '../identity/docs.js';

@ApiTags('Sổ theo dõi / Register')
@Controller('api/me/views')
export class SavedViewsController {
  private readonly views: SavedViews;

  constructor(@Inject(DataSource) dataSource: DataSource) {
    this.views = new SavedViews(dataSource);
  }

  @Get()
  @OwnSession()
  @OwnDocs('Bộ lọc đã lưu: của tôi và của cơ quan', 'Saved views: my own and the agency’s', { safe: true })
  async list(@TheCall() { request }: Call) {
    return { items: await this.views.list(keeperOf(request)) };
  }

  @Post()
  @HttpCode(200)
  @OwnSession()
  @OwnDocs('Lưu bộ lọc; trùng tên thì thay', 'Keep a view; one of the same name is replaced')
  keep(@TheCall() { request }: Call, @Body() { name, query, shared = false }: SavedViewDto) {
    // Whatever it was, it is the query of an address now.
    const asked = new URLSearchParams(query).toString();
    return this.views.keep(keeperOf(request), { name, query: asked, shared });
  }

  @Delete(':id')
  @OwnSession()
  @OwnDocs('Xóa bộ lọc của tôi', 'Remove a view of mine')
  async remove(@TheCall() { request }: Call, @Param('id') id: string) {
    await this.views.remove(keeperOf(request), requireUuid(id));
    return { removed: true };
  }
}

/** Without a role one keeps views for no agency. */
const keeperOf = ({ session, principal }: ActingRequest): Keeper => ({
  account: session!.account_id,
  agency: principal?.acting?.agency ?? '',
});
