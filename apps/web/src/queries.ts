/** What the screens ask the register, each under the name that it is cached by. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { WorkflowState } from '#obligations/obligation.js';
import type { Label } from '#obligations/vocabulary.js';
import type {
  AgencyView,
  CaseRow,
  CaseView,
  CountGroup,
  CountRow,
  CountsOfDay,
  Page,
  RegisterRow,
  RelatedCase,
  SessionView,
} from '#register/register.types.js';
import { ask, client } from './client.js';
import { lastRecorded } from './commands.js';
import { type Past, useAsOf } from './day.js';
import { every } from './live.js';
import type { paths } from './schema.js';
import { useActing } from './session.js';

export type RegisterQuery = NonNullable<paths['/api/obligations']['get']['parameters']['query']>;
type CountsQuery = NonNullable<paths['/api/obligations/counts']['get']['parameters']['query']>;

/** Others write too: what stands on a screen is looked at again this often, and whenever the window is. */
const AGAIN_MS = 60_000;
const PAGE = 50;

export interface Vocabulary {
  readonly fields: readonly Label[];
  readonly categories: readonly Label[];
  readonly workflowStates: readonly (Label & { code: WorkflowState })[];
}

export const useVocabulary = () =>
  useQuery<Vocabulary>({
    queryKey: ['vocabulary'],
    queryFn: () => ask(client.GET('/api/vocabulary')),
    staleTime: Infinity,
  });

const AGENCIES = {
  queryKey: ['agencies'],
  queryFn: async () => (await ask<{ items: readonly AgencyView[] }>(client.GET('/api/agencies'))).items,
  staleTime: 300_000,
};
export const useAgencies = () => useQuery(AGENCIES);

/** Who can be given work today, by name. */
export const useAgencyChoices = (central = false): readonly AgencyView[] =>
  useQuery({ ...AGENCIES, select: central ? centralOf : choicesOf }).data ?? NONE;
const NONE: readonly AgencyView[] = [];
// Outside the hook: only then is it asked again when the agencies change, and not at every key press.
const choicesOf = (agencies: readonly AgencyView[]) => standing(agencies, false);
const centralOf = (agencies: readonly AgencyView[]) => standing(agencies, true);
const standing = (agencies: readonly AgencyView[], central: boolean) =>
  agencies
    .filter(({ validTo, kind }) => validTo === null && (kind === 'CENTRAL_BODY') === central)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));

export function useRegister(query: RegisterQuery) {
  const asOf = useAsOf();
  return useInfiniteQuery({
    queryKey: ['obligations', 'pages', query, asOf],
    queryFn: ({ pageParam, signal }) =>
      ask<Page<RegisterRow>>(
        client.GET('/api/obligations', {
          params: { query: { limit: PAGE, ...query, ...asOf, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: (before) => before,
    refetchInterval: every(AGAIN_MS),
  });
}

export function useCounts(by: CountGroup, query: CountsQuery = {}) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ['obligations', 'counts', by, query, asOf],
    queryFn: async ({ signal }) =>
      (
        await ask<{ items: readonly CountRow[] }>(
          client.GET('/api/obligations/counts', { params: { query: { ...query, ...asOf, by } }, signal }),
        )
      ).items,
    placeholderData: (before) => before,
    refetchInterval: every(AGAIN_MS),
  });
}

/** At the end of each week, as it stood then. */
export function useTrend() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ['obligations', 'trend', asOf],
    queryFn: async ({ signal }) =>
      (
        await ask<{ items: readonly CountsOfDay[] }>(
          client.GET('/api/obligations/trend', { params: { query: asOf }, signal }),
        )
      ).items,
    placeholderData: (before) => before,
    refetchInterval: every(10 * AGAIN_MS),
  });
}

export function useUnrouted(enabled: boolean) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ['petitions', 'unrouted', asOf],
    queryFn: ({ signal }) =>
      ask<Page<CaseRow>>(
        client.GET('/api/petitions', {
          params: { query: { ...asOf, unrouted: true, status: 'OPEN', limit: 200 } },
          signal,
        }),
      ),
    enabled,
    refetchInterval: every(AGAIN_MS),
  });
}

/** What a commune has asked for, the newest first. */
export function usePetitionsOf(unit: string) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ['petitions', 'of', unit, asOf],
    queryFn: ({ signal }) =>
      ask<Page<CaseRow>>(
        client.GET('/api/petitions', {
          params: { query: { ...asOf, unit, direction: 'desc', limit: 200 } },
          signal,
        }),
      ),
    refetchInterval: every(AGAIN_MS),
  });
}

export type ShownCase = CaseView & { readonly contentShown?: string };

export function useCase(number: string) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ['case', number, asOf],
    queryFn: ({ signal }) => {
      const id = { params: { path: { id: number }, query: asOf }, signal };
      return ask<ShownCase>(
        number.startsWith('NV')
          ? client.GET('/api/directives/{id}', id)
          : client.GET('/api/petitions/{id}', id),
      );
    },
    placeholderData: (before) => before,
    refetchInterval: every(AGAIN_MS),
  });
}

export interface Related {
  readonly session: SessionView | null;
  readonly items: readonly RelatedCase[];
}

export function useRelated(number: string) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ['related', number, asOf],
    queryFn: ({ signal }) =>
      ask<Related>(
        client.GET('/api/cases/{id}/related', { params: { path: { id: number }, query: asOf }, signal }),
      ),
  });
}

export interface PossibleAction {
  readonly action: string;
  readonly obligation: string | null;
  readonly allowed: boolean;
  readonly vi: string | null;
  readonly en: string | null;
}

/** Nothing is done in the past. */
export function useActions(number: string) {
  const { asOf } = useAsOf();
  return useQuery({
    queryKey: ['actions', number],
    queryFn: async ({ signal }) =>
      (
        await ask<{ items: readonly PossibleAction[] }>(
          client.GET('/api/cases/{id}/actions', { params: { path: { id: number } }, signal }),
        )
      ).items,
    enabled: asOf === undefined,
    select: (items) => (asOf === undefined ? items : []),
  });
}

export interface Happened {
  readonly version: number;
  readonly id: string;
  readonly type: string;
  readonly vi: string;
  readonly en: string;
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly position: string;
  readonly lateEntry: boolean;
  readonly actor: { readonly user: string; readonly role: string; readonly agency: string };
  readonly correlationId: string;
  readonly data: object;
}

/** What had happened by the day; all of it, where one looks at a single event among the others. */
export function useHistory(number: string, of: Partial<Past>) {
  return useQuery({
    queryKey: ['history', number, of],
    queryFn: async ({ signal }) =>
      (
        await ask<{ events: readonly Happened[] }>(
          client.GET('/api/cases/{id}/history', { params: { path: { id: number }, query: of }, signal }),
        )
      ).events,
    refetchInterval: every(AGAIN_MS),
  });
}

export interface NextSteps {
  readonly no: string;
  readonly next: readonly { readonly on: string; readonly level: number }[];
}

/** What the ladder does next, of today alone. */
export function useLadder(number: string) {
  const { asOf } = useAsOf();
  return useQuery({
    queryKey: ['ladder', number],
    queryFn: async ({ signal }) =>
      (
        await ask<{ items: readonly NextSteps[] }>(
          client.GET('/api/cases/{id}/ladder', { params: { path: { id: number }, query: {} }, signal }),
        )
      ).items,
    enabled: asOf === undefined,
  });
}

export interface DueExplained {
  readonly decided: { readonly term: string; readonly startOn: string; readonly dueOn: string | null };
  readonly computed: {
    readonly dueOn: string | null;
    readonly steps: readonly {
      readonly date: string;
      readonly counted: boolean;
      readonly why: string;
      readonly whyEn: string;
    }[];
  };
  readonly same: boolean;
}

export const useDueExplained = (number: string, no: string, enabled: boolean) =>
  useQuery({
    queryKey: ['due', number, no],
    queryFn: ({ signal }) =>
      ask<DueExplained>(
        client.GET('/api/cases/{id}/obligations/{no}/due-date', {
          params: { path: { id: number, no } },
          signal,
        }),
      ),
    enabled,
  });

export interface DraftTarget {
  readonly caseNumber: string;
  readonly obligation: string;
  readonly category?: string;
}
export interface Draft {
  readonly id: string;
  readonly status: 'DRAFT' | 'SUBMITTED' | 'SENT_BACK' | 'SIGNED' | 'DISCARDED';
  readonly version: number;
  readonly kind: 'INTERIM' | 'FINAL';
  readonly text: string;
  readonly summary?: string;
  readonly sentBackFor?: string;
  readonly targets: readonly DraftTarget[];
  readonly draftedBy: string;
  readonly changedAt: string;
}
/** For a leader those that wait for a signature; an officer sees all that is not yet signed. */
export function useDrafts() {
  const { role } = useActing();
  const status = role === 'department-leader' ? 'SUBMITTED' : 'DRAFT,SENT_BACK,SUBMITTED';
  return useQuery({
    queryKey: ['drafts', status],
    queryFn: async () => {
      const after = lastRecorded();
      const query = { status: status as never, limit: 200, ...(after === undefined ? {} : { after }) };
      return (await ask<{ items: readonly Draft[] }>(client.GET('/api/answer-drafts', { params: { query } })))
        .items;
    },
    refetchInterval: every(AGAIN_MS),
  });
}
