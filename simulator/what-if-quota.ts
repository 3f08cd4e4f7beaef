import type { Applicant, Day } from './day-file.ts'
import { drawsOf } from './generate/draws.ts'

/** One booking of a day, whether or not its person comes. */
type Booking = { came: Applicant } | { missing: Day['noShows'][number] }

const windowOf = (booking: Booking): readonly [number, number] | null =>
  'came' in booking ? booking.came.window : booking.missing.window

/** The same person in another window: as early or late for it as for their own. */
const moved = (booking: Booking, window: readonly [number, number]): Booking => {
  const [start, end] = window
  if ('missing' in booking) return { missing: { ...booking.missing, window: [start, end] } }
  const { came } = booking
  const arrive = Math.max(0, start + came.arrive - (came.window?.[0] ?? came.arrive))
  return { came: { ...came, arrive, window: [start, end], group: null } }
}

/**
 * A day with `quota` bookings in every window that `concerns` names by its start. Who has no place any more is drawn, and
 * so is who takes a new one: somebody like those booked that day, coming and staying away as often as they do. Nothing
 * else of the day changes. A window that nobody booked is not made up.
 */
export const withQuota = (day: Day, quota: number, concerns: (startMin: number) => boolean): Day => {
  const draws = drawsOf('quota', day.id)
  const all: Booking[] = [
    ...day.applicants.filter(({ window }) => window !== null).map((came) => ({ came })),
    ...day.noShows.map((missing) => ({ missing })),
  ]
  const drawn = <T>(list: readonly T[]): number => Math.floor(draws.uniform(0, list.length))
  const windows = [...new Map(all.map((booking) => [windowOf(booking)?.[0] ?? 0, windowOf(booking)])).values()]
  const bookings = windows.flatMap((window) => {
    const own = all.filter((booking) => windowOf(booking)?.[0] === window?.[0])
    if (window === null || !concerns(window[0])) return own
    while (own.length > quota) own.splice(drawn(own), 1)
    for (let left = quota - own.length; left > 0; left--) {
      const model = all[drawn(all)]
      if (model !== undefined) own.push(moved(model, window))
    }
    return own
  })
  const came = bookings.flatMap((booking) => ('came' in booking ? [booking.came] : []))
  return {
    ...day,
    applicants: [...came, ...day.applicants.filter(({ window }) => window === null)].sort(
      (a, b) => a.arrive - b.arrive,
    ),
    noShows: bookings.flatMap((booking) => ('missing' in booking ? [booking.missing] : [])),
  }
}
