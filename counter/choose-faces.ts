import type { Arrival } from '../protocol/faces.ts'
import type { CounterView, Queued } from '../protocol/views.ts'
import type { IconName } from '../ui/parts/Icon.tsx'
import { fill, type Lang, say } from '../ui/texts.ts'
import { clockTime } from '../ui/time.ts'
import { ARRIVALS, CONDITIONS, KEPT, NEAR_END, START_BY } from './state-texts.ts'

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

/**
 * How a waiting ticket stands at this counter. `now` is the server's clock (epoch ms); minutes past the hour are whole,
 * rounded down. Somebody ready is told apart when kept for one counter, when a deadline says by when to begin, or when likely
 * called past the hour.
 */
export const chooseCondition = (queued: Queued, view: CounterView, now: number, lang: Lang): Face => {
  const { zone } = view.office
  if (queued.condition === 'ready' && queued.keptFor !== null)
    return {
      ...{ icon: 'petugas', tone: 'tepat' },
      words: fill(say(String(queued.keptFor) === view.place ? KEPT.here : KEPT.there, lang), { loket: queued.keptFor }),
    }
  if (queued.condition === 'ready' && queued.startBy !== null)
    return {
      ...{ icon: 'awas', tone: (queued.range?.untilAt ?? now) >= queued.startBy ? 'lewat' : 'tepat' },
      words: fill(say(START_BY, lang), { jam: clockTime(queued.startBy, zone) }),
    }
  if (queued.condition === 'ready' && (queued.range?.untilAt ?? 0) > (queued.window?.endAt ?? Number.POSITIVE_INFINITY))
    return { icon: 'awas', tone: 'lewat', words: say(NEAR_END, lang) }
  const pastMin = queued.window === null ? 0 : Math.max(0, Math.floor((now - queued.window.endAt) / 60_000))
  // Who came early may be called before the hour, but only when nobody else is there: held means until the hour.
  const hourAt = queued.arrival === 'early' ? (queued.window?.startAt ?? 0) : 0
  const words = fill(say(CONDITIONS[queued.condition], lang), {
    jam: clockTime(Math.max(queued.callableFromAt, hourAt), zone),
    n: pastMin,
  })
  return { ...CONDITION_LOOKS[queued.condition], words }
}

/** The first of the queue who misses the hour or the deadline, or is about to; null while nobody does. */
export const chooseUrgent = (view: CounterView, now: number, lang: Lang): Face | null => {
  const urgent = view.queue
    .map((queued) => ({ queued, face: chooseCondition(queued, view, now, lang) }))
    .find(({ face }) => face.icon === 'awas' && face.tone === 'lewat')
  return urgent === undefined ? null : { ...urgent.face, words: `${urgent.queued.number}: ${urgent.face.words}` }
}

/** How somebody came. */
export const chooseArrival = (arrival: Arrival, lang: Lang): Face => ({
  ...ARRIVAL_LOOKS[arrival],
  words: say(ARRIVALS[arrival], lang),
})
