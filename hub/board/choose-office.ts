import type { BoardOffice } from '../../protocol/hub/board.ts'
import type { Instant } from '../../protocol/ids.ts'
import { percentOf } from '../../ui/figures/numbers.ts'

const MINUTE_MS = 60_000

/** Whether what an office last said is how it is now: it was heard within the minute. */
export const isHeard = ({ state, bulletin }: BoardOffice): boolean =>
  bulletin !== null && state !== 'silent' && state !== 'new'

/** People who wait, as the office last said; null before it said anything. */
export const lastWaitingOf = ({ bulletin }: BoardOffice): number | null =>
  bulletin === null ? null : bulletin.lanes.reduce((sum, { waiting }) => sum + waiting, 0)

/** People who wait now; null where the hub does not know. */
export const waitingOf = (office: BoardOffice): number | null => (isHeard(office) ? lastWaitingOf(office) : null)

/** Whole minutes from one instant to another, none where it is ahead. */
export const minutesTo = (sinceAt: Instant, at: Instant): number => Math.max(0, Math.floor((at - sinceAt) / MINUTE_MS))

/** Whole minutes that somebody waits longest at an instant of the hub's clock; null: nobody waits, or the hub does not know. */
export const longestMinOf = (office: BoardOffice, at: Instant): number | null => {
  const { bulletin } = office
  if (!isHeard(office) || bulletin === null || bulletin.lanes.length === 0) return null
  return Math.max(...bulletin.lanes.map(({ longestSinceAt }) => minutesTo(longestSinceAt, at)))
}

/** Per cent of today's windows that were kept; null without one, and of a day that is not known. */
export const keptPercentOf = ({ state, today }: BoardOffice): number | null =>
  today === null || !(state === 'well' || state === 'trouble') ? null : percentOf(today.kept.within, today.kept.n)

/** Devices of an office that somebody should look at; null where the hub does not know. */
export const devicesToSeeOf = (office: BoardOffice): number | null =>
  isHeard(office) ? (office.bulletin?.devices.toSee.length ?? null) : null
