import type { DayStamp, Instant } from '../../protocol/ids.ts'
import { type WindowLoad, windowLoads } from './load.ts'
import type { State } from './state.ts'

/** What is lost to binary fractions: a window sold to the last minute is not sold beyond it. */
const ROUNDING = 1e-9

/** How many whole people the counters can serve within a window; null where nobody serves. */
export const wholeCapacity = ({ capacity }: Pick<WindowLoad, 'capacity'>): number | null =>
  capacity === null ? null : Math.floor(capacity + ROUNDING)

/** The loads of any day as they will be; of the open day as they are. */
export const loadsOfDay = (state: State, day: DayStamp, at: Instant): WindowLoad[] =>
  windowLoads(state.day?.day === day ? state : { ...state, day: { day, status: 'open' } }, at)
