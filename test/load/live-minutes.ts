import type { Crowd } from './crowd.ts'
import { rest } from './until.ts'

const BURST = 20

/** What a while under load came to, ms; `wrong`: everything that must never happen, in words. */
export type Lived = {
  checkIns: number[]
  calls: number[]
  /** From the press of a call to each screen and phone that it changed. */
  received: number[]
  /** The same to the last of them, of each call. */
  last: number[]
  /** The same, while every counter at work calls at once. */
  race: number[]
  /** Check-ins while twenty come within a second. */
  burst: number[]
  /** The numbers that were answered. */
  given: string[]
  wrong: string[]
}

/**
 * A check-in and a call in every second, then twenty check-ins within one, then every counter calls at once. `beside` is
 * done after each call, for a yardstick of the same moment.
 */
export const liveMinutes = async (
  crowd: Crowd,
  seconds: number,
  beside: () => Promise<void> = async () => {},
): Promise<Lived> => {
  const lived: Lived = { checkIns: [], calls: [], received: [], last: [], race: [], burst: [], given: [], wrong: [] }
  const { members, everybody, office } = crowd
  /** By event: when it came to whom, and to how many displays. */
  const arrivals = new Map<number, { at: number[]; displays: number }>()
  for (const member of everybody)
    member.watch(({ seq }, at) => {
      const here = arrivals.get(seq) ?? { at: [], displays: 0 }
      here.at.push(at)
      if (member.guest().hello.role === 'display') here.displays += 1
      arrivals.set(seq, here)
    })
  const asked: { seq: number; askedAt: number; ticketId: string }[] = []

  const checkIn = async (into: number[]): Promise<string> => {
    const { number, ms } = await crowd.checkIn()
    into.push(ms)
    lived.given.push(number)
    return number
  }
  const call = async (counter: number): Promise<string> => {
    const called = await crowd.call(counter)
    lived.calls.push(called.ms)
    asked.push(called)
    await crowd.serve(counter, called.ticketId)
    return called.ticketId
  }

  for (let second = 0; second < seconds; second += 1) {
    const work = async () => {
      await rest(500)
      const done = await call(second % office.staff.length)
      await beside()
      return done
    }
    const [number, done] = await Promise.all([checkIn(lived.checkIns), work(), rest(1_000)])
    await crowd.handOver(done, number)
  }
  await Promise.all(
    Array.from({ length: BURST }, async (_, n) => {
      await rest((n * 1_000) / BURST)
      await checkIn(lived.burst)
    }),
  )
  const alone = asked.length
  await Promise.all(office.staff.map((_, counter) => call(counter)))
  await rest(1_000)

  for (const [n, { seq, askedAt, ticketId }] of asked.entries()) {
    const { at, displays } = arrivals.get(seq) ?? { at: [], displays: 0 }
    if (displays !== members.display.length) lived.wrong.push(`${ticketId} came to ${displays} displays`)
    const took = at.map((came) => came - askedAt)
    if (n < alone) lived.received.push(...took)
    ;(n < alone ? lived.last : lived.race).push(Math.max(...took))
  }
  return lived
}
