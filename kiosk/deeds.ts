import type { Lang } from '../ui/texts.ts'
import type { Mode } from './local.ts'

/** What a touch may bring about. */
export type Deed =
  | { type: 'open-keypad' }
  | { type: 'press'; key: string }
  | { type: 'erase' }
  | { type: 'find' }
  | { type: 'again' }
  | { type: 'done' }
  | { type: 'stay' }
  | { type: 'call-staff' }
  | { type: 'cancel-staff' }
  | { type: 'leave-staff' }
  | { type: 'reprint' }
  | { type: 'take-number'; visitId: string }
  | { type: 'language' }
  | { type: 'mode'; mode: Mode }

/** What every screen is drawn with. `now` is the server's time (epoch ms), null before the first view. */
export type Kiosk = {
  lang: Lang
  zone: string
  day: string | null
  place: string
  now: number | null
  perform: (deed: Deed) => void
}
