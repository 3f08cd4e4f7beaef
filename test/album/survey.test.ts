import { checkRoom } from './check-room.ts'
import { SURVEY_STATES } from './survey-states.ts'

checkRoom('survey', SURVEY_STATES)
