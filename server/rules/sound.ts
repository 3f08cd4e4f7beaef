import type { Sender } from '../../protocol/roles.ts'
import { type Decision, refuse, type SealedOf, take } from './decision.ts'
import type { State } from './state.ts'

/** Whether a display can be heard; saying the same again is taken and records nothing. */
export const decideReportSound = (state: State, { status }: SealedOf<'ReportSound'>, { place }: Sender): Decision => {
  if (!state.office?.displays.some((display) => display.place === place)) return refuse('unknown-place')
  return take(state.sounds[place] === status ? [] : [{ type: 'SoundReported', display: place, status }])
}
