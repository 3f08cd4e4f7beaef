import type { Room } from './room.ts'

/** The rooms of the hub of many offices, and the one in which an office tells it. */
export const HUB_ROOMS: Record<string, Room> = {
  /** What an office tells the hub: which events, how it is, and the way there. */
  'server/report': {
    rooms: ['protocol', 'server/journal/told-link.ts', 'server/survey'],
    types: ['server/journal', 'server/rules', 'server/clock.ts'],
    packages: ['zod'],
    world: true,
  },
  /** The hub of many offices: events to pages by the offices' own arithmetic, figures from them, keys. */
  'server/hub': {
    rooms: [
      ...[
        'protocol',
        'server/history',
        'server/figures',
        'server/survey',
        'server/rules/events.ts',
        'server/rules/civil.ts',
      ],
      ...['server/journal/chain.ts', 'server/journal/told-link.ts', 'server/postgres', 'server/access/secrets.ts'],
    ],
    types: ['server/gateway/hub/hub-port.ts', 'server/clock.ts'],
    packages: ['kysely'],
    world: true,
  },
  /** Puts the hub on a machine. */
  'server/serve-hub.ts': {
    rooms: ['config', 'server/hub', 'server/gateway', 'server/tls', 'server/watch-loop.ts'],
    types: ['server/clock.ts'],
    packages: ['pino', 'prom-client'],
    world: true,
  },
  /** What people take away: tables as CSV and as workbooks. */
  'server/tables': {
    rooms: ['protocol', 'server/in-thread.ts'],
    packages: ['write-excel-file'],
    world: true,
  },
}
