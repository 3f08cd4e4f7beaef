import type { Help } from '../../../protocol/desk/floor.ts'
import type { Instant, Slug } from '../../../protocol/ids.ts'
import { MINUTE, type OpenCounter, type State } from '../state.ts'
import type { Ticket } from '../ticket.ts'
import { seedOf } from './chance.ts'
import { HORIZON, rollForward } from './roll-forward.ts'

/** One thing that could be changed now: an open counter helps a stage, or a closed one is opened for it. */
export type Remedy =
  | { kind: 'help'; counter: number; stage: Slug; helps: Slug[] }
  | { kind: 'open'; counter: number; stage: Slug }

/** Calls that one question rolls forward at most, over all its runs: some ten milliseconds (docs/estimate-accuracy.md). */
const MOST_CALLS = 4000
const RUNS = 60
/** Of those in danger so many are asked about: they wait one behind the other, so their gains are alike. */
const MOST_ASKED = 8

/** A gain of less is not worth asking a counter for, minutes. */
const WORTH_MIN = 2

const OPENED = { staff: '00', helps: [], paused: null, undo: null }

/** What could be tried for those who wait at a stage; counters that differ in nothing but their number are tried once. */
export const remediesFor = (state: State, stage: Slug): Remedy[] => {
  const tried = new Set<string>()
  const isNew = (like: string): boolean => !tried.has(like) && tried.add(like).size > 0
  const counters = state.office?.counters ?? []
  const opens = counters.flatMap(({ number, stages }): Remedy[] => {
    const may = state.counters[number] === undefined && stages.includes(stage)
    return may && isNew('open') ? [{ kind: 'open', counter: number, stage }] : []
  })
  const helps = counters.flatMap(({ number }): Remedy[] => {
    const open = state.counters[number]
    if (open === undefined || open.paused !== null || open.stages.includes(stage) || open.helps.includes(stage))
      return []
    const like = `${open.stages} ${open.helps} ${state.tickets.inHand[number] === undefined}`
    return isNew(like) ? [{ kind: 'help', counter: number, stage, helps: [...open.helps, stage] }] : []
  })
  return [...opens, ...helps]
}

/** The state as a remedy would leave it. */
export const withRemedy = (state: State, remedy: Remedy, at: Instant): State => {
  const { counter, stage } = remedy
  const now = state.counters[counter]
  const changed: OpenCounter | undefined =
    remedy.kind === 'open' ? { ...OPENED, stages: [stage], openedAt: at } : now && { ...now, helps: remedy.helps }
  return changed === undefined ? state : { ...state, counters: { ...state.counters, [counter]: changed } }
}

/**
 * When these waiting tickets, the first few of them, are called in the mean, in minutes from now: the state rolled forward by
 * the very rules of the server. The same seed for both sides of a question, so that chance falls out of the difference. Null
 * when nobody of them is.
 */
export const meanCallMin = (state: State, tickets: readonly Ticket[], at: Instant): number | null => {
  const asked = tickets.slice(0, MOST_ASKED)
  const seed = seedOf('what helps', Math.floor(at / MINUTE))
  const calls = rollForward(state, at, asked, { runs: RUNS, most: MOST_CALLS, seed }).flatMap((of) => [...of])
  const called = calls.filter((ms) => ms < HORIZON)
  if (called.length === 0) return null
  return calls.reduce((sum, ms) => sum + ms, 0) / calls.length / MINUTE
}

/**
 * The remedy that calls them earliest, with the whole minutes that it gains over `beforeMin`; null when none is worth asking
 * a counter for. `afterMin` null: with it nobody of them is called.
 */
export const chooseHelp = (
  beforeMin: number,
  tried: readonly { remedy: Remedy; afterMin: number | null }[],
): Help | null => {
  const gains = tried.map(({ remedy, afterMin }) => ({ remedy, gainMin: beforeMin - (afterMin ?? beforeMin) }))
  const best = gains.reduce<(typeof gains)[number] | null>(
    (most, each) => (each.gainMin >= WORTH_MIN && each.gainMin > (most?.gainMin ?? 0) ? each : most),
    null,
  )
  return best && { ...best.remedy, gainMin: Math.round(best.gainMin) }
}
