import type { Office } from '../../protocol/office.ts'
import type { PrinterView } from '../../protocol/views.ts'
import type { State } from '../rules/state.ts'
import { ticketBy } from '../rules/tickets.ts'
import { type Frame, headOf, ticketFace } from './faces.ts'

/** What one printer owes: its papers that are queued, or sending with an unknown end, oldest first. */
export const printerView = (state: State, office: Office, place: string, frame: Frame): PrinterView => ({
  role: 'printer',
  ...headOf(state, office, frame),
  place,
  slips: state.papers.owed.flatMap((paper) => {
    if (paper.printer !== place || state.day === null) return []
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
