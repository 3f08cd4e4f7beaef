import { rmSync } from 'node:fs'
import type { Answer } from '../../protocol/answers.ts'
import { dayOf } from '../../server/days.ts'
import { newCommandId, openOffice } from '../../server/open-office.ts'
import { loadSecret, makeSeal } from '../../server/seal.ts'
import {
  importOver,
  newDataFolder,
  plainOffice,
  type RunningServer,
  startServer,
  wholeDayAgenda,
} from '../faults/server-process.ts'
import { DENPASAR } from '../support/denpasar.ts'
import type { Figures } from './figures.ts'
import { askMember, type Member, openMember } from './load-crowd.ts'

/** The largest office that is promised (reliability section 5). */
export const CROWD = { kiosks: 6, displays: 30, counters: 30, phones: 434 } as const
/** Counters that call; the others watch. */
const CALLING = 12
const BURST = 20
/** Who waits when the day under load begins; each number is followed on several phones. */
const WAITING = 60

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const list = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n + 1))
const figures = (name: string): Figures => ({ name, samples: [] })

/** What a day under load came to. `wrong`: everything that must never happen, in words. */
export type Load = {
  checkIn: Figures
  burst: Figures
  call: Figures
  received: Figures
  bareReceived: Figures
  /** From the kill to the last client that is back with a view of the new server, and from its listening, ms. */
  storm: { clients: number; sinceKillMs: number; sinceListenMs: number; startMs: number }
  calls: number
  numbers: number
  wrong: string[]
}

const until = async (what: string, holds: () => boolean, ms = 60_000): Promise<void> => {
  const endAt = performance.now() + ms
  while (!holds()) {
    if (performance.now() > endAt) throw new Error(`never came: ${what}`)
    await pause(20)
  }
}

const numberOf = (answer: Answer): string | null =>
  answer.status === 'taken' && answer.result.kind === 'check-in' ? answer.result.number : null

/**
 * 500 clients on the real server for `minutes`: 60 check-ins and 60 calls a minute, then 20 check-ins within a second, then
 * kill −9 and everybody back. `bare` measures, at the same moment, how long a plain socket.io server takes to reach as many
 * displays with as large a message; null leaves it out.
 */
export const runLoad = async (minutes: number, bare: ((view: string) => Promise<number>) | null): Promise<Load> => {
  const office = plainOffice({
    kiosks: list(
      CROWD.kiosks,
      (n) => ({ ...DENPASAR.kiosks[0], place: String(n) }) as (typeof DENPASAR.kiosks)[number],
    ),
    displays: list(CROWD.displays, (n) => ({ place: String(n), zone: null, counter: null })),
    counters: list(CROWD.counters, (n) => ({ number: n, stages: ['documents'], helps: [], zone: null })),
  })
  const folder = newDataFolder(office)
  // Paired before the server runs: over the network thirty a minute is the most.
  const house = await openOffice({
    ...{ dataDir: folder, log: { warn: () => undefined } },
    onFault: (fault) => {
      throw fault
    },
  })
  const tokens = new Map<string, string>()
  for (const [role, count] of [
    ['kiosk', CROWD.kiosks],
    ['display', CROWD.displays],
    ['counter', CROWD.counters],
  ] as const)
    for (let n = 1; n <= count; n += 1) tokens.set(`${role} ${n}`, (await house.access.pair(role, String(n))).token)
  const pins = new Map<string, string>()
  for (let n = 0; n < CALLING; n += 1) pins.set(String(n + 10), await house.access.setPin(String(n + 10)))
  await house.close()
  let server: RunningServer = await startServer(folder)
  const perMinute = 60
  const total = WAITING + Math.ceil(minutes * perMinute) + BURST + 10
  const codes = list(total, (n) => `LD${String(n).padStart(6, '0')}`)
  await importOver(server, wholeDayAgenda(dayOf(Date.now(), office.zone), codes))
  const wrong: string[] = []
  const numbers = new Set<string>()
  const called = new Set<string>()
  const load: Load = {
    checkIn: figures('check-in durable, over a socket, 500 clients'),
    burst: figures(`${BURST} check-ins within a second`),
    call: figures('call answered'),
    received: figures(`call -> all of ${CROWD.displays} displays have it, 500 clients`),
    bareReceived: figures(`  bare socket.io, same size, ${CROWD.displays} clients`),
    storm: { clients: 0, sinceKillMs: 0, sinceListenMs: 0, startMs: 0 },
    ...{ calls: 0, numbers: 0, wrong },
  }
  const open = async (role: string, place: string): Promise<Member> =>
    openMember(server.address, role, { place }, tokens.get(`${role} ${place}`) ?? '')
  const kiosks: Member[] = []
  const displays: Member[] = []
  const counters: Member[] = []
  for (let n = 1; n <= CROWD.kiosks; n += 1) kiosks.push(await open('kiosk', String(n)))
  for (let n = 1; n <= CROWD.displays; n += 1) displays.push(await open('display', String(n)))
  for (let n = 1; n <= CROWD.counters; n += 1) counters.push(await open('counter', String(n)))
  for (const [n, counter] of counters.slice(0, CALLING).entries()) {
    const staff = String(n + 10)
    await askMember(counter, { type: 'SignIn', staff, pin: pins.get(staff) })
    await askMember(counter, { type: 'OpenCounter', commandId: newCommandId(), stages: ['documents'], helps: [] })
  }

  let turn = 0
  const checkIn = async (into: Figures | null): Promise<void> => {
    const kiosk = kiosks[turn % kiosks.length]
    const scanned = codes[turn]
    turn += 1
    if (kiosk === undefined || scanned === undefined) throw new Error('no code left')
    const { answer, ms } = await askMember(kiosk, { type: 'CheckIn', commandId: newCommandId(), scanned })
    into?.samples.push(ms)
    const number = numberOf(answer)
    if (number === null) wrong.push(`no number for ${scanned}: ${JSON.stringify(answer)}`)
    else if (numbers.has(number)) wrong.push(`${number} was given twice`)
    else numbers.add(number)
  }
  let caller = 0
  const callOne = async (): Promise<void> => {
    const counter = counters[caller % CALLING]
    caller += 1
    if (counter === undefined) return
    const startAt = performance.now()
    const { answer, ms } = await askMember(counter, { type: 'CallNext', commandId: newCommandId() })
    if (answer.status !== 'taken' || answer.result.kind !== 'call')
      return void wrong.push(`no call: ${JSON.stringify(answer)}`)
    load.call.samples.push(ms)
    const { ticketId } = answer.result
    if (called.has(ticketId)) wrong.push(`${ticketId} was called twice`)
    called.add(ticketId)
    await until('the call on every display', () => displays.every(({ at }) => at >= startAt), 5_000).catch(() =>
      wrong.push(`${ticketId} was not shown everywhere`),
    )
    load.received.samples.push(Math.max(...displays.map(({ at }) => at)) - startAt)
    await askMember(counter, { type: 'Start', commandId: newCommandId(), ticketId })
    await askMember(counter, { type: 'Finish', commandId: newCommandId(), ticketId, outcome: 'rejected' })
    if (bare !== null) load.bareReceived.samples.push(await bare(displays[0]?.content ?? ''))
  }

  for (let n = 0; n < WAITING; n += 1) await checkIn(null)
  const seal = makeSeal(await loadSecret(folder))
  const day = dayOf(Date.now(), office.zone)
  const followed = [...numbers]
  const phones: Member[] = []
  for (let n = 0; n < CROWD.phones; n += 1) {
    const token = seal.tokenOf(`${day}/${followed[n % followed.length]}`)
    phones.push(await openMember(server.address, 'tracker', { token }, null))
  }
  const everybody = [...kiosks, ...displays, ...counters, ...phones]

  for (let second = 0; second < minutes * 60; second += 1) {
    const startAt = performance.now()
    await Promise.all([checkIn(load.checkIn), pause(500).then(callOne)])
    await pause(Math.max(0, 1_000 - (performance.now() - startAt)))
  }
  await Promise.all(list(BURST, (n) => pause((n * 1_000) / BURST).then(() => checkIn(load.burst))))

  const before = everybody.map(({ line, views }) => ({ line, views }))
  const killedAt = performance.now()
  await server.kill()
  server = await startServer(folder, { PORT: new URL(server.address).port })
  const listenAt = performance.now()
  await until('everybody back', () =>
    everybody.every(({ line, views }, i) => line > (before[i]?.line ?? 0) && views > (before[i]?.views ?? 0)),
  )
  const back = performance.now()
  load.storm = {
    ...{ clients: everybody.length, sinceKillMs: back - killedAt, sinceListenMs: back - listenAt },
    startMs: listenAt - killedAt,
  }

  // After the storm everything goes on, and who is idle shows what the office shows.
  await checkIn(null)
  await pause(2_000)
  for (const [role, members] of [
    ['kiosk', kiosks],
    ['display', displays],
  ] as const) {
    const token = tokens.get(`${role} 1`) ?? ''
    const response = await fetch(`${server.address}/api/v1/views/${role}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const { at: _at, seq: _seq, epoch: _epoch, ...now } = (await response.json()) as Record<string, unknown>
    const same = role === 'kiosk' ? members.slice(0, 1) : members
    for (const [n, member] of same.entries()) {
      const shown: unknown = { ...(JSON.parse(member.content) as object), place: '1' }
      if (JSON.stringify(shown) !== JSON.stringify({ ...now, place: '1' }))
        wrong.push(`${role} ${n + 1} shows something else`)
    }
  }
  load.calls = called.size
  load.numbers = numbers.size
  for (const { socket } of everybody) socket.disconnect()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
  return load
}
