/** What is said of one address and method in the API's description. Schemas by their names in `openapi.ts`. */
export type Operation = {
  summary: string
  /** Who may: anybody, a paired program, the console on the server's machine, a supervisor at the desk, or anything on that machine. */
  access: 'anybody' | 'bearer' | 'console' | 'supervisor' | 'this-machine'
  parameters?: Record<string, string>
  body?: string
  /** Schema of each answer by status; null for one without a described body. */
  answers: Record<number, string | null>
}

const DAY = { day: 'DayStamp' }
const ACCEPT = { accept: 'AcceptBadLines' }
const AGENDA = { 200: 'AgendaReport', 422: 'AgendaProblem' }
const SPAN = { from: 'MonthStamp', until: 'MonthStamp' }
const SAMPLES = { 200: 'SampleBookings' }

/** Every route of this server that is no page, `method path`. The routes are built from the same keys. */
export const OPERATIONS = {
  'get /healthz': {
    summary: 'Whether the server answers, and which build it is',
    access: 'anybody',
    answers: { 200: 'Health' },
  },
  'get /metrics': { summary: 'Figures for Prometheus', access: 'this-machine', answers: { 200: null } },
  'get /api/openapi.json': { summary: 'This description', access: 'anybody', answers: { 200: null } },
  'post /api/v1/commands': {
    summary: 'Ask the office for something; 409 with the refusal when it cannot be, 422 when it is no command',
    access: 'bearer',
    body: 'Command',
    answers: { 200: 'Taken', 409: 'Problem', 422: 'Problem' },
  },
  'get /api/v1/views/{role}': {
    summary: "The view of one's own role and place; an integration may read the displays' as well",
    access: 'bearer',
    parameters: { role: 'ViewRole' },
    answers: { 200: 'View', 404: 'Problem' },
  },
  'get /api/v1/devices': {
    summary: 'Every device as it is, and the papers that are not confirmed; for an integration and the console',
    access: 'bearer',
    answers: { 200: 'DevicesView', 403: 'Problem' },
  },
  'post /api/v1/agenda': {
    summary: 'Enter an agenda file whose rows carry their day; 422 with the report when it is set aside',
    access: 'bearer',
    parameters: ACCEPT,
    body: 'Csv',
    answers: AGENDA,
  },
  'post /api/v1/agenda/{day}': {
    summary: 'Enter the agenda file of one day; 422 with the report when it is set aside',
    access: 'bearer',
    parameters: { ...DAY, ...ACCEPT },
    body: 'Csv',
    answers: AGENDA,
  },
  'post /api/v1/pairings': {
    summary: 'Pair a screen or a program; its token is told here and never again',
    access: 'console',
    body: 'PairingRequest',
    answers: { 201: 'Pairing', 422: 'Problem' },
  },
  'post /pair': {
    summary: "Leave a screen's token in this browser as a cookie",
    access: 'anybody',
    body: 'PairBrowser',
    answers: { 200: 'ScreenPath' },
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
  'get /api/desk/devices': {
    summary: 'Every device as it is, for the desk',
    access: 'supervisor',
    answers: { 200: 'DevicesView', 401: 'Problem' },
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
    parameters: { which: 'Which', format: 'ExportFormat', lang: 'ExportLang' },
    answers: { 200: null, 400: 'Problem', 404: 'Problem' },
  },
  'get /api/desk/survey': {
    summary: 'The satisfaction survey of whole months: elements, IKM, sample, invitations, channels, trend',
    access: 'supervisor',
    parameters: SPAN,
    answers: { 200: 'SurveyResults', 400: 'Problem', 401: 'Problem' },
  },
  'get /api/desk/survey/export': {
    summary: "The survey's tables: one as CSV, all as a workbook; respondents without any link to a person",
    access: 'supervisor',
    parameters: { ...SPAN, format: 'ExportFormat', lang: 'ExportLang', sheet: 'SurveySheet' },
    answers: { 200: null, 400: 'Problem', 401: 'Problem' },
  },
  'get /api/v1/survey': {
    summary: 'The same results for another program; for an integration and the console',
    access: 'bearer',
    parameters: SPAN,
    answers: { 200: 'SurveyResults', 400: 'Problem', 403: 'Problem' },
  },
  'get /api/console': {
    summary: 'What the welcome page shows',
    access: 'console',
    answers: { 200: 'ConsoleOverview' },
  },
  'get /api/console/devices': {
    summary: 'The same state of every device, for the welcome page',
    access: 'console',
    answers: { 200: 'DevicesView' },
  },
  'post /api/console': {
    summary: 'Open the console with the one-time code that the server printed',
    access: 'this-machine',
    body: 'SetupCode',
    answers: { 200: 'ConsoleOverview', 401: 'Problem' },
  },
  'post /api/console/open': {
    summary: 'Pair this browser as a screen',
    access: 'console',
    body: 'OpenScreen',
    answers: { 200: 'ScreenPath' },
  },
  'post /api/console/pin': {
    summary: 'Give a member of staff a new PIN; it is told here and never again',
    access: 'console',
    body: 'PinRequest',
    answers: { 200: 'Pin' },
  },
  'get /api/console/samples': { summary: 'Made-up bookings of an example office', access: 'console', answers: SAMPLES },
  'post /api/console/samples': {
    summary: 'Make up new bookings for today',
    access: 'console',
    body: 'Nothing',
    answers: SAMPLES,
  },
  'post /api/console/scan': {
    summary: 'Hold a code under the scanner of a kiosk',
    access: 'console',
    body: 'Scan',
    answers: { 200: 'Taken', 409: 'Problem' },
  },
  'get /api/console/papers': {
    summary: 'What came out of the simulated printers',
    access: 'console',
    answers: { 200: 'SimulatedPapers' },
  },
  'post /api/console/printers/{place}': {
    summary: 'Take the paper or the power from a simulated printer',
    access: 'console',
    parameters: { place: 'Place' },
    body: 'PrinterSwitch',
    answers: { 204: null, 404: 'Problem' },
  },
} as const satisfies Record<string, Operation>

/** `method path`, with parameters in braces. */
export type OperationKey = keyof typeof OPERATIONS
