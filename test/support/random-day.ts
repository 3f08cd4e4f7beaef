import fc from 'fast-check'
import type { Sender } from '../../protocol/roles.ts'
import { decide } from '../../server/rules/decide.ts'
import type { Sealed } from '../../server/rules/decision.ts'
import type { Booking, OfficeEvent } from '../../server/rules/events.ts'
import { evolve } from '../../server/rules/evolve.ts'
import type { State } from '../../server/rules/state.ts'
import { counterOf, everyTicket, ticketBy } from '../../server/rules/tickets.ts'
import { at, DENPASAR, TODAY } from './denpasar.ts'
import { booking, counter, KIOSK, keyOf, morning, PRINTER } from './givens.ts'
import type { Ask } from './rules.ts'

const HOURS = ['08.00-09.00', '09.00-10.00', '10.00-11.00', '11.00-12.00', '13.00-14.00']
/** Codes of the agenda, and some more that it does not know. */
export const CODES = Array.from({ length: 24 }, (_, i) => `C${i}`)
/** Two families of three with one hour each, a code of another day, a cancelled and an unpaid one. */
const AGENDA: Booking[] = CODES.map((code, i) =>
  booking(code, HOURS[i % HOURS.length] ?? '', {
    priority: i % 7 === 3,
    status: i === 20 ? 'cancelled' : i === 21 ? 'unpaid' : 'booked',
    day: i === 22 ? '2026-11-25' : TODAY,
    ...(i % 5 < 2 && i < 15 && { party: keyOf(`FAMILY${i % 5}`) }),
  }),
)

/** Nothing here depends on likely calls, and a day without them is lived a hundred times faster. */
const OFFICE = { ...DENPASAR, estimate: { runs: 0 }, undoSec: 60, survey: { ...DENPASAR.survey, everyKth: 1 } }

/** Four counters are open before the first step, so that most random days have some life in them. */
export const START: State = OFFICE.counters
  .slice(0, 4)
  .reduce(
    (state: State, { number, stages, helps }) =>
      evolve(state, { type: 'CounterOpened', counter: number, staff: `0${number}`, stages, helps }, at('07.30')),
    evolve(morning(...AGENDA), { type: 'OfficeConfigured', office: OFFICE }, at('07.00')),
  )

/** What somebody presses `minutes` after the last; `pick` chooses among what the screen shows. */
export type Step = { minutes: number; pick: number; command: Ask; sender: Sender }

const often = <T extends string>(times: number, ...acts: readonly T[]): T[] =>
  Array.from({ length: times }, () => acts).flat()

/** What people press, mostly sensible, with screens that are sometimes behind: ticket ids are guessed. */
const step: fc.Arbitrary<Step> = fc
  .tuple(
    fc.constantFrom(0, 0.5, 0.5, 1, 2, 4, 9),
    fc.integer({ min: 1, max: 5 }),
    fc.nat({ max: 29 }),
    fc.constantFrom('A001', 'A002', 'A003', 'A005', 'R001', 'K001', 'A009'),
    fc.constantFrom(
      ...often(9, 'scan', 'call'),
      ...often(5, 'start', 'finish'),
      ...often(3, 'undo'),
      ...often(2, 'open', 'unpause', 'absent'),
      ...often(
        1,
        'reject',
        'recall',
        'close',
        'anyway',
        'print',
        'lost',
        'reprint',
        'help',
        'pause',
        'outOfTurn',
        'park',
      ),
      ...often(
        1,
        'resume',
        'document',
        'toStage',
        'toCounter',
        'takeOver',
        'acceptLate',
        'grant',
        'outage',
        'outageOver',
      ),
    ),
  )
  .map(([minutes, place, pick, number, act]) => {
    const ticketId = `${TODAY}/${number}`
    const desk = counter(place, `0${place}`)
    const kiosk: Sender = { ...KIOSK, place: String((pick % 2) + 1) }
    const of = DENPASAR.counters[place - 1]
    const reason = 'urgent'
    const stage = pick % 2 === 0 ? 'documents' : 'interview'
    const acts: Record<typeof act, [Ask, Sender]> = {
      scan: [{ type: 'CheckIn', presented: { status: 'code', key: keyOf(`C${pick}`) } }, kiosk],
      call: [{ type: 'CallNext' }, desk],
      start: [{ type: 'Start', ticketId }, desk],
      finish: [{ type: 'Finish', ticketId, outcome: 'completed' }, desk],
      reject: [{ type: 'Finish', ticketId, outcome: 'rejected' }, desk],
      recall: [{ type: 'Recall', ticketId }, desk],
      absent: [{ type: 'NoShow', ticketId }, desk],
      open: [{ type: 'OpenCounter', stages: of?.stages ?? [], helps: of?.helps ?? [] }, desk],
      close: [{ type: 'CloseCounter' }, desk],
      anyway: [{ type: 'TakeNumberAnyway', visitId: 'last' }, kiosk],
      print: [{ type: 'ReportSlip', slipId: `${ticketId}/1`, status: 'printed' }, PRINTER],
      lost: [{ type: 'ReportSlip', slipId: `${ticketId}/1`, status: 'uncertain' }, PRINTER],
      reprint: [{ type: 'Reprint', ticketId }, kiosk],
      help: [{ type: 'CallStaff' }, kiosk],
      pause: [{ type: 'PauseCounter', reason: 'rest' }, desk],
      unpause: [{ type: 'ResumeCounter' }, desk],
      outOfTurn: [{ type: 'CallTicket', ticketId, reason }, desk],
      park: [{ type: 'Park', ticketId }, desk],
      resume: [{ type: 'Resume', ticketId }, desk],
      document: [{ type: 'AskDocument', ticketId, document: 'copy' }, desk],
      toStage: [{ type: 'Transfer', ticketId, to: { kind: 'stage', stage } }, desk],
      toCounter: [{ type: 'Transfer', ticketId, to: { kind: 'counter', counter: (pick % 5) + 1 } }, desk],
      undo: [{ type: 'Undo', ticketId }, desk],
      takeOver: [{ type: 'TakeOver', ticketId, reason }, desk],
      acceptLate: [{ type: 'AcceptLate', ticketId, reason }, desk],
      grant: [{ type: 'GrantPriority', ticketId, reason }, desk],
      outage: [{ type: 'StartOutage', scope: 'national' }, desk],
      outageOver: [{ type: 'EndOutage' }, desk],
    }
    const [command, sender] = acts[act]
    return { minutes: act === 'undo' ? 0 : minutes, pick, command, sender }
  })

/** Tickets that a screen would offer for a command, at a counter. */
const offered = (state: State, type: Ask['type'], counter: number) => {
  const all = everyTicket(state.tickets)
  switch (type) {
    case 'CallTicket':
    case 'GrantPriority':
      return all.filter(({ standing }) => standing.status === 'waiting')
    case 'AcceptLate':
      return all.filter(({ standing, shiftMin }) => standing.status === 'waiting' && shiftMin > 0)
    case 'Resume':
      return all.filter(({ standing }) => standing.status === 'parked' && standing.counter === counter)
    case 'TakeOver':
      return all.filter((ticket) => ![null, counter].includes(counterOf(ticket)))
    case 'Undo':
      return [state.counters[counter]?.undo?.before].filter((before) => before !== undefined)
    default:
      return all.filter((ticket) => counterOf(ticket) === counter)
  }
}

/** Counters whose screen offers a command. */
const offering = (state: State, type: Ask['type']): string[] => {
  const stepAt = (number: string) => ticketBy(state.tickets, state.tickets.inHand[Number(number)])?.standing.status
  const all = Object.keys(state.counters)
  switch (type) {
    case 'Start':
    case 'Recall':
    case 'NoShow':
      return all.filter((number) => stepAt(number) === 'called')
    case 'Finish':
    case 'Park':
    case 'AskDocument':
    case 'Transfer':
      return all.filter((number) => stepAt(number) === 'serving')
    case 'Undo':
      return all
        .filter((number) => state.counters[number]?.undo)
        .sort((a, b) => (state.counters[b]?.undo?.at ?? 0) - (state.counters[a]?.undo?.at ?? 0))
        .slice(0, 1)
    case 'ResumeCounter':
      return all.filter((number) => state.counters[number]?.paused)
    case 'CallNext':
    case 'CallTicket':
    case 'TakeOver':
    case 'Resume':
      return all.filter((number) => stepAt(number) === undefined && state.counters[number]?.paused === null)
    default:
      return []
  }
}

/** Most acts are pressed where a screen offers them, on what it shows; `guess` keeps some that are not. */
const aimed = (state: State, { command, sender, pick }: Step, guess: boolean): { command: Ask; sender: Sender } => {
  const visit = state.kiosks[sender.place]?.visit
  if (command.type === 'TakeNumberAnyway')
    return { command: { ...command, visitId: visit?.visitId ?? 'none-at-all-0000' }, sender }
  if (guess) return { command, sender }
  const places = offering(state, command.type)
  const place = places[pick % places.length] ?? sender.place
  const there = { ...sender, place }
  if (!('ticketId' in command)) return { command, sender: there }
  const shown = offered(state, command.type, Number(place))
  return { command: { ...command, ticketId: shown[pick % shown.length]?.ticketId ?? command.ticketId }, sender: there }
}

/** How a random day went. */
export type Lived = { state: State; recorded: { event: OfficeEvent; at: number }[]; endAt: number }

/** Lives a day; `onTaken` sees the state before every decision that was taken, its events, and when. */
export const live = (
  steps: readonly Step[],
  onTaken: (before: State, events: OfficeEvent[], at: number) => void = () => undefined,
): Lived => {
  let state = START
  let now = at('07.30')
  const recorded: Lived['recorded'] = []
  for (const [i, each] of steps.entries()) {
    now += each.minutes * 60_000
    const { command, sender } = aimed(state, each, i % 9 === 0)
    const commandId = `command-${String(i).padStart(12, '0')}`
    const decision = decide(state, { ...command, commandId } as Sealed, sender, now)
    if (decision.status === 'refused') continue
    onTaken(state, decision.events, now)
    for (const event of decision.events) {
      recorded.push({ event, at: now })
      state = evolve(state, event, now)
    }
  }
  return { state, recorded, endAt: now }
}

/** Holds `check` against `runs` random days. A day that fails is shown as it was: making it smaller takes minutes. */
export const property = (check: (steps: Step[]) => void, runs = 400): void =>
  fc.assert(fc.property(fc.array(step, { minLength: 60, maxLength: 160, size: 'max' }), check), {
    numRuns: runs,
    endOnFailure: true,
  })
