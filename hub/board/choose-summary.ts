import type { OutageScope } from '../../protocol/commands.ts'
import type { Board, BoardOffice } from '../../protocol/hub/board.ts'
import { isHeard, longestMinOf, waitingOf } from './choose-office.ts'

/** All offices in a few figures. What a silent office last said is in none of them but `all`. */
export type Summary = {
  all: number
  heard: number
  byState: Record<BoardOffice['state'], number>
  waiting: number
  /** Offices where somebody waits. */
  waitingAt: number
  longest: { office: BoardOffice; minutes: number } | null
  /** Windows of today, and those of them that were kept. */
  kept: { n: number; within: number }
  visits: number
  /** Offices with an outage that goes on, by what is down. */
  outages: Record<OutageScope, number>
  devices: { now: number; soon: number }
}

const sumOf = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((sum, one) => sum + of(one), 0)

/** What all offices of a board come to. */
export const chooseSummary = ({ at, offices }: Board): Summary => {
  const heard = offices.filter(isHeard)
  const sure = heard.filter(({ state }) => state !== 'other-history')
  const countState = (wanted: BoardOffice['state']) => offices.filter(({ state }) => state === wanted).length
  const countScope = (wanted: OutageScope) => heard.filter(({ bulletin }) => bulletin?.outage?.scope === wanted).length
  const longest = heard
    .flatMap((office) => {
      const minutes = longestMinOf(office, at)
      return minutes === null ? [] : [{ office, minutes }]
    })
    .sort((a, b) => b.minutes - a.minutes)[0]
  const toSee = heard.flatMap(({ bulletin }) => bulletin?.devices.toSee ?? [])
  return {
    all: offices.length,
    heard: heard.length,
    byState: {
      ...{ trouble: countState('trouble'), silent: countState('silent'), new: countState('new') },
      ...{ 'other-history': countState('other-history'), well: countState('well') },
    },
    waiting: sumOf(heard, (office) => waitingOf(office) ?? 0),
    waitingAt: heard.filter((office) => (waitingOf(office) ?? 0) > 0).length,
    longest: longest ?? null,
    kept: {
      n: sumOf(sure, ({ today }) => today?.kept.n ?? 0),
      within: sumOf(sure, ({ today }) => today?.kept.within ?? 0),
    },
    visits: sumOf(sure, ({ today }) => today?.visits ?? 0),
    outages: { national: countScope('national'), network: countScope('network'), power: countScope('power') },
    devices: {
      now: toSee.filter(({ care }) => care === 'now').length,
      soon: toSee.filter(({ care }) => care === 'soon').length,
    },
  }
}
