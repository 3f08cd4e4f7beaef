import type { SimulatedPrinter } from '../../printer/simulated/simulated-printer.ts'
import type { AgendaRow } from '../../protocol/commands.ts'
import type { DevicesView } from '../../protocol/devices-view.ts'
import type { Place } from '../../protocol/ids.ts'
import type { Sender } from '../../protocol/roles.ts'
import { exampleAgenda, type Sample, sampleRows } from '../agenda/example-agenda.ts'
import { dayOf } from '../days.ts'
import type { ConsoleActions } from '../gateway/options.ts'
import { CONSOLE, newCommandId, type OpenOffice } from '../open-office.ts'
import { loadAlerts } from '../rules/load.ts'

/** Paper as somebody at the machine would see it, in the simulated printer's own words. */
const PAPER = { full: 'ok', low: 'near', out: 'end' } as const

const enter = async ({ door }: OpenOffice, rows: AgendaRow[]): Promise<void> => {
  if (rows.length > 0) await door.submit({ type: 'ImportAgenda', commandId: newCommandId(), rows }, CONSOLE)
}

/** Fills today's agenda of an example office once: a plausible day, so that a newcomer sees an office at work. */
export const fillExampleDay = async (house: OpenOffice, now: number): Promise<void> => {
  const office = house.office.read()
  const day = dayOf(now, office.zone)
  if (!office.example || Object.values(house.door.state().bookings).some((booking) => booking.day === day)) return
  const services = office.services.map(({ id }) => id)
  await enter(house, exampleAgenda({ day, zone: office.zone, services, random: Math.random }))
}

const diskFace = ({ disk }: OpenOffice) =>
  disk.level() === 'ample' ? null : { freeMb: disk.freeMb(), stopped: disk.level() === 'full' }

/** What the welcome page can do on this machine; the gateway has made sure that it is this machine. */
export const makeConsoleActions = (options: {
  house: OpenOffice
  simulated: ReadonlyMap<Place, SimulatedPrinter>
  devices: () => DevicesView
  addresses: readonly string[]
  now: () => number
}): ConsoleActions => {
  const { house, simulated, devices, addresses, now } = options
  let current: Sample[] = []
  const office = () => house.office.read()

  const describe = () => {
    const { services } = office()
    const day = dayOf(now(), office().zone)
    return current.map(({ code, verdict, rows: [row] }) => ({
      code,
      verdict,
      day: row?.day ?? day,
      window: row?.window ?? null,
      service: services.find(({ id }) => id === row?.service)?.name ?? { id: 'bukan janji', en: 'no appointment' },
    }))
  }

  const makeSamples = async () => {
    const { zone, windows, services, example } = office()
    if (!example) return null
    const at = now()
    const ids = services.map(({ id }) => id)
    current = sampleRows({ at, day: dayOf(at, zone), zone, services: ids, windows, random: Math.random })
    await enter(
      house,
      current.flatMap(({ rows }) => rows),
    )
    return describe()
  }

  return {
    async overview() {
      const { name, zone, example, kiosks, displays, counters, survey } = office()
      const state = house.door.state()
      const { printers, scanners, toSee } = devices()
      const screens = (role: 'kiosk' | 'display' | 'counter' | 'survey', places: Place[]) =>
        places.map((place) => ({ role, place }))
      return {
        office: name,
        zone,
        example,
        day: state.day?.status === 'open' ? state.day.day : null,
        addresses: [...addresses],
        screens: [
          ...screens(
            'kiosk',
            kiosks.map(({ place }) => place),
          ),
          ...screens(
            'display',
            displays.map(({ place }) => place),
          ),
          ...screens(
            'counter',
            counters.map(({ number }) => String(number)),
          ),
          ...screens('survey', survey.on && survey.channels.includes('exit') ? survey.tablets : []),
        ],
        loadAlerts: loadAlerts(state, now()).map(({ window, booked, load }) => ({ window, booked, load })),
        staff: house.access.staffEntries().map(({ number, rank }) => ({ number, rank })),
        mute: displays.flatMap(({ place }) => {
          const status = state.sounds[place] ?? 'ready'
          return status === 'ready' ? [] : [{ place, status }]
        }),
        printers: printers.map(({ place, status }) => ({ place, simulated: simulated.has(place), status })),
        scanners: scanners.map(({ kiosk, status }) => ({ kiosk, status })),
        toSee,
        clock: house.clock.doubt(),
        disk: diskFace(house),
      }
    },
    samples: async () => (current.length > 0 ? describe() : makeSamples()),
    newSamples: makeSamples,
    scan(kiosk, code) {
      const sender: Sender = { role: 'kiosk', device: 'simulated-scanner', place: kiosk, staff: null }
      return house.door.submit({ type: 'CheckIn', commandId: newCommandId(), scanned: code }, sender)
    },
    papers: async () =>
      [...simulated]
        .flatMap(([printer, rehearsal]) =>
          rehearsal.papers().map(({ no, receivedAt, lines, png }) => ({
            printer,
            paperNo: no,
            printedAt: receivedAt,
            lines,
            picture: `data:image/png;base64,${Buffer.from(png()).toString('base64')}`,
          })),
        )
        .sort((a, b) => b.printedAt - a.printedAt || b.paperNo - a.paperNo),
    async setPrinter(place, { paper, power }) {
      const printer = simulated.get(place)
      printer?.set({ paper: PAPER[paper], power: power ? 'on' : 'off' })
      return printer !== undefined
    },
  }
}
