import type { Sender } from '../../protocol/roles.ts'
import { counterOf } from './at-counter.ts'
import { type Decision, refuse, type SealedOf, take } from './decision.ts'
import { inHandAt } from './dispatch.ts'
import type { State } from './state.ts'

/** Opens a counter for the stages chosen today, among those the office's document allows it. */
export const decideOpenCounter = (state: State, command: SealedOf<'OpenCounter'>, sender: Sender): Decision => {
  const allowed = state.office?.counters.find(({ number }) => String(number) === sender.place)
  if (allowed === undefined) return refuse('unknown-place')
  if (state.day?.status !== 'open') return refuse('day-not-open')
  if (sender.staff === null) return refuse('staff-needed')
  if (state.counters[sender.place] !== undefined) return refuse('counter-open')
  const [stages, helps] = [[...new Set(command.stages)], [...new Set(command.helps)]]
  if (!stages.every((id) => allowed.stages.includes(id))) return refuse('unknown-stage')
  if (!helps.every((id) => allowed.helps.includes(id) && !stages.includes(id))) return refuse('unknown-stage')
  return take([{ type: 'CounterOpened', counter: allowed.number, staff: sender.staff, stages, helps }])
}

/**
 * Closes a counter. Refused while a ticket is in hand: nobody is left standing. When the counter's device died with a case
 * in hand, another counter takes that over first. Whoever was kept for this counter waits for all again.
 */
export const decideCloseCounter = (state: State, sender: Sender): Decision => {
  const { number, open } = counterOf(state, sender)
  if (open === undefined) return refuse('counter-closed')
  if (inHandAt(state, number) !== undefined) return refuse('counter-busy')
  return take([{ type: 'CounterClosed', counter: number }])
}

/** Stops calling for a while; a case in hand is finished first. */
export const decidePauseCounter = (state: State, command: SealedOf<'PauseCounter'>, sender: Sender): Decision => {
  const { number, open } = counterOf(state, sender)
  if (open === undefined) return refuse('counter-closed')
  if (open.paused !== null) return refuse('counter-paused')
  if (!state.office?.reasons.pause.some(({ id }) => id === command.reason)) return refuse('unknown-reason')
  return take([{ type: 'CounterPaused', counter: number, reason: command.reason }])
}

/** Calls again; a counter that does not pause stays as it is. */
export const decideResumeCounter = (state: State, sender: Sender): Decision => {
  const { number, open } = counterOf(state, sender)
  if (open === undefined) return refuse('counter-closed')
  return open.paused === null ? take([]) : take([{ type: 'CounterResumed', counter: number }])
}
