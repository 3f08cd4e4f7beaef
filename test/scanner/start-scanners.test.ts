import { Registry } from 'prom-client'
import { afterEach, expect, test, vi } from 'vitest'
import { countScanners } from '../../server/count-scanners.ts'
import { everyTicket } from '../../server/rules/tickets.ts'
import { type Cable, layCable } from '../support/cable.ts'
import { openScannedOffice } from './open-scanned-office.ts'

const tidy: (() => unknown)[] = []
afterEach(async () => {
  for (const one of tidy.splice(0).reverse()) await one()
})

const openOffice = (other?: Cable) => openScannedOffice({ tidy, ...(other && { other }) })

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

test('the speed that was found stands in the log, to be written into the office’s document', async () => {
  const { cable, shows, said } = await openOffice()
  await cable.say('AB12CD34\r')
  await shows('on-time')
  expect(said).toContain('scanner speed found {"kiosk":"1","baud":9600}')
})

test('one code under the scanners of two kiosks at once is one ticket, and the other kiosk says that it is in', async () => {
  const other = await layCable()
  tidy.push(other.remove)
  const { cable, first, second, door } = await openOffice(other)
  await Promise.all([cable.say('AB12CD34\r'), other.say('AB12CD34\r')])
  const verdicts = () => [first.now(), second.now()].map(({ visit }) => visit?.verdict).sort()
  await vi.waitFor(() => expect(verdicts()).toEqual(['already-in', 'on-time']), { timeout: 10_000, interval: 5 })
  expect(everyTicket(door.state().tickets)).toHaveLength(1)
  expect([first.now(), second.now()].map(({ visit }) => visit?.ticket?.number)).toEqual(['A001', 'A001'])
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
