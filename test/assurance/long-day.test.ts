import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { endServers } from '../faults/server-process.ts'
import { type Crowd, openCrowd } from '../load/crowd.ts'
import type { Size } from '../load/load-office.ts'
import { rest, until } from '../load/until.ts'
import { howMany } from '../support/how-many.ts'
import { keepFigure } from '../support/keep-figure.ts'

const VISITORS = howMany(240, 840)
const PHONES = 24
/** How often everybody is switched off and on behind the last visitor. */
const REBOOTS = 20
const SIZE: Size = { kiosks: 4, displays: 3, counters: 6, atWork: 6 }

const folder = mkdtempSync(join(tmpdir(), 'antrean-heap-'))
const heapFile = join(folder, 'heap')
let crowd: Crowd
afterAll(async () => {
  await crowd.close()
  endServers()
  rmSync(folder, { recursive: true, force: true })
})

test('a day of visitors, with screens and phones that come and go, leaves heap and open files as they were', {
  tags: ['F47'],
}, async (context) => {
  const preload = new URL('../support/collect-on-signal.mjs', import.meta.url)
  crowd = await openCrowd(SIZE, PHONES, VISITORS, { NODE_OPTIONS: `--import ${preload}`, HEAP_FILE: heapFile })
  const { pid } = crowd.office.server()
  const look = async () => {
    // What was closed a moment ago has a second for its good-bye.
    await rest(2_000)
    rmSync(heapFile, { force: true })
    process.kill(pid, 'SIGUSR2')
    await until('a look at the heap', () => existsSync(heapFile) && readFileSync(heapFile, 'utf8') !== '')
    return { heap: Number(readFileSync(heapFile, 'utf8')), files: readdirSync(`/proc/${pid}/fd`).length }
  }
  const given: string[] = []
  let reconnects = 0
  const liveOne = async (counter: number): Promise<void> => {
    const { number } = await crowd.checkIn()
    given.push(number)
    const { ticketId } = await crowd.call(counter)
    await crowd.serve(counter, ticketId)
    reconnects += await crowd.handOver(ticketId, number)
  }
  const work = async (counter: number, visitors: number): Promise<void> => {
    for (let n = 0; n < visitors; n += 1) await liveOne(counter)
  }
  const live = (visitors: number) =>
    Promise.all(Array.from({ length: SIZE.atWork }, (_, counter) => work(counter, visitors / SIZE.atWork)))
  const comeAgain = async (): Promise<void> => {
    await Promise.all(crowd.everybody.map((member) => member.become(member.guest().hello)))
    reconnects += crowd.everybody.length
  }
  await live(VISITORS / 2)
  const early = await look()
  await live(VISITORS / 2)
  const late = await look()
  for (let n = 0; n < REBOOTS; n += 1) await comeAgain()
  const again = await look()
  await crowd.isRight()
  expect(await crowd.audit(given)).toEqual([])
  // Tickets of the day are held until it is over, and nothing of a line that has ended.
  expect(late.heap / early.heap).toBeLessThan(1.2)
  expect(again.heap / late.heap).toBeLessThan(1.05)
  expect(Math.max(late.files, again.files)).toBeLessThanOrEqual(early.files + 2)
  keepFigure(
    context,
    `${VISITORS} visitors, ${reconnects} reconnects: heap ×${(late.heap / early.heap).toFixed(2)} in its second half, ×${(again.heap / late.heap).toFixed(2)} by ${REBOOTS} reconnects of everybody, ${again.files - early.files} more files`,
  )
})
