import type { Wish } from '../../protocol/commands.ts'
import type { Office } from '../../protocol/office.ts'
import type { Sender } from '../../protocol/roles.ts'
import type { View } from '../../protocol/views.ts'
import { importAgenda } from '../../server/agenda/import-agenda.ts'
import { type Draws, drawsOf } from '../../simulator/generate/draws.ts'
import { at, DENPASAR, TODAY } from '../support/denpasar.ts'
import { type Client, openClient } from './client.ts'
import { checkChain, makeDisk, type Written } from './disk.ts'
import { atCounter, atDesk, atKiosk, keepActing } from './people.ts'
import { makePrinter } from './printer.ts'
import { CONSOLE, type Life, makeServer, type Server } from './server.ts'
import { letItStorm } from './weather.ts'
import { type HistoryLine, type Look, makeWorld, type Seams, type Sheet, SOUND, type World } from './world.ts'

/**
 * Everything that one storm leaves to be checked. `steps`: how many acts and faults there were; `lives`: of the server;
 * `trusts`: when it began to believe the machine's clock, virtual ms.
 */
export type Aftermath = {
  history: readonly HistoryLine[]
  written: readonly Written[]
  looks: readonly Look[]
  sheets: readonly Sheet[]
  troubles: readonly string[]
  steps: number
  lives: number
  trusts: readonly number[]
}

/** How long people come and are served, virtual ms, and what is left to the office afterwards to come to rest. */
const DAY_MS = 80 * 60_000
const REST_MS = 4 * 60_000
/** A screen is held to the server's state when nothing was under way for it for so long. */
const IDLE_MS = 2000
/** How often a clock is read while somebody waits for an instant, ms. */
const CLOCK_LOOK_MS = 60_000

/** What the counters serve and help with. */
const DUTIES = [
  { stages: ['documents'], helps: [] },
  { stages: ['interview'], helps: ['documents'] },
  { stages: ['documents', 'interview'], helps: [] },
]

/** The example office with less to say, so that its views are made in a fraction of the time: rules are what they were. */
const officeOf = (draws: Draws, kiosks: readonly string[]): Office => {
  const { services, hours, reasons, ...rest } = DENPASAR
  const few = Object.entries(reasons).map(([kind, all]) => [kind, all.filter(({ id }) => USED.includes(id))])
  return {
    ...rest,
    services: services.slice(0, 1),
    reasons: { ...reasons, ...Object.fromEntries(few) },
    hours: draws.chance(0.05) ? hours : null,
    estimate: { ...rest.estimate, runs: 0 },
    checklist: draws.chance(0.15),
    undoSec: 60,
    returns: { sameCounter: draws.chance(0.5) },
    survey: { ...rest.survey, on: draws.chance(0.1), everyKth: 1 },
    counters: DUTIES.map((duty, i) => ({ number: i + 1, ...duty, zone: 'room-a' })),
    kiosks: kiosks.map((place) => ({ place, printer: place, spare: place === '2' ? '1' : null, scanner: null })),
    printers: kiosks.map((place) => ({ place, port: 'simulated', model: 'epson-tm-t82x', columns: null })),
  }
}

/** The codes of reasons that people of a storm give. */
const USED = ['other', 'urgent', 'copy', 'left', 'rest']

/** A storm of the morning, or one in which midnight passes: when it begins, and the windows that are booked. */
const MORNING = { from: '07.40', hours: ['07.30-08.30', '08.00-09.00', '08.30-09.30', '09.00-10.00'] }
const NIGHT = { from: '23.10', hours: ['22.00-23.00', '22.30-23.30', '23.00-23.59'] }

/** The list of the day as the file that an office imports, and its codes in the order in which people come. */
const agendaOf = (draws: Draws, hoursSold: readonly string[], visitors: number): { csv: string; codes: string[] } => {
  const rows = Array.from({ length: visitors }, (_, i) => {
    const code = `STORM${String(100 + i)}`
    const hours = hoursSold[Math.floor(draws.uniform(0, hoursSold.length))] ?? ''
    const family = draws.chance(0.25) ? `FAM${Math.floor(draws.uniform(0, 2))}` : ''
    return { code, hours, family, priority: draws.chance(0.1) ? 'ya' : 'tidak' }
  })
  const lines = rows.map(({ code, hours, family, priority }) =>
    [code, TODAY, hours, 'passport-new', priority, family].join(','),
  )
  const csv = `kode,tanggal,jam,layanan,prioritas,rombongan\n${lines.join('\n')}\n`
  return { csv, codes: rows.map(({ code }) => code) }
}

/** What a page shows of a view at an instant, as text: what can be taken back for some seconds it takes away by itself. */
const contentOf = (view: View, at: number): string => {
  const isOver = view.role === 'counter' && view.undo !== null && view.undo.untilAt <= at
  return JSON.stringify({ ...view, seq: 0, at: 0, ...(isOver && { undo: null }) })
}

/** Holds every page that was left alone for a while against what the server would show it now; the others are returned. */
const lookAround = (world: World, server: Server, { door, clock }: Life, clients: readonly Client[]): Client[] => {
  const { time } = world
  const busy: Client[] = []
  // It finds a clock that was set right when it reads it; what fell due meanwhile is looked at within a minute.
  clock.now()
  const trustedAt = server.trusts().at(-1) ?? 0
  for (const client of clients) {
    const quietSince = client.line()?.quietSince() ?? Number.POSITIVE_INFINITY
    if (time.now() - Math.max(quietSince, trustedAt + CLOCK_LOOK_MS) < IDLE_MS) {
      busy.push(client)
      continue
    }
    const seen = client.seen()
    // Where there is nothing to see, as on the phone of a ticket of another day, nothing is held against it.
    door.watch(client.sender, (view) => {
      const server = contentOf(view, view.at)
      const shown = seen.status === 'live' ? contentOf(seen.view, view.at) : seen.status
      world.looks.push({ client: client.name, at: time.now(), shown, server })
    })()
  }
  return busy
}

/** In calm weather everybody is back, and right. */
const lookAtTheEnd = async (world: World, server: Server, clients: readonly Client[]): Promise<void> => {
  let busy = clients
  for (let i = 0; i < 40 && busy.length > 0; i++) {
    const life = server.life()
    if (life !== null) busy = lookAround(world, server, life, busy)
    await world.time.run(world.time.now() + IDLE_MS)
  }
  world.troubles.push(...busy.map(({ name }) => `${name} is not back at the end`))
}

/** One day of the whole office from one seed. `steps`: its prefix of so many acts and faults; `onLine` hears the story. */
export const runStorm = async (
  seed: number,
  options: {
    steps?: number
    seams?: Seams
    onLine?: (atMs: number, who: string, what: string) => void
  } = {},
): Promise<Aftermath> => {
  const { steps = Number.POSITIVE_INFINITY, seams = SOUND, onLine } = options
  const when = drawsOf('storm', seed, 'when').chance(0.05) ? NIGHT : MORNING
  const world = makeWorld({ seed, seams, steps, onLine, wallAt: at(when.from) })
  const { time } = world
  const draws = world.draws('day')
  const places = draws.chance(0.5) ? ['1', '2'] : ['1']
  const office = officeOf(draws, places)
  const visitors = Math.round(
    draws.oneOf([
      [draws.uniform(2, 4), 0.76],
      [draws.uniform(4, 10), 0.2],
      [draws.uniform(10, 30), 0.04],
    ]),
  )
  const { csv, codes } = agendaOf(draws, when.hours, visitors)
  const disk = makeDisk(time, world.draws('disk'), seams.disk)
  const server = makeServer(world, disk, office, draws.chance(0.1))
  const temper = { silent: draws.chance(0.5) ? draws.uniform(0, 0.4) : 0, isMute: draws.chance(0.2) }
  const printers = places.map((place) => makePrinter(world, place, temper))
  server.onStart((life) => {
    for (const printer of printers) printer.drive(life)
  })

  server.start()
  await time.run(1000)
  const imported = importAgenda(
    { door: server.life()?.door ?? raise(), sender: CONSOLE, newCommandId: () => world.newId('house'), office },
    new TextEncoder().encode(csv),
    { day: null, acceptGoodRows: false },
  )
  await runUntil(world, imported)
  if ((await imported).status !== 'entered') throw new Error(`the list of seed ${seed} did not enter`)

  const isRough = draws.chance(0.5)
  const climate = {
    duplicate: isRough ? draws.uniform(0, 0.3) : 0,
    reorder: isRough ? draws.uniform(0, 0.5) : 0,
    lateAfterCut: isRough ? draws.uniform(0, 1) : 0,
  }
  const open = (role: Sender['role'], place: string, staff: string | null = null): Client => {
    const client = openClient(world, server, { role, device: `${role}-${place}`, place, staff }, climate)
    clients.push(client)
    return client
  }
  const clients: Client[] = []
  const used: string[] = []
  const kiosks = places.map((place) => open('kiosk', place))
  const meanKioskMs = (50 * 60_000 * kiosks.length) / visitors
  for (const kiosk of kiosks) keepActing(world, kiosk, meanKioskMs, (chance) => atKiosk(kiosk, chance, codes, used))
  const serving = DUTIES.slice(0, draws.chance(0.25) ? 3 : 2)
  const counters = serving.map((duty, i) => {
    const counter = open('counter', String(i + 1), `0${i + 1}`)
    keepActing(world, counter, meanKioskMs / 3 / kiosks.length, (chance) => atCounter(counter, chance, duty))
    return counter
  })
  if (draws.chance(0.5)) open('display', '1')
  const ticketIds = (): string[] => [...new Set(world.sheets.map(({ ticketId }) => ticketId))]
  if (draws.chance(0.25)) {
    const desk = open('supervisor', 'desk', '90')
    keepActing(world, desk, meanKioskMs, (chance) => atDesk(desk, chance, ticketIds()))
  }
  keepRushing(world, draws, { kiosks, counters, codes, used, meanMs: meanKioskMs })
  if (draws.chance(0.25))
    time.after(draws.uniform(0, 1.5 * meanKioskMs), () => {
      const ticketId = ticketIds()[0]
      if (ticketId !== undefined) open('tracker', ticketId)
    })
  const clearUp = letItStorm(
    world,
    { server, disk, clients: () => clients, printers },
    draws.uniform(0.1, 1) * meanKioskMs,
  )
  const meanLookMs = draws.uniform(2, 6) * meanKioskMs
  const look = (): void => {
    if (world.calm) return
    const life = server.life()
    if (life !== null) lookAround(world, server, life, clients)
    time.after(meanLookMs, look)
  }
  time.after(meanLookMs, look)

  // Most people come in the first hour; what is left of the day is for those who wait.
  const endMs = DAY_MS
  await time.run(endMs)
  world.calm = true
  clearUp()
  await time.run(endMs + REST_MS)
  await lookAtTheEnd(world, server, clients)
  const written = disk.written()
  try {
    checkChain(written)
  } catch (cause) {
    world.troubles.push(`the journal is damaged: ${String(cause)}`)
  }
  const { history, looks, sheets, troubles } = world
  return {
    history,
    written,
    looks,
    sheets,
    troubles,
    steps: world.taken(),
    lives: server.lives(),
    trusts: server.trusts(),
  }
}

/** Now and then everybody presses at once: the counters call in one instant, one code is shown at two kiosks. */
const keepRushing = (
  world: World,
  draws: Draws,
  {
    kiosks,
    counters,
    codes,
    used,
    meanMs,
  }: { kiosks: Client[]; counters: Client[]; codes: string[]; used: string[]; meanMs: number },
): void => {
  const all = (clients: readonly Client[], wish: Wish): void => {
    for (const client of clients) if (client.isLive() && world.mayGoOn()) client.submit(wish)
  }
  const wait = (): void =>
    void world.time.after(draws.exponential(meanMs), () => {
      if (world.calm) return
      const code = codes[0]
      if (draws.chance(0.5)) all(counters, { type: 'CallNext' })
      else if (code !== undefined) {
        used.push(...codes.splice(0, 1))
        all(kiosks, { type: 'CheckIn', scanned: code })
      }
      wait()
    })
  wait()
}

/** Lets time pass until something is done that needs the server. */
const runUntil = async (world: World, done: Promise<unknown>): Promise<void> => {
  let isDone = false
  const end = (): void => {
    isDone = true
  }
  done.then(end, end)
  for (let i = 0; i < 200 && !isDone; i++) {
    world.time.stir()
    await world.time.run(world.time.now() + 1)
  }
}

const raise = (): never => {
  throw new Error('the server of a storm did not start in calm weather')
}
