import type { Arrival, Queued } from '../protocol/views.ts'
import type { IconName } from '../ui/parts/Icon.tsx'
import { fill, type Lang, say } from '../ui/texts.ts'
import { clockTime } from '../ui/time.ts'
import { ARRIVALS, CONDITIONS } from './texts.ts'

/** A state as it is always drawn: icon and word, with a colour that only strengthens them. */
export type Face = { icon: IconName; words: string; tone: 'tepat' | 'nanti' | 'lewat' | '' }

const CONDITION_LOOKS = {
  ready: { icon: 'lengkap', tone: 'tepat' },
  held: { icon: 'tahan', tone: 'nanti' },
  'set-back': { icon: 'mundur', tone: 'lewat' },
  passed: { icon: 'awas', tone: 'lewat' },
} as const satisfies Record<Queued['condition'], Omit<Face, 'words'>>

const ARRIVAL_LOOKS = {
  early: { icon: 'tahan', tone: 'nanti' },
  'on-time': { icon: 'lengkap', tone: 'tepat' },
  'late-grace': { icon: 'lengkap', tone: 'tepat' },
  late: { icon: 'mundur', tone: 'lewat' },
  'walk-in': { icon: 'tiket', tone: '' },
} as const satisfies Record<Arrival, Omit<Face, 'words'>>

/** How a waiting ticket stands. `now` is the server's clock (epoch ms); minutes past the hour are whole, rounded down. */
export const chooseCondition = (queued: Queued, now: number, zone: string, lang: Lang): Face => {
  const pastMin = queued.window === null ? 0 : Math.max(0, Math.floor((now - queued.window.endAt) / 60_000))
  // Who came early may be called before the hour, but only when nobody else is there: held means until the hour.
  const hourAt = queued.arrival === 'early' ? (queued.window?.startAt ?? 0) : 0
  const words = fill(say(CONDITIONS[queued.condition], lang), {
    jam: clockTime(Math.max(queued.callableFromAt, hourAt), zone),
    n: pastMin,
  })
  return { ...CONDITION_LOOKS[queued.condition], words }
}

/** How somebody came. */
export const chooseArrival = (arrival: Arrival, lang: Lang): Face => ({
  ...ARRIVAL_LOOKS[arrival],
  words: say(ARRIVALS[arrival], lang),
})
