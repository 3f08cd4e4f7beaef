import { type HubPlace, PARCEL_MAX, type Told } from '../../protocol/hub/report.ts'
import type { Journal } from '../journal/journal.ts'
import { toldLink } from '../journal/told-link.ts'
import { toldOf } from './told.ts'

/** So many characters of events make a parcel full, so that one with long agendas stays under what a hub takes. */
const CHARS_MAX = 1_000_000

/**
 * The next events that are told after a place, and the end of the journal where there are none. A parcel is never empty.
 */
export const nextParcel = async (journal: Pick<Journal, 'read'>, place: HubPlace): Promise<Told[]> => {
  const told: Told[] = []
  let { seq: before, link } = place
  let chars = 0
  for await (const recorded of journal.read(place.seq)) {
    const tells = toldOf(recorded.event)
    if (tells === null) continue
    const { seq, at } = recorded
    const event = JSON.stringify(tells)
    link = toldLink(link, { seq, at, event })
    told.push({ seq, before, at, event, link })
    before = seq
    chars += event.length
    if (told.length === PARCEL_MAX || chars >= CHARS_MAX) break
  }
  return told
}

/** Whether a place is one of this journal: it was not when another one was put back, or this is another office. */
export const standsIn = async (journal: Pick<Journal, 'read'>, { seq, at }: HubPlace): Promise<boolean> => {
  if (seq === 0) return true
  for await (const found of journal.read(seq - 1)) return found.seq === seq && found.at === at
  return false
}
