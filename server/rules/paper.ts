import type { Sender } from '../../protocol/roles.ts'
import { staffDeskOf } from './admit.ts'
import { type Decision, refuse, type SealedOf, take } from './decision.ts'
import type { OfficeEvent } from './events.ts'
import { nextSlipId } from './numbering.ts'
import type { State } from './state.ts'
import { ticketBy } from './tickets.ts'

/** One more paper of a ticket, marked, from the printer of this kiosk. The kiosk gives a few; the rest is staff's. */
export const decideReprint = (state: State, command: SealedOf<'Reprint'>, sender: Sender): Decision => {
  const ticket = ticketBy(state.tickets, command.ticketId)
  if (ticket === undefined) return refuse('unknown-ticket')
  const kiosk = state.office?.kiosks.find(({ place }) => place === sender.place)
  if (kiosk === undefined) return refuse('unknown-place')
  if (ticket.papers > (state.office?.reprints ?? 0)) return refuse('reprint-limit')
  const { ticketId } = ticket
  return take([{ type: 'SlipQueued', slipId: nextSlipId(ticket), ticketId, printer: kiosk.printer, mark: 'reprint' }])
}

/** The most papers of one ticket that its slip's id can tell apart (`SlipId`). */
const PAPERS_MAX = 99

/** One more paper than the kiosk gives, marked, from the printer of `kiosk`. */
export const decideGrantReprint = (state: State, command: SealedOf<'GrantReprint'>, sender: Sender): Decision => {
  const desk = staffDeskOf(state, sender, command)
  if ('status' in desk) return desk
  const ticket = ticketBy(state.tickets, command.ticketId)
  if (ticket === undefined) return refuse('unknown-ticket')
  if (ticket.papers >= PAPERS_MAX) return refuse('reprint-limit')
  const { ticketId } = ticket
  return take([
    { type: 'SlipQueued', slipId: nextSlipId(ticket), ticketId, printer: desk.printer, mark: 'reprint' },
    { type: 'Overridden', act: 'reprint', ticketId, ...desk.authority },
  ])
}

/**
 * A printer says what became of a paper. An original that may or may not have come out is followed by exactly one paper
 * that is marked as reprint, so two unmarked papers never exist (reliability P3); a marked one is not followed again.
 */
export const decideReportSlip = (state: State, command: SealedOf<'ReportSlip'>, sender: Sender): Decision => {
  const paper = state.papers[command.slipId]
  if (paper === undefined || paper.printer !== sender.place) return refuse('unknown-slip')
  const open = paper.state === 'queued' || paper.state === 'sending'
  if (!open) return refuse('wrong-step')
  const events: OfficeEvent[] = [{ type: 'SlipReported', slipId: command.slipId, status: command.status }]
  const ticket = ticketBy(state.tickets, paper.ticketId)
  if (command.status === 'uncertain' && paper.mark === 'original' && ticket !== undefined)
    events.push({
      type: 'SlipQueued',
      slipId: nextSlipId(ticket),
      ticketId: paper.ticketId,
      printer: paper.printer,
      mark: 'reprint',
    })
  return take(events)
}

/** A printer's state; saying the same again is taken and records nothing. */
export const decideReportDevice = (state: State, command: SealedOf<'ReportDevice'>, sender: Sender): Decision => {
  if (!state.office?.printers.some(({ place }) => place === sender.place)) return refuse('unknown-place')
  if (state.devices[sender.place] === command.status) return take([])
  return take([{ type: 'DeviceReported', printer: sender.place, status: command.status }])
}
