import { expect, test } from 'vitest'
import type { Office } from '../../protocol/office.ts'
import { Role, type Sender } from '../../protocol/roles.ts'
import { ownPrinter } from '../../server/rules/own-printer.ts'
import { DENPASAR } from '../support/denpasar.ts'

const [kiosk] = DENPASAR.kiosks
const [printer] = DENPASAR.printers
if (kiosk === undefined || printer === undefined) throw new Error('Denpasar has a kiosk and a printer')

/** Kiosks 1 and 2 share a printer that is plugged into the machine of the first; kiosk 3 has one of the network. */
const OFFICE: Office = {
  ...DENPASAR,
  kiosks: [
    { ...kiosk, place: '1', printer: 'usb' },
    { ...kiosk, place: '2', printer: 'usb' },
    { ...kiosk, place: '3', printer: 'net' },
  ],
  printers: [
    { ...printer, place: 'usb', port: 'agent' },
    { ...printer, place: 'net', port: 'tcp://10.0.0.9:9100' },
  ],
}
const of = (role: Sender['role'], place: string) => ownPrinter(OFFICE, { role, device: 'x', place, staff: null })

test('a printer speaks for itself, as long as the office has it', () => {
  expect(['usb', 'net', 'sold'].map((place) => of('printer', place))).toEqual(['usb', 'net', null])
})

test('an agent speaks for the printer that is plugged into its kiosk, which is the first that prints on it', () => {
  expect(['1', '2', '4', 'usb'].map((place) => of('agent', place))).toEqual(['usb', null, null, null])
})

test('an agent does not speak for a printer that the server drives', () => {
  expect(of('agent', '3')).toBeNull()
})

test('nobody else speaks for a printer, whatever their place is called', () => {
  for (const role of Role.options.filter((one) => one !== 'printer' && one !== 'agent'))
    expect(['1', 'usb', 'net'].map((place) => of(role, place))).toEqual([null, null, null])
  expect(ownPrinter(null, { role: 'printer', device: 'x', place: 'usb', staff: null })).toBeNull()
})
