/**
 * The second half of `npm run bench`: how soon people see something, in the Chromium of `ANTREAN_BROWSER`, beside bare
 * pages in the same browser at the same moment. `ANTREAN_BENCH_SAMPLES` names how many calls.
 */
import type { Browser } from 'playwright-core'
import { dayOf } from '../../server/days.ts'
import { newCommandId } from '../../server/open-office.ts'
import { loadSecret, makeSeal } from '../../server/seal.ts'
import { openBrowser, SIZES } from '../e2e/support.ts'
import {
  endServers,
  importOver,
  newDataFolder,
  newPin,
  pair,
  plainOffice,
  startServer,
  wholeDayAgenda,
} from '../faults/server-process.ts'
import { costPrint, type Figures, figuresPrint, kB, ratioPrint } from './figures.ts'
import { measureFirstPaint } from './first-paint.ts'
import { makeAudience, openAsker, openDevice, openSocket, startEcho } from './sockets.ts'
import { type Machine, openWatched, type Painted } from './watched-page.ts'

const WARM_UP = 20
const CALLS = Number(process.env.ANTREAN_BENCH_SAMPLES ?? 120)
const OPENINGS = 10
/** Aims, ms: the first paint of a screen, and a number on the glass after its call. */
const FIRST_PAINT_MOST = 1_000
const PAINTED_MOST = 150
/** The pages are done by then whatever happens. */
const LONGEST_MS = 300_000

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const figures = (name: string): Figures => ({ name, samples: [] })
/** The pages' clock. */
const epochNow = (): number => performance.timeOrigin + performance.now()

const onDisplay = figures('call -> painted on the display')
const onCounter = figures('call -> painted at the counter')
const onBare = figures('  bare socket.io -> painted on a bare page')

/** A real server, a counter at work, and a hall whose last number is on a phone. */
const openHall = async () => {
  const office = plainOffice()
  const today = dayOf(Date.now(), office.zone)
  const folder = newDataFolder(office)
  const server = await startServer(folder)
  const codes = Array.from({ length: WARM_UP + CALLS + 1 }, (_, n) => `W${String(n).padStart(7, '0')}`)
  await importOver(server, wholeDayAgenda(today, codes))
  const tokens = {
    kiosk: await pair(server, 'kiosk', '1'),
    display: await pair(server, 'display', '1'),
    counter: await pair(server, 'counter', '1'),
  }
  const kiosk = await openAsker(server.address, 'kiosk', '1', tokens.kiosk, 4)
  for (const scanned of codes) await kiosk.ask({ type: 'CheckIn', commandId: newCommandId(), scanned })
  kiosk.close()
  const counter = await openAsker(server.address, 'counter', '1', tokens.counter, 12)
  await counter.ask({ type: 'SignIn', staff: '07', pin: await newPin(server, '07') })
  await counter.ask({ type: 'OpenCounter', commandId: newCommandId(), stages: ['documents'], helps: [] })

  const last = `${today}/A${String(codes.length).padStart(3, '0')}`
  const machine = (role: 'kiosk' | 'display' | 'counter'): Machine => ({
    url: `${server.address}/${role}/1`,
    viewport: SIZES[role],
    cookies: [{ name: `antrean-${role}-1`, value: tokens[role] }],
  })
  const machines = {
    kiosk: machine('kiosk'),
    display: machine('display'),
    counter: machine('counter'),
    phone: {
      url: `${server.address}/t/${makeSeal(await loadSecret(folder)).tokenOf(last)}`,
      viewport: SIZES.phone,
      cookies: [],
    },
  }
  return { server, tokens, counter, machines }
}

type Hall = Awaited<ReturnType<typeof openHall>>

/** Every screen is opened for the first time, in turns with a page that is nothing. */
const measureOpenings = async (browser: Browser, { machines }: Hall, bare: Machine): Promise<void> => {
  const screens = Object.entries({ ...machines, bare }).map(([name, machine]) => ({
    machine,
    paint: figures(name === 'bare' ? '  first paint, one line of bare HTML' : `first paint, ${name}`),
    scripts: { sent: 0, unpacked: 0 },
  }))
  for (let n = 0; n < OPENINGS; n += 1)
    for (const screen of screens) {
      const { ms, ...scripts } = await measureFirstPaint(browser, screen.machine)
      screen.paint.samples.push(ms)
      screen.scripts = scripts
    }
  const paints = screens.map(({ paint }) => paint)
  for (const line of figuresPrint(paints)) say(line)
  say('')
  for (const of of paints.slice(0, -1)) say(costPrint({ of, most: FIRST_PAINT_MOST }))
  for (const of of paints.slice(0, -1)) say(ratioPrint(of, paints.at(-1) ?? of))
  for (const { paint, scripts } of screens.slice(0, -1))
    say(`${paint.name}: ${kB(scripts.sent)} of script came over the wire for ${kB(scripts.unpacked)}`)
  say('')
}

/** A counter calls while all four screens are open. */
const measureCalls = async (browser: Browser, { server, tokens, counter, machines }: Hall, bare: string) => {
  const kiosk = await openWatched(browser, machines.kiosk, null)
  const phone = await openWatched(browser, machines.phone, null)
  const display = await openWatched(browser, machines.display, '.kini.menyala .nomor')
  const desk = await openWatched(browser, machines.counter, '.kepala:has(.dipanggil) .nomor')
  const echo = await openWatched(browser, { ...machines.display, url: bare, cookies: [] }, '.nomor')
  const pages = [kiosk, phone, display, desk, echo]
  await kiosk.page.locator('.panggil[aria-disabled="false"]').waitFor()
  await phone.page.locator('.nomor').waitFor()
  await display.page.locator('.papan').waitFor()
  await desk.page.locator('button[aria-keyshortcuts="F1"]').waitFor()

  // The bare message is as long as the real one.
  const listener = await openDevice(server.address, 'display', '1', tokens.display)
  const audience = makeAudience([listener])
  const caller = await openSocket(new URL(bare).origin, { role: 'counter' })

  const turn = async (n: number): Promise<void> => {
    const keep = (into: Figures, fromAt: number, painted: Painted, number: string) => {
      if (painted.number !== number) throw new Error(`${painted.number} was painted for ${number}`)
      if (n >= WARM_UP) into.samples.push(painted.at - fromAt)
    }
    await Promise.all(pages.map((page) => page.settled()))
    const [shown, inHand] = [display.next(), desk.next()]
    const calledAt = epochNow()
    const called = await counter.ask({ type: 'CallNext', commandId: newCommandId() })
    if (called.kind !== 'call') throw new Error(`no call but ${called.kind}`)
    keep(onDisplay, calledAt, await shown, called.number)
    keep(onCounter, calledAt, await inHand, called.number)

    await caller.emitWithAck('size', { ...Object(audience.last()), number: called.number })
    await Promise.all(pages.map((page) => page.settled()))
    const echoed = echo.next()
    const echoAt = epochNow()
    await caller.emitWithAck('call', { type: 'CallNext', commandId: newCommandId() })
    keep(onBare, echoAt, await echoed, called.number)

    const { ticketId } = called
    await counter.ask({ type: 'Start', commandId: newCommandId(), ticketId })
    await counter.ask({ type: 'Finish', commandId: newCommandId(), ticketId, outcome: 'rejected' })
  }
  for (let n = 0; n < WARM_UP + CALLS; n += 1) await turn(n)
  listener.disconnect()
  caller.disconnect()
  for (const line of figuresPrint([onDisplay, onCounter, onBare])) say(line)
  say('')
  for (const of of [onDisplay, onCounter]) say(costPrint({ of, most: PAINTED_MOST }))
  for (const of of [onDisplay, onCounter]) say(ratioPrint(of, onBare))
}

const tooLong = setTimeout(() => {
  say('the pages took too long')
  endServers()
  process.exit(1)
}, LONGEST_MS)
const browser = await openBrowser()
const echo = await startEcho()
try {
  const hall = await openHall()
  const bare = { url: `${echo.address}/`, viewport: SIZES.display, cookies: [] }
  await measureOpenings(browser, hall, bare)
  await measureCalls(browser, hall, `${echo.address}/echo`)
  hall.counter.close()
  await hall.server.stop()
} finally {
  clearTimeout(tooLong)
  await browser.close()
  echo.stop()
  endServers()
}
