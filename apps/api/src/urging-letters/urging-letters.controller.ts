/** Urging letters (công văn đôn đốc): composed from what is overdue, previewed, issued once, read as they went out. */
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { EventStore } from '#event-sourcing/event-store.js';
import { type Acting, readingScope, requireMay } from '#identity/policy.js';
import { EVENT_STORE, stateAt } from '#obligations/record.js';
import { ExecuteLetterTemplate, ExecuteUrgingLetter } from '#urging-letters/urging-letter.handler.js';
import {
  type AdoptedTemplate,
  letterTemplate,
  type LetterTemplateEvent,
  PLACES,
  TEMPLATE_STREAM,
} from '#urging-letters/letter-template.js';
import {
  type LetterData,
  type UrgingLetter,
  urgingLetter,
  type UrgingLetterEvent,
  urgingLetterStream,
  writtenLetter,
} from '#urging-letters/urging-letter.js';
import { UrgingLetterQueries } from '#urging-letters/urging-letters.projection.js';
import { newId } from '../cases.js';
import { type Call, Commands, factsOf, TheCall } from '../commands.js';
import { CommandDocs, QueryDocs } from '../controllers/docs.js';
import { TheReader, Views } from '../views.js';
import { Waiting } from '../waiting.js';
import { AfterQuery } from '../dto/queries.dto.js';
import { LetterQuery, LettersQuery, LetterTemplateDto, UrgingLetterDto } from './urging-letters.dto.js';
import { UrgingLetters } from './urging-letters.js';

@ApiTags('Công văn đôn đốc / Urging letters')
@Controller('api/urging-letters')
export class UrgingLettersController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(UrgingLetters) private readonly letters: UrgingLetters,
    @Inject(UrgingLetterQueries) private readonly queries: UrgingLetterQueries,
    @Inject(Views) private readonly views: Views,
    @Inject(Waiting) private readonly waiting: Waiting,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @QueryDocs('Xem trước công văn; không ghi gì', 'The letter as it would go out; writes nothing')
  async preview(@TheCall() call: Call, @TheReader() reader: Acting, @Body() body: UrgingLetterDto) {
    requireMay(reader, 'IssueUrgingLetter');
    const { at } = await this.commands.given(call, body);
    const template = await stateAt(this.store, letterTemplate, TEMPLATE_STREAM);
    return writtenLetter(await this.composed(body, reader), template, at);
  }

  @Post()
  @CommandDocs('Ban hành công văn đôn đốc', 'Record an urging letter as issued')
  async issue(@TheCall() call: Call, @TheReader() reader: Acting, @Body() body: UrgingLetterDto) {
    requireMay(reader, 'IssueUrgingLetter');
    const given = await this.commands.given(call, body);
    const id = newId('urging letter', given);
    const before = await this.letters.stateOf(id);
    // A retry is about the letter that it issued, whatever has been answered since.
    const data = before.status === 'ISSUED' ? letterDataOf(before) : await this.composed(body, reader);
    return this.commands.run<UrgingLetter, UrgingLetterEvent>(call, given, {
      id,
      stream: urgingLetterStream(id),
      decider: urgingLetter as never,
      send: ({ at, meta }) =>
        this.commands.bus.execute(new ExecuteUrgingLetter(id, { type: 'IssueUrgingLetter', data, at }, meta)),
    });
  }

  @Get()
  @QueryDocs('Các công văn đôn đốc', 'The urging letters')
  async list(@TheReader() reader: Acting, @Query() query: LettersQuery) {
    await this.waiting.until(query.after, 'urging_letters');
    return { items: await this.queries.list(readingScope(reader), query.agency) };
  }

  @Get('drafts')
  @QueryDocs(
    'Công văn mà thang đôn đốc đã soạn sẵn, chưa ban hành: cơ quan, các nghĩa vụ',
    'Letters that the ladder has drafted and that wait to be issued: agency and obligations',
  )
  async drafts(@TheReader() reader: Acting, @Query() query: AfterQuery) {
    requireMay(reader, 'IssueUrgingLetter');
    return { items: await this.letters.drafted(await this.views.of(query, reader)) };
  }

  @Get('template')
  @QueryDocs('Lời văn của công văn đôn đốc', 'The words of an urging letter')
  async template(@Query() _query: LetterQuery) {
    return { ...(await stateAt(this.store, letterTemplate, TEMPLATE_STREAM)), places: PLACES };
  }

  @Post('template')
  @CommandDocs('Sửa lời văn của công văn đôn đốc', 'Change the words of an urging letter')
  async adopt(@TheCall() call: Call, @Body() body: LetterTemplateDto) {
    const given = await this.commands.given(call, body);
    return this.commands.run<AdoptedTemplate, LetterTemplateEvent>(call, given, {
      id: TEMPLATE_STREAM,
      stream: TEMPLATE_STREAM,
      decider: letterTemplate as never,
      send: ({ meta }) =>
        this.commands.bus.execute(
          new ExecuteLetterTemplate({ type: 'AdoptUrgingLetterTemplate', data: factsOf(body) }, meta),
        ),
    });
  }

  @Get(':id')
  @QueryDocs('Một công văn như đã ban hành', 'A letter as it was issued')
  async one(
    @TheReader() reader: Acting,
    @TheCall() { reply }: Call,
    @Param('id') id: string,
    @Query() { format }: LetterQuery,
  ) {
    const letter = await this.letters.issued(id, reader);
    if (format !== 'html') return letter;
    reply.header('content-type', 'text/html; charset=utf-8');
    return page(letter.html);
  }

  private async composed(body: UrgingLetterDto, reader: Acting) {
    await this.waiting.untilOwnWrites();
    return this.letters.compose(body, await this.views.of({}, reader));
  }
}

const letterDataOf = (issued: Extract<UrgingLetter, { status: 'ISSUED' }>): LetterData => {
  const { status: _s, version: _v, template: _t, html: _h, ...data } = issued;
  return data;
};

const page = (letter: string): string => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Công văn đôn đốc</title>
<link rel="stylesheet" href="../../letter.css">
</head>
<body>
${letter}
</body>
</html>
`;
