import { HUB_ROOMS } from './hub-rooms.ts'
import type { Room } from './room.ts'

const screen = (...more: string[]): Room => ({
  rooms: ['ui', 'protocol'],
  packages: ['preact', ...more],
  world: false,
})

/** A screen that can be heard as well. */
const speaking = (...more: string[]): Room => ({ ...screen(...more), rooms: [...screen().rooms, 'voice'] })

const SERVER_ROOMS = ['rules', 'views', 'journal', 'gateway', 'access', 'agenda', 'survey', 'answers', 'tls'].map(
  (name) => `server/${name}`,
)

/** The arrows of the architecture, one row per room. A composer is a room of one file. */
export const ROOMS: Record<string, Room> = {
  ...HUB_ROOMS,
  protocol: { rooms: [], packages: ['zod'], world: false },
  // Events are parsed when they are read back, so their schemas live beside the rules; zod is arithmetic, too.
  'server/rules': { rooms: ['protocol'], packages: ['zod'], world: false },
  'server/views': { rooms: ['protocol', 'server/rules'], packages: [], world: false },
  // The durable write (temporary file, fsync, rename) is one file that journal and config share.
  'server/journal': {
    rooms: ['protocol', 'server/rules/events.ts', 'config/durable-file.ts'],
    types: ['server/rules'],
    packages: ['libsql', 'kysely', 'zod'],
    world: true,
  },
  /** The journal where several servers share it, and who of them leads. */
  'server/postgres': {
    rooms: ['protocol', 'server/journal', 'server/answers', 'config/document.ts', 'config/durable-file.ts'],
    packages: ['pg', 'kysely', 'zod'],
    world: true,
  },
  /** What passes bytes on to the server that leads, and where that one takes them. */
  'server/relay': { rooms: [], packages: [], world: true },
  /** Waits until this server leads; loads what only an office of several servers needs. */
  'server/share-office.ts': {
    rooms: [
      ...['config', 'server/seal.ts', 'server/postgres', 'server/relay', 'server/read-along.ts', 'server/snapshot.ts'],
    ],
    packages: [],
    world: true,
  },
  /** What a server that stands by reads meanwhile. */
  'server/read-along.ts': {
    rooms: ['server/journal', 'server/keep-office.ts', 'server/rules'],
    types: ['server/snapshot.ts'],
    packages: [],
    world: false,
  },
  'server/gateway': {
    rooms: ['protocol'],
    packages: [
      'express',
      'express-rate-limit',
      'express-static-gzip',
      'helmet',
      'cookie',
      'socket.io',
      'pino',
      'prom-client',
      'zod',
    ],
    world: true,
  },
  /** The pages of the days: a projection of the journal. */
  'server/history': {
    rooms: ['protocol', 'server/rules/calendar.ts', 'server/rules/civil.ts', 'server/rules/state.ts'],
    types: ['server/journal', 'server/rules'],
    packages: ['libsql', 'zod'],
    world: true,
  },
  /** Figures from pages, as arithmetic. */
  'server/figures': {
    rooms: ['protocol', 'server/history/day-page.ts', 'server/rules/civil.ts'],
    packages: [],
    world: false,
  },
  'server/access': { rooms: ['protocol', 'config/document.ts'], packages: ['zod'], world: true },
  /** The survey's arithmetic. */
  'server/survey': { rooms: ['protocol'], types: ['server/tables'], packages: [], world: false },
  /** Where answers are kept, apart from the journal. */
  'server/answers': {
    rooms: ['protocol', 'server/rules/survey.ts'],
    types: ['server/rules', 'server/office.ts', 'server/seal.ts'],
    packages: ['libsql', 'zod'],
    world: true,
  },
  // What a scan can be is one rule, so a list is held against the same patterns.
  'server/agenda': {
    rooms: ['protocol', 'server/rules/payload.ts', 'server/in-thread.ts'],
    packages: ['csv-parse', 'read-excel-file', 'temporal-polyfill', 'zod'],
    world: true,
  },
  /** The journal as the audit reads it, and an index of it. */
  'server/audit': {
    rooms: ['protocol', 'server/rules/civil.ts'],
    types: ['server/journal', 'server/rules', 'server/tables'],
    packages: ['libsql', 'zod', 'temporal-polyfill'],
    world: true,
  },
  'server/retention': {
    rooms: ['protocol', 'server/rules/civil.ts'],
    types: ['server/journal'],
    packages: [],
    world: true,
  },
  'server/webhooks': {
    rooms: ['protocol', 'config/document.ts'],
    types: ['server/journal', 'server/rules', 'server/clock.ts', 'config'],
    packages: ['libsql', 'zod'],
    world: true,
  },
  /** The office's own CA and the certificate of its server. */
  'server/tls': { rooms: ['config/durable-file.ts'], packages: ['pino', 'zod'], world: true },
  'server/office.ts': {
    // Of the journal it knows its shape, and the one error with which it goes on.
    rooms: [
      ...['protocol', 'server/rules', 'server/views', 'server/journal/journal.ts'],
      ...['server/long-lists.ts', 'server/untaken.ts', 'server/sealing.ts'],
    ],
    types: ['server/journal', 'server/clock.ts', 'server/seal.ts'],
    packages: ['zod'],
    world: true,
  },
  /** From here on nobody knows a booking code. */
  'server/sealing.ts': {
    rooms: ['protocol', 'server/rules', 'server/long-lists.ts'],
    types: ['server/journal', 'server/seal.ts'],
    packages: [],
    world: true,
  },
  /** What a changed office document changes: differences and consequences, as arithmetic on two documents. */
  'server/office-change': { rooms: ['protocol', 'server/rules'], packages: ['zod'], world: false },
  /** The one way in which the document changes while it runs: journal and file kept together. */
  'server/keep-office.ts': {
    rooms: ['protocol', 'config', 'server/office-change', 'server/rules'],
    types: ['server/journal', 'server/office.ts'],
    packages: [],
    world: true,
  },
  /** What a start reads instead of all events. */
  'server/snapshot.ts': {
    rooms: ['config'],
    types: ['server/journal', 'server/office.ts', 'server/keep-office.ts', 'server/seal.ts'],
    packages: ['zod'],
    world: true,
  },
  'server/open-office.ts': {
    rooms: [
      ...[...SERVER_ROOMS, 'server', 'server/office.ts', 'server/keep-office.ts', 'server/snapshot.ts'],
      ...['protocol', 'config', 'printer'],
    ],
    types: ['server/postgres', 'server/read-along.ts'],
    packages: ['pino', 'prom-client', 'zod'],
    world: true,
  },
  /** Parts of the composition that would make main.ts long: printers, scanners, and what the welcome page can do. */
  'server/wiring': {
    rooms: [
      ...['server/agenda', 'server/rules', 'server/views', 'server/tables', 'server', 'server/open-office.ts'],
      ...['server/office-change', 'server/survey', 'server/history', 'server/figures'],
      ...['server/audit', 'server/retention', 'server/webhooks', 'server/report', 'server/journal', 'config'],
      ...['protocol', 'line', 'printer', 'scanner'],
    ],
    types: ['server/gateway', 'server/office.ts', 'server/rules'],
    packages: ['pino'],
    world: true,
  },
  /** The house at work on this machine: what main.ts and the demonstration both put on the network. */
  'server/serve.ts': {
    rooms: [
      ...[
        'server/agenda',
        'server/gateway',
        'server',
        'server/open-office.ts',
        'server/wiring',
        'server/tls',
        'server/relay',
        'config',
      ],
    ],
    types: ['server/office.ts'],
    packages: ['pino', 'prom-client'],
    world: true,
  },
  'server/main.ts': {
    rooms: [
      ...[
        'server/journal',
        'server',
        'server/open-office.ts',
        'server/serve.ts',
        'server/share-office.ts',
        'server/postgres/store-problem.ts',
        'server/tls',
        'server/serve-hub.ts',
        'server/wiring',
        'config',
      ],
    ],
    packages: ['pino'],
    world: true,
  },
  'server/cli': {
    rooms: [
      ...SERVER_ROOMS,
      'server/postgres',
      'server/hub',
      'server',
      'server/office.ts',
      'server/open-office.ts',
      'protocol',
      'config',
      'printer',
    ],
    packages: ['zod'],
    world: true,
  },
  /** What else stands at the server's door, such as its log: small helpers of the composers. */
  server: {
    rooms: ['protocol', 'config/durable-file.ts'],
    types: ['server/office.ts', 'server/rules/events.ts'],
    packages: ['pino', 'prom-client', 'temporal-polyfill', 'zod'],
    world: true,
  },
  /** A day of the simulator's data, acted through the real server. */
  demo: {
    rooms: [
      ...['protocol', 'config', 'simulator', 'server', 'server/open-office.ts'],
      ...['server/serve.ts', 'server/rules/civil.ts'],
    ],
    types: ['server/office.ts'],
    packages: ['pino', 'zod'],
    world: true,
  },
  /** What stands between the office and any device: a line that keeps itself open. */
  line: { rooms: [], packages: ['serialport', '@serialport'], world: true },
  printer: {
    rooms: ['protocol', 'line'],
    packages: ['@point-of-sale/receipt-printer-encoder', 'uqr', 'pngjs', 'zod'],
    world: true,
  },
  scanner: { rooms: ['protocol', 'line'], packages: [], world: true },
  /** A kiosk's own machine: the same driver and ears, with the Door at the other end of a socket. */
  agent: {
    rooms: ['protocol', 'line', 'printer', 'scanner'],
    packages: ['socket.io-client', 'pino', 'zod'],
    world: true,
  },
  /** Office-days in virtual time, through the law itself. */
  simulator: { rooms: ['protocol', 'server/rules'], packages: ['zod'], world: false },
  'simulator/cli': {
    rooms: ['simulator', 'protocol', 'config', 'server', 'server/journal', 'server/rules'],
    packages: ['zod'],
    world: true,
  },
  /** The long run: other processes, and the test files among the validations. */
  'simulator/validate': { rooms: ['simulator'], packages: ['zod'], world: true },
  /** What is promised, row by row, as data. */
  assurance: { rooms: [], packages: [], world: false },
  config: { rooms: ['protocol'], packages: ['zod', 'lowdb'], world: true },
  ui: { rooms: ['protocol'], packages: ['preact', 'socket.io-client', 'uqr', 'zod'], world: false },
  // The camera's reader is loaded by the camera's screen alone.
  kiosk: speaking('zxing-wasm'),
  /** What is said, as arithmetic on words, and the player that says it. */
  voice: { rooms: ['protocol'], packages: ['zod'], world: false },
  /** Where its clips are made, of everything that screens and offices say. */
  'voice/studio': {
    rooms: ['voice', 'protocol', 'config', 'kiosk/texts.ts', 'ui/texts.ts', 'ui/time.ts'],
    packages: [],
    world: true,
  },
  display: speaking('zod'),
  counter: screen(),
  supervisor: screen('zod'),
  hub: screen(),
  tracker: screen(),
  survey: screen(),
  welcome: screen('uqr', 'zod'),
}

/** Rooms that are arithmetic on values: no clock, no chance, no waiting. */
export const PURE = [
  ...['protocol', 'server/rules', 'server/views', 'server/office-change', 'server/survey', 'server/figures'],
  ...['clip-of', 'numbers', 'phrases', 'read-text', 'say-call', 'say-notice', 'times'].map(
    (name) => `voice/${name}.ts`,
  ),
]
