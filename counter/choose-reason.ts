import type { CounterView } from '../protocol/views.ts'
import { fill, type Lang, say } from '../ui/texts.ts'
import { clockTime, windowText } from '../ui/time.ts'
import { REASONS } from './state-texts.ts'

/**
 * One line that answers "why is this one next?", made of the view's facts alone: the booked hour, the turn key, and
 * whether the counter helps another stage. Clocks are in the office's zone.
 */
export const chooseReason = (view: CounterView, next: NonNullable<CounterView['next']>, lang: Lang): string => {
  const { zone } = view.office
  const facts = {
    giliran: clockTime(next.turnAt, zone),
    jam: next.window === null ? '' : windowText(next.window, zone),
  }
  if (next.helping) {
    const helped = [...(view.open?.helps ?? []), ...view.offers.helps].find(({ id }) => id === next.stage)
    return fill(say(REASONS.helping, lang), { ...facts, tahap: helped ? say(helped.name, lang) : next.stage })
  }
  if (next.window === null) return fill(say(REASONS.walkIn, lang), facts)
  return fill(say(next.condition === 'held' ? REASONS.early : REASONS.booked, lang), facts)
}
