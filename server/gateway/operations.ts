import type { Operation } from './operation.ts'
import { DESK_OPERATIONS } from './operations-desk.ts'

const DAY = { day: 'DayStamp' }
const ACCEPT = { accept: 'AcceptBadLines' }
const AGENDA = { 200: 'AgendaReport', 422: 'AgendaProblem' }
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
    body: 'AgendaFile',
    answers: AGENDA,
  },
  'post /api/v1/agenda/{day}': {
    summary: 'Enter the agenda file of one day; 422 with the report when it is set aside',
    access: 'bearer',
    parameters: { ...DAY, ...ACCEPT },
    body: 'AgendaFile',
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
  'post /continue': {
    summary: 'Leave a token in the browser of a screen that comes with a pass from another server of the office',
    access: 'anybody',
    body: 'ContinueScreen',
    answers: { 200: 'ScreenAddress' },
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
  ...DESK_OPERATIONS,
} as const satisfies Record<string, Operation>

/** `method path`, with parameters in braces. */
export type OperationKey = keyof typeof OPERATIONS
