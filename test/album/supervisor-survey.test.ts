import { checkRoom } from './check-room.ts'
import { SUPERVISOR_SURVEY_STATES } from './supervisor-survey-states.ts'

checkRoom('supervisor-survey', SUPERVISOR_SURVEY_STATES)
