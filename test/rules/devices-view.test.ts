import { describe, expect, test } from 'vitest'
import type { DeviceStatus, SlipReport } from '../../protocol/commands.ts'
import { DevicesView } from '../../protocol/devices-view.ts'
import type { Sender } from '../../protocol/roles.ts'
import { type Around, devicesView } from '../../server/views/devices-view.ts'
import { at, TODAY } from '../support/denpasar.ts'
import { morningWith } from '../support/office-with.ts'
import { booking, counter, PRINTER, rehearse } from '../support/rules.ts'

const SPARE: Sender = { ...PRINTER, place: '2' }
const CONSOLE: Sender = { role: 'console', device: 'c', place: 'console', staff: null }
const NOTHING: Around = { pairings: [], presences: [], scanners: [] }
const OFFICE = {
  kiosks: [{ place: '1', printer: '1', spare: '2', scanner: null }],
  printers: [
    { place: '1', port: 'agent', model: 'generic-80', columns: null },
    { place: '2', port: 'tcp://10.0.0.9:9100', model: 'generic-58', columns: null },
  ],
} as const

/** Sixty who are booked at ten, a kiosk with a printer and a spare one. */
const hall = () => {
  const office = morningWith(
    { kiosks: [...OFFICE.kiosks], printers: [...OFFICE.printers] },
    ...Array.from({ length: 60 }, (_, i) => booking(`CODE${i}`, '10.00-11.00')),
  )
  const day = rehearse(office)
  const agent: Sender = { role: 'agent', device: 'a', place: '1', staff: null }
  return {
    ...day,
    says: (status: DeviceStatus, clock: string, sender = agent) =>
      day.taken({ type: 'ReportDevice', status }, sender, clock),
    told: (number: string, paper: number, clock: string, ...reports: SlipReport[]) => {
      for (const status of reports)
        day.taken({ type: 'ReportSlip', slipId: `${TODAY}/${number}/${paper}`, status }, agent, clock)
    },
    seen: (clock: string, around: Partial<Around> = {}): DevicesView => {
      const state = day.state()
      if (state.office === null) return expect.fail('no office')
      return DevicesView.parse(devicesView(state, state.office, at(clock), { ...NOTHING, ...around }))
    },
  }
}

describe('a printer', () => {
  test('is told by its place, its model and where it is driven', () => {
    expect(hall().seen('08.00').printers).toMatchObject([
      { place: '1', kiosks: ['1'], model: 'generic-80', driven: 'agent', status: 'offline', sinceAt: null },
      { place: '2', kiosks: [], model: 'generic-58', driven: 'server', status: 'offline', sinceAt: null },
    ])
  })

  test('has the state that it said, since it said so', () => {
    const day = hall()
    day.says('ready', '08.00')
    day.says('no-paper', '10.31')
    day.says('no-paper', '10.40')
    expect(day.seen('10.45').printers[0]).toMatchObject({ status: 'no-paper', sinceAt: at('10.31'), care: 'now' })
  })

  test('that is opened to be filled has one trouble and not two, known by what it began with', () => {
    const day = hall()
    for (const [status, clock] of [
      ['ready', '08.00'],
      ['no-paper', '10.31'],
      ['cover-open', '10.32'],
      ['ready', '10.33'],
    ] as const)
      day.says(status, clock)
    const { trouble, troublesToday } = day.seen('10.40').printers[0] ?? expect.fail('no printer')
    expect(trouble).toEqual({ status: 'no-paper', at: at('10.31') })
    expect(troublesToday).toBe(1)
  })

  test('is looked at soon while its paper is low, and not at all while its head cools down', () => {
    const day = hall()
    day.says('paper-low', '08.00')
    day.says('ready', '08.00', SPARE)
    expect(day.seen('08.00')).toMatchObject({ toSee: 1, printers: [{ care: 'soon', troublesToday: 0 }, {}] })
    day.says('hot', '08.01')
    expect(day.seen('08.02')).toMatchObject({ toSee: 0, printers: [{ care: 'none' }, { care: 'none' }] })
  })

  test('begins a new day without troubles, and still knows its last one', () => {
    const day = hall()
    day.says('fault', '10.00')
    day.taken({ type: 'CloseDay', day: TODAY }, CONSOLE, '17.00')
    day.taken({ type: 'OpenDay', day: '2026-11-25' }, CONSOLE, '17.01')
    expect(day.seen('17.02').printers[0]).toMatchObject({
      troublesToday: 0,
      trouble: { status: 'fault', at: at('10.00') },
      status: 'fault',
    })
  })
})

describe("today's papers", () => {
  test('are counted where they come out, by how they stand, the marked ones besides', () => {
    const day = hall()
    day.says('ready', '08.00')
    for (const code of ['CODE0', 'CODE1', 'CODE2']) day.scan(code, '10.00')
    day.told('A001', 1, '10.00', 'sending', 'printed')
    day.told('A002', 1, '10.00', 'sending', 'uncertain')
    day.told('A002', 2, '10.01', 'sending')
    expect(day.seen('10.02').printers[0]?.papers).toEqual({
      ...{ queued: 1, sending: 1, printed: 1, unproven: 0, uncertain: 1, failed: 0, reprint: 1 },
    })
  })

  test('are open while nobody has said that they came out: each ticket once, longest owed first', () => {
    const day = hall()
    day.says('ready', '08.00')
    for (const [i, code] of ['CODE0', 'CODE1', 'CODE2', 'CODE3'].entries()) day.scan(code, `10.0${i}`)
    day.told('A001', 1, '10.05', 'sending', 'unproven')
    day.told('A002', 1, '10.05', 'sending', 'printed')
    day.told('A003', 1, '10.06', 'sending', 'uncertain')
    expect(day.seen('10.10').openPapers).toEqual({
      count: 3,
      list: [
        { number: 'A001', printer: '1', mark: 'original', state: 'unproven', queuedAt: at('10.00') },
        { number: 'A004', printer: '1', mark: 'original', state: 'queued', queuedAt: at('10.03') },
        { number: 'A003', printer: '1', mark: 'reprint', state: 'queued', queuedAt: at('10.06') },
      ],
    })
  })

  test('are no longer looked for once their visit is over', () => {
    const day = hall()
    day.scan('CODE0', '10.00')
    day.open(1, ['documents'])
    day.call(1, '10.01')
    const ticketId = `${TODAY}/A001`
    day.taken({ type: 'Start', ticketId }, counter(1), '10.02')
    expect(day.seen('10.02').openPapers.count).toBe(1)
    day.taken({ type: 'Finish', ticketId, outcome: 'withdrawn' }, counter(1), '10.05')
    expect(day.seen('10.06').openPapers).toEqual({ count: 0, list: [] })
  })

  test('are all counted and fifty of them listed', () => {
    const day = hall()
    for (let i = 0; i < 60; i++) day.scan(`CODE${i}`, '10.00')
    const { count, list } = day.seen('10.01').openPapers
    expect([count, list.length, list[0]?.number]).toEqual([60, 50, 'A001'])
  })

  test('every ticket has a confirmed paper or an open job that is seen, whatever its printer said', () => {
    const day = hall()
    day.says('ready', '08.00')
    const endings: SlipReport[][] = [[], ['sending'], ['printed'], ['unproven'], ['uncertain'], ['failed']]
    for (const [i, reports] of endings.entries()) {
      day.scan(`CODE${i}`, '10.00')
      day.told(`A00${i + 1}`, 1, '10.01', ...reports)
    }
    const open = day.seen('10.02').openPapers.list.map(({ number }) => number)
    expect(open.toSorted()).toEqual(['A001', 'A002', 'A004', 'A005', 'A006'])
  })
})

describe('a screen', () => {
  const paired = (role: 'kiosk' | 'display' | 'counter' | 'agent', lastSeenAt?: number) => ({
    ...{ role, place: '1', lastSeenAt },
  })
  const of = (view: DevicesView, role: string) => view.screens.filter((screen) => screen.role === role)

  test('of the office document is listed before anybody paired it, and worries nobody', () => {
    const kiosk = of(hall().seen('08.00'), 'kiosk')
    expect(kiosk).toEqual([
      { role: 'kiosk', place: '1', pairings: 0, connected: 0, at: null, sound: null, care: 'none' },
    ])
  })

  test('is told since when it is connected, over how many lines', () => {
    const view = hall().seen('10.00', {
      pairings: [paired('kiosk', at('07.00')), paired('kiosk')],
      presences: [{ role: 'kiosk', place: '1', connected: 2, at: at('08.00') }],
    })
    expect(of(view, 'kiosk')).toMatchObject([{ pairings: 2, connected: 2, at: at('08.00'), care: 'none' }])
  })

  test('that is paired and gone is looked at, with when it was last there', () => {
    const pairings = [paired('agent', at('07.00')), paired('display', at('07.10'))]
    const left = { role: 'display', place: '1', connected: 0, at: at('09.00') } as const
    const view = hall().seen('10.00', { pairings, presences: [left] })
    expect(of(view, 'agent')).toMatchObject([{ connected: 0, at: at('07.00'), care: 'now' }])
    expect(of(view, 'display')).toContainEqual(expect.objectContaining({ at: at('09.00'), care: 'now' }))
  })

  test('of a counter is missed only while somebody works there', () => {
    const day = hall()
    const careOf = () => of(day.seen('08.10', { pairings: [paired('counter')] }), 'counter')[0]?.care
    expect(careOf()).toBe('none')
    day.open(1, ['documents'])
    expect(careOf()).toBe('now')
  })

  test('of a display that nobody hears is looked at', () => {
    const day = hall()
    const display: Sender = { role: 'display', device: 'd', place: '1', staff: null }
    day.taken({ type: 'ReportSound', status: 'blocked' }, display, '08.00')
    const presences = [{ role: 'display', place: '1', connected: 1, at: at('08.00') }] as const
    const view = day.seen('08.01', { pairings: [paired('display')], presences })
    expect(of(view, 'display')[0]).toMatchObject({ sound: 'blocked', care: 'now' })
  })
})

test('a scanner is told with what it did, and looked at while it cannot be read from', () => {
  const scanner = { kiosk: '1', read: 3, spoiled: 1, lastReadAt: at('09.00') }
  const view = hall().seen('10.00', { scanners: [{ ...scanner, status: 'offline' }] })
  expect(view.scanners).toEqual([{ ...scanner, status: 'offline', care: 'now' }])
})
