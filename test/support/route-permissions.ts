/**
 * Who gets through on which route: the table that the permissions test holds against the OpenAPI document. A route
 * without a row fails the build.
 */
export const ACTORS = {
  clerk: 'role=commune-clerk; agency=18040; user=cb.18040',
  officer: 'role=department-officer; agency=STC; user=cv.stc',
  leader: 'role=department-leader; agency=STC; user=ld.stc',
  office: 'role=office-coordinator; agency=VPUBND; user=van-phong',
  chair: 'role=standing-vice-chairman; agency=UBND; user=pctt',
  auditor: 'role=auditor; agency=TTR; user=thanh-tra',
  administrator: 'role=administrator; agency=VPUBND; user=quan-tri',
  /** A commune and a department that have no part in anything here. */
  otherClerk: 'role=commune-clerk; agency=18028; user=cb.18028',
  otherLeader: 'role=department-leader; agency=SXD; user=ld.sxd',
} as const;
export type ActorName = keyof typeof ACTORS;

/** Not signed in: for whom only these are open. */
export const OPEN = 'open';
/** Those who are signed in on a browser, about their own account; a token or a header will not do. */
export const OWN = 'own account';
/** Every signed-in person; what a list shows is another matter. */
const ANYONE = 'clerk officer leader office chair auditor administrator otherClerk otherLeader';
/**
 * Who may read the petition of 18040 that STC owes an answer to, the directive of STC, the session of both. Of these,
 * those who may not act on it are told so (403); for everybody else it does not exist (404).
 */
const READERS = 'clerk officer leader office chair auditor';

export const ROUTES: Readonly<Record<string, string>> = {
  'GET /api/health/live': OPEN,
  'GET /api/health/ready': OPEN,
  'GET /api/vocabulary': OPEN,
  'POST /api/calendar/due': OPEN,

  'GET /api/sign-in/options': OPEN,
  'POST /api/sign-in': OPEN,
  'POST /api/sign-in/link': OPEN,
  'POST /api/demo/sign-in': OPEN,
  'GET /api/sign-in/provider': OPEN,
  'GET /api/sign-in/provider/callback': OPEN,

  'GET /api/me': ANYONE,
  'POST /api/me/acting': OWN,
  'POST /api/me/password': OWN,
  'POST /api/me/email': OWN,
  'POST /api/me/second-factor': OWN,
  'POST /api/me/second-factor/confirm': OWN,
  'POST /api/me/second-factor/recovery-codes': OWN,
  'POST /api/me/second-factor/disable': OWN,
  'POST /api/sign-in/second-factor': OWN,
  'GET /api/me/delegations': OWN,
  'POST /api/me/delegations': 'leader chair otherLeader',
  'POST /api/me/delegations/{id}/revoke': OWN,
  'GET /api/me/views': OWN,
  'POST /api/me/views': OWN,
  'DELETE /api/me/views/{id}': OWN,
  'GET /api/me/sessions': OWN,
  'GET /api/me/tokens': OWN,
  'POST /api/me/tokens': OWN,
  'DELETE /api/me/tokens/{id}': OWN,
  'DELETE /api/me/sessions/{id}': OWN,
  'DELETE /api/me/sessions': OWN,
  'POST /api/sign-out': OWN,

  'GET /api/me/inbox': ANYONE,
  'POST /api/me/inbox/read': ANYONE,
  'POST /api/me/inbox/read-all': ANYONE,
  'GET /api/me/notification-preferences': OWN,
  'POST /api/me/notification-preferences': OWN,
  'GET /api/notifications/undeliverable': 'office chair',
  'GET /api/notifications/mail': 'office administrator',
  'GET /api/me/calendar-feeds': OWN,
  'POST /api/me/calendar-feeds': OWN,
  'DELETE /api/me/calendar-feeds/{id}': OWN,
  'GET /calendar/{file}': OPEN,
  'GET /api/webhooks': 'administrator',
  'POST /api/webhooks': 'administrator',
  'POST /api/webhooks/{id}/enable': 'administrator',
  'POST /api/webhooks/{id}/disable': 'administrator',
  'DELETE /api/webhooks/{id}': 'administrator',
  'GET /api/webhooks/{id}/deliveries': 'administrator',

  'GET /api/accounts': 'administrator',
  'POST /api/accounts': 'administrator',
  'GET /api/accounts/{id}/record': 'auditor administrator',
  'GET /api/security-record': 'auditor administrator',
  'GET /api/access-log': 'auditor administrator',
  'POST /api/accounts/{id}/disable': 'administrator',
  'POST /api/accounts/{id}/enable': 'administrator',
  'POST /api/accounts/{id}/reset': 'administrator',
  'POST /api/accounts/{id}/second-factor/disable': 'administrator',
  'POST /api/accounts/{id}/email': 'administrator',
  'POST /api/accounts/{id}/grants': 'administrator',
  'POST /api/accounts/{id}/grants/{grantId}/revoke': 'administrator',

  'GET /api/projections': ANYONE,
  'GET /api/calendar/{year}': ANYONE,
  'GET /api/calendar/{year}/draft': ANYONE,
  'GET /api/agencies': ANYONE,
  'GET /api/agencies/{code}': ANYONE,
  'POST /api/calendar/changes/preview': ANYONE,
  'POST /api/calendar/changes/apply': 'office',
  'GET /api/urging-letters': ANYONE,
  'POST /api/urging-letters': 'office',
  'POST /api/urging-letters/preview': 'office',
  'GET /api/urging-letters/drafts': 'office',
  'GET /api/urging-letters/template': ANYONE,
  'POST /api/urging-letters/template': 'office',
  'GET /api/urging-letters/{id}': ANYONE,
  'GET /api/cases/{id}/ladder': READERS,
  'GET /api/cases/{id}/related': READERS,
  'GET /api/cases/{id}/evidence': 'office chair auditor',
  'GET /api/evidence': 'office chair auditor',
  'GET /api/ledger': 'office chair auditor',
  'GET /api/ledger/heads': 'office chair auditor',
  'GET /api/ledger/inclusion': 'office chair auditor',
  'GET /api/ledger/consistency': 'office chair auditor',
  'GET /api/reports': ANYONE,
  'GET /api/reports/{name}': ANYONE,
  'GET /api/obligations': ANYONE,
  'GET /api/changes': ANYONE,
  'GET /api/cases/{id}/actions': READERS,
  'GET /api/obligations/export': ANYONE,
  'GET /api/obligations/counts': ANYONE,
  'GET /api/obligations/trend': ANYONE,
  'GET /api/obligations/differences': ANYONE,
  'GET /api/obligations/explanation': ANYONE,
  'GET /api/written-answers': ANYONE,
  'GET /api/petitions': ANYONE,
  'GET /api/directives': ANYONE,
  'GET /api/working-sessions': ANYONE,

  'GET /api/petitions/{id}': READERS,
  'GET /api/directives/{id}': 'officer leader office chair auditor',
  'GET /api/working-sessions/{id}': READERS,
  'GET /api/cases/{id}/history': READERS,
  'GET /api/cases/{id}/files/{hash}': READERS,
  'GET /api/working-sessions/{id}/files/{hash}': READERS,
  // Of the one who sent it.
  'GET /api/files/{hash}': 'office',
  'POST /api/files': 'clerk officer leader office chair otherClerk otherLeader',
  'GET /api/cases/{id}/obligations/{no}/due-date': READERS,

  'GET /api/escalation-policies': ANYONE,
  'POST /api/escalation-policies': 'chair',
  // Of what one may read.
  'GET /api/forecast': ANYONE,
  'POST /api/forecast/try': ANYONE,

  'POST /api/agencies': 'administrator',
  'POST /api/agencies/{code}/rename': 'administrator',
  'POST /api/agencies/{code}/office-holders': 'administrator',
  'POST /api/agencies/{code}/merge': 'administrator',
  'POST /api/agencies/{code}/dissolve': 'administrator',
  'POST /api/calendar/{year}/days': 'administrator',
  'POST /api/calendar/{year}/days/{date}/revoke': 'administrator',

  'POST /api/task-forces': 'office chair',
  'POST /api/task-forces/{id}/members': 'office chair',
  'POST /api/task-forces/{id}/dissolve': 'office chair',
  'POST /api/working-sessions': 'office',
  'POST /api/working-sessions/{id}/visits': 'office',
  'POST /api/working-sessions/{id}/reports': 'office',
  'POST /api/working-sessions/{id}/orientations': 'office',
  'POST /api/working-sessions/{id}/conclusion-notice': 'office',

  'POST /api/petitions': 'clerk office',
  'POST /api/petitions/{id}/amend': 'clerk office',
  'POST /api/petitions/{id}/split': 'office',
  'POST /api/petitions/{id}/repeat-of': 'office',
  'POST /api/petitions/{id}/route': 'office',
  'POST /api/petitions/{id}/clarifications': 'office',
  'POST /api/petitions/{id}/central-forwarding': 'office',
  'POST /api/petitions/{id}/withdraw': 'clerk office',
  'POST /api/petitions/{id}/reopen': 'office',
  'POST /api/petitions/{id}/close': 'office',
  'POST /api/petitions/{id}/forget': 'office',
  'POST /api/petitions/{id}/obligations/{no}/transfer': 'office',
  'POST /api/petitions/{id}/obligations/{no}/information-requests': 'officer leader',
  'POST /api/petitions/{id}/obligations/{no}/answers': 'leader',
  'POST /api/petitions/{id}/obligations/{no}/answers/{answerId}/withdraw': 'leader',
  'POST /api/petitions/{id}/obligations/{no}/return': 'office',
  'POST /api/petitions/{id}/obligations/{no}/accept': 'office',
  'POST /api/petitions/{id}/obligations/{no}/dispute': 'clerk',
  'POST /api/petitions/{id}/obligations/{no}/due-date-requests': 'officer leader',
  'POST /api/petitions/{id}/obligations/{no}/due-date': 'chair',
  'POST /api/petitions/{id}/obligations/{no}/due-date-refusal': 'chair',
  'POST /api/petitions/{id}/obligations/{no}/due-date-recomputation': 'office',
  'POST /api/petitions/{id}/obligations/{no}/decline': 'officer leader',
  'POST /api/petitions/{id}/obligations/{no}/decline-refusal': 'office',

  'POST /api/directives': 'office chair',
  'POST /api/directives/{id}/suspend': 'chair',
  'POST /api/directives/{id}/resume': 'chair',
  'POST /api/directives/{id}/cancel': 'chair',
  'POST /api/directives/{id}/reopen': 'office',
  'POST /api/directives/{id}/close': 'office',
  'POST /api/directives/{id}/obligations/{no}/acknowledge': 'officer leader',
  'POST /api/directives/{id}/obligations/{no}/progress': 'officer leader',
  'POST /api/directives/{id}/obligations/{no}/completion': 'leader',
  'POST /api/directives/{id}/obligations/{no}/completion/{answerId}/withdraw': 'leader',
  'POST /api/directives/{id}/obligations/{no}/return': 'office',
  'POST /api/directives/{id}/obligations/{no}/accept': 'office',
  'POST /api/directives/{id}/obligations/{no}/reassign': 'office',
  'POST /api/directives/{id}/obligations/{no}/due-date-requests': 'officer leader',
  'POST /api/directives/{id}/obligations/{no}/due-date': 'chair',
  'POST /api/directives/{id}/obligations/{no}/due-date-refusal': 'chair',
  'POST /api/directives/{id}/obligations/{no}/due-date-recomputation': 'office',
  'POST /api/directives/{id}/obligations/{no}/decline': 'officer leader',
  'POST /api/directives/{id}/obligations/{no}/decline-refusal': 'office',

  'GET /api/answer-drafts': ANYONE,
  'GET /api/answer-drafts/{id}': 'officer leader',
  'POST /api/answer-drafts': 'officer leader otherLeader',
  'POST /api/answer-drafts/{id}/revise': 'officer leader',
  'POST /api/answer-drafts/{id}/submit': 'officer leader',
  'POST /api/answer-drafts/{id}/send-back': 'leader',
  'POST /api/answer-drafts/{id}/sign': 'leader',
  'POST /api/answer-drafts/{id}/discard': 'officer leader',
};

/** Whether the route is about one case or session, which does not exist for those who may not read it. */
export const hides = (route: string): boolean =>
  /\/(petitions|directives|cases|answer-drafts)\/\{id\}|GET .*working-sessions\/\{id\}|\/files\/\{hash\}/.test(
    route,
  );

/** A commune has no part in a directive. */
export function readable(route: string, actor: ActorName): boolean {
  if (route === 'GET /api/files/{hash}') return actor === 'office';
  if (/\/directives\/\{id\}/.test(route) && actor === 'clerk') return false;
  // A draft is known in its own house alone.
  if (/\/answer-drafts\/\{id\}/.test(route)) return actor === 'officer' || actor === 'leader';
  return !hides(route) || READERS.split(' ').includes(actor);
}
