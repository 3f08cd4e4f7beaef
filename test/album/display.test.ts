import { checkRoom } from './check-room.ts'
import { DISPLAY_STATES } from './display-states.ts'

checkRoom('display', DISPLAY_STATES)
