import type { Instant, Slug } from '../../protocol/ids.ts'
import type { OpenCounter, State, Ticket } from './state.ts'

/** Smaller turn key first; between equal keys the earlier check-in. */
export const byTurn = (a: Ticket, b: Ticket): number => a.turnAt - b.turnAt || a.order - b.order

/** The tickets that wait for one of these stages, in the order of their turns, callable now or not. */
export const waitingFor = (state: State, stages: readonly Slug[]): Ticket[] =>
  Object.values(state.tickets)
    .filter((ticket) => ticket.standing.status === 'waiting' && stages.includes(ticket.stage))
    .sort(byTurn)

/** Whom a counter would call, why, and whom it passed over for that. */
export type Choice = { ticket: Ticket; runnerUp: Ticket | null; helping: boolean }

/**
 * The selection of queue-rules section 2, at a counter that is free: the smallest turn key among the callable tickets of
 * its own stages; only when none of them is callable, among the stages it helps with. Null when nobody may be called.
 */
export const chooseNext = (
  state: State,
  counter: Pick<OpenCounter, 'stages' | 'helps'>,
  at: Instant,
): Choice | null => {
  for (const [stages, helping] of [
    [counter.stages, false],
    [counter.helps, true],
  ] as const) {
    const [ticket, runnerUp] = waitingFor(state, stages).filter((waiting) => waiting.callableFromAt <= at)
    if (ticket !== undefined) return { ticket, runnerUp: runnerUp ?? null, helping }
  }
  return null
}

/** The ticket called to or served at this counter, if any. */
export const inHandAt = (state: State, counter: number): Ticket | undefined =>
  Object.values(state.tickets).find(
    ({ standing }) => (standing.status === 'called' || standing.status === 'serving') && standing.counter === counter,
  )
