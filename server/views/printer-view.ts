import type { Office } from '../../protocol/office.ts'
import type { PrinterView } from '../../protocol/views.ts'
import type { Paper } from '../rules/papers.ts'
import type { State } from '../rules/state.ts'
import { ticketBy } from '../rules/tickets.ts'
import { type Frame, headOf, ticketFace } from './faces.ts'

/** A printer makes one paper after the other; where it stands still for an hour hundreds wait, and every event would show them all. */
const QUEUED_SHOWN = 20

const owedBy = ({ papers }: State, place: string): Paper[] => {
  const own = papers.owed.filter(({ printer }) => printer === place)
  const next = own.filter(({ state }) => state === 'queued').slice(0, QUEUED_SHOWN)
  return own.filter((paper) => paper.state === 'sending' || next.includes(paper))
}

/** What one printer owes: its papers that are sending with an unknown end, and the next twenty that are queued; oldest first. */
export const printerView = (state: State, office: Office, place: string, frame: Frame): PrinterView => ({
  role: 'printer',
  ...headOf(state, office, frame),
  place,
  slips: owedBy(state, place).flatMap((paper) => {
    if (state.day === null) return []
    const ticket = ticketBy(state.tickets, paper.ticketId)
    if (ticket === undefined) return []
    return [
      {
        ...ticketFace(office, ticket),
        slipId: paper.slipId,
        office: office.name,
        zone: office.zone,
        day: state.day.day,
        mark: paper.mark,
        state: paper.state,
        statusPath: `/t/${frame.tokenOf(ticket.ticketId)}`,
      },
    ]
  }),
})
