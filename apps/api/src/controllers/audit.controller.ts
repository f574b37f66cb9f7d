/** For whoever asks why a figure is what it is, and what became of it between two days. */
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { localDate } from '#calendar/local-date.js';
import type { Acting } from '#identity/policy.js';
import { RegisterQueries } from '#register/register.queries.js';
import type { RegisterFilter, RegisterRow, RegisterView } from '#register/register.types.js';
import { DifferencesQuery, ExplanationQuery } from '../dto/audit.dto.js';
import { Explanations, type Told } from '../explanations.js';
import { FILTER_OF } from '../figures.js';
import { Filters, pageOf } from '../filters.js';
import { Problem } from '../problem.js';
import { CLOCK, type Clock } from '../settings.js';
import { TheReader, Views } from '../views.js';
import { QueryDocs } from './docs.js';

@ApiTags('Kiểm tra / Audit')
@Controller('api/obligations')
export class AuditController {
  constructor(
    @Inject(RegisterQueries) private readonly register: RegisterQueries,
    @Inject(Views) private readonly views: Views,
    @Inject(Filters) private readonly filters: Filters,
    @Inject(Explanations) private readonly explanations: Explanations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('differences')
  @QueryDocs(
    'So sánh sổ giữa hai ngày: con số hai ngày, dòng nào khác và vì sự kiện nào',
    'The register of two days compared: both figures, each obligation that differs, and the events between',
  )
  async differences(@TheReader() reader: Acting, @Query() query: DifferencesQuery) {
    if (query.asOf !== undefined) throw asOfTwice();
    const filter = await this.filters.of(query);
    const { after, reading, toReading = reading } = query;
    const from = await this.views.of({ after, asOf: query.from, reading }, reader);
    const now = this.clock.now().toISOString();
    const last = query.to ?? (toReading === 'EFFECTIVE' ? localDate(now) : now);
    const to = await this.views.of({ asOf: last, reading: toReading }, reader);
    if (from.asOf!.at > to.asOf!.at) throw inverted();
    const page = {
      limit: query.limit ?? 50,
      ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
    };
    const { flows, items, nextCursor } = await this.register.differences(filter, from, to, page);
    return {
      from: { ...day(from), figures: await this.figures(filter, from) },
      to: { ...day(to), figures: await this.figures(filter, to) },
      flows,
      items: await this.withEventsBetween(items, reader, from, to),
      nextCursor,
    };
  }

  @Get('explanation')
  @QueryDocs(
    'Giải thích một con số: những dòng được đếm, và với mỗi dòng những sự kiện đã đưa nó vào đó',
    'A figure explained: the obligations that it counts, and for each the events that put it there',
  )
  async explanation(@TheReader() reader: Acting, @Query() query: ExplanationQuery) {
    const filter = { ...(await this.filters.of(query)), ...FILTER_OF[query.figure] };
    const view = await this.views.of(query, reader);
    const page = pageOf<'case'>({ limit: query.limit, cursor: query.cursor }, 'case');
    const { items, nextCursor, total } = await this.register.list(filter, page, view);
    return {
      figure: query.figure,
      today: view.today,
      ...(view.asOf ? day(view) : {}),
      ...(total === undefined ? {} : { count: total }),
      items: (await this.withEvents(items, reader, view)).map(({ of, events }) => ({ line: of, events })),
      nextCursor,
    };
  }

  /** Beside each obligation the events that stand in one of the views and not in the other. */
  private async withEventsBetween<O extends OfCase>(
    obligations: readonly O[],
    reader: Acting,
    from: RegisterView,
    to: RegisterView,
  ) {
    const [before, after] = await Promise.all(
      [from, to].map((view) => this.withEvents(obligations, reader, view)),
    );
    const only = (these: readonly Told[], others: readonly Told[]) => {
      const known = new Set(others.map(({ id }) => id));
      return these.filter(({ id }) => !known.has(id));
    };
    return obligations.map((of, i) => {
      const [was, is] = [before![i]!.events, after![i]!.events];
      return { ...of, events: [...only(was, is), ...only(is, was)] };
    });
  }

  /**
   * Beside each obligation the events that changed what a figure looks at, as far as they stand in the view. A
   * directive may have hundreds of obligations: the timeline of a case is made once.
   */
  private withEvents<O extends OfCase>(obligations: readonly O[], reader: Acting, { asOf }: RegisterView) {
    const timelines = new Map<string, Promise<readonly Told[]>>();
    const timeline = ({ kind, caseId }: O) => {
      const known = timelines.get(caseId);
      if (known) return known;
      const made = this.explanations.timeline({ kind, id: caseId }, reader, asOf);
      timelines.set(caseId, made);
      return made;
    };
    return Promise.all(
      obligations.map(async (of) => ({
        of,
        events: (await timeline(of))
          .map((event) => ({
            ...event,
            changes: event.changes.filter(({ obligation }) => obligation === of.no),
          }))
          .filter(({ changes }) => changes.length > 0),
      })),
    );
  }

  private async figures(filter: RegisterFilter, view: RegisterView) {
    const [counted] = await this.register.counts('all', filter, view);
    const { key: _key, name: _name, ...figures } = counted!;
    return figures;
  }
}

type OfCase = Pick<RegisterRow, 'kind' | 'caseId' | 'no'>;

const day = ({ asOf }: RegisterView) => ({ asOf: asOf!.at, reading: asOf!.reading });

const asOfTwice = () =>
  new Problem(
    400,
    'AS_OF_NOT_HERE',
    'So sánh hai ngày dùng from và to, không dùng asOf.',
    'A comparison of two days takes from and to, not asOf.',
    { field: 'asOf' },
  );

const inverted = () =>
  new Problem(422, 'DAYS_INVERTED', '"from" phải không sau "to".', '"from" must not be after "to".', {
    field: 'from',
  });
