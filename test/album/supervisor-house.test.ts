import { checkRoom } from './check-room.ts'
import { SUPERVISOR_HOUSE_STATES } from './supervisor-house-states.ts'

checkRoom('supervisor', SUPERVISOR_HOUSE_STATES)
