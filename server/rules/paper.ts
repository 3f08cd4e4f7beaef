import type { Sender } from '../../protocol/roles.ts'
import { staffDeskOf } from './admit.ts'
import { type Decision, refuse, type SealedOf, take } from './decision.ts'
import type { OfficeEvent } from './events.ts'
import { nextSlipId } from './numbering.ts'
import { ownPrinter } from './own-printer.ts'
import { isOwed, type Paper, paperBy } from './papers.ts'
import { betterPrinter, printerOf } from './printer-of.ts'
import type { State } from './state.ts'
import { ticketBy } from './tickets.ts'

/** One more paper of a ticket, marked, from the printer of this kiosk. The kiosk gives a few; the rest is staff's. */
export const decideReprint = (state: State, command: SealedOf<'Reprint'>, sender: Sender): Decision => {
  const ticket = ticketBy(state.tickets, command.ticketId)
  if (ticket === undefined) return refuse('unknown-ticket')
  const printer = printerOf(state, sender.place)
  if (printer === undefined) return refuse('unknown-place')
  if (ticket.papers > (state.office?.reprints ?? 0)) return refuse('reprint-limit')
  const { ticketId } = ticket
  return take([{ type: 'SlipQueued', slipId: nextSlipId(ticket), ticketId, printer, mark: 'reprint' }])
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

/** What follows an original that did not come, or may not have: one paper that is marked, and nothing after that one. */
const followed = (state: State, paper: Paper): OfficeEvent[] => {
  const { ticketId, mark } = paper
  const ticket = ticketBy(state.tickets, ticketId)
  if (mark === 'reprint' || ticket === undefined) return []
  const printer = betterPrinter(state, paper.printer)
  return [{ type: 'SlipQueued', slipId: nextSlipId(ticket), ticketId, printer, mark: 'reprint' }]
}

/**
 * A printer says what became of a paper. An original that may or may not have come out is followed by exactly one paper
 * that is marked as reprint, so two unmarked papers never exist (reliability P3); a marked one is not followed again.
 */
export const decideReportSlip = (state: State, command: SealedOf<'ReportSlip'>, sender: Sender): Decision => {
  const paper = paperBy(state.papers, command.slipId)
  if (paper === undefined || paper.printer !== ownPrinter(state.office, sender)) return refuse('unknown-slip')
  if (!isOwed(paper)) return refuse('wrong-step')
  const events: OfficeEvent[] = [{ type: 'SlipReported', slipId: command.slipId, status: command.status }]
  return take(command.status === 'uncertain' ? [...events, ...followed(state, paper)] : events)
}

/**
 * The visitor says whether the paper came that its printer cannot prove. One that did not come is followed as an uncertain
 * one is. Refused: `unknown-ticket` when another ticket stands on this kiosk, `wrong-step` when nobody asked.
 */
export const decideConfirmPaper = (state: State, command: SealedOf<'ConfirmPaper'>, sender: Sender): Decision => {
  const { ticketId, out } = command
  const ticket = ticketBy(state.tickets, ticketId)
  if (ticket === undefined || state.kiosks[sender.place]?.visit?.ticketId !== ticketId) return refuse('unknown-ticket')
  const paper = paperBy(state.papers, `${ticketId}/${ticket.papers}`)
  if (paper?.state !== 'unproven') return refuse('wrong-step')
  const { slipId } = paper
  if (out) return take([{ type: 'SlipReported', slipId, status: 'printed' }])
  return take([{ type: 'SlipReported', slipId, status: 'failed' }, ...followed(state, paper)])
}

/**
 * A printer's state; saying the same again is taken and records nothing. Papers that wait at a printer which has stopped
 * go to the spare one where there is one.
 */
export const decideReportDevice = (state: State, command: SealedOf<'ReportDevice'>, sender: Sender): Decision => {
  const own = ownPrinter(state.office, sender)
  if (own === null) return refuse('unknown-place')
  const { status } = command
  if (state.devices[own]?.status === status) return take([])
  const devices = { ...state.devices, [own]: { status } }
  const moved = state.papers.owed.flatMap((paper): OfficeEvent[] => {
    const printer = betterPrinter({ office: state.office, devices }, paper.printer)
    const stays = paper.state !== 'queued' || printer === paper.printer
    return stays ? [] : [{ type: 'SlipMoved', slipId: paper.slipId, printer }]
  })
  return take([{ type: 'DeviceReported', printer: own, status }, ...moved])
}
