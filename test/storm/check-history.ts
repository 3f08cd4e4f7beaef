import { COMMAND_AGE_MS } from '../../protocol/socket.ts'
import { dayOf } from '../../server/days.ts'
import type { OfficeEvent } from '../../server/rules/events.ts'
import { evolve } from '../../server/rules/evolve.ts'
import { NOTHING_YET } from '../../server/rules/state.ts'
import { DENPASAR } from '../support/denpasar.ts'
import { callableAt, whoseTurn } from '../support/whose-turn.ts'
import type { Written } from './disk.ts'
import type { HistoryLine, Look, Sheet } from './world.ts'

/**
 * What is checked: what everybody asked, what the journal holds, what the screens showed and what was printed, and when the
 * server began to believe the machine's clock, virtual ms.
 */
export type Evidence = {
  history: readonly HistoryLine[]
  written: readonly Written[]
  looks: readonly Look[]
  sheets: readonly Sheet[]
  trusts: readonly number[]
}

/** One transaction with its events read. */
type Deed = Omit<Written, 'rows'> & { events: OfficeEvent[] }

/** Every way in which the evidence breaks the invariants I1–I6 or the order of time, as sentences; none in a sound office. */
export const checkHistory = ({ history, written, looks, sheets, trusts }: Evidence): string[] => {
  const deeds = written.map(
    ({ rows, ...rest }): Deed => ({ ...rest, events: rows.map(({ event }) => JSON.parse(event)) }),
  )
  return [
    ...checkNumbers(deeds),
    ...checkHands(deeds),
    ...checkTurns(deeds),
    ...checkAnswers(history, deeds),
    ...checkScreens(looks),
    ...checkPapers(deeds, sheets),
    ...checkTime(deeds, trusts),
  ]
}

/** I1: per day and lane the numbers are 1, 2, 3 …; a day is opened once, and after the last one; one booking, one number. */
const checkNumbers = (deeds: readonly Deed[]): string[] => {
  const wrong: string[] = []
  let day = ''
  let last = new Map<string, number>()
  let booked = new Set<string>()
  for (const { events } of deeds)
    for (const event of events) {
      if (event.type === 'DayOpened') {
        if (event.day <= day) wrong.push(`I1: day ${event.day} is opened after ${day}`)
        day = event.day
        last = new Map()
        booked = new Set()
      }
      if (event.type !== 'CheckedIn') continue
      const { letter, number, key, ticketId } = event
      const due = (last.get(letter) ?? 0) + 1
      last.set(letter, due)
      if (Number(number.slice(1)) !== due) wrong.push(`I1: ${number} is given where ${letter}${due} was next`)
      if (ticketId !== `${day}/${number}`) wrong.push(`I1: ${ticketId} is no ticket of ${day}`)
      if (key === null) continue
      if (booked.has(key)) wrong.push(`I1: a booking has a second number, ${number}`)
      booked.add(key)
    }
  return wrong
}

/** I2: a ticket is in one hand, a hand holds one ticket; who acts on a ticket holds it. */
const checkHands = (deeds: readonly Deed[]): string[] => {
  const wrong: string[] = []
  const inHand = new Map<number, string>()
  const holderOf = (ticketId: string) => [...inHand].find(([, held]) => held === ticketId)?.[0]
  const take = (counter: number, ticketId: string): void => {
    const holder = holderOf(ticketId)
    if (holder !== undefined) wrong.push(`I2: ${ticketId} comes to counter ${counter} and is at ${holder}`)
    const held = inHand.get(counter)
    if (held !== undefined) wrong.push(`I2: counter ${counter} takes ${ticketId} and holds ${held}`)
    inHand.set(counter, ticketId)
  }
  const leave = (counter: number, ticketId: string): void => {
    if (inHand.get(counter) !== ticketId)
      wrong.push(`I2: counter ${counter} acts on ${ticketId}, which it does not hold`)
    inHand.delete(counter)
  }
  for (const { events } of deeds)
    for (const event of events)
      switch (event.type) {
        case 'DayOpened':
        case 'DayClosed':
          inHand.clear()
          break
        case 'Called':
        case 'Resumed':
          take(event.counter, event.ticketId)
          break
        case 'TakenOver':
          leave(event.from, event.ticketId)
          take(event.counter, event.ticketId)
          break
        case 'Missed':
        case 'Parked':
        case 'Transferred':
        case 'StageFinished':
          leave(event.counter, event.ticketId)
          break
        case 'Recalled':
        case 'Started':
          leave(event.counter, event.ticketId)
          take(event.counter, event.ticketId)
          break
        case 'Reassigned':
        case 'TicketCancelled':
          if (event.from !== null) leave(event.from, event.ticketId)
          else if (holderOf(event.ticketId) !== undefined) wrong.push(`I2: ${event.ticketId} is moved out of no hand`)
          break
        case 'Undone':
          if (event.act === 'call') leave(event.counter, event.ticketId)
          else take(event.counter, event.ticketId)
      }
  return wrong
}

/** I3: who is called by the rule is whose turn it is; calls out of turn are on the record as such. */
const checkTurns = (deeds: readonly Deed[]): string[] => {
  const wrong: string[] = []
  let state = NOTHING_YET
  for (const { events, at } of deeds) {
    const isByStaff = events.some(({ type }) => type === 'Overridden')
    for (const event of events) {
      if (event.type === 'Called' && !isByStaff) {
        const [first] = whoseTurn(state, event.counter, callableAt(state, at))
        if (first?.ticketId !== event.ticketId)
          wrong.push(`I3: counter ${event.counter} calls ${event.ticketId}, and it is the turn of ${first?.ticketId}`)
      }
      state = evolve(state, event, at)
    }
  }
  return wrong
}

/**
 * I4: what was acknowledged is there, once, and with that answer; what was refused did nothing; what nobody knows happened
 * once or not at all; nothing happens that nobody asked for, too late, or in another order than people saw.
 */
const checkAnswers = (history: readonly HistoryLine[], deeds: readonly Deed[]): string[] => {
  const wrong: string[] = []
  const asked = new Map(history.map((line) => [line.key, line]))
  const done = new Map<string, Deed>()
  let invokedAt = 0
  for (const deed of deeds) {
    const { key, by, events, writtenAt } = deed
    if (done.has(key)) wrong.push(`I4: ${key} took effect twice`)
    done.set(key, deed)
    const line = asked.get(key)
    if (line === undefined) {
      if (!key.startsWith('house')) wrong.push(`I4: nobody asked for ${key}`)
      continue
    }
    if (writtenAt < line.invokedAt) wrong.push(`I4: ${key} took effect before it was asked for`)
    if (line.returnedAt !== null && line.returnedAt < invokedAt)
      wrong.push(`I4: ${key} took effect after something that was asked for later`)
    invokedAt = Math.max(invokedAt, line.invokedAt)
    if (line.underWayMs > COMMAND_AGE_MS[by.role === 'counter' ? 'counter' : 'others'])
      wrong.push(`I4: ${key} took effect ${Math.round(line.underWayMs)} ms after it was sent`)
    if (line.result === 'refused' && events.length > 0) wrong.push(`I4: ${key} was refused and took effect`)
  }
  for (const { key, op, result, answer } of history) {
    const kept = done.get(key)
    if (result === 'ok' && kept === undefined) wrong.push(`I4: ${op} ${key} was acknowledged and is lost`)
    if (result !== 'unknown' && kept !== undefined && JSON.stringify(kept.answer) !== JSON.stringify(answer))
      wrong.push(`I4: ${op} ${key} has another answer in the journal`)
  }
  return wrong
}

/** I5: a screen that was left alone shows what the server would show it now. */
const checkScreens = (looks: readonly Look[]): string[] =>
  looks
    .filter(({ shown, server }) => shown !== server)
    .map(({ client, at }) => `I5: ${client} is wrong at ${Math.round(at)} ms`)

/** I6: every ticket of the last day has a paper that came out or one that is known to be in doubt, and one unmarked at most. */
const checkPapers = (deeds: readonly Deed[], sheets: readonly Sheet[]): string[] => {
  const wrong: string[] = []
  const jobs = new Map<string, { ticketId: string; state: string }>()
  let tickets = new Set<string>()
  for (const { events } of deeds) {
    const isServed = events.some(({ type }) => type === 'ServedOnPaper')
    for (const event of events) {
      if (event.type === 'DayClosed' || event.type === 'DayOpened') {
        tickets = new Set()
        jobs.clear()
      }
      if (event.type === 'CheckedIn') {
        tickets.add(event.ticketId)
        const hasPaper = events.some((one) => one.type === 'SlipQueued' && one.ticketId === event.ticketId)
        if (!hasPaper && !isServed) wrong.push(`I6: ${event.ticketId} was given without a paper`)
      }
      if (event.type === 'SlipQueued') jobs.set(event.slipId, { ticketId: event.ticketId, state: 'queued' })
      const job = event.type === 'SlipReported' ? jobs.get(event.slipId) : undefined
      if (job !== undefined && event.type === 'SlipReported') job.state = event.status
    }
  }
  const unmarked = new Set<string>()
  for (const { ticketId, mark } of sheets) {
    if (mark === 'original' && unmarked.has(ticketId)) wrong.push(`I6: ${ticketId} has two unmarked papers`)
    if (mark === 'original') unmarked.add(ticketId)
  }
  const out = new Set(sheets.map(({ slipId }) => slipId))
  for (const [slipId, { state }] of jobs) {
    if (state === 'queued' || state === 'sending') wrong.push(`I6: ${slipId} is still ${state} at the end`)
    if (state === 'printed' && !out.has(slipId)) wrong.push(`I6: ${slipId} is said to be printed and is not`)
  }
  for (const ticketId of tickets)
    if (![...jobs.values()].some((job) => job.ticketId === ticketId)) wrong.push(`I6: ${ticketId} has no paper at all`)
  return wrong
}

/** By so much the office's time may differ from the time that passed (`server/office-clock.ts`), with what a disk takes, ms. */
const UNEVEN_MS = 150_000
/** What was stamped before a clock began to be believed is on the disk by so long after, ms. */
const WRITING_MS = 20_000

/**
 * Within the office time only goes on, whatever the clock does and across restarts, and no faster than it passes, unless a
 * clock begins to be believed; no day is closed while it lasts.
 */
const checkTime = (deeds: readonly Deed[], trusts: readonly number[]): string[] => {
  const wrong: string[] = []
  const dated = deeds.filter(({ events }) => events.length > 0)
  for (const [i, { key, events, at, writtenAt }] of dated.entries()) {
    for (const event of events)
      if (event.type === 'DayClosed' && event.day >= dayOf(at, DENPASAR.zone))
        wrong.push(`T2: ${event.day} is closed while it lasts`)
    const before = dated[i - 1]
    if (before === undefined) continue
    if (before.at > at) wrong.push(`T1: ${key} is stamped earlier than what came before`)
    const isBelieved = trusts.some((trust) => trust >= before.writtenAt - WRITING_MS && trust <= writtenAt)
    if (!isBelieved && at - before.at - (writtenAt - before.writtenAt) > UNEVEN_MS)
      wrong.push(`T1: ${key} is stamped by a clock that was set`)
  }
  return wrong
}
