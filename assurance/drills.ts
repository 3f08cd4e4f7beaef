import type { Drill } from './row.ts'

/** What a plain Linux machine cannot show, or not all of it, by row. */
export const DRILLS: Readonly<Record<string, Drill>> = {
  F10: {
    why: 'A small disk is mounted by root alone; elsewhere its errors are injected.',
    steps: [
      'Fill the partition of the data folder.',
      'The kiosk says so, calling goes on.',
      'Free it: numbers are given again.',
    ],
  },
  F11: {
    why: 'A disk in use cannot be made read-only by command; the error is injected.',
    steps: [
      'On a machine for trials: `echo u > /proc/sysrq-trigger`.',
      'Check-in stops with a sentence, displays stay.',
    ],
  },
  F46: {
    why: 'The restart itself is the work of systemd.',
    steps: ['`kill -STOP` the server of an installed unit.', 'After about 30 seconds it is started anew and serves.'],
  },
  O1: {
    why: 'A restart of the machine cannot be tried in a test.',
    steps: [
      'Pull network and printer, restart the machine.',
      'The office opens, and the devices page says what is missing.',
    ],
  },
  W11: {
    why: 'A browser with a wrong date does not start here; certificates are checked at 2000, 2015 and 2035 instead.',
    steps: ['Set the clock of a kiosk to 2015.', 'Open its page: it is there without a warning.'],
  },
}
