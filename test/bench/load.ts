/**
 * `npm run bench -- load`: the largest office that is promised, for two minutes or `--minutes 30`, beside a bare socket.io
 * server and a bare commit at the same moments. `TMPDIR` names the disk that is measured.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openBareCommit } from './bare-commit.ts'
import { type Figures, figuresPrint, percentile, ratioPrint } from './figures.ts'
import { CROWD, runLoad } from './load-day.ts'
import { makeAudience, openSocket, startEcho } from './sockets.ts'

/** A check-in's event, answer and digest as they lie in the journal, bytes. */
const ROW_BYTES = 920

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '2' } } })
const minutes = Number(values.minutes)
if (!(minutes > 0 && minutes <= 120)) throw new Error('--minutes is a number from 0 to 120')

const echo = await startEcho()
const screens = await Promise.all(
  Array.from({ length: CROWD.displays }, () => openSocket(echo.address, { role: 'display' })),
)
const audience = makeAudience(screens)
const caller = await openSocket(echo.address, { role: 'counter' })
const folder = mkdtempSync(join(tmpdir(), 'antrean-load-'))
const bareCommit = openBareCommit(folder, ROW_BYTES)
const commit: Figures = { name: '  bare SQLite commit, WAL and FULL', samples: [] }

const load = await runLoad(minutes, async (view) => {
  const commitAt = performance.now()
  bareCommit.commit()
  commit.samples.push(performance.now() - commitAt)
  await caller.emitWithAck('size', view)
  const received = audience.next()
  const startAt = performance.now()
  await caller.emitWithAck('call', {})
  return (await received) - startAt
})
for (const socket of [...screens, caller]) socket.disconnect()
echo.stop()
bareCommit.close()
rmSync(folder, { recursive: true })

const { checkIn, burst, call, received, bareReceived, storm, wrong } = load
for (const line of figuresPrint([checkIn, burst, commit, call, received, bareReceived])) say(line)
say('')
say(ratioPrint(received, bareReceived))
say(ratioPrint(checkIn, commit))
say('')
const held = (what: string, of: Figures, most: number): void => {
  const ms = percentile(of.samples, 0.99)
  say(`${what.padEnd(56)}${ms.toFixed(1).padStart(9)} ms   bar ${most} at p99: ${ms <= most ? 'reached' : 'MISSED'}`)
}
held('check-in at 60 a minute', checkIn, 150)
held('check-in in a burst of 20 a second', burst, 500)
held('call -> received, 500 clients', received, 150)
say(
  `storm: ${storm.clients} clients back and served ${(storm.sinceListenMs / 1000).toFixed(1)} s after listening (bar 3 s), which was ${(storm.startMs / 1000).toFixed(1)} s after kill -9`,
)
say(`${load.numbers} numbers, ${load.calls} calls, ${wrong.length} mistakes`)
for (const line of wrong.slice(0, 20)) say(`WRONG: ${line}`)
process.exit(wrong.length > 0 ? 1 : 0)
