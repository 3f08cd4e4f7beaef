import type { Answer } from '../../protocol/answers.ts'
import type { Door } from '../../protocol/door.ts'
import type { Sender } from '../../protocol/roles.ts'
import type { View } from '../../protocol/views.ts'
import { DENPASAR } from '../support/denpasar.ts'

const HEAD = {
  epoch: 'epoch-1',
  at: 1_795_568_400_000,
  office: { name: 'Kantor Imigrasi Contoh', zone: 'Asia/Makassar' },
  day: '2026-11-24',
}

/** A small view of a role with nothing going on, with the sequence number that tells one from the next. */
export const quietView = ({ role, place, staff }: Sender, seq: number): View | null => {
  const head = { ...HEAD, seq }
  const counts = { booked: 0, checkedIn: 0, waiting: 0, inHand: 0, done: 0, slipsOwed: 0, countersOpen: 0 }
  switch (role) {
    case 'kiosk': {
      const nobody = {
        visit: null,
        staffCalledAt: null,
        outage: null,
        givesNumbers: true,
        hours: ALWAYS,
        voice: DENPASAR.voice,
      }
      return { role, ...head, place, codeLength: 8, printer: 'ready', ...nobody, ...NOTHING_TO_CHOOSE }
    }
    case 'display':
      return {
        role,
        ...head,
        live: [],
        last: [],
        lanes: [],
        serving: null,
        zone: null,
        counter: null,
        announcement: null,
        ticker: [],
        voice: DENPASAR.voice,
        hours: ALWAYS,
        numbersUntilAt: null,
        outage: null,
      }
    case 'counter': {
      const offers = { stages: [], helps: [] }
      const none = {
        open: null,
        openedBy: null,
        lockMin: 5,
        lockedNumber: null,
        inHand: null,
        paused: null,
        undo: null,
        next: null,
        outage: null,
      }
      const lists = { parked: [], queue: [], others: [], services: [], kiosks: [], staffCalls: [], printers: [] }
      const targets = { stages: [], counters: [] }
      const reasons = { override: [], extraDocument: [], pause: [], walkIn: [] }
      return { role, ...head, place, staff, offers, ...none, ...lists, waiting: 0, targets, reasons, hours: ALWAYS }
    }
    case 'printer':
    case 'agent':
      return { role: 'printer', ...head, place, slips: [] }
    case 'integration':
      return { role, ...head, ...counts, turnedAway: NO_VERDICTS, devices: [], sounds: [], ...NO_TROUBLE }
    default:
      return null
  }
}

const ALWAYS = { status: 'always', name: null, nextAt: null } as const
const NOTHING_TO_CHOOSE = { walkIn: [], walkInReasons: [], windows: [] }
const NO_TROUBLE = {
  ...{ load: [], overrides: {}, outage: null, percepatanAtRisk: 0 },
  likelyCalls: { shown: 0, inside: 0, above: 0 },
}
const NO_VERDICTS = {
  early: 0,
  'on-time': 0,
  'late-grace': 0,
  late: 0,
  'walk-in': 0,
  'already-in': 0,
  'too-late': 0,
  'wrong-day': 0,
  cancelled: 0,
  unpaid: 0,
  unknown: 0,
  'billing-code': 0,
  ended: 0,
}

/** An office that writes down what it was asked and by whom, and answers what the test wants. */
export const memoryDoor = () => {
  const asked: { input: unknown; sender: Sender }[] = []
  const watching: Sender[] = []
  const watchers = new Set<(seq: number) => void>()
  let seq = 1
  const desk = {
    asked,
    watching,
    answer: async (): Promise<Answer> => ({ status: 'taken', result: { kind: 'done' } }),
    /** Something happened: everybody who watches sees it. */
    change() {
      seq += 1
      for (const watcher of watchers) watcher(seq)
    },
  }
  const door: Door = {
    submit(input, sender) {
      asked.push({ input, sender })
      return desk.answer()
    },
    watch(sender, onView) {
      const show = (at: number) => {
        const view = quietView(sender, at)
        if (view !== null) onView(view)
      }
      watching.push(sender)
      watchers.add(show)
      show(seq)
      return () => {
        watchers.delete(show)
        watching.splice(watching.indexOf(sender), 1)
      }
    },
  }
  return { ...desk, door, desk }
}
