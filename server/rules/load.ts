import type { Instant, Slug, Window } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import { openMinutesBetween, openStretches, todaysPlan } from './calendar.ts'
import { serviceOf } from './lanes.ts'
import { casesOf } from './measured.ts'
import type { State } from './state.ts'

/**
 * How full a window is sold: booked × measured minutes ÷ open counter minutes, of the stage where it is fullest. Above 1 the
 * window was sold beyond what the counters can do, whatever the order. Null when nobody serves that stage in the window.
 * `capacity`: how many people of the window's mix the counters can serve in it, not rounded; null when nobody serves.
 */
export type WindowLoad = {
  window: Window
  booked: number
  load: number | null
  stage: Slug | null
  capacity: number | null
}

/** Mean minutes of a case at a stage over the days before; its standard minutes while there are none. */
const minutesOf = (state: State, stage: Office['stages'][number]): number => {
  const { n, sum } = casesOf(state.measured.days, stage.id)
  return n === 0 ? stage.standardMin : sum / n
}

/**
 * The stages that counters serve: of those that are open, once the office is open and one of them is; before that of all in
 * the document. Help is not counted on: it is what is spare.
 */
const servedBy = (state: State, office: Office, at: Instant): readonly (readonly Slug[])[] => {
  const plan = todaysPlan(state)
  const open = Object.values(state.counters).map(({ stages }) => stages)
  const begun = plan === 'always' || (plan !== null && plan.openAt <= at)
  return begun && open.length > 0 ? open : office.counters.map(({ stages }) => stages)
}

/** Counters of a stage; one that serves several stages is shared evenly among them. */
const countersOf = (served: readonly (readonly Slug[])[], stage: Slug): number =>
  served.reduce((sum, stages) => sum + (stages.includes(stage) ? 1 / stages.length : 0), 0)

/** Today's booked people by window, with the windows that are sold and empty. */
const bookedByWindow = (state: State): { window: Window; services: Slug[] }[] => {
  const plan = todaysPlan(state)
  const byWindow = new Map<string, { window: Window; services: Slug[] }>()
  const of = (window: Window) => {
    const id = `${window.startAt} ${window.endAt}`
    const known = byWindow.get(id) ?? { window, services: [] }
    byWindow.set(id, known)
    return known
  }
  if (plan !== null && plan !== 'always') for (const window of plan.windows) of(window)
  for (const { day, status, window, service } of Object.values(state.bookings))
    if (day === state.day?.day && status === 'booked') of(window).services.push(service)
  return [...byWindow.values()].sort(({ window: a }, { window: b }) => a.startAt - b.startAt || a.endAt - b.endAt)
}

/** What the counters can do: by the mix of the booked; without anybody booked by the stage that can do least. */
const capacityOf = (booked: number, load: number, most: readonly number[]): number =>
  load > 0 ? booked / load : Math.min(...most)

/** The load of every window of the business day, known before it starts; in the order of their starts. */
export const windowLoads = (state: State, at: Instant): WindowLoad[] => {
  const { office } = state
  if (office === null) return []
  const stretches = openStretches(state)
  const served = servedBy(state, office, at)
  const supply = office.stages.map((stage) => ({
    id: stage.id,
    caseMin: minutesOf(state, stage),
    counters: countersOf(served, stage.id),
  }))
  return bookedByWindow(state).map(({ window, services }) => {
    const openMin = openMinutesBetween(stretches, window.startAt, window.endAt)
    const stages = supply.map(({ id, caseMin, counters }) => {
      const cases = services.filter((service) => serviceOf(office, service)?.journey.includes(id)).length
      return { stage: id, load: cases === 0 ? 0 : (cases * caseMin) / (counters * openMin) }
    })
    const most = supply.map(({ caseMin, counters }) => (counters * openMin) / caseMin).filter((people) => people > 0)
    const fullest = stages.reduce((most, each) => (each.load > most.load ? each : most))
    return {
      window,
      booked: services.length,
      load: Number.isFinite(fullest.load) ? fullest.load : null,
      stage: fullest.load > 0 ? fullest.stage : null,
      capacity:
        !Number.isFinite(fullest.load) || most.length === 0 ? null : capacityOf(services.length, fullest.load, most),
    }
  })
}

/** The windows not yet over that were sold beyond what the counters can do. */
export const loadAlerts = (state: State, at: Instant): WindowLoad[] =>
  windowLoads(state, at).filter(({ window, load }) => window.endAt > at && (load === null || load > 1))
