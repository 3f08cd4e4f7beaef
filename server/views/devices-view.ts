import { isStopped } from '../../protocol/commands.ts'
import type { Care, DevicesView, OpenPaper, PrinterFace, ScannerFace, ScreenFace } from '../../protocol/devices-view.ts'
import type { Instant, Place } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { DeviceRole } from '../../protocol/roles.ts'
import { everyPaper } from '../rules/papers.ts'
import { kiosksAt } from '../rules/printer-of.ts'
import type { State } from '../rules/state.ts'
import { ticketBy } from '../rules/tickets.ts'

const OPEN_SHOWN = 50

/** What the state does not know, because it is no fact of the office. Revoked pairings are left out. */
export type Around = {
  pairings: readonly { role: DeviceRole; place: Place; lastSeenAt?: Instant | undefined }[]
  /** Since the server started: open lines, since when the oldest of them is, or when the last of them ended. */
  presences: readonly { role: DeviceRole; place: Place; connected: number; at: Instant }[]
  scanners: readonly Omit<ScannerFace, 'care'>[]
}

const NONE_COUNTED = { queued: 0, sending: 0, printed: 0, unproven: 0, uncertain: 0, failed: 0, reprint: 0 }

/** Where a printer is driven, by its port in the office's document. */
const drivenBy = (port: string): PrinterFace['driven'] => (port === 'agent' || port === 'simulated' ? port : 'server')

const printerFace = (state: State, office: Office, { place, model, port }: Office['printers'][number]): PrinterFace => {
  const { status, sinceAt, trouble, troublesToday } = state.devices[place] ?? {
    ...{ status: 'offline' as const, sinceAt: null, trouble: null, troublesToday: 0 },
  }
  const papers = { ...NONE_COUNTED }
  for (const paper of everyPaper(state.papers)) {
    if (paper.printer !== place) continue
    papers[paper.state] += 1
    if (paper.mark === 'reprint') papers.reprint += 1
  }
  return {
    ...{ place, kiosks: kiosksAt(office, place), model, driven: drivenBy(port) },
    ...{ status, sinceAt, trouble, troublesToday, papers },
    care: isStopped(status) ? 'now' : status === 'paper-low' ? 'soon' : 'none',
  }
}

const screenFace = (state: State, around: Around, role: ScreenFace['role'], place: Place): ScreenFace => {
  const isHere = (one: { role: DeviceRole; place: Place }) => one.role === role && one.place === place
  const pairings = around.pairings.filter(isHere)
  const presence = around.presences.find(isHere)
  const seenAt = Math.max(...pairings.map(({ lastSeenAt = 0 }) => lastSeenAt), 0)
  const connected = presence?.connected ?? 0
  const sound = role === 'display' ? (state.sounds[place] ?? null) : null
  // A counter that nobody works at may be switched off.
  const isMissed = connected === 0 && (role === 'counter' ? state.counters[place] !== undefined : pairings.length > 0)
  const isMute = connected > 0 && (sound === 'blocked' || sound === 'broken')
  return {
    ...{ role, place, pairings: pairings.length, connected, sound },
    at: presence?.at ?? (seenAt === 0 ? null : seenAt),
    care: isMissed || isMute ? 'now' : 'none',
  }
}

/** The places of the office's document, and those that are paired besides. */
const screenFaces = (state: State, office: Office, around: Around): ScreenFace[] => {
  const listed: [ScreenFace['role'], Place[]][] = [
    ['kiosk', office.kiosks.map(({ place }) => place)],
    ['agent', []],
    ['display', office.displays.map(({ place }) => place)],
    ['counter', office.counters.map(({ number }) => String(number))],
    ['survey', []],
  ]
  return listed.flatMap(([role, places]) => {
    const paired = around.pairings.filter((one) => one.role === role).map(({ place }) => place)
    return [...new Set([...places, ...paired])].map((place) => screenFace(state, around, role, place))
  })
}

/** Every ticket of somebody who is still here and has no confirmed paper: the newest one is the job that is open. */
const openPapers = (state: State): OpenPaper[] =>
  everyPaper(state.papers)
    .flatMap(({ slipId, ticketId, printer, mark, state: now, queuedAt }): OpenPaper[] => {
      const ticket = ticketBy(state.tickets, ticketId)
      if (ticket === undefined || now === 'printed' || slipId !== `${ticketId}/${ticket.papers}`) return []
      const isOver = ticket.standing.status === 'done' || ticket.standing.status === 'ended'
      return isOver ? [] : [{ number: ticket.number, printer, mark, state: now, queuedAt }]
    })
    .sort((a, b) => a.queuedAt - b.queuedAt)

/** Every device as it is now, `at`. */
export const devicesView = (state: State, office: Office, at: Instant, around: Around): DevicesView => {
  const printers = office.printers.map((printer) => printerFace(state, office, printer))
  const screens = screenFaces(state, office, around)
  const scanners = around.scanners.map((scanner) => {
    const care: Care = scanner.status === 'ready' ? 'none' : 'now'
    return { ...scanner, care }
  })
  const open = openPapers(state)
  return {
    ...{ at, office: { name: office.name, zone: office.zone }, day: state.day?.day ?? null },
    ...{ printers, screens, scanners },
    openPapers: { count: open.length, list: open.slice(0, OPEN_SHOWN) },
    toSee: [...printers, ...screens, ...scanners].filter(({ care }) => care !== 'none').length,
  }
}
