import type { Office } from '../../protocol/office.ts'
import { dayOf } from '../../server/days.ts'
import { openOffice } from '../../server/open-office.ts'
import { loadSecret, makeSeal } from '../../server/seal.ts'
import {
  importOver,
  newDataFolder,
  plainOffice,
  type RunningServer,
  startServer,
  wholeDayAgenda,
} from '../faults/server-process.ts'
import type { Guest } from './member.ts'

/** How many there are of each screen, and how many counters have somebody at work. */
export type Size = { kiosks: number; displays: number; counters: number; atWork: number }

/** The largest office that is promised (reliability section 5), without its phones. */
export const LARGEST: Size = { kiosks: 6, displays: 30, counters: 30, atWork: 12 }

const list = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n + 1))

const officeOf = ({ kiosks, displays, counters }: Size): Office => {
  const plain = plainOffice()
  return {
    ...plain,
    kiosks: list(kiosks, (n) => ({ place: String(n), printer: String(n), spare: null, scanner: null })),
    displays: list(displays, (n) => ({ place: String(n), zone: null, counter: null })),
    counters: list(counters, (n) => ({ number: n, stages: ['documents'], helps: [], zone: null })),
    printers: list(kiosks, (n) => ({ place: String(n), port: 'simulated', model: 'generic-80', columns: null })),
  }
}

/** A large office whose screens are paired and whose day is booked. */
export type LoadOffice = {
  folder: string
  guests: Record<'kiosk' | 'display' | 'counter', Guest[]>
  /** Who signs in at the counters at work, in the order of these. */
  staff: { staff: string; pin: string }[]
  /** Booked codes that nobody came with yet. */
  codes: string[]
  /** The phone of whoever has this number. */
  phoneOf(number: string): Guest
  server(): RunningServer
  /** Starts the server, again on its first port. */
  start(): Promise<RunningServer>
}

/**
 * Makes such an office with `codes` bookings for today, and starts its server with `more` in its environment. Screens are
 * paired before it runs: over the network thirty a minute are the most.
 */
export const openLoadOffice = async (
  size: Size,
  codes: number,
  more: Record<string, string> = {},
): Promise<LoadOffice> => {
  const office = officeOf(size)
  const folder = newDataFolder(office)
  const house = await openOffice({
    ...{ dataDir: folder, log: { warn: () => undefined } },
    onFault: (fault) => {
      throw fault
    },
  })
  const pairAll = async (role: 'kiosk' | 'display' | 'counter', count: number): Promise<Guest[]> => {
    const guests: Guest[] = []
    for (const place of list(count, String)) {
      const { token } = await house.access.pair(role, place)
      guests.push({ hello: { role, place }, token })
    }
    return guests
  }
  const guests = {
    kiosk: await pairAll('kiosk', size.kiosks),
    display: await pairAll('display', size.displays),
    counter: await pairAll('counter', size.counters),
  }
  const staff: LoadOffice['staff'] = []
  for (const number of list(size.atWork, (n) => String(n + 10)))
    staff.push({ staff: number, pin: await house.access.setPin(number) })
  await house.close()

  const seal = makeSeal(await loadSecret(folder))
  const day = dayOf(Date.now(), office.zone)
  const booked = list(codes, (n) => `LD${String(n).padStart(6, '0')}`)
  let server = await startServer(folder, more)
  const { status, body } = await importOver(server, wholeDayAgenda(day, booked))
  if (status !== 200) throw new Error(`no bookings: ${JSON.stringify(body).slice(0, 300)}`)
  return {
    ...{ folder, guests, staff, codes: booked },
    phoneOf: (number) => ({ hello: { role: 'tracker', token: seal.tokenOf(`${day}/${number}`) }, token: null }),
    server: () => server,
    async start() {
      server = await startServer(folder, { ...more, PORT: new URL(server.address).port })
      return server
    },
  }
}
