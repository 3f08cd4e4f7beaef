import { checkRoom } from './check-room.ts'
import { HUB_STATES } from './hub-states.ts'

checkRoom('hub', HUB_STATES)
