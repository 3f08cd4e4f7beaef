import { type Decision, refuse, type SealedOf, take } from './decision.ts'
import type { State } from './state.ts'

/** An outage begins: recorded as evidence for applicants (domain section 3). Refused with `outage-known` during one. */
export const decideStartOutage = (state: State, { scope }: SealedOf<'StartOutage'>): Decision =>
  state.outage === null ? take([{ type: 'OutageStarted', scope }]) : refuse('outage-known')

/** The outage is over. Refused with `outage-known` when none is recorded. */
export const decideEndOutage = (state: State): Decision =>
  state.outage === null ? refuse('outage-known') : take([{ type: 'OutageEnded' }])
