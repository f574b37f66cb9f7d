import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { AgenciesModule } from '#agencies/agencies.module.js';
import { CalendarModule } from '#calendar/calendar.module.js';
import { CalendarSource } from '#calendar/calendar.source.js';
import { DirectivesModule } from '#directives/directives.module.js';
import { DraftsModule } from '#drafts/drafts.module.js';
import { DraftQueries } from '#drafts/drafts.queries.js';
import { EscalationPolicySource } from '#obligations/escalation-policy.source.js';
import { ObligationsModule } from '#obligations/obligations.module.js';
import { EVENT_STORE } from '#obligations/record.js';
import { PetitionsModule } from '#petitions/petitions.module.js';
import { PERSON_SEALING } from '#privacy/person-sealing.js';
import type { PersonVault } from '#privacy/person-vault.js';
import { CalendarChanges } from '#register/calendar-changes.js';
import { REGISTER_HANDLERS } from '#register/register.handler.js';
import { RegisterQueries } from '#register/register.queries.js';
import { ReportQueries } from '#register/reports/report.queries.js';
import { UrgingLettersModule } from '#urging-letters/urging-letters.module.js';
import { UrgingLetterQueries } from '#urging-letters/urging-letters.projection.js';
import { WorkingSessionsModule } from '#working-sessions/working-sessions.module.js';
import type { Files } from '#files/files.js';
import type { Identity } from '#identity/identity.js';
import type { Database } from '../../worker/src/database.js';
import { Notifier } from '../../worker/src/notifier.js';
import { Worker } from '../../worker/src/worker.js';
import { ActorGuard } from './actor.js';
import { Actions } from './actions.js';
import { CaseIds } from './case-ids.js';
import { Cases } from './cases.js';
import { Commands } from './commands.js';
import { AgenciesController } from './controllers/agencies.controller.js';
import { AuditController } from './controllers/audit.controller.js';
import { CalendarChangesController } from './controllers/calendar-changes.controller.js';
import { CalendarController } from './controllers/calendar.controller.js';
import { DirectivesController } from './controllers/directives.controller.js';
import {
  DirectiveDueDatesController,
  PetitionDueDatesController,
} from './controllers/due-dates.controller.js';
import { EscalationController } from './controllers/escalation.controller.js';
import { EvidenceController } from './controllers/evidence.controller.js';
import { ForecastController } from './controllers/forecast.controller.js';
import { LedgerController } from './controllers/ledger.controller.js';
import { PetitionsController } from './controllers/petitions.controller.js';
import { RegisterController } from './controllers/register.controller.js';
import { DraftsController } from './controllers/drafts.controller.js';
import { ReportsController } from './controllers/reports.controller.js';
import { UrgingLettersController } from './urging-letters/urging-letters.controller.js';
import { SavedViewsController } from './controllers/saved-views.controller.js';
import { SessionsController } from './controllers/sessions.controller.js';
import { SystemController } from './controllers/system.controller.js';
import { TaskForcesController } from './controllers/task-forces.controller.js';
import { Directory } from './directory.js';
import { Explanations } from './explanations.js';
import { CaseFiles, FILES } from './files/case-files.js';
import { FilesController } from './files/files.controller.js';
import { Filters } from './filters.js';
import { Accesses } from './accesses.js';
import { LiveChanges } from './live-changes.js';
import { Groups } from './groups.js';
import { AccountsController } from './identity/accounts.controller.js';
import { DelegationsController } from './identity/delegations.controller.js';
import { Callers, IDENTITY } from './identity/callers.js';
import { Door } from './identity/knock.js';
import { MeController } from './identity/me.controller.js';
import { RecordController } from './identity/record.controller.js';
import { ProviderController } from './identity/provider.controller.js';
import { SignInController } from './identity/sign-in.controller.js';
import { FeedsController } from './notifications/feeds.controller.js';
import { InboxController } from './notifications/inbox.controller.js';
import { Persons } from './persons.js';
import { RATE_LIMITER, type RateLimiter } from './limits.js';
import { WebhooksController } from './notifications/webhooks.controller.js';
import { ProblemFilter } from './problem.js';
import { CLOCK, type Clock, SETTINGS, type Settings, STORED_EVENTS } from './settings.js';
import { UrgingLetters } from './urging-letters/urging-letters.js';
import { TaskForces } from './task-forces.js';
import { RequestPipe } from './validation.js';
import { Views } from './views.js';
import { LastWritten, Waiting } from './waiting.js';

export interface Kernel {
  readonly database: Database;
  readonly worker: Worker;
  readonly notifier: Notifier;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly identity: Identity;
  readonly files: Files | undefined;
  /** Undefined: no key is set, and no petition may name a citizen. */
  readonly persons: PersonVault | undefined;
  readonly limiter: RateLimiter | undefined;
}

/** What the slices' handlers are given: they know the port, not the adapter. */
@Module({})
class KernelModule {
  static with(kernel: Kernel): DynamicModule {
    const { database, worker, notifier, clock, settings, identity, files, persons, limiter } = kernel;
    const calendar = new CalendarSource(database.store, () => performance.now());
    const policies = new EscalationPolicySource(database.store, () => performance.now());
    const register = new RegisterQueries(database.dataSource, database.store);
    const changes = new CalendarChanges(database.dataSource, database.store, register);
    const providers = [
      { provide: EVENT_STORE, useValue: database.store },
      { provide: STORED_EVENTS, useValue: database.stored },
      { provide: DataSource, useValue: database.dataSource },
      { provide: DraftQueries, useValue: new DraftQueries(database.dataSource) },
      { provide: RegisterQueries, useValue: register },
      { provide: ReportQueries, useValue: new ReportQueries(database.dataSource, register) },
      { provide: CalendarSource, useValue: calendar },
      { provide: CalendarChanges, useValue: changes },
      { provide: UrgingLetterQueries, useValue: new UrgingLetterQueries(database.dataSource) },
      { provide: EscalationPolicySource, useValue: policies },
      { provide: Worker, useValue: worker },
      { provide: Notifier, useValue: notifier },
      { provide: CLOCK, useValue: clock },
      { provide: SETTINGS, useValue: settings },
      { provide: IDENTITY, useValue: identity },
      { provide: FILES, useValue: files ?? null },
      { provide: PERSON_SEALING, useValue: persons ?? null },
      { provide: RATE_LIMITER, useValue: limiter ?? null },
    ];
    return { module: KernelModule, global: true, providers, exports: providers };
  }
}

@Module({})
export class AppModule {
  static with(kernel: Kernel): DynamicModule {
    return {
      module: AppModule,
      imports: [
        KernelModule.with(kernel),
        CqrsModule.forRoot(),
        PetitionsModule,
        DirectivesModule,
        DraftsModule,
        UrgingLettersModule,
        WorkingSessionsModule,
        AgenciesModule,
        CalendarModule,
        ObligationsModule,
      ],
      controllers: [
        PetitionsController,
        PetitionDueDatesController,
        DirectivesController,
        DirectiveDueDatesController,
        DraftsController,
        SavedViewsController,
        SessionsController,
        TaskForcesController,
        AgenciesController,
        CalendarController,
        CalendarChangesController,
        EscalationController,
        AuditController,
        ForecastController,
        LedgerController,
        EvidenceController,
        RegisterController,
        ReportsController,
        UrgingLettersController,
        SystemController,
        SignInController,
        ProviderController,
        MeController,
        AccountsController,
        DelegationsController,
        RecordController,
        FilesController,
        InboxController,
        WebhooksController,
        FeedsController,
      ],
      providers: [
        ...[
          Commands,
          Cases,
          CaseIds,
          Directory,
          Groups,
          TaskForces,
          UrgingLetters,
          Views,
          LiveChanges,
          Actions,
          Explanations,
          Filters,
          Waiting,
          LastWritten,
          Callers,
          Door,
          CaseFiles,
          Persons,
          Accesses,
        ],
        ...REGISTER_HANDLERS,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: ActorGuard },
        { provide: APP_INTERCEPTOR, useExisting: Accesses },
        { provide: APP_PIPE, useClass: RequestPipe },
      ],
    };
  }
}
