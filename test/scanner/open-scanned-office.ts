import { expect, vi } from 'vitest'
import type { Journal } from '../../server/journal/journal.ts'
import { startScanners } from '../../server/wiring/scanners.ts'
import { type Cable, layCable } from '../support/cable.ts'
import { at, DENPASAR } from '../support/denpasar.ts'
import { agendaRow } from '../support/house.ts'
import { nextId, openTestOffice, watching } from '../support/office.ts'
import { KIOSK } from '../support/rules.ts'

/** Denpasar on its day, kiosk 1 with a scanner at the server, kiosk 2 with another one if it is given. `tidy` is run after the test. */
export const openScannedOffice = async (options: { tidy: (() => unknown)[]; journal?: Journal; other?: Cable }) => {
  const { tidy, journal, other } = options
  const cable: Cable = await layCable()
  tidy.push(cable.remove)
  const office = await openTestOffice(journal && { journal })
  const rows = [agendaRow('AB12CD34', '10.00-11.00'), agendaRow('EF56GH78', '10.00-11.00')]
  await office.ask({ type: 'ImportAgenda', rows }, office.asConsole)
  office.clock.set(at('10.05'))
  const said: string[] = []
  const tell = (fields: object, text: string) => said.push(`${text} ${JSON.stringify(fields)}`)
  const cables = other ? [cable, other] : [cable]
  const kiosks = DENPASAR.kiosks.map((kiosk, i) => {
    const near = cables[i]?.near
    return { ...kiosk, scanner: near === undefined ? null : `serial://${near}` }
  })
  const scanners = await startScanners({
    office: { ...DENPASAR, kiosks },
    door: office.door,
    now: office.clock.now,
    newCommandId: nextId,
    log: { info: tell, warn: tell },
  })
  tidy.push(scanners.stop)
  await vi.waitFor(() => expect(scanners.statuses()).toMatchObject(cables.map(() => ({ status: 'ready' }))), {
    interval: 5,
  })
  const first = watching(office.door, 'kiosk', KIOSK)
  const second = watching(office.door, 'kiosk', { ...KIOSK, place: '2' })
  const shows = (verdict: string) =>
    vi.waitFor(() => expect(first.now().visit?.verdict).toBe(verdict), { timeout: 10_000, interval: 5 })
  return { ...office, cable, scanners, first, second, shows, said }
}
