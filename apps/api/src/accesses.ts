/** Which requests the access log tells of, and in which words. */
import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  type OnModuleDestroy,
} from '@nestjs/common';
import { mergeMap, type Observable } from 'rxjs';
import type { EventStore } from '#event-sourcing/event-store.js';
import { type Access, AccessLog } from '#identity/access-log.js';
import { EVENT_STORE } from '#obligations/record.js';
import type { ActingRequest } from './actor.js';
import { CLOCK, type Clock } from './settings.js';

interface Told {
  readonly what: Access['what'];
  /** Told of everybody, and written before the answer leaves. */
  readonly leaves?: boolean;
}

const TOLD: Readonly<Record<string, Told>> = {
  '/api/petitions/:id': { what: 'CASE_OPENED' },
  '/api/directives/:id': { what: 'CASE_OPENED' },
  '/api/cases/:id/history': { what: 'HISTORY_READ' },
  '/api/files/:hash': { what: 'FILE_TAKEN' },
  '/api/cases/:id/files/:hash': { what: 'FILE_TAKEN' },
  '/api/working-sessions/:id/files/:hash': { what: 'FILE_TAKEN' },
  '/api/cases/:id/evidence': { what: 'EVIDENCE_EXPORTED', leaves: true },
  '/api/evidence': { what: 'EVIDENCE_EXPORTED', leaves: true },
  '/api/obligations/export': { what: 'REGISTER_EXPORTED', leaves: true },
  '/api/reports/:name': { what: 'REPORT_MADE' },
  '/api/obligations/explanation': { what: 'FIGURE_EXPLAINED' },
  '/api/obligations/differences': { what: 'DAYS_COMPARED' },
  '/api/ledger/inclusion': { what: 'PROOF_TAKEN' },
  '/api/ledger/consistency': { what: 'PROOF_TAKEN' },
  '/api/security-record': { what: 'SECURITY_RECORD_READ' },
  '/api/accounts/:id/record': { what: 'SECURITY_RECORD_READ' },
  '/api/access-log': { what: 'ACCESS_LOG_READ' },
};

/** They read what is of no business of their own house: who they are looking at is worth knowing. */
const TOLD_OF: ReadonlySet<string> = new Set(['auditor', 'administrator']);

@Injectable()
export class Accesses implements NestInterceptor, OnModuleDestroy {
  private readonly log: AccessLog;

  constructor(
    @Inject(EVENT_STORE) store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.log = new AccessLog(store);
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ActingRequest>();
    const told = request.method === 'GET' ? TOLD[request.routeOptions.url ?? ''] : undefined;
    const { actor } = request;
    if (!told || !actor || !(told.leaves || TOLD_OF.has(actor.role))) return next.handle();
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        const at = (request.demoNow ?? this.clock.now()).toISOString();
        this.log.note({ what: told.what, of: subjectOf(request), at, request: String(request.id) }, actor);
        if (told.leaves) await this.log.flush();
        return answer;
      }),
    );
  }

  /** For whoever reads the log: what has just been done stands in it. */
  written(): Promise<void> {
    return this.log.flush();
  }

  async onModuleDestroy(): Promise<void> {
    // The store may be away as well: then the last seconds are lost, and the shutdown goes on.
    await this.log.flush().catch(() => undefined);
  }
}

const SUBJECT = 300;

/** The case, report or file of the address, and the question as it was asked. */
function subjectOf({ params, url }: ActingRequest): string {
  const of = Object.values((params ?? {}) as Record<string, string>).join('/');
  const [, asked = ''] = url.split('?');
  return [of, asked].filter(Boolean).join('?').slice(0, SUBJECT);
}
