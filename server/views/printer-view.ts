import type { Office } from '../../protocol/office.ts'
import type { PrinterView } from '../../protocol/views.ts'
import type { Paper, State } from '../rules/state.ts'
import { ticketBy } from '../rules/tickets.ts'
import { type Frame, headOf, ticketFace } from './faces.ts'

const OWED = new WeakMap<State['papers'], readonly Paper[]>()

/** Papers of all printers that are owed. Every event shows every printer its view, and by noon there are hundreds of papers. */
const owedOf = (papers: State['papers']): readonly Paper[] => {
  const known = OWED.get(papers)
  if (known !== undefined) return known
  const owed = Object.values(papers).filter((paper) => paper.state === 'queued' || paper.state === 'sending')
  OWED.set(papers, owed)
  return owed
}

/** What one printer owes: its papers that are queued, or sending with an unknown end, oldest first. */
export const printerView = (state: State, office: Office, place: string, frame: Frame): PrinterView => ({
  role: 'printer',
  ...headOf(state, office, frame),
  place,
  slips: owedOf(state.papers).flatMap((paper) => {
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
