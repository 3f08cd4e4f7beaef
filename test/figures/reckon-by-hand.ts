/** Long because it is held against the product in one reading: every figure by its definition, nothing shared. */
import type { Recorded } from '../../server/journal/journal.ts'
import type { EventOf, OfficeEvent } from '../../server/rules/events.ts'

/**
 * The figures from the raw events, as their definitions read and in no hurry. Nothing of `server/history` or
 * `server/figures` is used: what both sides say alike was reckoned twice.
 */

const AHEAD_MS = 8 * 3_600_000
const MIN = 60_000

type Logged = { at: number; event: OfficeEvent }

/** Every event that stands: acts that were taken back are struck out, with what they began. */
const standing = (day: readonly Logged[]): Logged[] => {
  const struck = new Set<Logged>()
  for (const [i, { event }] of day.entries()) {
    if (event.type !== 'Undone') continue
    const type = { call: 'Called', finish: 'StageFinished', 'no-show': 'Missed' }[event.act]
    const start = day
      .slice(0, i)
      .findLastIndex(({ event: e }) => e.type === type && 'ticketId' in e && e.ticketId === event.ticketId)
    const between = day.slice(start, i)
    for (const one of between) {
      const { event: e } = one
      const begun = ['Called', 'Recalled', 'Started', 'StageFinished', 'Missed'].includes(e.type)
      if (begun && 'ticketId' in e && e.ticketId === event.ticketId) struck.add(one)
    }
  }
  return day.filter((one) => !struck.has(one))
}

const inOrder = (values: number[]): number[] => [...values].sort((a, b) => a - b)
const nearestRank = (values: number[], percent: number): number | null => {
  const sorted = inOrder(values)
  return sorted.length === 0 ? null : (sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? null)
}
const share = (values: number[], over: number): number | null =>
  values.length === 0 ? null : values.filter((value) => value > over).length / values.length

/** One person as the journal tells of them, in minutes. */
type Person = {
  id: string
  lane: string
  window: string
  hour: number
  arrival: string
  booked: boolean
  /** To the first call; null when never called. */
  wait: number | null
  queued: number
  office: number | null
  off: number
  pastEnd: number | null
  /** Whether their day was closed: who was not called by then never was. */
  dayOver: boolean
}

const ofTicket = (day: readonly Logged[], id: string): Logged[] =>
  day.filter(({ event }) => 'ticketId' in event && event.ticketId === id)

/** When somebody came, which for a number typed in from paper was before it was typed. */
const cameOf = (checkedIn: EventOf<'CheckedIn'>, typedAt: number): number => checkedIn.cameAt ?? typedAt

const personOf = (day: readonly Logged[], checkedIn: EventOf<'CheckedIn'>, typedAt: number): Person => {
  const own = ofTicket(day, checkedIn.ticketId)
  const { window } = checkedIn
  const at = cameOf(checkedIn, typedAt)
  const turn = window !== null && window.startAt > at ? window.startAt : at
  const paper = own.flatMap(({ event }) => (event.type === 'ServedOnPaper' ? [event] : []))[0]
  const firstAt = paper?.calledAt ?? own.find(({ event }) => event.type === 'Called')?.at
  let queued = 0
  let since: number | null = turn
  for (const { event, at: now } of own) {
    if (event.type === 'Called') {
      if (since !== null && now > since) queued += now - since
      since = null
    }
    if (event.type === 'Missed') since = event.again === null ? null : event.again.callableFromAt
    if (event.type === 'Returned' || event.type === 'Transferred') since = now
    if (event.type === 'StageFinished') since = event.next === null ? null : now
    // Sent elsewhere while waiting, the wait is one.
    if (event.type === 'Reassigned' && since === null) since = now
    if (event.type === 'ServedOnPaper') queued = event.calledAt > turn ? event.calledAt - turn : 0
  }
  const isEnd = ({ type, ...event }: OfficeEvent): boolean =>
    type === 'TicketCancelled' || (type === 'StageFinished' && 'next' in event && event.next === null)
  const endAt = paper?.doneAt ?? own.find(({ event }) => isEnd(event))?.at
  const minute = (instant: number): number => ((instant + AHEAD_MS) % 86_400_000) / MIN
  return {
    id: checkedIn.ticketId,
    lane: checkedIn.letter,
    window: window === null ? '' : `${minute(window.startAt)}-${minute(window.endAt)}`,
    hour: Math.floor(minute(turn) / 60),
    arrival: checkedIn.arrival,
    booked: window !== null,
    wait: firstAt === undefined ? null : Math.max(0, firstAt - turn) / MIN,
    queued: queued / MIN,
    office: endAt === undefined ? null : (endAt - at) / MIN,
    off: window === null ? 0 : at < window.startAt ? window.startAt - at : at - window.endAt,
    pastEnd: firstAt === undefined || window === null ? null : (firstAt - window.endAt) / MIN,
    dayOver: day.some(({ event }) => event.type === 'DayClosed'),
  }
}

/** Stays at stages: first call against what was promised, and its wait. */
const staysOf = (day: readonly Logged[], checkedIn: EventOf<'CheckedIn'>, typedAt: number) => {
  const { ticketId, stage, forecast, window } = checkedIn
  const turn = Math.max(cameOf(checkedIn, typedAt), window?.startAt ?? 0)
  const stays = [{ stage, from: turn, promise: forecast ?? null, call: null as number | null }]
  // Not to be called before: their own time, or the end of the pause after a call in vain.
  let notBefore = turn
  for (const { event, at: now } of ofTicket(day, ticketId)) {
    const stay = stays[stays.length - 1]
    if (event.type === 'Called' || event.type === 'ServedOnPaper') notBefore = 0
    if (event.type === 'Called' && stay !== undefined && stay.call === null) stay.call = now
    if (event.type === 'ServedOnPaper' && stay !== undefined) stay.call = event.calledAt
    if (event.type === 'Missed') notBefore = event.again?.callableFromAt ?? 0
    if (event.type === 'Reassigned' && stay?.stage !== event.stage)
      stays.push({ stage: event.stage, from: Math.max(now, notBefore), promise: null, call: null })
    if (event.type === 'StageFinished' && event.next !== null)
      stays.push({ stage: event.next.stage, from: now, promise: event.next.forecast ?? null, call: null })
    if (event.type === 'Transferred') stays.push({ stage: event.stage, from: now, promise: null, call: null })
  }
  return stays
}

const ENDS_OF_CASES: string[] = ['Parked', 'StageFinished', 'Transferred', 'Reassigned', 'TicketCancelled']

/** Cases: from a start, resumption or take-over to what ended it. */
const casesOf = (day: readonly Logged[]) => {
  const cases: { counter: number; stage: string; minutes: number }[] = []
  const running = new Map<string, { counter: number; since: number }>()
  const stageOf = new Map<string, string>()
  for (const { event, at } of day) {
    if (event.type === 'CheckedIn') stageOf.set(event.ticketId, event.stage)
    const end = (id: string): void => {
      const one = running.get(id)
      if (one !== undefined)
        cases.push({ counter: one.counter, stage: stageOf.get(id) ?? '', minutes: (at - one.since) / MIN })
      running.delete(id)
    }
    if (event.type === 'Started' || event.type === 'Resumed')
      running.set(event.ticketId, { counter: event.counter, since: at })
    if (ENDS_OF_CASES.includes(event.type) && 'ticketId' in event) end(event.ticketId)
    if (event.type === 'ServedOnPaper') {
      const { counter, stages, calledAt, doneAt } = event
      cases.push({ counter, stage: stages.join('+'), minutes: (doneAt - calledAt) / MIN })
    }
    if (event.type === 'StageFinished' && event.next !== null) stageOf.set(event.ticketId, event.next.stage)
    if (event.type === 'Transferred' || event.type === 'Reassigned') stageOf.set(event.ticketId, event.stage)
    if (event.type === 'TakenOver' && running.has(event.ticketId)) {
      end(event.ticketId)
      running.set(event.ticketId, { counter: event.counter, since: at })
    }
  }
  return cases
}

/** Minutes a counter was open, and paused: a pause during a case begins when the case ends. */
const counterMinutes = (day: readonly Logged[], all: readonly Logged[], counter: number) => {
  let [open, paused] = [0, 0]
  let [openedAt, pausedAt] = [null as number | null, null as number | null]
  const isHere = (event: OfficeEvent): boolean =>
    ('counter' in event && event.counter === counter) || ('from' in event && event.from === counter)
  const holds = (until: Logged): boolean => {
    // In hand: the last thing that happened here to a ticket was a call, a start or a resumption that stands.
    const upTo = all.slice(0, all.indexOf(until))
    const last = standing(upTo).findLast(
      ({ event }) =>
        isHere(event) && ['Called', 'Started', 'Resumed', 'TakenOver', 'Missed', ...ENDS_OF_CASES].includes(event.type),
    )
    if (last === undefined) return false
    if (last.event.type === 'TakenOver') return last.event.counter === counter
    return ['Called', 'Started', 'Resumed'].includes(last.event.type)
  }
  for (const one of day) {
    const { event, at } = one
    const ends = event.type === 'DayClosed' || (event.type === 'CounterClosed' && event.counter === counter)
    if (event.type === 'CounterOpened' && event.counter === counter) openedAt = at
    if (event.type === 'CounterPaused' && event.counter === counter) pausedAt = at
    const endsCase = isHere(event) && ['Missed', 'TakenOver', ...ENDS_OF_CASES].includes(event.type)
    if (endsCase && pausedAt !== null) pausedAt = at
    if (pausedAt !== null && (ends || (event.type === 'CounterResumed' && event.counter === counter))) {
      if (!holds(one)) paused += (at - pausedAt) / MIN
      pausedAt = null
    }
    if (ends && openedAt !== null) {
      open += (at - openedAt) / MIN
      openedAt = null
    }
  }
  return { open, paused }
}

const tally = (names: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

const waitsOf = (people: readonly Person[]) => {
  const called = people.filter(({ wait }) => wait !== null)
  const waits = called.map(({ wait }) => wait ?? 0)
  return {
    n: waits.length,
    medianMin: nearestRank(waits, 50),
    p90Min: nearestRank(waits, 90),
    over30: share(waits, 30),
    over60: share(waits, 60),
    queuedMin: nearestRank(
      called.map(({ queued }) => queued),
      50,
    ),
  }
}

const groupWaits = (people: readonly Person[], keyOf: (person: Person) => string) => {
  const keys = [...new Set(people.map(keyOf))].filter((key) => key !== '')
  return Object.fromEntries(keys.map((key) => [key, waitsOf(people.filter((person) => keyOf(person) === key))]))
}

const keptOf = (people: readonly Person[]) => {
  const inTime = people.filter(({ arrival }) => ['early', 'on-time'].includes(arrival))
  const past = inTime.flatMap(({ pastEnd }) => (pastEnd === null ? [] : [pastEnd]))
  const uncalled = inTime.filter(({ pastEnd, dayOver }) => pastEnd === null && dayOver).length
  return {
    n: past.length + uncalled,
    within: past.filter((min) => min < 0).length,
    upTo30: past.filter((min) => min >= 0 && min <= 30).length,
    later: past.filter((min) => min > 30).length + uncalled,
    uncalled,
  }
}

/** The journal cut into business days; what came before the first is dropped but for the bookings. */
const daysOf = (recorded: readonly Recorded[]): { day: string; log: Logged[] }[] => {
  const days: { day: string; log: Logged[] }[] = []
  for (const { at, event } of recorded) {
    if (event.type === 'DayOpened') days.push({ day: event.day, log: [] })
    days.at(-1)?.log.push({ at, event })
  }
  return days
}

const noShowsOf = (recorded: readonly Recorded[], day: string, log: readonly Logged[]) => {
  const closed = recorded.find(({ event }) => event.type === 'DayClosed' && event.day === day)
  if (closed === undefined) return { booked: 0, noShows: 0 }
  const known = new Map<string, boolean>()
  let isExample = false
  for (const { event } of recorded.filter(({ seq }) => seq < closed.seq)) {
    if (event.type === 'OfficeConfigured') {
      if (isExample && !event.office.example) known.clear()
      isExample = event.office.example
    }
    if (event.type === 'AgendaImported')
      for (const booking of event.bookings) known.set(booking.key, booking.day === day && booking.status === 'booked')
  }
  const came = new Set(
    log.flatMap(({ event }) => (event.type === 'CheckedIn' && event.key !== null ? [event.key] : [])),
  )
  const booked = [...known].filter(([, stands]) => stands).map(([key]) => key)
  return { booked: booked.length, noShows: booked.filter((key) => !came.has(key)).length }
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/** The hours that a day had in the end, as the office's document and what was set for the day say; null without a calendar. */
const openHours = (known: readonly Recorded[], day: string): [from: number, until: number][] | null => {
  const office = known.flatMap(({ event }) => (event.type === 'OfficeConfigured' ? [event.office] : [])).at(-1)
  const set = known.flatMap(({ event }) => (event.type === 'HoursSet' && event.day === day ? [event] : [])).at(-1)
  const hours = office?.hours ?? null
  if (set === undefined && hours === null) return null
  const special = hours?.days.find((one) => one.day === day)
  const week = hours?.seasons.find(({ from, until }) => from <= day && day <= until)?.week ?? hours?.week
  const usual = week?.[WEEKDAYS[new Date(day).getUTCDay()] ?? 'sun'] ?? null
  const opening = set !== undefined ? set.opening : special !== undefined ? special.opening : usual
  if (opening === null) return []
  const atClock = (text: string): number =>
    Date.parse(day) - AHEAD_MS + Number(text.slice(0, 2)) * 3_600_000 + Number(text.slice(3)) * MIN
  const edges = [opening.open, ...opening.breaks.flatMap(({ from, until }) => [from, until]), opening.close].map(
    atClock,
  )
  return edges
    .map((from, i): [number, number] => [from, edges[i + 1] ?? from])
    .filter(([from], i) => i < edges.length - 1 && !opening.breaks.some((pause) => atClock(pause.from) === from))
}

/** Minutes of outages while a day was open; those that nobody ended go on. */
const outageMinutes = (recorded: readonly Recorded[], day: string): number => {
  const openedAt = recorded.find(({ event }) => event.type === 'DayOpened' && event.day === day)?.at ?? 0
  const isNext = ({ event }: Recorded): boolean => event.type === 'DayOpened' && event.day > day
  const next = recorded.findIndex(isNext)
  const known = next < 0 ? recorded : recorded.slice(0, next)
  const over = known.find(({ event }) => event.type === 'DayClosed' && event.day === day)?.at
  const overAt = over ?? recorded[next]?.at ?? recorded.at(-1)?.at ?? 0
  const hours = openHours(known, day) ?? [[openedAt, overAt]]
  return known.reduce((sum, { event, at, seq }) => {
    if (event.type !== 'OutageStarted') return sum
    const end = recorded.find((one) => one.seq > seq && ['OutageEnded', 'OutageStarted'].includes(one.event.type))
    return hours.reduce((all, [from, until]) => {
      const begin = Math.max(at, from, openedAt)
      const stop = Math.min(end?.at ?? Number.POSITIVE_INFINITY, until, overAt)
      return stop > begin ? all + (stop - begin) / MIN : all
    }, sum)
  }, 0)
}

/** All figures of the days `[from, until]` of an office in Central Indonesia, as plain values by name. */
export const reckonByHand = (recorded: readonly Recorded[], from: string, until: string) => {
  const days = daysOf(recorded).filter(({ day }) => day >= from && day <= until)
  const stood = days.map(({ log }) => standing(log))
  const all = days.flatMap(({ log }) => log)
  const everything = stood.flat()
  const arrived = stood.flatMap((day) =>
    day.flatMap(({ event, at }) => (event.type === 'CheckedIn' ? [{ event, at, day }] : [])),
  )
  const people = arrived.map(({ day, event, at }) => personOf(day, event, at))
  const stays = arrived.flatMap(({ day, event, at }) => staysOf(day, event, at))
  const kept = stays.flatMap(({ promise, call }) => (promise === null || call === null ? [] : [{ promise, call }]))
  const cases = stood.flatMap(casesOf)
  const counters = [
    ...new Set(
      everything.flatMap(({ event }) =>
        event.type === 'CounterOpened' || event.type === 'ServedOnPaper' ? [event.counter] : [],
      ),
    ),
  ]
  const named = <T extends OfficeEvent['type']>(
    log: readonly Logged[],
    type: T,
    nameOf: (event: EventOf<T>) => string | null,
  ) =>
    tally(
      log.flatMap(({ event }) => {
        const name = event.type === type ? nameOf(event as EventOf<T>) : null
        return name === null ? [] : [name]
      }),
    )
  const stopped = ['no-paper', 'cover-open', 'jammed', 'offline', 'fault']
  const reports = all.flatMap(({ event }) => (event.type === 'DeviceReported' ? [event] : []))
  const noShows = days.map(({ day, log }) => noShowsOf(recorded, day, log))
  const stages = [...new Set(stays.map(({ stage }) => stage))]
  const offices = people.flatMap(({ office }) => (office === null ? [] : [office]))
  return {
    days: stood.filter((day) => day.some(({ event }) => event.type === 'CheckedIn')).length,
    visits: people.length,
    uncalled: people.filter(({ wait }) => wait === null).length,
    waits: waitsOf(people),
    byLane: groupWaits(people, ({ lane }) => lane),
    byWindow: groupWaits(people, ({ window }) => window),
    byHour: groupWaits(people, ({ hour }) => String(hour)),
    byArrival: groupWaits(people, ({ arrival }) => arrival),
    office: { n: offices.length, medianMin: nearestRank(offices, 50), p90Min: nearestRank(offices, 90) },
    kept: keptOf(people),
    keptByWindow: Object.fromEntries(
      [
        ...new Set(people.filter(({ arrival }) => ['early', 'on-time'].includes(arrival)).map(({ window }) => window)),
      ].map((window) => [window, keptOf(people.filter((person) => person.window === window))]),
    ),
    arrivals: Object.fromEntries(
      [...new Set(people.map(({ arrival }) => arrival))].map((kind) => {
        const of = people.filter(({ arrival }) => arrival === kind)
        const off = ['early', 'late-grace', 'late'].includes(kind)
          ? nearestRank(
              of.map((one) => one.off / MIN),
              50,
            )
          : null
        return [kind, { n: of.length, offMin: off }]
      }),
    ),
    promises: {
      inside: kept.filter(({ promise, call }) => call >= promise.fromAt && call <= promise.untilAt).length,
      before: kept.filter(({ promise, call }) => call < promise.fromAt).length,
      after: kept.filter(({ promise, call }) => call > promise.untilAt).length,
    },
    booked: noShows.reduce((sum, { booked }) => sum + booked, 0),
    noShows: noShows.reduce((sum, one) => sum + one.noShows, 0),
    stages: Object.fromEntries(
      stages.map((stage) => {
        const waits = stays.flatMap((stay) =>
          stay.stage === stage && stay.call !== null ? [Math.max(0, stay.call - stay.from) / MIN] : [],
        )
        const of = cases.filter((one) => one.stage === stage).map(({ minutes }) => minutes)
        const calls = everything.filter(({ event }) => event.type === 'Called' && event.stage === stage)
        return [
          stage,
          {
            n: waits.length,
            medianMin: nearestRank(waits, 50),
            p90Min: nearestRank(waits, 90),
            over30: share(waits, 30),
            over60: share(waits, 60),
            calls: calls.length,
            helped: calls.filter(({ event }) => event.type === 'Called' && event.helping).length,
            cases: of.length,
            caseMedianMin: nearestRank(of, 50),
          },
        ]
      }),
    ),
    recalls: everything.filter(({ event }) => event.type === 'Recalled').length,
    misses: everything.filter(({ event }) => event.type === 'Missed').length,
    parks: everything.filter(({ event }) => event.type === 'Parked').length,
    counters: Object.fromEntries(
      counters.map((counter) => {
        const minutes = days.map(({ log }, i) => counterMinutes(stood[i] ?? [], log, counter))
        const of = cases.filter((one) => one.counter === counter)
        return [
          counter,
          {
            open: minutes.reduce((sum, { open }) => sum + open, 0),
            paused: minutes.reduce((sum, { paused }) => sum + paused, 0),
            serving: of.reduce((sum, one) => sum + one.minutes, 0),
            cases: of.length,
            medians: Object.fromEntries(
              [...new Set(of.map(({ stage }) => stage))].map((stage) => [
                stage,
                nearestRank(
                  of.filter((one) => one.stage === stage).map(({ minutes }) => minutes),
                  50,
                ),
              ]),
            ),
          },
        ]
      }),
    ),
    walkIns: named(all, 'CheckedIn', ({ walkInReason }) => walkInReason ?? null),
    outcomes: tally(
      everything.flatMap(({ event }) => {
        if (event.type === 'ServedOnPaper') return ['completed']
        if (event.type === 'TicketCancelled') return ['withdrawn']
        return event.type === 'StageFinished' && event.next === null ? [event.outcome] : []
      }),
    ),
    turnedAway: named(all, 'TurnedAway', ({ verdict }) =>
      ['checklist', 'window-needed'].includes(verdict) ? null : verdict,
    ),
    documents: named(all, 'DocumentAsked', ({ document }) => document),
    overrides: named(all, 'Overridden', ({ act, reason }) => `${act} ${reason}`),
    outages: days.reduce((sum, { day }) => sum + outageMinutes(recorded, day), 0),
    papers: named(all, 'SlipQueued', ({ mark }) => mark),
    reports: named(all, 'SlipReported', ({ status }) => (status === 'sending' ? null : status)),
    troubles: reports.filter(({ printer, status }, i) => {
      const before = reports.slice(0, i).findLast((one) => one.printer === printer)
      return stopped.includes(status) && !stopped.includes(before?.status ?? 'ready')
    }).length,
  }
}
