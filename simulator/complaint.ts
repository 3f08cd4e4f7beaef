import { clockText, lengthText } from './clock-words.ts'
import type { DayFile } from './day-file.ts'
import { type Play, playDay, type Visit } from './play-day.ts'
import type { Policy } from './policy.ts'
import { minuteOf } from './rules-desk.ts'

/** The window of the complaint, 10.00–11.00, and when its person came and was called (domain section 1). */
const WINDOW = [600, 660] as const
const CALLED_MIN = 770

/**
 * Who stands for the complaint on a day played first come first served: of those with the window 10.00–11.00 and no
 * priority who arrived in the minute of 10.00, the one whose first call comes nearest to 12.50. Null when nobody fits.
 * By the same rule `days/complaint.json` was chosen among the forty given days of scenario X.
 */
export const findComplainant = ({ day, visits }: Pick<Play, 'day' | 'visits'>): number | null => {
  const distance = (who: number) =>
    Math.abs((visits[who]?.cases[0]?.calledMin ?? Number.POSITIVE_INFINITY) - CALLED_MIN)
  const fitting = [...day.applicants.keys()].filter((who) => {
    const { window, priority, arrive } = day.applicants[who] ?? {}
    const isWindow = window?.[0] === WINDOW[0] && window[1] === WINDOW[1]
    return isWindow && priority === false && arrive !== undefined && arrive >= WINDOW[0] && arrive < WINDOW[0] + 1
  })
  return fitting.sort((a, b) => distance(a) - distance(b))[0] ?? null
}

/** One person's day under one policy. `passedBy`: people without priority and with a later turn who were called before. */
export type Life = { policy: Policy; visit: Visit; passedBy: number }

/** The complaint replayed: one person of one day under several policies. */
export type Replay = {
  dayId: string
  stages: string[]
  window: readonly [number, number]
  arriveMin: number
  lives: Life[]
}

const passedBy = ({ day, visits }: Play, who: number): number => {
  const me = visits[who]
  const calledMin = me?.cases[0]?.calledMin ?? Number.POSITIVE_INFINITY
  return visits.filter(({ effMin, cases: [first] }, other) => {
    if (me === undefined || first === undefined || day.applicants[other]?.priority !== false) return false
    return effMin > me.effMin && first.calledMin >= me.effMin && first.calledMin < calledMin
  }).length
}

/**
 * Plays the first day of a file under the policies for the person of the complaint. Null when nobody of that day fits;
 * `fifo` decides who it is, whether or not it is among the policies.
 */
export const replayComplaint = (file: DayFile, fifo: Policy, policies: readonly Policy[]): Replay | null => {
  const [day] = file.days
  const who = day === undefined ? null : findComplainant(playDay(file, day, fifo))
  const applicant = who === null ? undefined : day?.applicants[who]
  if (day === undefined || who === null || applicant?.window == null) return null
  const lives = policies.flatMap((policy): Life[] => {
    const play = playDay(file, day, policy)
    const visit = play.visits[who]
    return visit === undefined ? [] : [{ policy, visit, passedBy: passedBy(play, who) }]
  })
  return { dayId: day.id, stages: file.stages, window: applicant.window, arriveMin: applicant.arrive, lives }
}

const tellPromise = ({ promised }: Visit): string[] => {
  if (promised === null) return []
  const [from, until] = [minuteOf(promised.fromAt), minuteOf(promised.untilAt)].map(clockText)
  return [`  told at check-in: likely called ${from}–${until}`]
}

const tellLife = ({ policy, visit, passedBy: others }: Life, { window, stages }: Replay): string => {
  const [first] = visit.cases
  if (first === undefined) return `${policy.name}: never called`
  const pastMin = first.calledMin - window[1]
  const kept = pastMin < 0 ? 'inside the window' : `${lengthText(pastMin)} past the end of the window`
  const cases = visit.cases.map(({ stage, queuedMin, calledMin, endMin }, k) => {
    const again = visit.cases.slice(0, k).some((one) => one.stage === stage)
    const waited = Math.max(0, calledMin - (k === 0 ? visit.effMin : queuedMin))
    const back = again ? `  ${clockText(queuedMin)} back with papers\n` : ''
    return `${back}  ${clockText(calledMin)}–${clockText(endMin)} ${stages[stage - 1]}${again ? ' again' : ''}, after waiting ${lengthText(waited)}`
  })
  return [
    `${policy.name}: called at ${clockText(first.calledMin)}, after ${lengthText(first.calledMin - visit.effMin)}, ${kept}`,
    ...tellPromise(visit),
    `  ${others === 0 ? 'nobody' : others} with a later turn went first`,
    ...cases,
    visit.leftMin === null
      ? '  not done when the counters closed'
      : `  ${clockText(visit.leftMin)} leaves, after ${lengthText(visit.leftMin - visit.arriveMin)} in the office`,
  ].join('\n')
}

/** The replay in words and clock times, one paragraph per policy. */
export const tellComplaint = (replay: Replay): string => {
  const [start, end] = replay.window.map(clockText)
  const head = `Window ${start}–${end}, arrives at ${clockText(replay.arriveMin)} (day ${replay.dayId}).`
  return [head, ...replay.lives.map((life) => tellLife(life, replay))].join('\n\n')
}
