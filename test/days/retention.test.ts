import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { RetentionPart } from '../../protocol/house-facts.ts'
import { keepDays } from '../../server/days.ts'
import { journalFile } from '../../server/journal/backup-journal.ts'
import { CONSOLE, newCommandId, type OpenOffice, openOffice } from '../../server/open-office.ts'
import type { OfficeEvent } from '../../server/rules/events.ts'
import { loadSecret, makeSeal } from '../../server/seal.ts'
import { openDeskRetention } from '../../server/wiring/desk-retention.ts'
import { at, DENPASAR, TODAY, window } from '../support/denpasar.ts'
import { agendaRow } from '../support/house.ts'
import { type VirtualClock, virtualClock } from '../support/office.ts'
import { KIOSK } from '../support/rules.ts'

const CODE = 'RAHASIA7'
const SUPERVISOR = { role: 'supervisor', device: 'd', place: 'desk', staff: '90' } as const
const log = { warn: () => {} }

type Running = { house: OpenOffice; stop(): Promise<void>; page: ReturnType<typeof openDeskRetention>['port'] }
let running: Running | null = null
afterEach(async () => {
  await running?.stop()
  running = null
})

/** An office on a folder of its own with its days and its retention, on a clock that a test moves. */
const start = async (dataDir: string, clock: VirtualClock): Promise<Running> => {
  const onFault = (fault: unknown) => {
    throw fault
  }
  const house = await openOffice({ dataDir, log, clock, onFault })
  const { door } = house
  const days = await keepDays({ office: door, zone: () => DENPASAR.zone, clock, newCommandId })
  const retention = openDeskRetention({ house, dataDir, now: clock.now, forgetTries: () => 0, log, onFault })
  running = {
    house,
    page: retention.port,
    async stop() {
      days.stop()
      await retention.stop()
      await house.close()
    },
  }
  return running
}

const newOffice = () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'antrean-retention-'))
  writeFileSync(join(dataDir, 'office.json'), JSON.stringify({ ...DENPASAR, example: false, hours: null }))
  return { dataDir, clock: virtualClock(at('07.00')) }
}

const scan = async ({ house }: Running, code: string, commandId = newCommandId()) => {
  const answer = await house.door.submit({ type: 'CheckIn', scanned: code, commandId }, KIOSK)
  return answer.status === 'taken' && answer.result.kind === 'check-in' ? answer.result.verdict : answer.status
}

/** Midnight passes, and everything that a new day does is done. */
const nextDay = async ({ house, page }: Running, clock: VirtualClock, day: string) => {
  const opened = new Promise<void>((resolve) => {
    const stop = house.door.onRecorded((recorded) => {
      if (!recorded.some(({ event }) => event.type === 'DayOpened' && event.day === day)) return
      stop()
      resolve()
    })
  })
  clock.set(at('00.00', day))
  await opened
  clock.set(at('09.00', day))
  // Runs follow one another, so that of the opening is over when this one is.
  return page.run(SUPERVISOR)
}

const runsOf = async ({ house }: Running) => {
  const runs: Partial<Record<RetentionPart, number>>[] = []
  for await (const { event } of house.journal.read())
    if (event.type === 'RetentionRun')
      runs.push(Object.fromEntries(event.parts.map(({ part, deleted }) => [part, deleted])))
  return runs
}

test('a booking code is known on its day and the next, and two days later nothing leads to it any more', {
  tags: ['L3'],
}, async () => {
  const { dataDir, clock } = newOffice()
  const office = await start(dataDir, clock)
  const rows = [
    agendaRow(CODE, '10.00-11.00', { party: 'AKUN12' }),
    agendaRow('BESOK123', '10.00-11.00', { day: '2026-11-26', window: window('10.00-11.00', '2026-11-26') }),
  ]
  await office.house.door.submit({ type: 'ImportAgenda', commandId: newCommandId(), rows }, CONSOLE)
  const booking = Object.values(office.house.door.state().bookings).find(({ day }) => day === TODAY)
  const seal = makeSeal(await loadSecret(dataDir))
  const [hash, party] = [seal.codeHash(CODE), seal.codeHash('party AKUN12')]
  const onDisk = () => ['', '-wal'].map((tail) => readFileSync(`${journalFile(dataDir)}${tail}`, 'latin1')).join('')
  expect(onDisk()).toContain(hash)
  expect(booking?.key).not.toBe(hash)

  clock.set(at('10.05'))
  expect(await scan(office, CODE)).toBe('on-time')
  await nextDay(office, clock, '2026-11-25')
  expect(await scan(office, CODE)).toBe('wrong-day')
  expect(onDisk()).toContain(hash)
  await nextDay(office, clock, '2026-11-26')
  // Whoever has the office's secret and the code itself finds neither it nor its family, in no file of the journal.
  expect(onDisk()).not.toContain(hash)
  expect(onDisk()).not.toContain(party)
  expect(onDisk()).not.toContain(CODE)
  // The event is still there, with a key that leads to nobody.
  expect(onDisk()).toContain(booking?.key)
  expect(await scan(office, CODE)).toBe('unknown')
  clock.set(at('10.05', '2026-11-26'))
  expect(await scan(office, 'BESOK123')).toBe('on-time')
  expect((await runsOf(office)).map((run) => run['booking-codes'])).toEqual([0, 0, 0, 2, 0])
})

test('after a restart the same code finds its ticket, and after its time it is a new visitor’s', {
  tags: ['L3'],
}, async () => {
  const { dataDir, clock } = newOffice()
  const first = await start(dataDir, clock)
  const rows = [agendaRow(CODE, '10.00-11.00')]
  await first.house.door.submit({ type: 'ImportAgenda', commandId: newCommandId(), rows }, CONSOLE)
  clock.set(at('10.05'))
  expect(await scan(first, CODE)).toBe('on-time')
  await first.stop()
  const second = await start(dataDir, clock)
  expect(await scan(second, CODE)).toBe('already-in')
})

test('a booking that is moved to a later day is known until that day is over', async () => {
  const { dataDir, clock } = newOffice()
  const office = await start(dataDir, clock)
  const enter = (day: string) =>
    office.house.door.submit(
      {
        type: 'ImportAgenda',
        commandId: newCommandId(),
        rows: [agendaRow(CODE, '10.00-11.00', { day, window: window('10.00-11.00', day) })],
      },
      CONSOLE,
    )
  await enter(TODAY)
  await enter('2026-11-26')
  expect(Object.keys(office.house.door.state().bookings)).toHaveLength(1)
  await nextDay(office, clock, '2026-11-25')
  await nextDay(office, clock, '2026-11-26')
  clock.set(at('10.05', '2026-11-26'))
  expect(await scan(office, CODE)).toBe('on-time')
})

test('answers to commands are kept for 48 hours and then gone; the report says how many, and who asked for the run', {
  tags: ['D3', 'L3'],
}, async () => {
  const { dataDir, clock } = newOffice()
  const office = await start(dataDir, clock)
  const id = newCommandId()
  expect(await scan(office, 'TIDAKADA', id)).toBe('unknown')
  await nextDay(office, clock, '2026-11-25')
  expect(await scan(office, 'TIDAKADA', id)).toBe('unknown')
  await nextDay(office, clock, '2026-11-26')
  const report = await nextDay(office, clock, '2026-11-27')
  expect(report).toMatchObject({ by: { role: 'supervisor', staff: '90' } })
  const answers = (await runsOf(office)).map((run) => run['command-answers'] ?? 0)
  expect(answers.slice(0, 4)).toEqual([0, 0, 0, 0])
  expect(answers.slice(4).reduce((sum, count) => sum + count)).toBeGreaterThan(1)
  expect(office.page.page()).toMatchObject({ last: report, nextAt: at('00.00', '2026-11-28') })
  const events: OfficeEvent['type'][] = []
  for await (const { event } of office.house.journal.read()) events.push(event.type)
  expect(events.filter((type) => type === 'RetentionRun')).toHaveLength(7)
})
