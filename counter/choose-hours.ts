import type { CounterView } from '../protocol/views.ts'
import { fill, type Lang, say } from '../ui/texts.ts'
import { clockTime } from '../ui/time.ts'
import { HOURS } from './state-texts.ts'

/** How long before a break or the close the counter is told, ms. */
const SOON_MS = 15 * 60_000

/** What the office's hours bring next: a break or the close within a quarter of an hour, or the break that is now; else null. */
export const chooseHours = (view: CounterView, now: number, lang: Lang): string | null => {
  const { status, name, nextAt } = view.hours
  if (nextAt === null || nextAt <= now) return null
  const facts = {
    nama: name === null ? '' : say(name, lang),
    jam: clockTime(nextAt, view.office.zone),
  }
  if (status === 'break') return fill(say(HOURS.onBreak, lang), facts)
  if (status !== 'open' || nextAt - now > SOON_MS) return null
  if (name === null) return fill(say(HOURS.closing, lang), { ...facts, n: view.waiting })
  return fill(say(HOURS.breakSoon, lang), { ...facts, n: Math.ceil((nextAt - now) / 60_000) })
}
