import { isDeepStrictEqual } from 'node:util'
import { journalFile } from '../../server/journal/backup-journal.ts'
import { readChain } from '../../server/journal/read-chain.ts'
import { openForReading } from '../../server/journal/sqlite-journal.ts'
import { newCommandId } from '../../server/open-office.ts'
import { type LoadOffice, openLoadOffice, type Size } from './load-office.ts'
import { findWrong, type Guest, type Member, openMember } from './member.ts'
import { until } from './until.ts'

/** Who waits when a crowd is complete; each number is followed on several phones. */
const WAITING = 60

/** An office with everybody connected, and what they do in it. */
export type Crowd = {
  office: LoadOffice
  members: Record<'kiosk' | 'display' | 'counter' | 'phone', Member[]>
  everybody: Member[]
  /** Somebody comes with the next code to the next kiosk: the number given, and how long that took, ms. */
  checkIn(): Promise<{ number: string; ms: number }>
  /** A counter calls whoever is next: who, when that was asked, how long the answer took, ms, and as which event. */
  call(counter: number): Promise<{ ticketId: string; askedAt: number; ms: number; seq: number }>
  /** The one whom a counter has called comes, and is done. */
  serve(counter: number, ticketId: string): Promise<void>
  /** The phones of whoever was done leave, and as many come that follow this number; how many. */
  handOver(done: string, number: string): Promise<number>
  /** Resolves when everybody shows what the office would show them; rejects with the first who does not. */
  isRight(): Promise<void>
  /** What is wrong with the numbers and calls of the journal, in words; `given`: the numbers that were answered. */
  audit(given: readonly string[]): Promise<string[]>
  close(): Promise<void>
}

/** The number of a ticket, which is the end of its id. */
const numberOf = (ticketId: string): string => ticketId.slice(ticketId.indexOf('/') + 1)

/** What of the numbers of one lane is double, missing between the first and the last, or missing though it was answered. */
const faultsOf = (numbers: readonly string[], given: readonly string[]): string[] => {
  const held = new Set(numbers)
  const doubles = numbers.length - held.size
  const places = numbers.map((number) => Number(number.slice(1))).toSorted((a, b) => a - b)
  const gaps = places.filter((place, i) => place !== i + 1)
  return [
    ...(doubles > 0 ? [`${doubles} numbers twice`] : []),
    ...(doubles === 0 && gaps.length > 0 ? [`a gap before ${gaps[0]}`] : []),
    ...given.filter((number) => !held.has(number)).map((number) => `${number} was answered and is not kept`),
    ...(new Set(given).size < given.length ? ['a number was answered twice'] : []),
  ]
}

/** Opens the office, signs its staff in, lets the first come, and connects everybody, `phones` included. */
export const openCrowd = async (
  size: Size,
  phones: number,
  visitors: number,
  more: Record<string, string> = {},
): Promise<Crowd> => {
  const office = await openLoadOffice(size, WAITING + visitors, more)
  const { address } = office.server()
  const openAll = (guests: readonly Guest[]) => Promise.all(guests.map((guest) => openMember(address, guest)))
  const members: Crowd['members'] = {
    kiosk: await openAll(office.guests.kiosk),
    display: await openAll(office.guests.display),
    counter: await openAll(office.guests.counter),
    phone: [],
  }
  const taken = async (member: Member | undefined, wish: object) => {
    if (member === undefined) throw new Error(`nobody for ${JSON.stringify(wish)}`)
    const { answer, ms } = await member.ask(wish)
    if (answer.status !== 'taken') throw new Error(`${JSON.stringify(wish)}: ${JSON.stringify(answer)}`)
    return { result: answer.result, ms }
  }
  for (const [n, who] of office.staff.entries()) {
    await taken(members.counter[n], { type: 'SignIn', ...who })
    const open = { type: 'OpenCounter', commandId: newCommandId(), stages: ['documents'], helps: [] }
    await taken(members.counter[n], open)
  }

  /** Which event put a ticket into the hands of a counter, by the view of that counter. */
  const seqOf = new Map<string, number>()
  for (const counter of members.counter)
    counter.watch(({ seq, inHand }) => {
      if (typeof inHand !== 'object' || inHand === null || !('ticketId' in inHand)) return
      const ticketId = String(inHand.ticketId)
      if (!seqOf.has(ticketId)) seqOf.set(ticketId, seq)
    })

  let turn = 0
  const checkIn: Crowd['checkIn'] = async () => {
    turn += 1
    const scanned = office.codes.pop()
    if (scanned === undefined) throw new Error('no code is left')
    const kiosk = members.kiosk[turn % members.kiosk.length]
    const { result, ms } = await taken(kiosk, { type: 'CheckIn', commandId: newCommandId(), scanned })
    if (result.kind !== 'check-in' || result.number === null) throw new Error(`no number: ${JSON.stringify(result)}`)
    return { number: result.number, ms }
  }
  const first: string[] = []
  for (let n = 0; n < WAITING; n += 1) first.push((await checkIn()).number)
  const followed = Array.from({ length: phones }, (_, n) => office.phoneOf(first[n % first.length] ?? ''))
  members.phone = await openAll(followed)
  const everybody = Object.values(members).flat()

  return {
    ...{ office, members, everybody, checkIn },
    async call(counter) {
      const askedAt = performance.now()
      const { result, ms } = await taken(members.counter[counter], { type: 'CallNext', commandId: newCommandId() })
      if (result.kind !== 'call') throw new Error(`no call: ${JSON.stringify(result)}`)
      const { ticketId } = result
      await until(`${ticketId} at its counter`, () => seqOf.has(ticketId))
      return { ticketId, askedAt, ms, seq: seqOf.get(ticketId) ?? 0 }
    },
    async serve(counter, ticketId) {
      await taken(members.counter[counter], { type: 'Start', commandId: newCommandId(), ticketId })
      const done = { type: 'Finish', commandId: newCommandId(), ticketId, outcome: 'rejected' }
      await taken(members.counter[counter], done)
    },
    async handOver(done, number) {
      const [left, came] = [office.phoneOf(numberOf(done)), office.phoneOf(number)]
      const leaving = members.phone.filter((phone) => isDeepStrictEqual(phone.guest(), left))
      await Promise.all(leaving.map((phone) => phone.become(came.hello)))
      return leaving.length
    },
    async isRight() {
      let wrong: string[] = []
      const look = async () => {
        wrong = await findWrong(address, everybody)
        return wrong.length === 0
      }
      await until('everybody right', look, 30_000).catch(() => {
        throw new Error(`${wrong.length} of ${everybody.length}: ${wrong[0]}`)
      })
    },
    async audit(given) {
      const { links, close } = openForReading(journalFile(office.folder))
      const [numbers, called]: [string[], string[]] = [[], []]
      for await (const { event } of readChain(links)) {
        if (event.type === 'CheckedIn') numbers.push(event.number)
        if (event.type === 'Called') called.push(event.ticketId)
      }
      await close()
      const twice = called.length - new Set(called).size
      return [...faultsOf(numbers, [...first, ...given]), ...(twice > 0 ? [`${twice} called twice`] : [])]
    },
    async close() {
      for (const member of everybody) member.close()
      await office.server().stop()
    },
  }
}
