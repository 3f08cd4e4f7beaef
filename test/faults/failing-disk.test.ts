import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import type { Answer } from '../../protocol/answers.ts'
import { dayOf } from '../../server/days.ts'
import { journalFile } from '../../server/journal/backup-journal.ts'
import { verifyJournal } from '../../server/journal/verify-journal.ts'
import { newCommandId } from '../../server/open-office.ts'
import { canTrace, makeTracer } from '../support/disk/strace.ts'
import { howMany } from '../support/how-many.ts'
import { keepFigure } from '../support/keep-figure.ts'
import { openRoute } from './route.ts'
import {
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

const CODES = Array.from({ length: 80 }, (_, i) => `DISK${String(i).padStart(4, '0')}`)
afterAll(endServers)

/** A server with its agenda in and a kiosk paired, run `under` a tracer. */
const openHouse = async (under: readonly string[] = [], folder = newDataFolder()) => {
  const server = await startServer(folder, {}, under)
  await importOver(server, wholeDayAgenda(dayOf(Date.now(), chooseZone(Date.now())), CODES))
  const token = await pair(server, 'kiosk', '1')
  const route = await openRoute(server.address, { role: 'kiosk', place: '1', token, by: 'http' })
  const left = [...CODES]
  const checkIn = async () => {
    const command = { type: 'CheckIn', commandId: newCommandId(), scanned: left.shift() }
    return { command, answer: await route.ask(command) }
  }
  const sees = async (): Promise<number> => {
    const headers = { authorization: `Bearer ${token}` }
    return (await fetch(`${server.address}/api/v1/views/kiosk`, { headers })).status
  }
  return { server, folder, token, checkIn, sees }
}
type Asked = { command: object; answer: Answer | null }

/** Asks until `isOver`; what was answered. */
const askUntil = async (
  checkIn: () => Promise<Asked>,
  isOver: (answer: Answer | null) => boolean,
): Promise<Asked[]> => {
  const asked: Asked[] = []
  for (const _ of CODES) {
    const one = await checkIn()
    asked.push(one)
    if (isOver(one.answer)) break
  }
  return asked
}
const isTaken = ({ answer }: Asked) => answer?.status === 'taken'
const isRefusedByDisk = (answer: Answer | null) =>
  answer?.status === 'refused' && ['disk-refuses', 'disk-full'].includes(answer.refusal.code)

/** Starts the folder once more, undisturbed: everything that was answered is answered the same. */
const expectAllThere = async (folder: string, token: string, asked: readonly Asked[]): Promise<void> => {
  const server = await startServer(folder)
  const route = await openRoute(server.address, { role: 'kiosk', place: '1', token, by: 'http' })
  for (const { command, answer } of asked.filter(isTaken)) expect(await route.ask(command)).toEqual(answer)
  expect((await server.stop()).code).toBe(0)
  expect(await verifyJournal(journalFile(folder))).toMatchObject({ status: 'sound' })
}

const isAnswer = (call: string) => /^writev?\(\d+<(socket|TCP)/.test(call) && call.includes('\\"status\\":\\"taken\\"')

describe.runIf(canTrace('FAILING DISK'))('a disk that fails', () => {
  /** Calls of the main thread until the office serves and has its agenda: what is failed comes after these. */
  const begun = { fsync: 0, pwrite64: 0 }

  test('no answer leaves before its events are synced', { tags: ['D1'] }, async (context) => {
    const tracer = makeTracer()
    const { server, checkIn, folder, token } = await openHouse(tracer.under)
    for (const name of ['fsync', 'pwrite64'] as const) begun[name] = tracer.mainCalls(name)
    const asked: Asked[] = []
    for (let i = 0; i < 20; i += 1) asked.push(await checkIn())
    await server.stop()
    let [unsynced, synced, answers] = [false, 0, 0]
    for (const call of tracer.calls()) {
      if (call.includes('journal.db-wal>') && call.startsWith('pwrite64')) unsynced = true
      if (/^f(data)?sync\(\d+<[^>]*journal\.db-wal>\) += 0/.test(call)) [unsynced, synced] = [false, synced + 1]
      if (!isAnswer(call)) continue
      expect(unsynced).toBe(false)
      expect(synced).toBeGreaterThan(0)
      ;[synced, answers] = [0, answers + 1]
    }
    expect(answers).toBe(asked.filter(isTaken).length)
    expect(answers).toBe(20)
    await expectAllThere(folder, token, asked)
    keepFigure(context, `${answers} answers, each after its sync`)
  })

  test.each(Array.from({ length: howMany(2, 8) }, (_, i) => ({ after: 3 + 4 * Math.floor(i / 2), ever: i % 2 === 1 })))(
    'a sync that fails (after $after more, for ever: $ever): no answer after it, the process ends, nothing answered is lost',
    {
      tags: ['F9', 'D7'],
    },
    async ({ after, ever }) => {
      const tracer = makeTracer(`inject=fsync:error=EIO:when=${begun.fsync + after}${ever ? '+' : ''}`)
      const { server, folder, token, checkIn } = await openHouse(tracer.under)
      const asked = await askUntil(checkIn, (answer) => answer === null)
      expect((await server.ended).code).toBe(70)
      const calls = tracer.calls()
      const failedAt = calls.findIndex((call) => call.startsWith('fsync') && call.includes('EIO'))
      expect(failedAt).toBeGreaterThan(0)
      expect(calls.slice(failedAt).filter(isAnswer)).toEqual([])
      expect(asked.filter(isTaken).length).toBeGreaterThan(0)
      if (ever) {
        const again = makeTracer('inject=fsync:error=EIO:when=1+')
        await expect(startServer(folder, {}, again.under)).rejects.toThrow(/ended with 70/)
      }
      await expectAllThere(folder, token, asked)
    },
  )

  test.each(['ENOSPC', 'EROFS'])(
    'a disk that takes no writing (%s): refused with a sentence, screens go on',
    {
      tags: ['F10', 'F11', 'D7'],
    },
    async (error) => {
      const tracer = makeTracer(`inject=pwrite64:error=${error}:when=${begun.pwrite64 + 40}+`)
      const { server, folder, token, checkIn, sees } = await openHouse(tracer.under)
      const asked = await askUntil(checkIn, isRefusedByDisk)
      expect(isRefusedByDisk(asked.at(-1)?.answer ?? null)).toBe(true)
      expect(asked.filter(isTaken).length).toBeGreaterThan(0)
      expect(isRefusedByDisk((await checkIn()).answer)).toBe(true)
      expect(await sees()).toBe(200)
      await server.kill()
      await expectAllThere(folder, token, asked)
    },
  )
})

const mounted: string[] = []
const mountSmall = (): string | null => {
  const folder = mkdtempSync(join(tmpdir(), 'antrean-small-'))
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', folder]).status !== 0) return null
  mounted.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of mounted) spawnSync('umount', ['-l', folder])
})
const small = mountSmall()
if (small === null) console.warn('FULL DISK: no small disk could be mounted (root only), so none was filled.')

test.for(small === null ? [] : [small])(
  'a full disk refuses, keeps its screens, and goes on as soon as there is room',
  {
    tags: ['F10', 'D7'],
  },
  async (folder, context) => {
    writeFileSync(join(folder, 'office.json'), JSON.stringify(plainOffice()))
    const { server, checkIn, sees, token } = await openHouse([], folder)
    const before = await askUntil(checkIn, (answer) => answer?.status === 'taken')
    const filler = join(folder, 'filler')
    for (const size of [1 << 20, 1 << 12])
      for (let i = 0; i < 2_000; i += 1)
        try {
          writeFileSync(filler, Buffer.alloc(size), { flag: 'a' })
        } catch {
          break
        }
    const asked = await askUntil(checkIn, isRefusedByDisk)
    expect(isRefusedByDisk(asked.at(-1)?.answer ?? null)).toBe(true)
    expect(await sees()).toBe(200)
    rmSync(filler)
    const freeAt = performance.now()
    const after = await vi.waitFor(async () => {
      const one = await checkIn()
      expect(isTaken(one)).toBe(true)
      return one
    }, 10_000)
    keepFigure(context, `on again ${Math.round(performance.now() - freeAt)} ms after there is room`)
    expect((await server.stop()).code).toBe(0)
    await expectAllThere(folder, token, [...before, ...asked, after])
  },
)

test('a damaged journal stops the start with its event and the way back', { tags: ['D6', 'F12'] }, async () => {
  const folder = newDataFolder()
  const { server } = await openHouse([], folder)
  await server.stop()
  writeFileSync(journalFile(folder), '')
  const { code, err } = await runServer(folder)
  expect(code).toBe(78)
  expect(err).toMatch(/the journal is damaged: event \d+ was on disk already and is gone/)
  expect(err).toContain('restore <backup>')
})
