import { exactly, type Finding, nearTheory } from '../finding.ts'
import { playDay } from '../play-day.ts'
import { policy } from '../policy.ts'
import { cobham, conservedWait, erlangC, pollaczekKhinchine } from '../theory/formulas.ts'
import { type QueueOffice, queueDay, queueFrame, steadyNumber, steadyWork } from '../theory/queue-day.ts'
import { ratioOf } from '../theory/ratio-of.ts'
import { recursiveWaits } from '../theory/recursion.ts'
import { type Effort, meanWait, playQueue, type Wait } from './play-queue.ts'

/** A whit above zero: a wait that is only a rounding of the clock is none. */
const WAITED_MIN = 1e-6

const exponential = (servers: number, load: number, service: number): QueueOffice => ({
  servers: [servers],
  rate: (servers * load) / service,
  service: (draws) => [draws.exponential(service)],
  present: (draws) =>
    Array.from({ length: steadyNumber(draws, servers, servers * load) }, () => [draws.exponential(service)]),
})

/** Validation 1: mean wait, probability of waiting and one point of the tail, first come first served. */
export const checkErlang = (servers: number, load: number, effort: Effort): Finding[] => {
  const service = servers
  const office = exponential(servers, load, service)
  const theory = erlangC({ servers, rate: office.rate, service })
  const days = playQueue(office, 'fifo', 1, { ...effort, warmMin: 0 })
  const far = 2 * theory.meanWait
  const name = `M/M/${servers} ρ ${load}`
  return [
    nearTheory(`${name}: mean wait`, meanWait(days), theory.meanWait),
    nearTheory(`${name}: share that waits`, meanWait(days, isOver(WAITED_MIN)), theory.waits),
    nearTheory(`${name}: share beyond twice the mean`, meanWait(days, isOver(far)), theory.longerThan(far)),
  ]
}

/** Days of the recursion, which is so fast that it comes within about 1 % of the theory. */
const RECURSION_DAYS = 4000
/** Instants are milliseconds with rounding in the last digits; in minutes. */
const ROUNDING_MIN = 1e-6

/**
 * Validation 1, its sharp half: the recursion over thousands of days is what theory says, and the simulator is the
 * recursion ticket by ticket.
 */
export const checkRecursion = (servers: number, load: number, effort: Effort): Finding[] => {
  const office = exponential(servers, load, servers)
  const name = `M/M/${servers} ρ ${load}`
  const theory = erlangC({ servers, rate: office.rate, service: servers })
  const days = Array.from({ length: RECURSION_DAYS }, (_, index) => {
    const day = queueDay(office, index, effort.seed, effort.lengthMin)
    const waits = recursiveWaits(day).filter((_wait, who) => (day.applicants[who]?.arrive ?? 0) > 0)
    return { sum: waits.reduce((sum, wait) => sum + wait, 0), count: waits.length }
  })
  const differing = Array.from({ length: effort.days }, (_, index) => {
    const day = queueDay(office, index, effort.seed, effort.lengthMin)
    const expected = recursiveWaits(day)
    return playDay(queueFrame(office), day, policy('fifo')).visits.filter(({ arriveMin, cases: [first] }, who) => {
      const wait = (first?.calledMin ?? Number.POSITIVE_INFINITY) - arriveMin
      return Math.abs(wait - (expected[who] ?? 0)) > ROUNDING_MIN
    }).length
  })
  return [
    nearTheory(`${name}: mean wait of the recursion`, ratioOf(days), theory.meanWait),
    exactly(
      `${name}: waits that differ from the recursion`,
      differing.reduce((sum, count) => sum + count, 0),
      0,
    ),
  ]
}

/** Validation 2: one counter, cases of the given variation. */
export const checkPollaczek = (cv: number, effort: Effort): Finding[] => {
  const load = 0.75
  const office: QueueOffice = {
    ...{ servers: [1], rate: load },
    service: (draws) => [draws.lognormal(1, cv)],
    present: (draws) => steadyWork(draws, load, { mean: 1, cv }).map((left) => [left]),
  }
  const days = playQueue(office, 'fifo', 1, effort)
  return [nearTheory(`M/G/1 CV ${cv}: mean wait`, meanWait(days), pollaczekKhinchine({ rate: load, service: 1, cv }))]
}

/** Validation 3: three counters, priority strictly first. */
export const checkCobham = (effort: Effort): Finding[] => {
  const [servers, load, service, priority] = [3, 0.85, 2, 0.3]
  const office = { ...exponential(servers, load, service), priority }
  const days = playQueue(office, 'classes', 1, effort)
  const rates = [office.rate * priority, office.rate * (1 - priority)]
  const [first = 0, second = 0] = cobham({ servers, rates, service })
  const of = (isFirst: boolean) => meanWait(days.map((waits) => waits.filter((wait) => wait.priority === isFirst)))
  return [
    nearTheory('two classes, three counters: priority', of(true), first),
    nearTheory('two classes, three counters: the others', of(false), second),
  ]
}

/** Orders that differ as much as they can without looking at the length of a case. */
const ORDERS = ['fifo', 'classes', 'window+priority5+walkin30']

/** Validation 4: Σ ρ·W of two classes is the same under every order. */
export const checkConservation = (effort: Effort): Finding[] => {
  const [load, priority] = [0.8, 0.4]
  const [short, long] = [
    { mean: 0.5, cv: 0.5 },
    { mean: 1.2, cv: 1.2 },
  ]
  const rate = load / (priority * short.mean + (1 - priority) * long.mean)
  const office: QueueOffice = {
    ...{ servers: [1], rate, priority },
    service: (draws, first) => [draws.lognormal(first ? short.mean : long.mean, first ? short.cv : long.cv)],
    present: (draws) => steadyWork(draws, load, long).map((left) => [left]),
  }
  const classOf = ({ mean, cv }: typeof short, share: number) => ({
    ...{ rate: rate * share, service: mean, second: mean * mean * (1 + cv * cv) },
  })
  const kept = conservedWait([classOf(short, priority), classOf(long, 1 - priority)])
  // Per arrival, a class weighs its share times its minutes; times the rate that is Σ ρ·W.
  const weighed = ({ minutes, priority: first }: Wait) => rate * (first ? short.mean : long.mean) * minutes
  return ORDERS.map((named) =>
    nearTheory(`Σ ρ·W, ${named}`, meanWait(playQueue(office, named, 1, effort), weighed), kept),
  )
}

/** Validation 5: what leaves a first stage of two counters comes to a second of three as if at random. */
export const checkTandem = (effort: Effort): Finding[] => {
  const [first, second] = [
    { servers: 2, service: 2 },
    { servers: 3, service: 2.8 },
  ]
  const rate = 0.8
  const office: QueueOffice = {
    ...{ servers: [first.servers, second.servers], rate },
    service: (draws) => [draws.exponential(first.service), draws.exponential(second.service)],
    present: (draws) =>
      Array.from({ length: steadyNumber(draws, first.servers, rate * first.service) }, () => [
        draws.exponential(first.service),
        draws.exponential(second.service),
      ]),
  }
  const days = playQueue(office, 'fifo', 2, effort)
  const theory = erlangC({ ...second, rate })
  return [
    nearTheory('tandem, second stage: mean wait', meanWait(days), theory.meanWait),
    nearTheory('tandem, second stage: share that waits', meanWait(days, isOver(WAITED_MIN)), theory.waits),
  ]
}

const isOver =
  (least: number) =>
  ({ minutes }: Wait): number =>
    minutes > least ? 1 : 0
