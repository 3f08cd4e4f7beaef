import type { Operation } from './operation.ts'

const DAY = { day: 'DayStamp' }
const SPAN = { from: 'DayStamp', until: 'DayStamp' }
const MONTHS = { from: 'MonthStamp', until: 'MonthStamp' }

const AUDIT = {
  ...{ from: 'DayStamp', until: 'DayStamp', kind: 'AuditKind' },
  ...{ staff: 'StaffNumber', counter: 'CounterNumber', number: 'TicketNumber' },
}

const HOOK = { id: 'HookId' }

/** Every route of the supervisor's desk, and what programs read of the same. */
export const DESK_OPERATIONS = {
  'get /api/v1/figures': {
    summary: 'The figures of a span of days, both ends included; for an integration and the console',
    access: 'bearer',
    parameters: SPAN,
    answers: { 200: 'Figures', 400: 'Problem', 403: 'Problem' },
  },
  'post /api/desk/session': {
    summary: 'Sign a supervisor in at the desk; the session comes as a cookie, 409 where it is none of theirs',
    access: 'anybody',
    body: 'DeskSignIn',
    answers: { 200: 'DeskOverview', 409: 'Problem', 422: 'Problem', 429: 'Problem' },
  },
  'post /api/desk/sign-out': {
    summary: 'Leave the desk',
    access: 'anybody',
    body: 'Nothing',
    answers: { 204: null },
  },
  'get /api/desk': {
    summary: 'Who sits at the desk, and whose office it is; null while nobody does',
    access: 'anybody',
    answers: { 200: 'MaybeDeskOverview' },
  },
  'post /api/desk/commands': {
    summary: 'Ask the office for something as a supervisor',
    access: 'supervisor',
    body: 'Command',
    answers: { 200: 'Taken', 409: 'Problem', 422: 'Problem' },
  },
  'get /api/desk/office': {
    summary: 'The office document as it holds, with its version and what is wrong with a file edited by hand',
    access: 'supervisor',
    answers: { 200: 'OfficeDesk' },
  },
  'post /api/desk/office': {
    summary: 'Enter a changed document, made from a version: saved, or why not',
    access: 'supervisor',
    body: 'OfficeDraft',
    answers: { 200: 'OfficeSaved', 413: 'Problem' },
  },
  'post /api/desk/office/preview': {
    summary: 'What a changed document would change and bring about, or every problem with it',
    access: 'supervisor',
    body: 'OfficeDraft',
    answers: { 200: 'OfficePreview', 413: 'Problem' },
  },
  'get /api/desk/office/versions': {
    summary: 'Every version of the document, newest first, with who, when and what it changed',
    access: 'supervisor',
    answers: { 200: 'OfficeHistory' },
  },
  'post /api/desk/office/restore': {
    summary: 'Bring an earlier version back as a new one',
    access: 'supervisor',
    body: 'OfficeRestore',
    answers: { 200: 'OfficeSaved' },
  },
  'get /api/desk/office/staff': {
    summary: 'The staff by number',
    access: 'supervisor',
    answers: { 200: 'DeskStaff' },
  },
  'post /api/desk/office/staff': {
    summary: 'Add or remove staff, change a rank, give a new PIN (told here and never again), lift a lock',
    access: 'supervisor',
    body: 'StaffAct',
    answers: { 200: 'StaffActed' },
  },
  'get /api/desk/office/pairings': {
    summary: 'The devices that are paired',
    access: 'supervisor',
    answers: { 200: 'DeskPairings' },
  },
  'post /api/desk/office/pairings': {
    summary: 'Pair a device; its link or token is told here and never again',
    access: 'supervisor',
    body: 'PairDevice',
    answers: { 200: 'DevicePaired' },
  },
  'post /api/desk/office/revoke': {
    summary: 'End a pairing for good',
    access: 'supervisor',
    body: 'RevokeDevice',
    answers: { 204: null, 404: 'Problem' },
  },
  'get /api/desk/devices': {
    summary: 'Every device as it is, for the desk, and whose token is in use at two places at once',
    access: 'supervisor',
    answers: { 200: 'DeskDevices', 401: 'Problem' },
  },
  'get /api/desk/figures': {
    summary: 'The figures of a span of days with their tables, for the desk',
    access: 'supervisor',
    parameters: { ...SPAN, lang: 'TableLang' },
    answers: { 200: 'FiguresPage', 400: 'Problem' },
  },
  'get /api/desk/figures/export': {
    summary: 'One table of the figures as CSV, or all of them as a workbook',
    access: 'supervisor',
    parameters: { ...SPAN, format: 'TableFormat', table: 'TableId', lang: 'TableLang' },
    answers: { 200: null, 400: 'Problem', 413: 'Problem' },
  },
  'get /api/desk/floor/alerts': {
    summary: 'What wants a supervisor now, with what would help',
    access: 'supervisor',
    answers: { 200: 'Alerts' },
  },
  'get /api/desk/floor/tickets': {
    summary: 'Every ticket of today that is not over',
    access: 'supervisor',
    answers: { 200: 'LiveTickets' },
  },
  'get /api/desk/floor/affected': {
    summary: 'Whom an outage of today touched',
    access: 'supervisor',
    parameters: { which: 'Which' },
    answers: { 200: 'AffectedList', 404: 'Problem' },
  },
  'get /api/desk/floor/affected/export': {
    summary: 'The same as a file',
    access: 'supervisor',
    parameters: { which: 'Which', format: 'TableFormat', lang: 'TableLang' },
    answers: { 200: null, 400: 'Problem', 404: 'Problem', 413: 'Problem' },
  },
  'get /api/desk/survey': {
    summary: 'The satisfaction survey of whole months: elements, IKM, sample, invitations, channels, trend',
    access: 'supervisor',
    parameters: MONTHS,
    answers: { 200: 'SurveyResults', 400: 'Problem', 401: 'Problem' },
  },
  'get /api/desk/survey/export': {
    summary: "The survey's tables: one as CSV, all as a workbook; respondents without any link to a person",
    access: 'supervisor',
    parameters: { ...MONTHS, format: 'TableFormat', lang: 'TableLang', sheet: 'SurveySheet' },
    answers: { 200: null, 400: 'Problem', 401: 'Problem', 413: 'Problem' },
  },
  'get /api/v1/survey': {
    summary: 'The same results for another program; for an integration and the console',
    access: 'bearer',
    parameters: MONTHS,
    answers: { 200: 'SurveyResults', 400: 'Problem', 403: 'Problem' },
  },
  'get /api/desk/bookings': {
    summary: 'Bookings by day and window, where they come from, and what came of it',
    access: 'supervisor',
    answers: { 200: 'Bookings', 401: 'Problem' },
  },
  'post /api/desk/bookings/preview': {
    summary: 'Read an agenda file (CSV or XLSX) and say what it would change; nothing is entered',
    access: 'supervisor',
    parameters: DAY,
    body: 'AnyFile',
    answers: { 200: 'AgendaPreview', 413: 'Problem' },
  },
  'post /api/desk/bookings/enter': {
    summary: 'Enter what was previewed',
    access: 'supervisor',
    body: 'EnterPreview',
    answers: { 200: 'EnterResult' },
  },
  'get /api/desk/bookings/export': {
    summary: 'The lines of a preview that cannot enter, as CSV or XLSX',
    access: 'supervisor',
    parameters: { id: 'PreviewId', format: 'TableFormat', lang: 'TableLang' },
    answers: { 200: null, 404: 'Problem', 413: 'Problem' },
  },
  'post /api/desk/bookings/columns': {
    summary: "Remember what the office's own headings mean",
    access: 'supervisor',
    body: 'AgendaColumns',
    answers: { 200: 'Taken', 409: 'Problem' },
  },
  'post /api/desk/bookings/source': {
    summary: 'Set where bookings are fetched from; the token is never told again',
    access: 'supervisor',
    body: 'SetSource',
    answers: { 200: 'Taken', 409: 'Problem', 422: 'Problem' },
  },
  'post /api/desk/bookings/pull': {
    summary: 'Fetch bookings from the source now',
    access: 'supervisor',
    body: 'Nothing',
    answers: { 200: 'Bookings' },
  },
  'post /api/desk/bookings/find': {
    summary: 'Find a booking by its code, or by the number of its ticket',
    access: 'supervisor',
    body: 'FindBooking',
    answers: { 200: 'FoundBooking' },
  },
  'post /api/desk/bookings/add': {
    summary: 'Enter one booking by hand',
    access: 'supervisor',
    body: 'NewBooking',
    answers: { 200: 'NewBookingResult', 409: 'Problem', 422: 'Problem' },
  },
  'get /api/desk/audit': {
    summary: 'One page of the audit, newest first; `before` is the `more` of the page before',
    access: 'supervisor',
    parameters: { ...AUDIT, before: 'AuditSeq' },
    answers: { 200: 'AuditPage', 401: 'Problem', 422: 'Problem' },
  },
  'get /api/desk/audit/export': {
    summary: 'All of the audit that fits, as a file',
    access: 'supervisor',
    parameters: { ...AUDIT, format: 'TableFormat', lang: 'TableLang' },
    answers: { 200: null, 401: 'Problem', 422: 'Problem', 413: 'Problem' },
  },
  'post /api/desk/audit/verify': {
    summary: 'Follow the hash chain over the whole journal, while the office goes on',
    access: 'supervisor',
    body: 'Nothing',
    answers: { 200: 'ChainReport', 401: 'Problem' },
  },
  'get /api/desk/retention': {
    summary: 'How long what is kept, and what the last run deleted',
    access: 'supervisor',
    answers: { 200: 'RetentionPage', 401: 'Problem' },
  },
  'post /api/desk/retention/run': {
    summary: 'Delete now what is due',
    access: 'supervisor',
    body: 'Nothing',
    answers: { 200: 'RetentionReport', 401: 'Problem' },
  },
  'get /api/desk/webhooks': {
    summary: 'Every webhook, and the last tries',
    access: 'supervisor',
    answers: { 200: 'WebhooksPage', 401: 'Problem' },
  },
  'post /api/desk/webhooks': {
    summary:
      'Add a webhook; its secret is told here and never again, 409 with the reason where its address is not taken',
    access: 'supervisor',
    body: 'NewHook',
    answers: { 200: 'HookAdded', 401: 'Problem', 409: 'Problem', 422: 'Problem' },
  },
  'post /api/desk/webhooks/{id}': {
    summary: 'Change a webhook, or switch it off and on',
    access: 'supervisor',
    parameters: HOOK,
    body: 'HookChange',
    answers: { 200: null, 401: 'Problem', 404: 'Problem', 409: 'Problem', 422: 'Problem' },
  },
  'post /api/desk/webhooks/{id}/remove': {
    summary: 'Remove a webhook',
    access: 'supervisor',
    parameters: HOOK,
    body: 'Nothing',
    answers: { 200: null, 401: 'Problem', 404: 'Problem' },
  },
  'post /api/desk/webhooks/{id}/test': {
    summary: 'Send a test message; 200 with what came of it',
    access: 'supervisor',
    parameters: HOOK,
    body: 'Nothing',
    answers: { 200: 'Try', 401: 'Problem', 404: 'Problem' },
  },
} as const satisfies Record<string, Operation>
