import type { SurveyView } from '../protocol/views.ts'
import type { Seen } from '../ui/seen.ts'
import type { Filling } from '../ui/survey/filling.ts'

/**
 * The one screen that a survey device shows. `closed`: the office does not ask here now. `start`: the numbers that are asked,
 * or at a counter the one; none is said as well. `absent`: somebody did not find their number. `form`: being filled in.
 */
export type SurveyScreen =
  | { screen: 'loading' | 'not-paired' | 'offline' }
  | { screen: 'closed' | 'start' | 'absent'; view: SurveyView }
  | { screen: 'form'; view: SurveyView; filling: Filling }

/** What happened at the device itself. */
export type Local = { filling: Filling | null; absent: boolean }

/** Chooses from what is seen of the office and what happened here: whoever answers is not interrupted by a lost line. */
export const chooseScreen = (seen: Seen<SurveyView>, { filling, absent }: Local): SurveyScreen => {
  if (seen.status === 'connecting') return { screen: 'loading' }
  if (seen.status === 'not-paired' || seen.status === 'ended') return { screen: 'not-paired' }
  const { view } = seen
  if (filling !== null) return { screen: 'form', view, filling }
  if (seen.status === 'stale') return { screen: 'offline' }
  if (!view.asks) return { screen: 'closed', view }
  return { screen: absent ? 'absent' : 'start', view }
}

/** Seconds untouched after which the device goes back to its start; null where it stands there. */
export const timeoutOf = (chosen: SurveyScreen): number | null => {
  if (chosen.screen === 'absent') return 20
  if (chosen.screen !== 'form') return null
  switch (chosen.filling.step) {
    case 'question':
      return 45
    case 'over':
      return 8
    default:
      return 60
  }
}

/** From so many seconds on a form that is going to be wiped says so. */
const WARN_FROM_SEC = 10

/** Seconds left, where the person has to know: a question is wiped in 10 s or less. Null else. */
export const warningOf = (chosen: SurveyScreen, leftSec: number | null): number | null =>
  chosen.screen === 'form' && chosen.filling.step !== 'over' && leftSec !== null && leftSec <= WARN_FROM_SEC
    ? Math.max(1, Math.ceil(leftSec))
    : null
