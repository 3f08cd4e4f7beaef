import type { Office } from '../../protocol/office.ts'
import type { IntegrationView } from '../../protocol/views.ts'
import { windowLoads } from '../rules/load.ts'
import { everyPaper } from '../rules/papers.ts'
import { percepatanAtRisk } from '../rules/percepatan.ts'
import type { State } from '../rules/state.ts'
import { everyTicket } from '../rules/tickets.ts'
import { type Frame, headOf } from './faces.ts'

const countBy = <T extends string>(words: readonly T[]): Partial<Record<T, number>> => {
  const counts: Partial<Record<T, number>> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

/** The day in figures, for other programs. */
export const integrationView = (state: State, office: Office, frame: Frame): IntegrationView => {
  const tickets = everyTicket(state.tickets)
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
    slipsOwed: everyPaper(state.papers).filter((paper) => paper.state !== 'printed').length,
    countersOpen: Object.keys(state.counters).length,
    load: windowLoads(state, frame.at).map(({ window, booked, load }) => ({
      window,
      booked,
      load: load === null ? null : Math.round(load * 100) / 100,
    })),
    overrides: countBy(state.overrides.map(({ act }) => act)),
    outage: state.outage,
    percepatanAtRisk: percepatanAtRisk(state, frame.at).length,
    likelyCalls: state.measured.today.coverage,
    devices: office.printers.map(({ place }) => ({
      printer: place,
      status: state.devices[place]?.status ?? 'offline',
    })),
    sounds: office.displays.map(({ place }) => ({ display: place, status: state.sounds[place] ?? null })),
  }
}
