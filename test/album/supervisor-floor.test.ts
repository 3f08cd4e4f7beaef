import { checkRoom } from './check-room.ts'
import { SUPERVISOR_FLOOR_STATES } from './supervisor-floor-states.ts'
import { SUPERVISOR_HOUSE_STATES } from './supervisor-house-states.ts'

checkRoom('supervisor-floor', SUPERVISOR_FLOOR_STATES)
checkRoom('supervisor-house', SUPERVISOR_HOUSE_STATES)
