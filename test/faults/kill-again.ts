import { afterAll, expect, test } from 'vitest'
import { createRandom } from '../../printer/simulated/random.ts'
import { Answer } from '../../protocol/answers.ts'
import { dayOf } from '../../server/days.ts'
import { journalFile } from '../../server/journal/backup-journal.ts'
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts'
import { verifyJournal } from '../../server/journal/verify-journal.ts'
import { newCommandId } from '../../server/open-office.ts'
import { keepFigure } from '../support/keep-figure.ts'
import { openRoute, type Route } from './route.ts'
import {
  endServers,
  importOver,
  newDataFolder,
  newPin,
  pair,
  plainOffice,
  type RunningServer,
  startServer,
  wholeDayAgenda,
} from './server-process.ts'

/** From the first command of a round to its end, ms. */
const LIFE_MS = { least: 40, most: 420 }
/** Codes at hand when a round begins. */
const CODES = 60
/** Old answers that are asked for again after every start; every answer of the last round is anyway. */
const OLDER = 12
/** Fewer answers in a round would mean that hardly anything was asked: the floor keeps an empty run from passing. */
const FLOOR = 20

const seed = Number(process.env.ANTREAN_SEED ?? Date.now() % 1_000_000)

const random = createRandom(seed)
const draw = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]

type Device = { role: 'kiosk' | 'counter'; place: string; token: string; by: 'socket' | 'http' }
/** A command that was sent: the same id until it is answered, and never another answer afterwards. */
type Sent = { device: Device; command: Record<string, unknown> & { commandId: string }; answer: Answer | null }

const office = plainOffice()
const folder = newDataFolder(office)
const sent: Sent[] = []
let checked = 0
let lost = 0
let startsMs = 0
let codesMade = 0
/** Bookings of the office that nobody came with yet. */
const unused: string[] = []

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Every number that was given, by lane: 1 to the last without a gap and without a double. */
const expectWholeSeries = () => {
  const given = new Map<string, number[]>()
  for (const { answer, command } of sent) {
    if (command.type !== 'CheckIn' || answer?.status !== 'taken' || answer.result.kind !== 'check-in') continue
    const { number, verdict } = answer.result
    expect(verdict).toBe('on-time')
    const [letter = '', ...digits] = number ?? ''
    given.set(letter, [...(given.get(letter) ?? []), Number(digits.join(''))])
  }
  for (const numbers of given.values()) expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, i) => i + 1))
}

/** Sends a command once; it stays unanswered when the server ends first. */
const send = async (route: Route, one: Sent): Promise<Answer | null> => {
  const answer = await route.ask(one.command)
  if (answer !== null) one.answer = answer
  return answer
}

const begin = (device: Device, wish: Record<string, unknown>): Sent => {
  const one: Sent = { device, command: { ...wish, commandId: newCommandId() }, answer: null }
  sent.push(one)
  return one
}

/** One device at work until the server is gone: codes at a kiosk, call, start and finish at a counter. */
const work = async (route: Route, device: Device): Promise<void> => {
  const ask = (wish: Record<string, unknown>) => send(route, begin(device, wish))
  for (;;) {
    if (device.role === 'kiosk') {
      const scanned = unused.pop()
      if (scanned === undefined || (await ask({ type: 'CheckIn', scanned })) === null) return
      continue
    }
    const called = await ask({ type: 'CallNext' })
    if (called === null) return
    if (called.status === 'taken' && called.result.kind === 'call') {
      const { ticketId } = called.result
      if ((await ask({ type: 'Recall', ticketId })) === null) return
      if ((await ask({ type: 'Start', ticketId })) === null) return
      if ((await ask({ type: 'Finish', ticketId, outcome: 'completed' })) === null) return
      continue
    }
    // Nobody to call yet, or a ticket of the round before is still in hand: its case goes on where it stopped.
    const hand = inHand(device)
    if (hand === null) {
      await wait(20)
      continue
    }
    const { ticketId } = hand
    if (hand.step === 'called' && (await ask({ type: 'Start', ticketId })) === null) return
    if ((await ask({ type: 'Finish', ticketId, outcome: 'completed' })) === null) return
  }
}

/** What this counter has in hand by the answers it was given. */
const inHand = (device: Device): { ticketId: string; step: 'called' | 'serving' } | null => {
  let hand: { ticketId: string; step: 'called' | 'serving' } | null = null
  for (const one of sent) {
    if (one.device !== device || one.answer?.status !== 'taken') continue
    const { result } = one.answer
    if (result.kind === 'call') hand = { ticketId: result.ticketId, step: 'called' }
    if (one.command.type === 'Start' && hand !== null) hand = { ...hand, step: 'serving' }
    if (one.command.type === 'Finish') hand = null
  }
  return hand
}

const openRoutes = (server: RunningServer, devices: readonly Device[]) =>
  Promise.all(devices.map(async (device) => ({ device, route: await openRoute(server.address, device) })))

/** After a start: what was lost is asked again with its id, what was answered gets the same answer again. */
const expectNothingLost = async (server: RunningServer, again: readonly Sent[]): Promise<void> => {
  const routes = new Map<Device, Route>()
  for (const one of [...sent.filter(({ answer }) => answer === null), ...again]) {
    const route = routes.get(one.device) ?? (await openRoute(server.address, { ...one.device, by: 'http' }))
    routes.set(one.device, route)
    const known = one.answer
    const answer = await route.ask(one.command)
    expect(answer).not.toBeNull()
    if (known === null) {
      lost += 1
      one.answer = answer
    } else {
      expect(answer).toEqual(known)
      checked += 1
    }
  }
  expectWholeSeries()
}

/**
 * The worst that happens to the process, again and again in one folder, so that the history grows under it. Once for each
 * file: the folder is the file's.
 */
export const killAgain = (rounds: number): void => {
  afterAll(endServers)

  test(`${rounds} times killed at any instant: no answer is lost or changed, no number twice, no gap (seed ${seed})`, {
    tags: ['D1', 'D3', 'F1', 'F2'],
    timeout: 1_200_000,
  }, async (context) => {
    console.log(`kill: seed ${seed} (ANTREAN_SEED=${seed} repeats it)`)
    let server = await startServer(folder)
    const newDevice = async (role: Device['role'], place: string, by: Device['by']): Promise<Device> => ({
      role,
      place,
      by,
      token: await pair(server, role, place),
    })
    const kiosks = [await newDevice('kiosk', '1', 'http'), await newDevice('kiosk', '2', 'socket')]
    const counters = [await newDevice('counter', '1', 'http'), await newDevice('counter', '3', 'socket')]
    const devices = [...kiosks, ...counters]
    for (const [i, counter] of counters.entries()) {
      const staff = `0${i + 1}`
      const route = await openRoute(server.address, { ...counter, by: 'socket' })
      const pin = await newPin(server, staff)
      expect(await route.ask({ type: 'SignIn', staff, pin })).toMatchObject({ status: 'taken' })
      const stages = office.counters.find(({ number }) => String(number) === counter.place)?.stages ?? []
      const opened = begin(counter, { type: 'OpenCounter', stages, helps: [] })
      expect(await send(route, opened)).toMatchObject({ status: 'taken' })
      route.close()
    }
    const today = dayOf(Date.now(), office.zone)
    const topUp = async () => {
      const codes = Array.from({ length: CODES - unused.length }, () => {
        codesMade += 1
        return `K${String(codesMade).padStart(7, '0')}`
      })
      if (codes.length === 0) return
      expect(await importOver(server, wholeDayAgenda(today, codes))).toMatchObject({ body: { added: codes.length } })
      unused.push(...codes)
    }

    for (let round = 1; round <= rounds; round += 1) {
      await topUp()
      const before = sent.length
      const routes = await openRoutes(server, devices)
      const atWork = routes.map(({ device, route }) => work(route, device))
      await wait(LIFE_MS.least + random() * (LIFE_MS.most - LIFE_MS.least))
      await server.kill()
      await Promise.all(atWork)
      for (const { route } of routes) route.close()

      const startedAt = performance.now()
      server = await startServer(folder)
      startsMs += performance.now() - startedAt
      const older = sent.slice(0, before).filter(({ answer }) => answer !== null)
      const samples = Array.from({ length: OLDER }, () => draw(older)).filter((one) => one !== undefined)
      const fresh = sent.slice(before).filter(({ answer }) => answer !== null)
      await expectNothingLost(server, [...fresh, ...samples])
    }

    await expectNothingLost(server, sent)
    expect((await server.stop()).code).toBe(0)
    expect(await verifyJournal(journalFile(folder))).toMatchObject({ status: 'sound' })

    const journal = await openSqliteJournal(journalFile(folder))
    const numbers: string[] = []
    const calls: number[] = []
    for await (const { event } of journal.read()) {
      if (event.type === 'CheckedIn') numbers.push(event.number)
      if (event.type === 'Called' || event.type === 'Recalled') calls.push(event.callNo)
    }
    await journal.close()
    const answered = sent.map(({ answer }) => Answer.parse(answer))
    const results = answered.flatMap((answer) => (answer.status === 'taken' ? [answer.result] : []))
    const given = results.flatMap((result) => (result.kind === 'check-in' ? [result.number ?? 'none'] : []))
    expect(numbers.toSorted()).toEqual(given.toSorted())
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(calls).toEqual(calls.map((_, i) => i + 1))
    expect(calls).toHaveLength(results.filter(({ kind }) => kind === 'call').length)

    console.log(
      `kill: ${rounds} rounds, ${sent.length} commands, ${numbers.length} numbers, ${calls.length} calls, ` +
        `${checked} answers checked, ${lost} asked again after their answer was lost, ` +
        `${Math.round(startsMs / rounds)} ms for a start`,
    )
    keepFigure(context, `${rounds} kills, ${checked} answers asked again, 0 lost`)
    expect(checked).toBeGreaterThan(FLOOR * rounds)
    expect(lost).toBeGreaterThan(rounds / 2)
    expect(calls.length).toBeGreaterThan(rounds)
  })
}
