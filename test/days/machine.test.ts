import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Office } from '../../protocol/office.ts'
import type { Clock } from '../../server/clock.ts'
import { CLOCK, keepDays } from '../../server/days.ts'
import { CONSOLE, newCommandId, type OpenOffice, openOffice } from '../../server/open-office.ts'
import { everyTicket } from '../../server/rules/tickets.ts'
import { makeFloor } from '../../server/wiring/desk-floor.ts'
import { at, DENPASAR, TODAY } from '../support/denpasar.ts'
import { agendaRow } from '../support/house.ts'
import { type VirtualClock, virtualClock } from '../support/office.ts'
import { counter, KIOSK } from '../support/rules.ts'

const MB = 1024 * 1024
const SUPERVISOR = { role: 'supervisor', device: 'd', place: 'desk', staff: '90' } as const
const OFFICE: Office = { ...DENPASAR, example: false, hours: null }
const { TZ } = process.env
const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
  process.env.TZ = TZ
})

/** The machine: its clock, which somebody may set, beside the time that passes; and the room on its disk. */
const newMachine = (start: number, change: Partial<Office> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'antrean-machine-'))
  endings.push(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'office.json'), JSON.stringify({ ...OFFICE, ...change }))
  /** The time that passes, which nobody can set. */
  const passing: VirtualClock = virtualClock(start)
  let setByMs = 0
  const disk = { free: 9_000 * MB }
  const clock: Clock = {
    now: () => passing.now() + setByMs,
    steady: passing.now,
    wakeAt: () => () => undefined,
  }
  return {
    folder,
    disk,
    passing,
    setClock(to: number) {
      setByMs = to - passing.now()
    },
    async start() {
      const onFault = (fault: unknown) => {
        throw fault
      }
      const house = await openOffice({
        ...{ dataDir: folder, log: { warn: () => undefined }, clock, onFault },
        freeBytes: async () => disk.free,
      })
      const days = await keepDays({
        ...{ office: house.door, zone: () => house.office.read().zone, newCommandId },
        clock: {
          ...house.clock,
          wakeAt: (at, wake) => passing.wakeAt(at - house.clock.now() + passing.now(), wake),
        },
      })
      const stop = async () => {
        days.stop()
        await house.close()
      }
      return { house, stop }
    },
  }
}
const ask = ({ door }: OpenOffice, wish: object, sender: typeof SUPERVISOR | typeof KIOSK | typeof CONSOLE) =>
  door.submit({ ...wish, commandId: newCommandId() }, sender)
const scan = (house: OpenOffice, code: string) => ask(house, { type: 'CheckIn', scanned: code }, KIOSK)
const rowsOf = (...codes: string[]) => codes.map((code) => agendaRow(code, '10.00-11.00'))

describe('a machine whose clock cannot be right', { tags: ['T2', 'T3'] }, () => {
  test.each([
    ['1970', 0],
    ['2010', at('07.00', '2010-01-01')],
    ['an hour before the last record', at('09.05')],
    ['2099', at('07.00', '2099-01-01')],
  ])(
    '%s at the start: no day is opened, service goes on, numbers go on, and a supervisor ends it',
    { tags: ['F37'] },
    async (_, shown) => {
      const machine = newMachine(at('10.05'))
      const first = await machine.start()
      await ask(first.house, { type: 'ImportAgenda', rows: rowsOf('CLOCKONE', 'CLOCKTWO') }, CONSOLE)
      expect(await scan(first.house, 'CLOCKONE')).toMatchObject({ result: { number: 'A001' } })
      await first.stop()

      machine.setClock(shown)
      const { house, stop } = await machine.start()
      endings.push(stop)
      expect(house.door.state().day).toEqual({ day: TODAY, status: 'open' })
      const floor = makeFloor({
        ...{ house, now: house.clock.now },
        devices: () => ({ printers: [], screens: [], toSee: 0 }) as never,
      })
      expect((await floor.alerts()).alerts[0]).toEqual({ kind: 'clock', machineAt: shown, officeAt: at('10.05') })
      expect(await scan(house, 'CLOCKTWO')).toMatchObject({ result: { verdict: 'on-time', number: 'A002' } })
      expect(await ask(house, { type: 'TrustClock' }, KIOSK)).toMatchObject({ refusal: { code: 'not-permitted' } })
      expect(house.clock.doubt()).not.toBeNull()

      machine.setClock(at('07.00', '2026-11-25'))
      // Right again, or a supervisor says so: either way the day that it shows is opened.
      if (house.clock.doubt() !== null) await ask(house, { type: 'TrustClock' }, SUPERVISOR)
      await house.door.submit({ type: 'Refresh', commandId: newCommandId() }, CLOCK)
      expect(house.clock.doubt()).toBeNull()
      await vi.waitFor(() => expect(house.door.state().day).toEqual({ day: '2026-11-25', status: 'open' }))
    },
  )

  test.each([
    ['an hour back', at('09.05')],
    ['a day on', at('10.05', '2026-11-25')],
    ['to 1970', 0],
    ['to 2099', at('10.05', '2099-01-01')],
  ])(
    '%s while the office runs: nothing ends, nothing is opened, and calls and numbers go on',
    { tags: ['F36', 'T1'] },
    async (_, shown) => {
      const machine = newMachine(at('10.05'))
      const { house, stop } = await machine.start()
      endings.push(stop)
      await ask(house, { type: 'ImportAgenda', rows: rowsOf('CLOCKONE', 'CLOCKTWO') }, CONSOLE)
      await scan(house, 'CLOCKONE')
      const { token } = await house.access.pair('kiosk', '1')
      const pin = await house.access.setPin('90', 'supervisor')
      const desk = await house.access.signInAtDesk({ staff: '90', pin }, 'here')
      machine.setClock(shown)
      expect(house.access.senderOf(token)).not.toBeNull()
      expect(desk.status === 'opened' && house.access.deskSenderOf(desk.token)).not.toBeNull()
      expect(house.door.state().day).toEqual({ day: TODAY, status: 'open' })
      expect(await scan(house, 'CLOCKTWO')).toMatchObject({ result: { number: 'A002' } })
      await house.door.submit(
        { type: 'OpenCounter', commandId: newCommandId(), stages: ['documents'], helps: [] },
        counter(1),
      )
      expect(await house.door.submit({ type: 'CallNext', commandId: newCommandId() }, counter(1))).toMatchObject({
        result: { number: 'A001' },
      })
      expect(everyTicket(house.door.state().tickets).map(({ checkedInAt }) => checkedInAt)).toEqual([
        at('10.05'),
        at('10.05'),
      ])
    },
  )
})

const ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const
const HOSTS = ['UTC', 'America/New_York', 'Pacific/Kiritimati']

test.each(ZONES.flatMap((zone) => HOSTS.map((host) => [zone, host] as const)))(
  'midnight of %s comes once and in time on a machine of %s, and whoever is left ends with the day',
  { tags: ['F38', 'T4'] },
  async (zone, host) => {
    process.env.TZ = host
    const hoursOf = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 }[zone]
    const midnight = Date.UTC(2026, 10, 25) - hoursOf * 3_600_000
    const machine = newMachine(midnight - 10_000, { zone })
    const { house, stop } = await machine.start()
    endings.push(stop)
    const row = { ...agendaRow('MIDNIGHT', '10.00-11.00'), window: { startAt: midnight - 3_600_000, endAt: midnight } }
    await ask(house, { type: 'ImportAgenda', rows: [row] }, CONSOLE)
    expect(await scan(house, 'MIDNIGHT')).toMatchObject({ result: { number: 'A001' } })
    machine.passing.set(midnight - 1)
    await ask(house, { type: 'EndAnnouncement' }, CONSOLE)
    expect(house.door.state().day).toEqual({ day: '2026-11-24', status: 'open' })
    machine.passing.set(midnight + 5)
    await ask(house, { type: 'EndAnnouncement' }, CONSOLE)
    await ask(house, { type: 'EndAnnouncement' }, CONSOLE)
    expect(house.door.state()).toMatchObject({ day: { day: '2026-11-25', status: 'open' }, lastNumber: {} })
    const days: string[] = []
    for await (const { event } of house.journal.read())
      if (event.type === 'DayOpened' || event.type === 'DayClosed') days.push(`${event.type} ${event.day}`)
    expect(days).toEqual(['DayOpened 2026-11-24', 'DayClosed 2026-11-24', 'DayOpened 2026-11-25'])
  },
)

test('a disk that fills up warns, then stops new numbers but not calls, and gives numbers again when there is room', {
  tags: ['D8', 'F10'],
}, async () => {
  const machine = newMachine(at('10.05'))
  const { house, stop } = await machine.start()
  endings.push(stop)
  await ask(house, { type: 'ImportAgenda', rows: rowsOf('DISKONE1', 'DISKTWO2') }, CONSOLE)
  const first = { type: 'CheckIn', scanned: 'DISKONE1', commandId: newCommandId() }
  const answer = await house.door.submit(first, KIOSK)
  const room = async (free: number) => {
    machine.disk.free = free
    await house.disk.look()
    return house.disk.level()
  }
  expect(await room(501 * MB)).toBe('ample')
  expect(await room(499 * MB)).toBe('low')
  expect(await scan(house, 'NOTKNOWN')).toMatchObject({ status: 'taken' })
  expect(await room(99 * MB)).toBe('full')
  expect(await scan(house, 'DISKTWO2')).toEqual({ status: 'refused', refusal: { code: 'disk-full' } })
  // What was answered before is answered again.
  expect(await house.door.submit(first, KIOSK)).toEqual(answer)
  await house.door.submit(
    { type: 'OpenCounter', commandId: newCommandId(), stages: ['documents'], helps: [] },
    counter(1),
  )
  expect(await house.door.submit({ type: 'CallNext', commandId: newCommandId() }, counter(1))).toMatchObject({
    result: { number: 'A001' },
  })
  expect(await room(2_000 * MB)).toBe('ample')
  expect(await scan(house, 'DISKTWO2')).toMatchObject({ result: { number: 'A002' } })
})
