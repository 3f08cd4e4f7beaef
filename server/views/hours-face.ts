import type { HoursFace } from '../../protocol/faces.ts'
import type { Instant } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import { nameOfDay, planOf } from '../rules/calendar.ts'
import { dayAfter, dayAt } from '../rules/civil.ts'
import type { State } from '../rules/state.ts'

/** How far the next opening is looked for: the longest closure, Lebaran with its collective leave, is shorter. */
const DAYS_AHEAD = 31

/** When the office opens next after `day`; null when not within a month. */
const nextOpening = (office: Office, exceptions: State['exceptions'], day: string): Instant | null => {
  for (let count = 1; count <= DAYS_AHEAD; count += 1) {
    const plan = planOf(office, exceptions, dayAfter(day, count))
    if (plan !== null && plan !== 'always') return plan.openAt
  }
  return null
}

/**
 * The office's hours as a screen says them at `at`, by the hours of the business day while one is open, else of the
 * calendar's day.
 */
export const hoursFace = (state: State, office: Office, at: Instant): HoursFace => {
  const day = state.day?.status === 'open' ? state.day.day : dayAt(at, office.zone)
  const plan = planOf(office, state.exceptions, day)
  if (plan === 'always') return { status: 'always', name: null, nextAt: null }
  const nextAt = () => nextOpening(office, state.exceptions, day)
  if (plan === null) return { status: 'closed', name: nameOfDay(office, state.exceptions, day), nextAt: nextAt() }
  if (at < plan.openAt) return { status: 'before-open', name: null, nextAt: plan.openAt }
  if (at >= plan.closeAt) return { status: 'closed', name: null, nextAt: nextAt() }
  const pause = plan.breaks.find(({ startAt, endAt }) => startAt <= at && at < endAt)
  if (pause !== undefined) return { status: 'break', name: pause.name, nextAt: pause.endAt }
  const [nextBreak] = plan.breaks.filter(({ startAt }) => startAt > at).sort((a, b) => a.startAt - b.startAt)
  return { status: 'open', name: nextBreak?.name ?? null, nextAt: nextBreak?.startAt ?? plan.closeAt }
}
