import type { Instant } from '../../../protocol/ids.ts'
import { reckonWalkIn } from '../arrival.ts'
import { minuteOfDay } from '../measure.ts'
import { MINUTE, type State } from '../state.ts'
import type { Chance } from './chance.ts'
import { isBeyond, type Limit, turnOf } from './newcomer.ts'
import { partiesFrom } from './parties.ts'
import { type Past, QUARTER } from './past.ts'
import type { Coming } from './visitor.ts'
import { walkInFactor, walkInsFrom } from './walk-ins.ts'

/** Members of a family follow each other this closely. */
const APART_MS = 15_000

/**
 * Draws who is still to come and begins to wait within `until` ms, from the bookings that are not here yet and the usual
 * numbers without a booking.
 */
export const arrivalsFrom = (
  state: State,
  past: Past,
  at: Instant,
  limit: Limit,
): ((chance: Chance, until: number) => Coming[]) => {
  const { office } = state
  if (office === null || state.day === null) return () => []
  const parties = partiesFrom(state, office, past, at)(limit)
  const walkIns = walkInsFrom(state, office, past, at, limit)
  const { offsets } = past
  return (chance, drawUntil) => {
    const coming: Coming[] = []
    for (const { members, share, from, until, soon, joined } of parties) {
      const draw = chance()
      if (draw >= share) continue
      const offset = offsets[from + Math.floor((draw / share) * (until - from))] ?? 0
      let arrives = 0
      for (let i = 0; i < members.length; i += 1) {
        const member = members[i]
        if (member === undefined) continue
        const { visitor, booking, windows } = member
        if (i === 0) arrives = soon ? chance() * MINUTE : booking.window.startAt + offset - at
        const atMs = Math.max(1, Math.round(arrives + i * APART_MS))
        if (atMs > drawUntil) break
        const turn = turnOf(booking, windows, at + atMs)
        const turnAt = joined ?? turn.turnAt - at
        const callable = Math.max(atMs, turn.callableFromAt - at)
        const shift = turn.shiftMin * MINUTE
        coming.push({ at: callable, visitor: { ...visitor, turnAt, callableFromAt: callable, shift } })
      }
    }
    walkIns(chance, drawUntil, coming)
    return coming
  }
}

/** Points that stand for when somebody comes, where a mean is enough. */
const STEPS = 32

/** How many people are expected in each minute from now, for so many minutes, whose turn would be before a limit. */
export const inflowFrom = (
  state: State,
  past: Past,
  at: Instant,
  minutes: number,
): ((limit: Limit) => Float64Array) => {
  const { office } = state
  if (office === null || state.day === null) return () => new Float64Array(minutes)
  const partiesBefore = partiesFrom(state, office, past, at)
  const nowMin = minuteOfDay(state, at)
  const factor = walkInFactor(state, past, nowMin)
  const { windows } = office
  return (limit) => {
    const inflow = new Float64Array(minutes)
    const add = (minute: number, people: number): void => {
      if (minute >= 0 && minute < minutes) inflow[minute] = (inflow[minute] ?? 0) + people
    }
    for (const { members, share, from, until, soon } of partiesBefore(limit)) {
      const startAt = members[0]?.booking.window.startAt ?? at
      if (soon) add(0, share * members.length)
      const steps = Math.min(STEPS, until - from)
      for (let step = 0; step < steps; step += 1) {
        const offset = past.offsets[from + Math.floor(((step + 0.5) * (until - from)) / steps)] ?? 0
        add(Math.floor((startAt + offset - at) / MINUTE), (share * members.length) / steps)
      }
    }
    for (const [priority, rates] of [
      [true, past.walkIns.priority],
      [false, past.walkIns.other],
    ] as const)
      for (let minute = 0; minute < minutes; minute += 1) {
        const arrivesAt = at + minute * MINUTE
        if (isBeyond(limit, reckonWalkIn(priority, arrivesAt, windows), arrivesAt, at)) break
        add(minute, ((rates[Math.floor((nowMin + minute) / QUARTER)] ?? 0) * factor) / QUARTER)
      }
    return inflow
  }
}
