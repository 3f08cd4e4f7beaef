import { checkRoom } from './check-room.ts'
import { SUPERVISOR_BOOKINGS_STATES } from './supervisor-bookings-states.ts'

checkRoom('supervisor-bookings', SUPERVISOR_BOOKINGS_STATES)
