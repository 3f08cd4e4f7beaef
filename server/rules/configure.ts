import { type Decision, refuse, type SealedOf, take } from './decision.ts'
import type { State } from './state.ts'
import { everyTicket } from './tickets.ts'

/**
 * Takes a changed office document. Refused with `office-in-use` while a day is open and somebody would lose their place
 * by it: a ticket its stage, its service or the counter that has it in hand, or staff the counter they opened.
 */
export const decideConfigureOffice = (state: State, { office }: SealedOf<'ConfigureOffice'>): Decision => {
  const hasCounter = (number: number): boolean => office.counters.some((counter) => counter.number === number)
  const stranded = everyTicket(state.tickets).some(({ stage, service, standing }) => {
    if (standing.status === 'done' || standing.status === 'ended') return false
    const journeyIn = (document: typeof office | null) =>
      document?.services.find(({ id }) => id === service)?.journey ?? []
    const journey = journeyIn(office)
    // Sent to a stage outside of its journey, a ticket needs no more than that the stage is still there.
    const sentThere = !journeyIn(state.office).includes(stage) && office.stages.some(({ id }) => id === stage)
    return (
      journey.length === 0 ||
      !(journey.includes(stage) || sentThere) ||
      ('counter' in standing && !hasCounter(standing.counter))
    )
  })
  const shut = Object.keys(state.counters).some((number) => !hasCounter(Number(number)))
  if (state.day?.status === 'open' && (stranded || shut)) return refuse('office-in-use')
  return take([{ type: 'OfficeConfigured', office }])
}
