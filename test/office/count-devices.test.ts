import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { countDevices } from '../../server/count-devices.ts'
import { countScanners } from '../../server/count-scanners.ts'
import { evolve } from '../../server/rules/evolve.ts'
import { devicesView } from '../../server/views/devices-view.ts'
import { at, DENPASAR } from '../support/denpasar.ts'
import { booking, morning, rehearse } from '../support/rules.ts'

const openFigures = () => {
  const day = rehearse(morning(booking('CODE', '10.00-11.00')))
  const seen = { state: day.state(), connected: 0 }
  const registry = new Registry()
  countDevices(registry, () =>
    devicesView(seen.state, DENPASAR, at('10.00'), {
      pairings: [{ role: 'kiosk', place: '1' }],
      presences: [{ role: 'kiosk', place: '1', connected: seen.connected, at: at('08.00') }],
      scanners: [],
    }),
  )
  return { day, seen, registry }
}

test('the figures say how each printer is, and change with it', async () => {
  const { seen, registry } = openFigures()
  seen.state = evolve(seen.state, { type: 'DeviceReported', printer: '1', status: 'no-paper' }, at('09.00'))
  const text = await registry.metrics()
  expect(text).toContain('antrean_printer_status{printer="1",status="no-paper"} 1')
  expect(text).toContain('antrean_printer_status{printer="1",status="ready"} 0')
  expect(text).toContain('antrean_printer_troubles_total{printer="1"} 1')
  seen.state = evolve(seen.state, { type: 'DeviceReported', printer: '1', status: 'ready' }, at('09.01'))
  expect(await registry.metrics()).toContain('antrean_printer_status{printer="1",status="no-paper"} 0')
})

test('the figures count the papers of the day and those that are open', async () => {
  const { day, seen, registry } = openFigures()
  expect(await registry.metrics()).toContain('antrean_papers_open 0')
  day.scan('CODE', '10.00')
  seen.state = day.state()
  const text = await registry.metrics()
  expect(text).toContain('antrean_papers_open 1')
  expect(text).toContain('antrean_printer_papers_total{printer="1",state="queued"} 1')
  expect(text).not.toContain('A001')
})

test('the figures say who is connected, by role and place', async () => {
  const { seen, registry } = openFigures()
  expect(await registry.metrics()).toContain('antrean_device_connected{role="kiosk",place="1"} 0')
  seen.connected = 2
  expect(await registry.metrics()).toContain('antrean_device_connected{role="kiosk",place="1"} 2')
})

test('the figures count what a scanner read and spoiled, and never what it was', async () => {
  const registry = new Registry()
  countScanners(registry, () => [{ kiosk: '1', status: 'ready', read: 12, spoiled: 2, lastReadAt: at('09.00') }])
  const text = await registry.metrics()
  expect(text).toContain('antrean_scanner_codes_total{kiosk="1"} 12')
  expect(text).toContain('antrean_scanner_spoiled_total{kiosk="1"} 2')
})
