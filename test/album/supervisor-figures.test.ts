import { checkRoom } from './check-room.ts'
import { SUPERVISOR_FIGURES_STATES } from './supervisor-figures-states.ts'

checkRoom('supervisor-figures', SUPERVISOR_FIGURES_STATES)
