/**
 * `npm run bench`: how long people wait, beside the least that the same machine can do at the same moment. Every turn
 * measures both sides, so a busy machine is busy for both. Loopback only. `TMPDIR` names the disk that is measured,
 * `ANTREAN_BENCH_SAMPLES` how many turns.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sender } from '../../protocol/roles.ts'
import { dayOf } from '../../server/days.ts'
import { CONSOLE, newCommandId, openOffice } from '../../server/open-office.ts'
import {
  importOver,
  newDataFolder,
  newPin,
  pair,
  plainOffice,
  startServer,
  wholeDayAgenda,
} from '../faults/server-process.ts'
import { openBareCommit } from './bare-commit.ts'
import { aimPrint, costPrint, type Figures, figuresPrint } from './figures.ts'
import { measureLaw } from './law.ts'
import { heldPrint, measureMonth } from './month.ts'
import { SCREENS, weighPage, weightPrint } from './page-weight.ts'
import { openPaperSink } from './paper-sink.ts'
import { makeAudience, openAsker, openDevice, openSocket, startEcho } from './sockets.ts'

const DISPLAYS = 20
const WARM_UP = 40
const SAMPLES = Number(process.env.ANTREAN_BENCH_SAMPLES ?? 320)
/** A check-in's event, answer and digest as they lie in the journal, bytes. */
const ROW_BYTES = 920
/** The bench ends by then whatever happens. */
const LONGEST_MS = 900_000

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const figures = (name: string): Figures => ({ name, samples: [] })

const call = figures(`call -> all of ${DISPLAYS} displays have it`)
const echo = figures(`  bare socket.io, same size, ${DISPLAYS} clients`)
const door = figures('check-in durable, at the Door')
const wire = figures('check-in durable, over a socket')
const bare = figures('  bare SQLite commit, WAL and FULL')
/** What a call cannot be faster than: it is on disk before anybody sees it. */
const commitAndEcho = figures('  bare commit and then bare socket.io')
const firstByte = figures('check-in -> first byte at the printer')
const allBytes = figures('check-in -> all bytes at the printer')

const codesOf = (letter: string): string[] =>
  Array.from({ length: WARM_UP + SAMPLES }, (_, n) => `${letter}${String(n).padStart(7, '0')}`)

const measure = async (): Promise<void> => {
  const sink = await openPaperSink()
  const displays = Array.from({ length: DISPLAYS }, (_, i) => ({ place: String(i + 1), zone: null, counter: null }))
  const office = plainOffice({
    displays,
    printers: [{ place: '1', port: `tcp://127.0.0.1:${sink.port}`, model: 'epson-tm-t82x', columns: null }],
  })
  const today = dayOf(Date.now(), office.zone)
  const folder = newDataFolder(office)
  const server = await startServer(folder)
  const echoServer = await startEcho()

  const screens = await Promise.all(
    displays.map(async ({ place }) =>
      openDevice(server.address, 'display', place, await pair(server, 'display', place)),
    ),
  )
  const audience = makeAudience(screens)
  const kiosk = await openAsker(server.address, 'kiosk', '1', await pair(server, 'kiosk', '1'), 4)
  const counter = await openAsker(server.address, 'counter', '1', await pair(server, 'counter', '1'), 12)
  await counter.ask({ type: 'SignIn', staff: '07', pin: await newPin(server, '07') })
  await counter.ask({ type: 'OpenCounter', commandId: newCommandId(), stages: ['documents'], helps: [] })
  await importOver(server, wholeDayAgenda(today, codesOf('W')))

  const echoScreens = await Promise.all(displays.map(() => openSocket(echoServer.address, { role: 'display' })))
  const echoAudience = makeAudience(echoScreens)
  const caller = await openSocket(echoServer.address, { role: 'counter' })

  const here = newDataFolder({
    ...office,
    printers: [{ place: '1', port: 'simulated', model: 'generic-80', columns: null }],
  })
  const house = await openOffice({
    dataDir: here,
    log: { warn: () => undefined },
    onFault: (fault) => {
      throw fault
    },
  })
  await house.door.submit({ type: 'OpenDay', commandId: newCommandId(), day: today }, CONSOLE)
  const hour = 3_600_000
  const window = { startAt: Date.now() - hour, endAt: Date.now() + hour }
  const rows = codesOf('D').map((code) => ({
    ...{ code, day: today, window, service: 'passport-new' },
    ...{ status: 'booked', priority: false },
  }))
  await house.door.submit({ type: 'ImportAgenda', commandId: newCommandId(), rows }, CONSOLE)
  const seer: Sender = { role: 'kiosk', device: 'kiosk', place: '1', staff: null }
  const bareFolder = mkdtempSync(join(tmpdir(), 'antrean-bench-'))
  const bareCommit = openBareCommit(bareFolder, ROW_BYTES)

  const turn = async (n: number): Promise<void> => {
    const keep = (into: Figures, fromAt: number, toAt = performance.now()) => {
      if (n >= WARM_UP) into.samples.push(toAt - fromAt)
    }
    const code = (letter: string) => `${letter}${String(n).padStart(7, '0')}`

    const paper = sink.nextPaper()
    const scannedAt = performance.now()
    await kiosk.ask({ type: 'CheckIn', commandId: newCommandId(), scanned: code('W') })
    keep(wire, scannedAt)
    const { firstAt, lastAt } = await paper
    keep(firstByte, scannedAt, firstAt)
    keep(allBytes, scannedAt, lastAt)

    const byTurns = [
      async () => {
        const startAt = performance.now()
        bareCommit.commit()
        keep(bare, startAt)
      },
      async () => {
        const startAt = performance.now()
        const scan = { type: 'CheckIn', commandId: newCommandId(), scanned: code('D') }
        const answer = await house.door.submit(scan, seer)
        keep(door, startAt)
        if (answer.status !== 'taken') throw new Error(`not taken: ${JSON.stringify(answer)}`)
      },
    ]
    for (const one of n % 2 === 0 ? byTurns : byTurns.toReversed()) await one()

    const received = audience.next()
    const calledAt = performance.now()
    const called = await counter.ask({ type: 'CallNext', commandId: newCommandId() })
    keep(call, calledAt, await received)
    if (called.kind !== 'call') throw new Error(`no call but ${called.kind}`)

    await caller.emitWithAck('size', audience.last())
    const echoed = echoAudience.next()
    const echoAt = performance.now()
    await caller.emitWithAck('call', { type: 'CallNext', commandId: newCommandId() })
    keep(echo, echoAt, await echoed)

    const [lastBare, lastEcho] = [bare.samples.at(-1), echo.samples.at(-1)]
    if (lastBare !== undefined && lastEcho !== undefined) commitAndEcho.samples.push(lastBare + lastEcho)

    const { ticketId } = called
    await counter.ask({ type: 'Start', commandId: newCommandId(), ticketId })
    await counter.ask({ type: 'Finish', commandId: newCommandId(), ticketId, outcome: 'rejected' })
  }
  for (let n = 0; n < WARM_UP + SAMPLES; n += 1) await turn(n)

  say(`one view of a display: ${JSON.stringify(audience.last()).length} bytes; ${rows.length} bookings each`)
  for (const socket of [...screens, ...echoScreens, caller]) socket.disconnect()
  kiosk.close()
  counter.close()
  echoServer.stop()
  bareCommit.close()
  await server.stop()
  await house.close()
  sink.close()
  for (const used of [folder, here, bareFolder]) rmSync(used, { recursive: true })
}

const tooLong = setTimeout(() => {
  say('the bench took too long')
  process.exit(1)
}, LONGEST_MS)
await measure()
clearTimeout(tooLong)
for (const line of figuresPrint([call, echo, commitAndEcho, door, wire, bare, firstByte, allBytes])) say(line)
say('')
say(aimPrint({ name: 'call / bare socket.io', of: call, beside: echo, share: 0.99, most: 1.5 }))
say(aimPrint({ name: 'call / bare commit + bare socket.io', of: call, beside: commitAndEcho, share: 0.99, most: 1.5 }))
say(aimPrint({ name: 'check-in at the Door / bare commit', of: door, beside: bare, share: 0.5, most: 3 }))
say('')
for (const cost of measureLaw()) say(costPrint(cost))
for (const held of measureMonth()) say(heldPrint(held))
say('')
for (const screen of SCREENS) say(weightPrint(screen, weighPage(screen)))
