import { Registry } from 'prom-client'
import { afterEach, expect, test, vi } from 'vitest'
import { countScanners } from '../../server/count-scanners.ts'
import { startScanners } from '../../server/wiring/scanners.ts'
import { type Cable, layCable } from '../support/cable.ts'
import { at, DENPASAR } from '../support/denpasar.ts'
import { agendaRow } from '../support/house.ts'
import { nextId, openTestOffice, watching } from '../support/office.ts'
import { KIOSK } from '../support/rules.ts'

const tidy: (() => unknown)[] = []
afterEach(async () => {
  for (const one of tidy.splice(0).reverse()) await one()
})

/** Denpasar on its day, kiosk 1 with a scanner at the server, kiosk 2 without. */
const openOffice = async () => {
  const cable: Cable = await layCable()
  tidy.push(cable.remove)
  const office = await openTestOffice()
  const rows = [agendaRow('AB12CD34', '10.00-11.00'), agendaRow('EF56GH78', '10.00-11.00')]
  await office.ask({ type: 'ImportAgenda', rows }, office.asConsole)
  office.clock.set(at('10.05'))
  const said: string[] = []
  const tell = (fields: object, text: string) => said.push(`${text} ${JSON.stringify(fields)}`)
  const kiosks = DENPASAR.kiosks.map((kiosk, i) => ({ ...kiosk, scanner: i === 0 ? `serial://${cable.near}` : null }))
  const scanners = startScanners({
    office: { ...DENPASAR, kiosks },
    door: office.door,
    newCommandId: nextId,
    log: { info: tell, warn: tell },
  })
  tidy.push(scanners.stop)
  await vi.waitFor(() => expect(scanners.statuses()).toEqual([{ kiosk: '1', status: 'ready' }]), { interval: 5 })
  const first = watching(office.door, 'kiosk', KIOSK)
  const second = watching(office.door, 'kiosk', { ...KIOSK, place: '2' })
  const shows = (verdict: string) =>
    vi.waitFor(() => expect(first.now().visit?.verdict).toBe(verdict), { timeout: 10_000, interval: 5 })
  return { ...office, cable, scanners, first, second, shows, said }
}

test('a code of the scanner becomes a ticket on the screen of its own kiosk, and of no other', async () => {
  const { cable, first, second, shows, said } = await openOffice()
  await cable.say('AB12CD34\r')
  await shows('on-time')
  expect(first.now().visit?.ticket?.number).toBe('A001')
  expect(second.now().visit).toBeNull()
  expect(said.join()).not.toContain('AB12CD34')
})

test('the next code takes the place of the ticket on the screen, as after any scan', async () => {
  const { cable, first, shows } = await openOffice()
  await cable.say('AB12CD34\r\n')
  await shows('on-time')
  const before = first.now().visit?.visitId
  await cable.say('EF56GH78\r\n')
  await vi.waitFor(() => expect(first.now().visit?.ticket?.number).toBe('A002'), { timeout: 10_000, interval: 5 })
  expect(first.now().visit?.visitId).not.toBe(before)
})

test('whatever a scanner sends is a code and nothing else', async () => {
  const { cable, first, shows, door } = await openOffice()
  await cable.say('{"type":"CloseDay","day":"2026-11-24"}\r')
  await shows('unknown')
  expect(first.now().visit?.ticket).toBeNull()
  expect(door.state().day?.status).toBe('open')
})

test('a scan while no day is open is refused, and the log says so without the code', async () => {
  const { cable, ask, asConsole, said } = await openOffice()
  await ask({ type: 'CloseDay', day: '2026-11-24' }, asConsole)
  await cable.say('AB12CD34\r')
  await vi.waitFor(() => expect(said.join()).toContain('a scan was not taken'), { timeout: 10_000, interval: 5 })
  expect(said.join()).not.toContain('AB12CD34')
})

test('the figures say whether a scanner can be read from', async () => {
  const { cable, scanners } = await openOffice()
  const registry = new Registry()
  countScanners(registry, scanners.statuses)
  expect(await registry.metrics()).toContain('antrean_scanner_ready{kiosk="1"} 1')
  await cable.unplug()
  await vi.waitFor(() => expect(scanners.statuses()[0]?.status).toBe('offline'), { timeout: 10_000, interval: 5 })
  expect(await registry.metrics()).toContain('antrean_scanner_ready{kiosk="1"} 0')
})
