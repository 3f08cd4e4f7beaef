import type { Bookings, FoundBooking } from '../../protocol/desk/bookings.ts'
import type { DayStamp } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { Sender } from '../../protocol/roles.ts'
import { openAgendaSource } from '../agenda/agenda-source.ts'
import { enterAgenda, readAgenda } from '../agenda/import-agenda.ts'
import { takenFiles } from '../agenda/taken-files.ts'
import { dayOf } from '../days.ts'
import type { BookingsPort } from '../gateway/desk/bookings-port.ts'
import { newCommandId, type OpenOffice } from '../open-office.ts'
import { dayAfter, midnightOf } from '../rules/civil.ts'
import { readPayload } from '../rules/payload.ts'
import type { State } from '../rules/state.ts'
import type { Ticket } from '../rules/ticket.ts'
import { counterOf, ticketBy, ticketIdOf } from '../rules/tickets.ts'
import { bookingsDays } from '../views/bookings-view.ts'
import { makePreviews } from './agenda-previews.ts'

/** How many files of the drop folder are told. */
const FILES_SHOWN = 8
const NUMBER = /^[A-HJ-NP-Z]\d{3,4}$/

const originOf = (url: string): string => new URL(url.replaceAll('{day}', '2026-01-01')).origin

/** The office's HTTP source, as the journal names who entered its bookings. */
const SOURCE: Sender = { role: 'integration', device: 'agenda-source', place: 'agenda-source', staff: null }

const foundTicket = (state: State, ticket: Ticket | undefined) => {
  if (ticket === undefined) return null
  const stage = state.office?.stages.find(({ id }) => id === ticket.stage)
  return {
    number: ticket.number,
    cameAt: ticket.checkedInAt,
    standing: ticket.standing.status,
    stage: stage?.name ?? { id: ticket.stage, en: ticket.stage },
    counter: counterOf(ticket),
  }
}

/** What the bookings page asks of a house at work, with the source that it fetches from. */
export const startBookings = (options: {
  house: OpenOffice
  /** The drop folder. */
  inbox: string
  now: () => number
  onFault: (fault: unknown) => void
}): { port: BookingsPort; stop(): Promise<void> } => {
  const { house, inbox, now, onFault } = options
  const { door } = house
  const office = () => house.office.read()
  const today = (): DayStamp => dayOf(now(), office().zone)
  const previews = makePreviews({ house, now })

  /** The token, where it was given for this address: whoever changes the address does not learn it. */
  const tokenFor = (url: string | undefined): string | null => {
    const { agendaToken, agendaOrigin } = house.sources.read()
    return url !== undefined && originOf(url) === agendaOrigin ? agendaToken : null
  }

  const source = openAgendaSource({
    settings: () => {
      const { source: from, columns } = office().agenda
      return { source: from, columns, token: tokenFor(from?.url), readAs: office() }
    },
    days: () => [today(), dayAfter(today(), 1)],
    enter: async (sheet, day) => {
      const { acceptGoodRows } = office().agenda
      const read = await readAgenda(office(), sheet, day)
      return enterAgenda({ door, sender: SOURCE, newCommandId }, read, acceptGoodRows)
    },
    now,
    onFault,
  })

  /** Changes the part of the office as it is when its turn comes: another supervisor's save stays. */
  const editAgenda = (sender: Sender, next: (agenda: Office['agenda']) => Office['agenda']) =>
    house.keeper.edit((now) => ({ ...now, agenda: next(now.agenda) }), sender)

  const read = async (): Promise<Bookings> => {
    const state = door.state()
    const { agenda, services, counters, kiosks } = office()
    return {
      at: now(),
      day: today(),
      midnightAt: midnightOf(today(), office().zone),
      days: bookingsDays(state, today(), now()),
      services: services.map(({ id, name }) => ({ id, name })),
      counters: counters.map(({ number }) => number),
      kiosks: kiosks.map(({ place }) => place),
      columns: agenda.columns ?? {},
      source:
        agenda.source === undefined
          ? null
          : {
              ...agenda.source,
              hasToken: tokenFor(agenda.source.url) !== null,
              nextAt: source.nextAt(),
              busy: source.busy(),
            },
      pulls: [...source.pulls()],
      files: await takenFiles(inbox, FILES_SHOWN),
    }
  }

  const find = async (text: string): Promise<FoundBooking> => {
    const state = door.state()
    const payload = readPayload(text, office().payload)
    const key = payload.status === 'code' ? await door.keyOf(payload.code) : ''
    const known = state.bookings[key]
    const number = text.trim().toUpperCase()
    const ofBooking = ticketIdOf(state.tickets, key)
    const byCode = known !== undefined || ofBooking !== undefined
    const ofNumber = !byCode && NUMBER.test(number) ? `${state.day?.day}/${number}` : undefined
    const ticket = ticketBy(state.tickets, ofBooking ?? ofNumber)
    const booking = known ?? state.bookings[ticket?.key ?? '']
    if (booking === undefined && ticket === undefined)
      return { status: payload.status === 'billing-code' ? 'billing-code' : 'not-found' }
    const { day, window, service, status, priority } = booking ?? {}
    const shown =
      day === undefined || window === undefined || service === undefined || status === undefined
        ? null
        : { day, window, service, status, priority: priority ?? false }
    return { status: 'found', byCode, booking: shown, ticket: foundTicket(state, ticket) }
  }

  return {
    port: {
      read,
      ...previews,
      setColumns: (sender, columns) => editAgenda(sender, (agenda) => ({ ...agenda, columns })),
      async setSource(sender, { source: wanted, token }) {
        const answer = await editAgenda(sender, ({ source: _, ...rest }) =>
          wanted === null ? rest : { ...rest, source: wanted },
        )
        if (answer.status !== 'taken') return answer
        const kept = wanted === null ? null : token === undefined ? tokenFor(wanted.url) : token || null
        const origin = wanted === null || kept === null ? null : originOf(wanted.url)
        await house.sources.change(() => ({ agendaToken: kept, agendaOrigin: origin }))
        void source.look().catch(onFault)
        return answer
      },
      async pull() {
        await source.pull()
        return read()
      },
      find,
      async add(sender, { code, ...booking }) {
        const payload = readPayload(code, office().payload)
        if (payload.status === 'billing-code') return { status: 'billing-code' }
        if (payload.status !== 'code') return { status: 'no-code' }
        if (door.state().bookings[await door.keyOf(payload.code)] !== undefined) return { status: 'known' }
        const rows = [{ code: payload.code, ...booking }]
        const answer = await door.submit({ type: 'ImportAgenda', commandId: newCommandId(), rows }, sender)
        return answer.status === 'taken' ? { status: 'entered' } : answer
      },
    },
    stop: source.stop,
  }
}
