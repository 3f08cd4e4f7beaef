import type { Instant } from '../../../protocol/ids.ts'
import type { Office } from '../../../protocol/office.ts'
import { reckonWalkIn } from '../arrival.ts'
import { minuteOfDay } from '../measure.ts'
import { MINUTE, type State } from '../state.ts'
import type { Chance } from './chance.ts'
import { isBeyond, type Limit, newVisitor, windowsFor } from './newcomer.ts'
import { type Past, QUARTER } from './past.ts'
import type { Coming } from './visitor.ts'

/** A rate of arrivals is drawn towards the days before, as if by so many people (queue-rules section 3: today's factor). */
const BELIEF = 10

/** Those without a booking come after everybody who is booked, between equal turns. */
const LAST = 100_000

/** Today's numbers without a booking against what was to be expected by now, drawn towards 1. */
export const walkInFactor = (state: State, past: Past, nowMin: number): number => {
  const both = past.walkIns.priority.map((rate, i) => rate + (past.walkIns.other[i] ?? 0))
  const expected = both.reduce((sum, rate, i) => sum + rate * Math.min(1, Math.max(0, nowMin / QUARTER - i)), 0)
  return (state.measured.today.walkIns.length + BELIEF) / (expected + BELIEF)
}

/** Draws those without a booking: a Poisson stream by quarter hours, as many as usual at today's rate. */
export const walkInsFrom = (state: State, office: Office, past: Past, at: Instant, limit: Limit) => {
  const nowMin = minuteOfDay(state, at)
  const factor = walkInFactor(state, past, nowMin)
  const kinds = [true, false].map((priority) => {
    const services = new Map(
      [...new Set(past.walkInServices)].map((id) => [
        id,
        {
          visitor: newVisitor(office, { service: id, priority }, LAST),
          windows: windowsFor(office, id, priority, true),
        },
      ]),
    )
    const rates = priority ? past.walkIns.priority : past.walkIns.other
    return { priority, rates, services, quarters: rates.findLastIndex((rate) => rate > 0) + 1 }
  })
  return (chance: Chance, drawUntil: number, coming: Coming[]): void => {
    for (const { priority, rates, services, quarters } of kinds) {
      let minute = nowMin
      let gap = -Math.log(1 - chance())
      for (let quarter = Math.floor(nowMin / QUARTER); quarter < quarters; ) {
        const rate = ((rates[quarter] ?? 0) * factor) / QUARTER
        const left = (quarter + 1) * QUARTER - minute
        if (rate * left < gap) {
          gap -= rate * left
          minute += left
          quarter += 1
          continue
        }
        minute += gap / rate
        gap = -Math.log(1 - chance())
        const kind = services.get(past.walkInServices[Math.floor(chance() * past.walkInServices.length)] ?? '')
        if (!kind?.visitor) continue
        const atMs = Math.max(1, Math.round((minute - nowMin) * MINUTE))
        const turn = reckonWalkIn(priority, at + atMs, kind.windows)
        if (atMs > drawUntil || isBeyond(limit, turn, at + atMs, at)) break
        const own = { turnAt: turn.turnAt - at, callableFromAt: atMs, shift: turn.shiftMin * MINUTE }
        coming.push({ at: atMs, visitor: { ...kind.visitor, ...own } })
      }
    }
  }
}
