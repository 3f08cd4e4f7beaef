import { checkRoom } from './check-room.ts'
import { COUNTER_STATES } from './counter-states.ts'

checkRoom('counter', COUNTER_STATES)
