import type { AlbumState } from './album-state.ts'
import { COUNTER_STATES } from './counter-states.ts'
import { DISPLAY_STATES } from './display-states.ts'
import { KIOSK_STATES } from './kiosk-states.ts'
import { PHONE_STATES } from './phone-states.ts'

/** The album, room by room. */
export const ALBUM: Readonly<Record<string, readonly AlbumState[]>> = {
  kiosk: KIOSK_STATES,
  display: DISPLAY_STATES,
  counter: COUNTER_STATES,
  phone: PHONE_STATES,
}
