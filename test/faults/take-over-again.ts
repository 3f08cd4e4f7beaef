import { rmSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRandom } from '../../printer/simulated/random.ts'
import type { Answer } from '../../protocol/answers.ts'
import type { DeviceRole } from '../../protocol/roles.ts'
import { dayOf } from '../../server/days.ts'
import { journalFile } from '../../server/journal/backup-journal.ts'
import { readChain } from '../../server/journal/read-chain.ts'
import { verifyLinks } from '../../server/journal/verify-journal.ts'
import { witnessFile } from '../../server/journal/witness.ts'
import { newCommandId, openOffice } from '../../server/open-office.ts'
import { connectPostgres } from '../../server/postgres/connect.ts'
import { linksOf } from '../../server/postgres/postgres-journal.ts'
import { percentile } from '../bench/figures.ts'
import { keepFigure } from '../support/keep-figure.ts'
import { CAN_CUT, makeNetwork } from '../support/network.ts'
import { type Cluster, POSTGRES, startCluster } from '../support/postgres/cluster.ts'
import { openRoute } from './route.ts'
import { ask, endServers, importOver, plainOffice, wholeDayAgenda } from './server-process.ts'
import { HERE, type Member, makeMembers } from './shared-office.ts'

/** Work between two faults, ms. */
const LIFE_MS = { least: 100, most: 700 }
/** At most so many more people come in a round: a lane has 9,999 numbers a day, and 200 rounds are one day. */
const CODES = 45
/** How long a device waits for an answer before it asks the other server, ms. */
const PATIENCE_MS = 1_000

/** After so many rounds it says how it goes. */
const SAID_EVERY = 20

const pauseOf = (pauses: readonly number[]): string => {
  const [median, p99] = [percentile(pauses, 0.5), percentile(pauses, 0.99)].map(Math.round)
  return `pause ${median} ms, p99 ${p99} ms`
}

/** How the server that leads is lost. One that stopped, or was cut off, comes back when another leads already. */
export type Loss = 'kill' | 'stop' | 'cut'

const fail = (trouble: unknown): never => {
  throw trouble
}

type Sent = { command: Record<string, unknown> & { commandId: string }; token: string; answer: Answer }

/**
 * Loses the server that leads, again and again, while kiosks and counters work: what was acknowledged stands, nobody is called
 * twice, and everybody goes on by himself.
 */
export const takeOverAgain = (rounds: number, wanted: readonly Loss[]): void => {
  describe.skipIf(POSTGRES === null)('an office of two servers', () => {
    let cluster: Cluster
    let members: Member[] = []
    const network = CAN_CUT ? makeNetwork(2) : null
    const losses = network === null ? wanted.filter((loss) => loss !== 'cut') : wanted
    if (losses.length < wanted.length) console.error('LEFT OUT: no network can be made here, so none is cut.')
    beforeAll(async () => {
      cluster = await startCluster({}, network?.address)
    })
    afterAll(async () => {
      for (const member of members) member.signal('SIGKILL')
      await Promise.all(members.map((member) => member.ended()))
      await cluster.remove()
      network?.remove()
      endServers()
    })

    test(`goes on ${rounds} times after its leading server was lost (${losses.join(', ')})`, {
      tags: ['D11'],
      timeout: 2_400_000,
    }, async (context) => {
      const seed = Number(process.env.ANTREAN_SEED ?? Date.now() % 1_000_000)
      const random = createRandom(seed)
      console.log(`take-over: seed ${seed} (ANTREAN_SEED=${seed} repeats it)`)
      const office = plainOffice()
      const store = await cluster.newDatabase()
      const tokens: { kiosks: string[]; counters: string[]; agenda: string; pins: string[] } = {
        ...{ kiosks: [], counters: [], agenda: '', pins: [] },
      }
      members = await makeMembers({
        ...{ store, office, hosts: network?.hosts ?? [HERE, HERE] },
        async prepare(dataDir) {
          // Set up before it is opened to a network, as every office is.
          const house = await openOffice({ dataDir, log: { warn: () => undefined }, onFault: fail })
          const pair = async (role: DeviceRole, place: string) => (await house.access.pair(role, place)).token
          tokens.kiosks = [await pair('kiosk', '1'), await pair('kiosk', '2')]
          tokens.counters = [await pair('counter', '1'), await pair('counter', '3')]
          tokens.agenda = await pair('integration', 'agenda')
          tokens.pins = [await house.access.setPin('01'), await house.access.setPin('02')]
          await house.close()
          rmSync(journalFile(dataDir))
          rmSync(witnessFile(journalFile(dataDir)))
        },
      })
      for (const member of members) await member.start()
      const [first, second] = members
      if (first === undefined || second === undefined) throw new Error('two servers')
      const leader = () => (first.leads() ? first : second)

      const sent: Sent[] = []
      const answeredAt: number[] = []
      let isOver = false
      const unused: string[] = []
      const today = dayOf(Date.now(), office.zone)
      let codesMade = 0
      const topUp = async () => {
        const codes = Array.from({ length: CODES - unused.length }, () => {
          codesMade += 1
          return `K${String(codesMade).padStart(7, '0')}`
        })
        if (codes.length === 0) return
        // Whoever leads may lose that in the middle of it: what was entered then is unchanged at the next try.
        await expect
          .poll(() => importOver({ address: leader().address, console: tokens.agenda }, wholeDayAgenda(today, codes)), {
            timeout: 20_000,
          })
          .toMatchObject({ status: 200 })
        unused.push(...codes)
      }

      /** Asks whichever server answers, with the same id until one does. */
      const sure = async (token: string, wish: Record<string, unknown>): Promise<Answer> => {
        const command = { ...wish, commandId: newCommandId() }
        for (let at = 0; ; at += 1) {
          try {
            const answer = await ask(members[at % 2]?.address ?? '', token, command, PATIENCE_MS)
            sent.push({ command, token, answer })
            answeredAt.push(performance.now())
            return answer
          } catch (trouble) {
            if (!(trouble instanceof TypeError || trouble instanceof DOMException)) throw trouble
            await setTimeout(50)
          }
        }
      }
      const kiosk = async (token: string) => {
        while (!isOver) {
          const scanned = unused.pop()
          if (scanned === undefined) await setTimeout(20)
          else await sure(token, { type: 'CheckIn', scanned })
          await setTimeout(100)
        }
      }
      const counter = async (token: string) => {
        while (!isOver) {
          const called = await sure(token, { type: 'CallNext' })
          await setTimeout(20)
          if (called.status !== 'taken' || called.result.kind !== 'call') continue
          const { ticketId } = called.result
          await sure(token, { type: 'Start', ticketId })
          await sure(token, { type: 'Finish', ticketId, outcome: 'completed' })
        }
      }

      for (const [at, place] of ['1', '3'].entries()) {
        const token = tokens.counters[at] ?? ''
        const route = await openRoute(leader().address, { role: 'counter', place, token, by: 'socket' })
        const who = { staff: `0${at + 1}`, pin: tokens.pins[at] }
        expect(await route.ask({ type: 'SignIn', ...who })).toMatchObject({ status: 'taken' })
        route.close()
        const stages = office.counters.find(({ number }) => String(number) === place)?.stages ?? []
        expect(await sure(token, { type: 'OpenCounter', stages, helps: [] })).toMatchObject({ status: 'taken' })
      }
      await topUp()
      const work = [...tokens.kiosks.map(kiosk), ...tokens.counters.map(counter)]

      const pauses: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        await setTimeout(LIFE_MS.least + random() * (LIFE_MS.most - LIFE_MS.least))
        const [lost, next] = first.leads() ? [first, second] : [second, first]
        const loss = losses[round % losses.length]
        const lostAt = performance.now()
        const host = network?.hosts[members.indexOf(lost)]
        if (loss === 'cut') host?.cut()
        else lost.signal(loss === 'kill' ? 'SIGKILL' : 'SIGSTOP')
        await next.hasLead()
        const taken = answeredAt.length
        // How long it took is a figure; that it comes is the test.
        await expect.poll(() => answeredAt.length, { timeout: 30_000, interval: 5 }).toBeGreaterThan(taken)
        pauses.push((answeredAt[taken] ?? 0) - lostAt)
        if ((round + 1) % SAID_EVERY === 0) console.log(`take-over: ${pauseOf(pauses)} so far`)
        if (loss === 'cut') host?.heal()
        if (loss === 'stop') lost.signal('SIGCONT')
        const code = await lost.ended()
        expect(code).toBe(loss === 'kill' ? null : 75)
        await lost.start()
        expect(lost.leads(), next.said()).toBe(false)
        await topUp()
      }
      isOver = true
      await Promise.all(work)

      // What was answered gets the same answer again, from whichever server.
      for (const { command, token, answer } of sent.slice(-300))
        expect(await ask(second.address, token, command)).toEqual(answer)
      const db = connectPostgres(store)
      const links = linksOf(db, 'office')
      expect(await verifyLinks(links)).toMatchObject({ status: 'sound' })
      const [numbers, calls]: [string[], string[]] = [[], []]
      for await (const { event } of readChain(links)) {
        if (event.type === 'CheckedIn') numbers.push(event.number)
        if (event.type === 'Called') calls.push(event.ticketId)
      }
      await db.destroy()
      const results = sent.flatMap(({ answer }) => (answer.status === 'taken' ? [answer.result] : []))
      const given = results.flatMap((result) => (result.kind === 'check-in' ? [result.number ?? 'none'] : []))
      const called = results.flatMap((result) => (result.kind === 'call' ? [result.ticketId] : []))
      expect(numbers.toSorted()).toEqual(given.toSorted())
      expect(new Set(numbers).size).toBe(numbers.length)
      expect(calls.toSorted()).toEqual(called.toSorted())
      expect(numbers.length).toBeGreaterThan(rounds)
      expect(calls.length).toBeGreaterThan(rounds)
      const said = `${rounds} take-overs, ${sent.length} commands, ${pauseOf(pauses)}`
      console.log(`take-over: ${said}`)
      keepFigure(context, said)
    })
  })
}
