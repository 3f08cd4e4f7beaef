import { existsSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { systemClock } from '../../server/clock.ts'
import { consoleFile } from '../../server/console-file.ts'
import { dayOf, keepDays } from '../../server/days.ts'
import { journalFile } from '../../server/journal/backup-journal.ts'
import { verifyJournal } from '../../server/journal/verify-journal.ts'
import { CONSOLE, newCommandId, openOffice } from '../../server/open-office.ts'
import { DENPASAR } from '../support/denpasar.ts'
import {
  ask,
  chooseZone,
  endServers,
  importOver,
  newDataFolder,
  pair,
  plainOffice,
  runServer,
  startServer,
  wholeDayAgenda,
} from './server-process.ts'

afterAll(endServers)

const DAY_MS = 24 * 3_600_000
const CANNOT = /^Antrean cannot start\.\n/
const noStack = /\n\s+at /

test('a second server on the same folder ends with a sentence and leaves the first at work', {
  tags: ['F52'],
}, async () => {
  const folder = newDataFolder()
  const first = await startServer(folder)
  const second = await runServer(folder)
  expect(second.code).toBe(78)
  expect(second.err).toMatch(CANNOT)
  expect(second.err).toContain(`another Antrean server works on ${folder}`)
  expect(second.err).not.toMatch(noStack)
  expect((await fetch(new URL('/healthz', first.address))).status).toBe(200)
  expect((await first.stop()).code).toBe(0)
})

test('every mistake of the office document is told at once: file, path, what belongs there and what was found', async () => {
  const folder = newDataFolder({
    ...DENPASAR,
    zone: 'Asia/Singapore',
    reprints: 'two',
    colour: 'blue',
    counters: [{ number: 0, stages: [], helps: [] }],
  })
  const { code, err } = await runServer(folder)
  expect(code).toBe(78)
  expect(err).toMatch(CANNOT)
  const file = join(folder, 'office.json')
  const lines = err.split('\n').filter((line) => line.startsWith(`${file}: `))
  for (const [path, got] of [
    ['zone', '"Asia/Singapore"'],
    ['reprints', '"two"'],
    ['colour', '"blue"'],
    ['counters[0].number', '0'],
    ['counters[0].stages', 'a list of 0'],
  ])
    expect(
      lines.filter((line) => line.startsWith(`${file}: ${path}: expected `) && line.endsWith(`got ${got}`)),
    ).toHaveLength(1)
  expect(lines).toHaveLength(5)
  expect(err).not.toMatch(noStack)
  expect(existsSync(journalFile(folder))).toBe(false)
})

test('a history that somebody altered stops the start and names the event', async () => {
  const folder = newDataFolder()
  const before = await startServer(folder)
  await importOver(before, wholeDayAgenda(dayOf(Date.now(), chooseZone(Date.now())), ['ALTERED2']))
  await before.stop()
  const journal = new Database(journalFile(folder))
  const told: unknown = journal.prepare("SELECT seq FROM events WHERE event ->> 'type' = 'AgendaImported'").get()
  const { seq } = z.object({ seq: z.int() }).parse(told)
  journal.prepare("UPDATE events SET event = replace(event, 'booked', 'unpaid') WHERE seq = ?").run(seq)
  journal.close()
  const { code, err } = await runServer(folder)
  expect(code).toBe(78)
  expect(err).toMatch(CANNOT)
  expect(err).toContain(`event ${seq}: does not fit the chain`)
  expect(err).not.toMatch(noStack)
  expect(await verifyJournal(journalFile(folder))).toMatchObject({ status: 'damaged', seq })
})

test('a port that another program has is named', async () => {
  const other = createServer()
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', () => listening()))
  const bound = other.address()
  const port = typeof bound === 'object' && bound !== null ? String(bound.port) : ''
  const folder = newDataFolder()
  const { code, err } = await runServer(folder, { PORT: port })
  other.close()
  expect(code).toBe(78)
  expect(err).toMatch(CANNOT)
  expect(err).toMatch(new RegExp(`in use.*${port}`))
  expect(err).not.toMatch(noStack)
  expect(existsSync(consoleFile(folder))).toBe(false)
})

test('an office that nobody set up is not opened to the network', async () => {
  const open = { HOST: '0.0.0.0', ANTREAN_ADDRESSES: 'http://antrean.test:4100' }
  const folder = newDataFolder()
  const { code, err, out } = await runServer(folder, open)
  expect(code).toBe(78)
  expect(err).toMatch(CANNOT)
  expect(err).toContain('nobody has set it up')
  expect(out).toBe('')

  const local = await startServer(folder)
  await pair(local, 'kiosk', '1')
  await local.stop()
  const opened = await startServer(folder, open)
  expect((await opened.stop()).code).toBe(0)
})

test('HOST without the origins of the screens is a mistake of the environment', async () => {
  const { code, err } = await runServer(newDataFolder(), { HOST: '0.0.0.0', PORT: 'many' })
  expect(code).toBe(78)
  expect(err).toMatch(/environment: PORT: expected /)
  expect(err).toMatch(/environment: ANTREAN_ADDRESSES: expected /)
})

test('SIGTERM ends it with 0, takes the console token away and leaves one sound file', async () => {
  const folder = newDataFolder()
  const server = await startServer(folder)
  expect(statSync(consoleFile(folder)).mode & 0o777).toBe(0o600)
  const { code, err } = await server.stop()
  expect(code).toBe(0)
  expect(err).toBe('')
  expect(existsSync(consoleFile(folder))).toBe(false)
  const wal = `${journalFile(folder)}-wal`
  expect(existsSync(wal) && statSync(wal).size > 0).toBe(false)
  expect(await verifyJournal(journalFile(folder))).toMatchObject({ status: 'sound' })
})

test("a start finds yesterday's bookings and answers, opens today, and the next start finds today's", async () => {
  const office = plainOffice()
  const folder = newDataFolder(office)
  const yesterday = dayOf(Date.now() - DAY_MS, office.zone)
  const today = dayOf(Date.now(), office.zone)
  const scanBefore = { type: 'CheckIn', commandId: newCommandId(), scanned: 'YESTERDA' }

  const clock = { ...systemClock, now: () => Date.now() - DAY_MS }
  const onFault = (fault: unknown) => {
    throw fault
  }
  const past = await openOffice({ dataDir: folder, log: { warn: () => undefined }, clock, onFault })
  const days = await keepDays({ office: past.door, zone: () => office.zone, clock, newCommandId })
  const startAt = Date.now() - DAY_MS - 60_000
  const row = { day: yesterday, window: { startAt, endAt: startAt + 3_600_000 }, service: 'passport-new' }
  const rows = ['YESTERDA', 'NEVERCAM'].map((code) => ({ code, ...row, status: 'booked', priority: false }))
  await past.door.submit({ type: 'ImportAgenda', commandId: newCommandId(), rows }, CONSOLE)
  const kiosk = { role: 'kiosk', device: 'k', place: '1', staff: null } as const
  const before = await past.door.submit(scanBefore, kiosk)
  expect(before).toMatchObject({ status: 'taken', result: { verdict: 'on-time', number: 'A001' } })
  days.stop()
  await past.close()

  const first = await startServer(folder)
  expect(first.greeting).toContain(today)
  const token = await pair(first, 'kiosk', '1')
  expect(await ask(first.address, token, scanBefore)).toEqual(before)
  const scan = (scanned: string) => ({ type: 'CheckIn', commandId: newCommandId(), scanned })
  expect(await ask(first.address, token, scan('NEVERCAM'))).toMatchObject({ result: { verdict: 'wrong-day' } })
  await importOver(first, wholeDayAgenda(today, ['TODAYONE', 'TODAYTWO']))
  const scanToday = scan('TODAYONE')
  const answered = await ask(first.address, token, scanToday)
  expect(answered).toMatchObject({ status: 'taken', result: { verdict: 'on-time', number: 'A001' } })
  await first.stop()

  const second = await startServer(folder)
  expect(await ask(second.address, token, scanBefore)).toEqual(before)
  expect(await ask(second.address, token, scanToday)).toEqual(answered)
  expect(await ask(second.address, token, scan('TODAYONE'))).toMatchObject({
    result: { verdict: 'already-in', number: 'A001' },
  })
  expect(await ask(second.address, token, scan('TODAYTWO'))).toMatchObject({ result: { number: 'A002' } })
  await second.stop()
})
