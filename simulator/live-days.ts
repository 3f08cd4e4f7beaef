import type { Outcome } from '../protocol/commands.ts'
import type { DayStamp, Instant, Slug, TicketId } from '../protocol/ids.ts'
import type { Office } from '../protocol/office.ts'
import type { RefusalCode } from '../protocol/refusals.ts'
import type { Sender } from '../protocol/roles.ts'
import { dayAfter, midnightOf, weekdayOf } from '../server/rules/civil.ts'
import { decide } from '../server/rules/decide.ts'
import type { Sealed } from '../server/rules/decision.ts'
import type { OfficeEvent } from '../server/rules/events.ts'
import { evolve } from '../server/rules/evolve.ts'
import { MINUTE, NOTHING_YET, type State } from '../server/rules/state.ts'
import { endCase, goAway, newStaff } from './counter-staff.ts'
import type { Day, DayCounter, DayFile, DayFrame } from './day-file.ts'
import { livingAgenda, livingKey, livingOffice, serviceOfKind } from './living-office.ts'
import { newMoments } from './moments.ts'
import { nextCase } from './play-day.ts'
import type { Policy } from './policy.ts'
import { type Act, AT_CONSOLE, AT_KIOSK, atCounter } from './rules-desk.ts'

/** The first day of a living office: a Monday. */
const FIRST_DAY: DayStamp = '2026-01-05'
const LAST_MIN = 1439

/** Who looks over the office's shoulder. Nothing that is returned or done there changes the office. */
export type Watcher = {
  /** After every event, with the state after it. */
  event?: (event: OfficeEvent, state: State, at: Instant) => void
  /** After every act that was taken. */
  act?: (act: { commandId: string; by: Sender; at: Instant; events: readonly OfficeEvent[] }) => void
  /** Every `everyMin` minutes from 07.00 on, before the office refreshes its estimates. */
  minute?: (state: State, at: Instant) => void
}

/** An act of somebody at an instant of the day being lived, and the events it came to; refused with `unless`: none. */
export type ActNow = (wish: Act, sender: Sender, unless?: RefusalCode) => OfficeEvent[]

/** What a day file does not tell: everything that goes another way than it should. */
export type Mishaps = {
  /** After somebody got a number. */
  arrived(ticketId: TicketId, act: ActNow): void
  /** Instead of the start of a case: whether the person who was called comes. */
  called(ticketId: TicketId, at: Sender, act: ActNow): boolean
  /** Before a stage is finished as `outcome`, and after it. */
  ending(ticketId: TicketId, at: Sender, act: ActNow): void
  ended(ticketId: TicketId, outcome: Outcome, at: Sender, act: ActNow): void
  /** What else happens on a day, in minutes after midnight. */
  besides(date: DayStamp): readonly { min: number; happens(act: ActNow): void }[]
}

/** Another office than that of a play, from another day on, and what befalls it. */
export type House = {
  firstDay: DayStamp
  office(frame: DayFrame, day: Day): Office
  serviceOf(kind: number): Slug
  mishaps: Mishaps
}

/** `runs` of every estimate, 0 without; `everyMin`: how often the clock asks for a refresh, 0 never. */
export type Living = {
  policy: Policy
  runs: number
  everyMin: number
  watch: Watcher
  onDay?: () => void
  house?: House
}

type Moment =
  | { what: 'arrives' | 'comes back'; who: number }
  | { what: 'case ends'; who: number; counter: number; how: 'completed' | 'rejected' | 'sent away' }
  | { what: 'goes away'; counter: number; away: DayCounter['away'][number] }
  | { what: 'outage begins' | 'outage ends' | 'refresh' | 'look again' }
  | { what: 'besides'; happens(act: ActNow): void }

const AT_CLOCK: Sender = { role: 'clock', device: 'clock', place: 'clock', staff: null }
const REFRESH_FROM_MIN = 420
/** A counter that called in vain calls the next one so many minutes later. Assumed. */
const VAIN_CALL_MIN = 0.5

/**
 * An office that lives the days of a file in order, one working day each, and remembers what it measured. Other than in a
 * play of one day (`playDay`), its staff tell the office what they do, as real staff do at their screens: a counter is
 * opened when somebody is there, pauses and comes back, an outage is recorded. The state after the last day; an earlier
 * one may be given to start from. Throws when the rules refuse what a day needs.
 */
export const liveDays = (file: DayFile, living: Living, start: State = NOTHING_YET): State => {
  let state = start
  let date = living.house?.firstDay ?? FIRST_DAY
  for (const day of file.days) {
    const fits = (): boolean => {
      const weekday = weekdayOf(date)
      return weekday !== 'sat' && weekday !== 'sun' && (weekday === 'fri') === day.friday
    }
    while (!fits()) date = dayAfter(date, 1)
    state = liveDay(file, day, date, living, state)
    date = dayAfter(date, 1)
    living.onDay?.()
  }
  return state
}

const liveDay = (frame: DayFrame, day: Day, date: DayStamp, living: Living, start: State): State => {
  const { policy, watch, house } = living
  const office = house?.office(frame, day) ?? livingOffice(frame, day, policy, living.runs)
  const serviceOf = house?.serviceOf ?? serviceOfKind
  const midnight = midnightOf(date, office.zone)
  const instant = (minute: number): Instant => Math.round(midnight + minute * MINUTE)
  let state = start
  let asked = 0
  const act = (wish: Act, sender: Sender, minute: number, unless?: string): OfficeEvent[] => {
    const at = instant(minute)
    asked += 1
    const commandId = `${date}-${String(asked).padStart(5, '0')}`
    const decision = decide(state, { ...wish, commandId } as Sealed, sender, at)
    if (decision.status === 'refused') {
      if (decision.refusal.code === unless) return []
      throw new Error(`${day.id}: ${wish.type} at minute ${minute} was refused: ${decision.refusal.code}`)
    }
    for (const event of decision.events) {
      state = evolve(state, event, at)
      watch.event?.(event, state, at)
    }
    watch.act?.({ commandId, by: sender, at, events: decision.events })
    return decision.events
  }
  const actNow =
    (now: number): ActNow =>
    (wish, sender, unless) =>
      act(wish, sender, now, unless)
  act({ type: 'ConfigureOffice', office }, AT_CONSOLE, 0)
  act({ type: 'OpenDay', day: date }, AT_CONSOLE, 0)
  act({ type: 'ImportAgenda', bookings: livingAgenda(day, date, instant, serviceOf) }, AT_CONSOLE, 0)

  const moments = newMoments<Moment>()
  const posts = day.counters.map((counter, index) => ({
    ...counter,
    index,
    sender: atCounter(index + 1),
    staff: newStaff(),
  }))
  const visits = new Map<number, { ticketId: string; cases: number }>()
  const whoHas = new Map<string, number>()
  let left = day.applicants.length
  let lastMin = 0

  const arrive = (who: number, now: number): void => {
    const applicant = day.applicants[who]
    if (applicant === undefined) return
    const { window, priority, kind } = applicant
    let events =
      window === null
        ? act({ type: 'TakeNumber', service: serviceOf(kind), priority, reason: 'other' }, AT_KIOSK, now)
        : act({ type: 'CheckIn', presented: { status: 'code', key: livingKey(date, who) } }, AT_KIOSK, now)
    const away = events.find((event) => event.type === 'TurnedAway')
    if (away?.verdict === 'too-late') events = act({ type: 'TakeNumberAnyway', visitId: away.visitId }, AT_KIOSK, now)
    const given = events.find((event) => event.type === 'CheckedIn')
    if (given === undefined) throw new Error(`${day.id}: applicant ${who} got no number`)
    visits.set(who, { ticketId: given.ticketId, cases: 0 })
    whoHas.set(given.ticketId, who)
    const callableMin = (given.callableFromAt - midnight) / MINUTE
    if (callableMin > now) moments.add(callableMin, { what: 'look again' })
    house?.mishaps.arrived(given.ticketId, actNow(now))
  }

  const finish = ({ who, counter, how }: Extract<Moment, { what: 'case ends' }>, now: number): void => {
    const [post, visit] = [posts[counter], visits.get(who)]
    if (post === undefined || visit === undefined) return
    const { staff, sender } = post
    const { ticketId } = visit
    endCase(staff, now)
    if (staff.awayUntil > now) moments.add(staff.awayUntil, { what: 'look again' })
    if (how === 'sent away') {
      act({ type: 'Park', ticketId }, sender, now)
      moments.add(now + (day.applicants[who]?.return?.after ?? 0), { what: 'comes back', who })
      return
    }
    house?.mishaps.ending(ticketId, sender, actNow(now))
    const events = act({ type: 'Finish', ticketId, outcome: how }, sender, now)
    house?.mishaps.ended(ticketId, how, sender, actNow(now))
    if (events.some((event) => event.type === 'StageFinished' && event.next === null)) left -= 1
  }

  /** What staff tell the office about themselves. Nobody presses "pause" in an outage, which is recorded for all. */
  const tell = ({ index, sender, staff, away }: (typeof posts)[number], now: number): void => {
    const counter = state.counters[index + 1]
    const isAway = staff.awayUntil > now
    const document = office.counters[index]
    if (staff.busy || document === undefined) return
    if (counter === undefined) {
      const { stages, helps } = document
      if (!isAway) act({ type: 'OpenCounter', stages, helps }, sender, now)
    } else if (counter.paused !== null) {
      if (!isAway) act({ type: 'ResumeCounter' }, sender, now)
    } else if (isAway && state.outage === null) {
      const isLunch = away.some(([from, until, why]) => why === 'lunch' && from <= now && now < until)
      act({ type: 'PauseCounter', reason: isLunch ? 'rest' : 'errand' }, sender, now)
    }
  }

  const callNext = ({ index, sender, staff, speed }: (typeof posts)[number], now: number): void => {
    const called = act({ type: 'CallNext' }, sender, now, 'nobody-callable').find((event) => event.type === 'Called')
    const who = called && whoHas.get(called.ticketId)
    const [visit, applicant] = who === undefined ? [] : [visits.get(who), day.applicants[who]]
    if (called === undefined || who === undefined || visit === undefined || applicant === undefined) return
    if (house?.mishaps.called(called.ticketId, sender, actNow(now)) === false) {
      // The counter waits a moment for the absent, who may be called again after the set-back.
      for (const min of [VAIN_CALL_MIN, office.noShow.backMin]) moments.add(now + min, { what: 'look again' })
      return
    }
    act({ type: 'Start', ticketId: called.ticketId }, sender, now)
    const { minutes, how } = nextCase(applicant, visit.cases, frame.stages.length)
    visit.cases += 1
    staff.busy = true
    moments.add(now + minutes * speed, { what: 'case ends', who, counter: index, how })
  }

  const leave = (counter: number, away: DayCounter['away'][number]): void => {
    const staff = posts[counter]?.staff
    if (staff === undefined) return
    goAway(staff, away)
    moments.add(staff.awayUntil, { what: 'look again' })
  }

  const happen = (moment: Moment, now: number): void => {
    if (moment.what === 'arrives') arrive(moment.who, now)
    if (moment.what === 'comes back') {
      const ticketId = visits.get(moment.who)?.ticketId ?? ''
      act({ type: 'CheckIn', presented: { status: 'ticket', ticketId } }, AT_KIOSK, now)
    }
    if (moment.what === 'case ends') finish(moment, now)
    if (moment.what === 'besides') moment.happens(actNow(now))
    if (moment.what === 'goes away') leave(moment.counter, moment.away)
    if (moment.what === 'outage begins')
      act({ type: 'StartOutage', scope: 'national' }, AT_CONSOLE, now, 'outage-known')
    if (moment.what === 'outage ends') act({ type: 'EndOutage' }, AT_CONSOLE, now, 'outage-known')
    if (moment.what === 'refresh') {
      watch.minute?.(state, instant(now))
      act({ type: 'Refresh' }, AT_CLOCK, now)
      if (moments.peek() < Number.POSITIVE_INFINITY) moments.add(now + living.everyMin, { what: 'refresh' })
    }
  }

  for (const [who, { arrive: at }] of day.applicants.entries()) moments.add(at, { what: 'arrives', who })
  for (const { index, away } of posts)
    for (const absence of away) moments.add(absence[0], { what: 'goes away', counter: index, away: absence })
  const outages = day.counters.flatMap(({ away }) => away.filter(([, , why]) => why === 'outage'))
  for (const [from, until] of new Map(outages.map(([from, until]) => [from, until]))) {
    moments.add(from, { what: 'outage begins' })
    moments.add(until, { what: 'outage ends' })
  }
  for (const { min, happens } of house?.mishaps.besides(date) ?? []) moments.add(min, { what: 'besides', happens })
  if (living.everyMin > 0) moments.add(REFRESH_FROM_MIN, { what: 'refresh' })

  for (let moment = moments.next(); moment !== undefined && left > 0; moment = moments.next()) {
    const now = moment.at
    lastMin = now
    happen(moment.what, now)
    if (moments.peek() === now) continue
    for (const post of posts) tell(post, now)
    const free = posts.filter(({ staff }) => !staff.busy && staff.awayUntil <= now)
    free.sort((a, b) => a.staff.lastEndMin - b.staff.lastEndMin)
    for (const post of free) callNext(post, now)
  }
  // Whoever lives in a house goes home when nobody waits any more; in a play nothing depends on it.
  if (house !== undefined)
    for (const { sender, staff } of posts)
      if (!staff.busy) act({ type: 'CloseCounter' }, sender, lastMin, 'counter-closed')
  const closeMin = Math.max(LAST_MIN, lastMin)
  if (state.outage !== null) act({ type: 'EndOutage' }, AT_CONSOLE, closeMin)
  act({ type: 'CloseDay', day: date }, AT_CONSOLE, closeMin)
  return state
}
