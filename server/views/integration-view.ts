import type { Office } from '../../protocol/office.ts'
import type { IntegrationView } from '../../protocol/views.ts'
import type { State } from '../rules/state.ts'
import { type Frame, headOf } from './faces.ts'

/** The day in figures, for other programs. */
export const integrationView = (state: State, office: Office, frame: Frame): IntegrationView => {
  const tickets = Object.values(state.tickets)
  const standing = (...of: string[]) => tickets.filter((ticket) => of.includes(ticket.standing.status)).length
  const bookings = Object.values(state.bookings)
  return {
    role: 'integration',
    ...headOf(state, office, frame),
    booked: bookings.filter(({ day, status }) => day === state.day?.day && status === 'booked').length,
    checkedIn: tickets.length,
    waiting: standing('waiting'),
    inHand: standing('called', 'serving'),
    done: standing('done'),
    turnedAway: { ...state.turnedAway },
    slipsOwed: Object.values(state.papers).filter((paper) => paper.state !== 'printed').length,
    countersOpen: Object.keys(state.counters).length,
    devices: office.printers.map(({ place }) => ({ printer: place, status: state.devices[place] ?? 'offline' })),
  }
}
