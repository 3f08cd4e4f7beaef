import { setImmediate as nextTurn } from 'node:timers/promises'
import { isStopped } from '../../protocol/commands.ts'
import type { Affected, AffectedList, Alert, Alerts, Help, LiveTicket } from '../../protocol/desk/floor.ts'
import type { DevicesView } from '../../protocol/devices-view.ts'
import type { Instant, Words } from '../../protocol/ids.ts'
import type { FloorPort } from '../gateway/desk/floor-port.ts'
import type { OpenOffice } from '../open-office.ts'
import { affectedBy } from '../rules/affected.ts'
import { meanCallMin, type Remedy, remediesFor, withRemedy } from '../rules/estimate/what-helps.ts'
import { loadAlerts } from '../rules/load.ts'
import { promisesInDanger } from '../rules/promises.ts'
import { MINUTE, type State } from '../rules/state.ts'
import { counterOf, everyTicket, ticketBy } from '../rules/tickets.ts'
import { rangeOf } from '../views/faces.ts'
import { affectedTable } from './affected-table.ts'
import { downloadOf } from './download-of.ts'

/** Every desk that is open asks again and again: one answer serves them all so long, ms. */
const FRESH_MS = 5_000
/** A gain of less is not worth asking a counter for, minutes. */
const WORTH_MIN = 2
/** A case is long from this multiple of what its stage is expected to take. */
const LONG = 1.5
const GONE_MS = 60_000

/** What would help these people most, by how much; null when nothing does. Between two questions others have their turn. */
const helpFor = async (state: State, { tickets }: { tickets: State['tickets']['lanes'][string] }, at: Instant) => {
  const [first] = tickets
  const before = meanCallMin(state, tickets, at)
  if (first === undefined || before === null) return null
  let best: { remedy: Remedy; gainMin: number } | null = null
  for (const remedy of remediesFor(state, first.stage)) {
    await nextTurn()
    const after = meanCallMin(withRemedy(state, remedy, at), tickets, at)
    const gainMin = after === null ? 0 : before - after
    if (gainMin >= WORTH_MIN && gainMin > (best?.gainMin ?? 0)) best = { remedy, gainMin }
  }
  return best === null ? null : ({ ...best.remedy, gainMin: Math.round(best.gainMin) } satisfies Help)
}

const longCases = (state: State, at: Instant): Alert[] =>
  Object.values(state.tickets.inHand).flatMap((id): Alert[] => {
    const ticket = ticketBy(state.tickets, id)
    const stage = state.office?.stages.find((one) => one.id === ticket?.stage)
    if (ticket?.standing.status !== 'serving' || stage === undefined) return []
    const { counter, startedAt } = ticket.standing
    const minutes = Math.floor((at - startedAt) / MINUTE)
    if (minutes < stage.standardMin * LONG) return []
    const { ticketId, number } = ticket
    return [{ kind: 'long-case', counter, ticketId, number, minutes, standardMin: stage.standardMin }]
  })

/** One whose screen was here and has been gone for a while: a page that is loaded anew is back within seconds. */
const unattended = (state: State, { screens }: DevicesView, now: Instant): Alert[] =>
  screens.flatMap(({ role, place, connected, at }): Alert[] => {
    const ticket = ticketBy(state.tickets, state.tickets.inHand[Number(place)])
    const isGone = connected === 0 && at !== null && now - at >= GONE_MS
    if (role !== 'counter' || !isGone || ticket === undefined) return []
    return [{ kind: 'unattended', counter: Number(place), ticketId: ticket.ticketId, number: ticket.number }]
  })

/** What wants a supervisor at `at`, the most pressing first; the questions are asked of `state` as it is now. */
const alertsOf = async (state: State, devices: DevicesView, at: Instant): Promise<Alert[]> => {
  const alerts: Alert[] = []
  for (const danger of promisesInDanger(state, at)) {
    const { window, tickets } = danger
    const face = tickets.slice(0, 30).map((ticket) => ({
      ...{ ticketId: ticket.ticketId, number: ticket.number, range: rangeOf(ticket) },
    }))
    alerts.push({
      kind: 'promises',
      window,
      count: tickets.length,
      tickets: face,
      help: await helpFor(state, danger, at),
    })
  }
  const stopped = devices.printers.filter(({ status }) => isStopped(status)).length
  const others = devices.toSee - devices.printers.filter(({ care }) => care !== 'none').length
  const count = stopped + others
  return [
    ...alerts,
    ...unattended(state, devices, at),
    ...Object.entries(state.kiosks).flatMap(([kiosk, { staffCalledAt }]): Alert[] =>
      staffCalledAt === null ? [] : [{ kind: 'staff-call', kiosk, sinceAt: staffCalledAt }],
    ),
    ...longCases(state, at),
    ...loadAlerts(state, at).map(
      ({ window, booked, capacity }): Alert => ({
        ...{ kind: 'oversold', window, booked, capacity: capacity === null ? null : Math.floor(capacity) },
      }),
    ),
    ...(count > 0 ? [{ kind: 'devices' as const, count }] : []),
  ]
}

const NOWHERE: Words = { id: '-', en: '-' }

const liveTickets = (state: State): LiveTicket[] =>
  everyTicket(state.tickets).flatMap((ticket): LiveTicket[] => {
    const { standing, ticketId, number, letter, window, arrival, checkedInAt, stage, reserved } = ticket
    if (standing.status === 'done' || standing.status === 'ended') return []
    const service = state.office?.services.find(({ id }) => id === ticket.service)?.name ?? NOWHERE
    const counter = counterOf(ticket) ?? ('counter' in standing ? standing.counter : (reserved?.counter ?? null))
    const face = { ticketId, number, letter, service, window, arrival, checkedInAt, stage }
    return [{ ...face, status: standing.status, counter, range: rangeOf(ticket) }]
  })

/** Makes what the page of the floor asks of a house at work. */
export const makeFloor = (options: { house: OpenOffice; devices: () => DevicesView; now: () => number }): FloorPort => {
  const { house, devices, now } = options
  let last: { askedAt: number; answer: Promise<Alerts> } | null = null

  const readAlerts = async (): Promise<Alerts> => {
    const at = now()
    return { at, alerts: await alertsOf(house.door.state(), devices(), at) }
  }
  const affected = (which: number): AffectedList | null => {
    const state = house.door.state()
    const all = [...state.outages, ...(state.outage === null ? [] : [{ ...state.outage, untilAt: null }])]
    const outage = all[which]
    if (outage === undefined) return null
    const { stages = [], services = [] } = state.office ?? {}
    const people = affectedBy(state, { sinceAt: outage.sinceAt, untilAt: outage.untilAt ?? now() }).map(
      ({ ticket, service, window, bookingNo, heldUpMin, status }): Affected => ({
        ...{ number: ticket?.number ?? null, bookingNo, window, heldUpMin, status },
        service: services.find(({ id }) => id === service)?.name ?? NOWHERE,
        checkedInAt: ticket?.checkedInAt ?? null,
        stage: ticket === null ? null : (stages.find(({ id }) => id === ticket.stage)?.name ?? NOWHERE),
      }),
    )
    return { outage, people }
  }
  return {
    alerts() {
      if (last === null || performance.now() - last.askedAt > FRESH_MS)
        last = { askedAt: performance.now(), answer: readAlerts() }
      return last.answer
    },
    tickets: () => ({ tickets: liveTickets(house.door.state()) }),
    affected,
    async affectedFile(which, wish) {
      const list = affected(which)
      if (list === null) return null
      const { zone } = house.office.read()
      const day = house.door.state().day?.day ?? ''
      return downloadOf(`gangguan-${day}-${which + 1}`, [affectedTable(list, zone, wish.lang)], wish)
    },
  }
}
