import type { Told } from '../../protocol/hub/report.ts'
import { nextLink } from './chain.ts'

/** The link after `previous` on the chain of what an office tells: the journal's, with nothing of who asked. */
export const toldLink = (previous: string, { seq, at, event }: Pick<Told, 'seq' | 'at' | 'event'>): string =>
  nextLink(previous, { seq, at, by: '', command_id: '', event })

/** Whether an event is the very next one after a place. */
export const goesOn = (place: { seq: number; link: string }, told: Told): boolean =>
  told.before === place.seq && told.link === toldLink(place.link, told)
