import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sender } from '../../protocol/roles.ts'
import { CLOCK, dayOf } from '../../server/days.ts'
import { newCommandId, openOffice } from '../../server/open-office.ts'
import { startBookings } from '../../server/wiring/desk-bookings.ts'
import { at } from '../support/denpasar.ts'

/** Two supervisors at their desks. */
export const DESK: Sender = { role: 'supervisor', device: 'd', place: 'desk', staff: '21' }
export const OTHER_DESK: Sender = { ...DESK, staff: '22' }

/** An office on a folder of its own, with its bookings page; the clock stands until a test moves it. */
export const openBookings = async (clock = '08.00') => {
  const dataDir = await mkdtemp(join(tmpdir(), 'antrean-bookings-'))
  const time = { now: at(clock) }
  const now = () => time.now
  const onFault = (fault: unknown): never => {
    throw fault
  }
  const house = await openOffice({
    ...{ dataDir, onFault, log: { warn: () => undefined } },
    clock: { now, wakeAt: () => () => undefined },
  })
  const bookings = startBookings({ house, inbox: join(dataDir, 'agenda-inbox'), now, onFault })
  await house.door.submit(
    { type: 'OpenDay', commandId: newCommandId(), day: dayOf(now(), house.office.read().zone) },
    CLOCK,
  )
  return {
    ...{ dataDir, house, time },
    port: bookings.port,
    known: () => Object.values(house.door.state().bookings),
    async close() {
      await bookings.stop()
      await house.close()
    },
  }
}

const HEAD = 'Kode;Tanggal;Jam;Layanan;Status'
/** A line of an agenda for 24 November 2026. */
export const line = (code: string, jam = '10.00-11.00', more = 'terjadwal') =>
  `${code};24-11-2026;${jam};Paspor baru;${more}`
/** An agenda of these lines. */
export const agenda = (...lines: string[]) => Buffer.from([HEAD, ...lines].join('\r\n'))
