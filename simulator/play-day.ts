import type { EventOf, Forecast, OfficeEvent } from '../server/rules/events.ts'
import { checkPlay, type Violations } from './check-play.ts'
import { endCase, goAway, newStaff } from './counter-staff.ts'
import type { Applicant, Day, DayCounter, DayFrame } from './day-file.ts'
import { newMoments } from './moments.ts'
import { SERVICE } from './office-of-day.ts'
import { keyOf, openPlay } from './open-play.ts'
import type { Policy } from './policy.ts'
import { AT_KIOSK, atCounter, type Logged, minuteOf } from './rules-desk.ts'

/** One case at a counter. Minutes after midnight; `stage` counted from 1; `counter` is a place in the day's list. */
export type Case = {
  stage: number
  /** When the wait for this case began: check-in, the end of the stage before, or coming back with papers. */
  queuedMin: number
  calledMin: number
  endMin: number
  counter: number
  helping: boolean
}

/** What one applicant lived through. */
export type Visit = {
  arriveMin: number
  /** `max(arrival, window start)`: from here on waiting counts. */
  effMin: number
  /** As printed on the slip, and its id among all days. */
  number: string
  ticketId: string
  cases: Case[]
  /** The likely call as it was told at check-in, in instants; null without an estimate. */
  promised: Forecast | null
  /** When the last wait began. */
  queuedMin: number
  /** When the visitor was done; null when no counter ever took the next case. */
  leftMin: number | null
}

/** A day played under a policy. `visits` in the order of the day's applicants; `log` every event of the office. */
export type Play = { day: Day; policy: Policy; visits: Visit[]; log: Logged[]; violations: Violations }

type CaseEnds = { what: 'case ends'; who: number; counter: number; how: 'completed' | 'rejected' | 'sent away' }
type Moment =
  | { what: 'arrives' | 'comes back'; who: number }
  | CaseEnds
  | { what: 'goes away'; counter: number; away: DayCounter['away'][number] }
  /** Something may be callable, or somebody free, that was not. */
  | { what: 'look again' }

/** The applicant's next case, after `done` of them: minutes at speed 1, its stage counted from 1, and how it ends. */
export const nextCase = ({ service, return: papers }: Applicant, done: number, stages: number) => {
  const sentAway = papers !== null && done === 0
  const again = papers !== null && done === 1
  const stage = papers !== null && done > 0 ? done : done + 1
  const rejected = stage === service.length && service.length < stages
  const how = sentAway ? 'sent away' : rejected ? 'rejected' : 'completed'
  return { stage, minutes: again ? papers.service : (service[stage - 1] ?? 0), how } as const
}

const eventOf = <T extends OfficeEvent['type']>(events: OfficeEvent[], type: T): EventOf<T> | undefined =>
  events.find((event): event is EventOf<T> => event.type === type)

/**
 * Plays an office-day in virtual time through the very same rules as the server: every act of a visitor or of staff is a
 * command to `decide`, and who is called is what `CallNext` comes to. Staff behave as the README of the days says:
 * whoever is free and not away presses "call next", the longest idle first. All moments of one instant come before the
 * calls of that instant. The same day and policy give the same log, byte for byte.
 *
 * Throws when the rules refuse what the day needs, or the day is no office (more than sixty counters).
 */
export const playDay = (frame: DayFrame, day: Day, policy: Policy): Play => {
  const desk = openPlay(frame, day, policy)
  const moments = newMoments<Moment>()
  const visits: Visit[] = []
  const whoHas = new Map<string, number>()
  const posts = day.counters.map((counter, index) => ({
    index,
    ...counter,
    sender: atCounter(index + 1),
    staff: newStaff(),
  }))

  const known = <T>(list: readonly T[], index: number): T => {
    const found = list[index]
    if (found === undefined) throw new Error(`${day.id}: nothing known at place ${index}`)
    return found
  }

  const arrive = (who: number, now: number): void => {
    const { window, priority } = known(day.applicants, who)
    let events =
      window === null
        ? desk.act({ type: 'TakeNumber', service: SERVICE, priority, reason: 'other' }, AT_KIOSK, now)
        : desk.act({ type: 'CheckIn', presented: { status: 'code', key: keyOf(who) } }, AT_KIOSK, now)
    const away = eventOf(events, 'TurnedAway')
    if (away?.verdict === 'too-late')
      events = desk.act({ type: 'TakeNumberAnyway', visitId: away.visitId }, AT_KIOSK, now)
    const given = eventOf(events, 'CheckedIn')
    if (given === undefined) throw new Error(`${day.id}: applicant ${who} got no number`)
    const { ticketId, number } = given
    whoHas.set(ticketId, who)
    const effMin = Math.max(now, window?.[0] ?? now)
    const promised = given.forecast ?? null
    visits[who] = { arriveMin: now, effMin, number, ticketId, cases: [], promised, queuedMin: now, leftMin: null }
    const callableMin = minuteOf(given.callableFromAt)
    if (callableMin > now) moments.add(callableMin, { what: 'look again' })
  }

  const comeBack = (who: number, now: number): void => {
    const visit = known(visits, who)
    desk.act({ type: 'CheckIn', presented: { status: 'ticket', ticketId: visit.ticketId } }, AT_KIOSK, now)
    visit.queuedMin = now
  }

  const finish = ({ who, counter, how }: CaseEnds, now: number): void => {
    const visit = known(visits, who)
    const { ticketId } = visit
    const { staff, sender } = known(posts, counter)
    endCase(staff, now)
    if (staff.awayUntil > now) moments.add(staff.awayUntil, { what: 'look again' })
    if (how === 'sent away') {
      desk.act({ type: 'Park', ticketId }, sender, now)
      moments.add(now + (known(day.applicants, who).return?.after ?? 0), { what: 'comes back', who })
      return
    }
    const events = desk.act({ type: 'Finish', ticketId, outcome: how }, sender, now)
    if (eventOf(events, 'StageFinished')?.next === null) visit.leftMin = now
    else visit.queuedMin = now
  }

  /** Whoever is called stands before the counter at once. */
  const callNext = ({ index, sender, staff, speed }: (typeof posts)[number], now: number): void => {
    const called = eventOf(desk.act({ type: 'CallNext' }, sender, now, 'nobody-callable'), 'Called')
    if (called === undefined) return
    desk.act({ type: 'Start', ticketId: called.ticketId }, sender, now)
    const who = whoHas.get(called.ticketId) ?? -1
    const visit = known(visits, who)
    const { stage, minutes, how } = nextCase(known(day.applicants, who), visit.cases.length, frame.stages.length)
    const endMin = now + minutes * speed
    visit.cases.push({
      stage,
      queuedMin: visit.queuedMin,
      calledMin: now,
      endMin,
      counter: index,
      helping: called.helping,
    })
    staff.busy = true
    moments.add(endMin, { what: 'case ends', who, counter: index, how })
  }

  const happen = (moment: Moment, now: number): void => {
    switch (moment.what) {
      case 'arrives':
        arrive(moment.who, now)
        break
      case 'comes back':
        comeBack(moment.who, now)
        break
      case 'case ends':
        finish(moment, now)
        break
      case 'goes away': {
        const { staff } = known(posts, moment.counter)
        goAway(staff, moment.away)
        moments.add(staff.awayUntil, { what: 'look again' })
        break
      }
      case 'look again':
        break
    }
  }

  for (const [who, { arrive: at }] of day.applicants.entries()) moments.add(at, { what: 'arrives', who })
  for (const [counter, { away }] of day.counters.entries())
    for (const absence of away) moments.add(absence[0], { what: 'goes away', counter, away: absence })

  for (let moment = moments.next(); moment !== undefined; moment = moments.next()) {
    const now = moment.at
    happen(moment.what, now)
    if (moments.peek() === now) continue
    const free = posts.filter(({ staff }) => !staff.busy && staff.awayUntil <= now)
    free.sort((a, b) => a.staff.lastEndMin - b.staff.lastEndMin)
    for (const post of free) callNext(post, now)
  }
  return { day, policy, visits, log: desk.log, violations: checkPlay(desk.log, policy) }
}
