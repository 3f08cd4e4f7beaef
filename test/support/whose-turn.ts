import type { State } from '../../server/rules/state.ts'
import type { Ticket } from '../../server/rules/ticket.ts'
import { byTurn, everyTicket } from '../../server/rules/tickets.ts'

/** Everybody whom an instant lets be called. */
export const callableAt = ({ tickets }: State, at: number): Ticket[] =>
  everyTicket(tickets).filter(({ standing, callableFromAt }) => standing.status === 'waiting' && callableFromAt <= at)

/**
 * Whose turn it is at a counter, by the law as it is written and without the code that chooses: the smallest turn key of the
 * counter's own stages, then of those it helps with, then of those kept for others; and who would be next after that.
 */
export const whoseTurn = (state: State, counter: number, callable: readonly Ticket[]): (Ticket | undefined)[] => {
  const { stages = [], helps = [] } = state.counters[counter] ?? {}
  const isOwn = ({ reserved }: Ticket) => reserved === null || reserved.counter === counter
  const isSpare = ({ reserved }: Ticket) => reserved !== null && !reserved.strict
  const pools = [isOwn, isSpare].flatMap((isFor) => [
    callable.filter((ticket) => isFor(ticket) && stages.includes(ticket.stage)),
    callable.filter((ticket) => isFor(ticket) && helps.includes(ticket.stage)),
  ])
  return (pools.find((pool) => pool.length > 0) ?? []).sort(byTurn).slice(0, 2)
}
