import type { DayStamp, Instant } from '../../protocol/ids.ts'
import { type WindowLoad, windowLoads } from './load.ts'
import type { State } from './state.ts'

/** What is lost to binary fractions: a window sold to the last minute is not sold beyond it. */
const ROUNDING = 1e-9

/**
 * How many people, of the mix that is booked, the counters can serve within a window: booked ÷ load, whole people. Null where
 * nobody is booked, so that no mix is known, or nobody serves.
 */
export const capacityOf = ({ booked, load }: WindowLoad): number | null =>
  load === null || load === 0 || booked === 0 ? null : Math.floor(booked / load + ROUNDING)

/** The loads of any day as they will be; of the open day as they are. */
export const loadsOfDay = (state: State, day: DayStamp, at: Instant): WindowLoad[] =>
  windowLoads(state.day?.day === day ? state : { ...state, day: { day, status: 'open' } }, at)
