import { checkRoom } from './check-room.ts'
import { KIOSK_STATES } from './kiosk-states.ts'

checkRoom('kiosk', KIOSK_STATES)
