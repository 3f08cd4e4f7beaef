import { checkRoom } from './check-room.ts'
import { PHONE_STATES } from './phone-states.ts'

checkRoom('phone', PHONE_STATES)
