import type { Instant, Slug } from '../../../protocol/ids.ts'
import { pickFor } from '../dispatch.ts'
import { MINUTE, type State } from '../state.ts'
import type { Ticket } from '../ticket.ts'
import { byTurn } from '../tickets.ts'
import { drawCase, drawRest } from './case-times.ts'
import { type Chance, chanceOf, normalQuantile } from './chance.ts'
import { isAfter, type Scene, sceneOf } from './scene.ts'
import type { Staffing } from './staff.ts'
import type { Coming, Visitor } from './visitor.ts'

/** A run ends after so much time, in ms: whoever was not called by then is never called in it. */
export const HORIZON = 12 * 60 * MINUTE

/** Fewer runs than these say too little of the ends of a range. */
export const FEWEST_RUNS = 20

/** Runs in which everybody of the day is drawn. */
const FULL_RUNS = 5
/** Long after a call, in ms. */
const FAR_MS = 30 * MINUTE

/** A counter that does not open any more. */
const NEVER = 2 * HORIZON

/** A counter that found nobody waits for somebody to come. */
const SLEEPS = Number.POSITIVE_INFINITY

/** A pause that a case ran into keeps this share of its length at least, as lunch does (README of the days). */
const KEPT = 0.75

/** How long people who were set aside are away in the mean, until one was measured (queue-rules section 6: base). */
const FIRST_BACK_MS = 14 * MINUTE

/** By place of the ticket: its first calls in ms since the instant, one for each run, in no order. */
export type Calls = readonly Float64Array[]

/**
 * Rolls the live state forward from `at`, `runs` times, through the very selection of the server (`pickFor`), until all of
 * `targets` are called: waiting tickets, at the stage at which they wait. What is drawn: how long cases take, given how
 * long they have taken; when counters come, pause and stop; who comes, with and without a booking, and has the turn
 * before; who is sent away for papers and when they are back; who does not answer. All of it from what was measured up to
 * now. The same state, instant and seed give the same calls. After `most` calls of all runs together no further run begins,
 * once there are `FEWEST_RUNS`.
 */
export const rollForward = (
  state: State,
  at: Instant,
  targets: readonly Ticket[],
  { runs, most, seed }: { runs: number; most: number; seed: number },
): Calls => {
  const scene = targets.length === 0 ? null : sceneOf(state, at, targets)
  if (scene === null) return targets.map(() => new Float64Array())
  const calls = targets.map(() => new Float64Array(runs).fill(HORIZON))
  const chance = chanceOf(seed)
  let [done, called, longest] = [0, 0, HORIZON]
  while (done < runs && (called < most || done < FEWEST_RUNS)) {
    // Who comes long after the last call of any run so far is not worth drawing.
    const until = done < FULL_RUNS ? HORIZON : 2 * longest + FAR_MS
    called += runOnce(scene, chance, until, (place, when) => {
      const ofTicket = calls[place]
      if (ofTicket !== undefined) ofTicket[done] = when
      longest = done === 0 || when > longest ? when : longest
    })
    done += 1
  }
  return calls.map((ofTicket) => ofTicket.subarray(0, done))
}

/** One run as it stands; times in ms since the estimate's instant. Counters by their place among the scene's desks. */
type Run = Staffing & {
  scene: Scene
  chance: Chance
  queues: ReadonlyMap<Slug, Visitor[]>
  /** Who is going to wait, the next one last. */
  coming: Coming[]
  /** When a counter looks for its next case. */
  nextAt: number[]
  /** When its last case ended. */
  freeSince: number[]
  /** How many of its pauses are over. */
  paused: number[]
  /** How much slower than expected a stage is in this run: logarithms. */
  paces: ReadonlyMap<Slug, number>
}

const NOBODY: Visitor[] = []

/** One run until every target is called; how many calls that took. */
const runOnce = (
  scene: Scene,
  chance: Chance,
  drawUntil: number,
  onCall: (place: number, when: number) => void,
): number => {
  let called = 0
  const run = begin(scene, chance, drawUntil)
  const { nextAt } = run
  const queueAt = (stage: Slug): Visitor[] => run.queues.get(stage) ?? NOBODY
  for (let open = scene.targets; open > 0; ) {
    const c = nextCounter(run)
    const when = nextAt[c] ?? HORIZON
    const arriving = run.coming[run.coming.length - 1]
    // Moments of one instant come before its calls.
    if (arriving !== undefined && arriving.at <= when) {
      run.coming.pop()
      admit(run, arriving)
      continue
    }
    const desk = scene.desks[c]
    if (desk === undefined) break
    const until = backAt(run, c, when)
    if (until > when) {
      nextAt[c] = until
      release(run, desk.number)
      continue
    }
    const pick = pickFor(desk, queueAt, when)
    if (pick === null) {
      nextAt[c] = SLEEPS
      continue
    }
    const { first: visitor } = pick
    const queue = queueAt(visitor.stage)
    queue.splice(queue.indexOf(visitor), 1)
    if (visitor.place >= 0) {
      onCall(visitor.place, when)
      open -= 1
    }
    serve(run, c, visitor, when)
    called += 1
  }
  return called
}

const begin = (scene: Scene, chance: Chance, drawUntil: number): Run => {
  const { desks, office, backAfter, inHand } = scene
  const queues = new Map<Slug, Visitor[]>()
  for (const [stage, waiting] of scene.queues) queues.set(stage, waiting.slice())
  const paces = new Map<Slug, number>()
  for (const stage of scene.stages) paces.set(stage, scene.times.doubt(stage) * normalQuantile(chance()))
  const { plans, outages } = scene.staffing(chance)
  const coming = scene.arrivals(chance, drawUntil)
  for (const one of scene.later) coming.push(one)
  for (const { visitor, elapsed, counter } of scene.parked) {
    const when = drawBack(backAfter, elapsed, chance)
    const reserved = office.returns.sameCounter ? { counter, strict: false } : null
    coming.push({ at: when, visitor: { ...visitor, callableFromAt: when, reserved } })
  }
  coming.sort((a, b) => b.at - a.at)
  const nextAt = plans.map(({ opensAt }) => opensAt ?? NEVER)
  const run: Run = {
    scene,
    chance,
    queues,
    coming,
    nextAt,
    freeSince: nextAt.map(() => 0),
    paused: nextAt.map(() => 0),
    paces,
    plans,
    outages,
  }
  for (let c = 0; c < desks.length; c += 1) {
    const hand = inHand[c]
    if (!hand) continue
    const { visitor, elapsed } = hand
    endCase(run, c, visitor, drawRest(timeOf(scene, visitor), paces.get(visitor.stage) ?? 0, elapsed, chance))
  }
  return run
}

/** The counter that looks for its next case first, of several the one that is free longest; −1 within the horizon none. */
const nextCounter = ({ nextAt, freeSince }: Run): number => {
  let found = -1
  let when = HORIZON
  for (let c = 0; c < nextAt.length; c += 1) {
    const next = nextAt[c] ?? HORIZON
    if (next > when || (next === when && (found < 0 || (freeSince[c] ?? 0) >= (freeSince[found] ?? 0)))) continue
    found = c
    when = next
  }
  return found
}

/** Somebody begins to wait; counters that found nobody look again. */
const admit = ({ scene, queues, nextAt }: Run, { at, visitor }: Coming): void => {
  const { limit, desks } = scene
  const { stage } = visitor
  const queue = queues.get(stage)
  if (queue === undefined || isAfter(visitor, limit)) return
  queue.splice(rankIn(queue, visitor), 0, visitor)
  for (let c = 0; c < desks.length; c += 1) {
    const desk = desks[c]
    if (nextAt[c] !== SLEEPS || desk === undefined) continue
    if (desk.stages.includes(stage) || desk.helps.includes(stage)) nextAt[c] = at
  }
}

/** A call and what comes of it. */
const serve = (run: Run, c: number, visitor: Visitor, when: number): void => {
  const { scene, chance, paces } = run
  const { desks, shares, office } = scene
  const { missed = 0, lostMs = 0 } = shares.get(visitor.stage) ?? {}
  if (missed > 0 && chance() < missed) {
    const freeAt = when + lostMs
    run.nextAt[c] = freeAt
    run.freeSince[c] = freeAt
    const { backMin, times } = office.noShow
    const back = freeAt + backMin * MINUTE
    const misses = visitor.misses + 1
    if (misses < times)
      comes(run, back, { ...visitor, place: -1, misses, turnAt: back + visitor.shift, callableFromAt: back })
    return
  }
  if (visitor.party !== null && office.families.together) keep(run, visitor, desks[c]?.number ?? 0)
  endCase(run, c, visitor, when + drawCase(timeOf(scene, visitor), paces.get(visitor.stage) ?? 0, chance))
}

/** The case at a counter ends at `when`: sent away for papers, on to the next stage, or home. */
const endCase = (run: Run, c: number, visitor: Visitor, when: number): void => {
  const { scene, chance } = run
  run.nextAt[c] = when
  run.freeSince[c] = when
  const { parked = 0, moved = 1 } = scene.shares.get(visitor.stage) ?? {}
  if (!visitor.back && chance() < parked) {
    const back = when + drawBack(scene.backAfter, 0, chance)
    const reserved = scene.office.returns.sameCounter ? { counter: scene.desks[c]?.number ?? 0, strict: false } : null
    comes(run, back, { ...visitor, place: -1, back: true, callableFromAt: back, reserved })
    return
  }
  const stage = scene.nextStage(visitor)
  if (stage === undefined || !scene.stages.has(stage) || chance() >= moved) return
  const turnAt = when + visitor.shift
  const entered = { stage, turnAt, callableFromAt: when, back: false, misses: 0, reserved: null }
  comes(run, when, { ...visitor, place: -1, ...entered })
}

const timeOf = ({ times }: Scene, { back, stage, service }: Visitor) =>
  back ? times.again(stage) : times.of(stage, service)

/** Until when a counter that is free at `when` does not serve; `when` itself when it does. */
const backAt = ({ scene, plans, outages, paused, freeSince }: Run, c: number, when: number): number => {
  let until = when
  for (const gap of outages) if (gap.from <= until && until < gap.until) until = gap.until
  for (const gap of scene.closed) if (gap.from <= until && until < gap.until) until = gap.until
  const away = plans[c]?.away ?? []
  for (let i = paused[c] ?? 0; i < away.length; i += 1) {
    const gap = away[i]
    if (gap === undefined || gap.from > when) break
    paused[c] = i + 1
    const from = Math.max(gap.from, Math.min(when, freeSince[c] ?? 0))
    until = Math.max(until, gap.until, Math.round(from + KEPT * (gap.until - gap.from)))
  }
  return until
}

/** How long somebody who was set aside still stays away, in whole ms. */
const drawBack = (backAfter: readonly number[], elapsed: number, chance: Chance): number => {
  const firstLonger = backAfter.findIndex((away) => away > elapsed)
  if (firstLonger < 0) return Math.round(-Math.log(1 - chance()) * FIRST_BACK_MS)
  const drawn = backAfter[firstLonger + Math.floor(chance() * (backAfter.length - firstLonger))] ?? elapsed
  return Math.round(drawn - elapsed)
}

const comes = ({ coming }: Run, at: number, visitor: Visitor): void => {
  let i = coming.length
  while (i > 0 && (coming[i - 1]?.at ?? 0) < at) i -= 1
  coming.splice(i, 0, { at, visitor })
}

const rankIn = (queue: readonly Visitor[], visitor: Visitor): number => {
  let [low, high] = [0, queue.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const there = queue[middle]
    if (there !== undefined && byTurn(there, visitor) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** The family of somebody who is called is kept for the same counter. */
const keep = ({ queues }: Run, { stage, party, turnAt }: Visitor, counter: number): void => {
  const queue = queues.get(stage) ?? NOBODY
  for (let i = 0; i < queue.length; i += 1) {
    const other = queue[i]
    if (other?.party === party && other.turnAt === turnAt && other.reserved === null)
      queue[i] = { ...other, reserved: { counter, strict: false } }
  }
}

/** Nobody is kept for a counter that is away, except who was sent there by name. */
const release = ({ queues }: Run, counter: number): void => {
  for (const queue of queues.values())
    for (let i = 0; i < queue.length; i += 1) {
      const other = queue[i]
      if (other?.reserved?.counter === counter && !other.reserved.strict) queue[i] = { ...other, reserved: null }
    }
}
