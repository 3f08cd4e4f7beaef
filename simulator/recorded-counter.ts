import type { OfficeEvent } from '../server/rules/events.ts'
import type { DayCounter } from './day-file.ts'

/** A pause as long as this is a meal: it gives way to a case otherwise than a short one. */
const LUNCH_MIN = 30
/** Who closes so much before the end went home early; who closes later only had nobody left. */
const EARLY_MIN = 60

/** What one counter of the journal did on a day. Minutes after midnight. */
export type CounterBook = {
  take(event: OfficeEvent, now: number): void
  /** When it first opened, and how it stands in a day file that ends at `endMin`; null where it serves no stage of the journey. */
  asCounter(journey: readonly string[]): { openMin: number; asDay(endMin: number): DayCounter } | null
}

/** Begins to keep the book of a counter. */
export const newCounterBook = (number: number): CounterBook => {
  const away: DayCounter['away'] = []
  const cases = new Map<string, number>()
  let openMin: number | null = null
  let closedAt: number | null = 0
  let pausedAt: number | null = null
  const resume = (now: number): void => {
    if (pausedAt !== null && now > pausedAt) away.push([pausedAt, now, now - pausedAt < LUNCH_MIN ? 'pause' : 'lunch'])
    pausedAt = null
  }
  return {
    take(event, now) {
      switch (event.type) {
        case 'CounterOpened':
          openMin ??= now
          if (closedAt !== null && now > closedAt) away.push([closedAt, now, 'closed'])
          closedAt = null
          for (const stage of event.stages) cases.set(stage, cases.get(stage) ?? 0)
          break
        case 'CounterClosed':
          resume(now)
          closedAt = now
          break
        case 'CounterPaused':
          pausedAt = now
          break
        case 'CounterResumed':
          resume(now)
          break
        case 'Called':
          if (!event.helping) cases.set(event.stage, (cases.get(event.stage) ?? 0) + 1)
          break
      }
    },
    asCounter(journey) {
      const own = [...cases].filter(([stage]) => journey.includes(stage)).sort(([, a], [, b]) => b - a)[0]
      if (own === undefined || openMin === null) return null
      return {
        openMin,
        asDay: (endMin) => ({
          id: String(number),
          stage: journey.indexOf(own[0]) + 1,
          speed: 1,
          away: closedAt !== null && closedAt < endMin - EARLY_MIN ? [...away, [closedAt, 1440, 'closed']] : away,
        }),
      }
    },
  }
}
