/**
 * `npm run bench -- load`: the largest office that is promised, for a minute or `--minutes 30`, beside a bare socket.io
 * with as many clients and a bare commit in the same minutes; then kills, beside a bare server that is killed. Loopback
 * only. `TMPDIR` names the disk that is measured.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { endServers } from '../faults/server-process.ts'
import { openCrowd } from '../load/crowd.ts'
import { killCrowd } from '../load/kill-crowd.ts'
import { liveMinutes } from '../load/live-minutes.ts'
import { LARGEST } from '../load/load-office.ts'
import { openBareCommit } from './bare-commit.ts'
import { openBareCrowd, timeBareStart } from './bare-crowd.ts'
import { costPrint, type Figures, figuresPrint, ratioPrint } from './figures.ts'

const PHONES = 434
/** A check-in's event, answer and digest as they lie in the journal, bytes. */
const ROW_BYTES = 920
const KILLS = 3
const DOWN_MS = 3_000
/** Check-ins one after the other, with everybody watching. */
const IN_A_ROW = 60

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '1' } } })
const minutes = Number(values.minutes)
if (!(minutes > 0 && minutes <= 120)) throw new Error('--minutes is a number up to 120')
const seconds = Math.ceil(minutes * 60)

const figures = (name: string, samples: number[] = []): Figures => ({ name, samples })
const commit = figures('  bare SQLite commit, WAL and FULL')
const bareReceived = figures('  bare socket.io, as many clients')
const bareLast = figures('  bare socket.io, the last of them')
const back = figures('back after kill -9, the last client')
const bareBack = figures('  bare socket.io, the last client')
const start = figures('start after kill -9, serving')
const bareStart = figures('  bare socket.io, listening')

const crowd = await openCrowd(LARGEST, PHONES, seconds + IN_A_ROW + 100)
const { everybody } = crowd
const bareCrowd = await openBareCrowd(everybody.length)
const folder = mkdtempSync(join(tmpdir(), 'antrean-load-'))
const bareCommit = openBareCommit(folder, ROW_BYTES)
const timeCommit = (): void => {
  const startAt = performance.now()
  bareCommit.commit()
  commit.samples.push(performance.now() - startAt)
}
const sizes = everybody.map((member) => JSON.stringify(member.shown()).length)
const bytes = Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length)

const lived = await liveMinutes(crowd, seconds, async () => {
  timeCommit()
  const took = await bareCrowd.call(bytes)
  bareReceived.samples.push(...took)
  bareLast.samples.push(Math.max(...took))
})
const inARow = figures('check-in, one after the other')
for (let n = 0; n < IN_A_ROW; n += 1) {
  const { number, ms } = await crowd.checkIn()
  inARow.samples.push(ms)
  lived.given.push(number)
  timeCommit()
}
for (let n = 0; n < KILLS; n += 1) {
  const { startMs, backMs } = await killCrowd(crowd, DOWN_MS)
  start.samples.push(startMs)
  back.samples.push(backMs)
  bareStart.samples.push(await timeBareStart())
  bareBack.samples.push(await bareCrowd.kill(DOWN_MS))
}
const wrong = [...lived.wrong, ...(await crowd.audit(lived.given))]
await crowd.isRight().catch((trouble: unknown) => wrong.push(String(trouble)))
await crowd.close()
bareCrowd.close()
bareCommit.close()
rmSync(folder, { recursive: true })
endServers()

const checkIn = figures('check-in durable, 60 a minute', lived.checkIns)
const burst = figures('check-in durable, twenty within a second', lived.burst)
const received = figures('call -> each client that it changes', lived.received)
const last = figures('call -> the last of them', lived.last)
const race = figures('  the same, twelve calls at once', lived.race)
say(`${everybody.length} clients for ${seconds} s, ${bytes} bytes in a view on average`)
const all = [
  ...[checkIn, burst, inARow, commit, received, bareReceived, last, race, bareLast],
  ...[start, bareStart, back, bareBack],
]
for (const line of figuresPrint(all)) say(line)
say('')
say(ratioPrint(checkIn, commit))
say(ratioPrint(inARow, commit))
say(ratioPrint(received, bareReceived))
say(ratioPrint(last, bareLast))
say(ratioPrint(start, bareStart))
say(ratioPrint(back, bareBack))
say('')
say(costPrint({ of: checkIn, most: 150 }))
say(costPrint({ of: burst, most: 500 }))
say(costPrint({ of: received, most: 150 }))
say(costPrint({ of: start, most: 1_000 }))
say(costPrint({ of: back, most: 3_000 }))
say(`${lived.given.length} numbers and ${lived.calls.length} calls, ${wrong.length} of them wrong`)
for (const line of wrong.slice(0, 20)) say(`WRONG: ${line}`)
process.exit(wrong.length > 0 ? 1 : 0)
