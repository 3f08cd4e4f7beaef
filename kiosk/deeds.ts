import type { Slug, Window } from '../protocol/ids.ts'
import type { Lang } from '../ui/texts.ts'
import type { CameraState } from './camera/camera-state.ts'
import type { Mode } from './local.ts'

/** What a touch may bring about. */
export type Deed =
  | { type: 'open-keypad' }
  | { type: 'open-camera' }
  | { type: 'camera-said'; state: CameraState }
  /** The camera read a code. */
  | { type: 'scanned'; text: string }
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
  /** Whether the paper came out that the printer cannot prove. */
  | { type: 'paper'; out: boolean }
  | { type: 'take-number'; visitId: string }
  | { type: 'scan-family' }
  | { type: 'open-walk-in' }
  | { type: 'choose-service'; service: Slug }
  | { type: 'choose-priority'; priority: boolean }
  | { type: 'choose-reason'; reason: Slug }
  | { type: 'choose-window'; visitId: string; window: Window | null }
  | { type: 'documents-missing' }
  /** No number now: an original is fetched first. */
  | { type: 'put-off' }
  /** The number, once the originals were asked about; `incomplete`: one is missing. */
  | { type: 'take-checked'; incomplete: boolean }
  | { type: 'turn-page'; page: number }
  | { type: 'language' }
  | { type: 'mode'; mode: Mode }
  | { type: 'sound' }

/** What every screen is drawn with. `now` is the server's time (epoch ms), null before the first view. */
export type Kiosk = {
  lang: Lang
  zone: string
  day: string | null
  place: string
  now: number | null
  perform: (deed: Deed) => void
}
