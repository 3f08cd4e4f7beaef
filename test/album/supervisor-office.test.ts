import { checkRoom } from './check-room.ts'
import { OFFICE_STATES } from './supervisor-office-states.ts'

checkRoom('supervisor-office', OFFICE_STATES)
