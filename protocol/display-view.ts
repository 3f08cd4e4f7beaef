import { z } from 'zod'
import { Head, HoursFace, LaneFace, OutageFace, ShownCall, ZoneFace } from './faces.ts'
import { Instant, TicketNumber, Window, Words } from './ids.ts'
import { Announcement, Voice } from './office-screens.ts'
import { Range } from './range.ts'

/** What a waiting-room display shows: the whole office, or the calls and lanes of its zone. */
export const DisplayView = z.strictObject({
  role: z.literal('display'),
  ...Head,
  /** Calls that are live: newest first, at most three. Turmeric belongs to these alone. */
  live: z.array(ShownCall).max(3),
  /** The last calls, newest first, at most five, without those that are live. */
  last: z.array(ShownCall).max(5),
  /** `range`: when `next` is likely called, null when none is shown. */
  lanes: z.array(
    z.strictObject({
      lane: LaneFace,
      next: TicketNumber.nullable(),
      range: Range.nullable(),
      waiting: z.int(),
    }),
  ),
  /** The hour in service: the window that the wall clock is in, null outside of all booked windows. */
  serving: Window.nullable(),
  /** The zone that this display is for, null for the whole office. */
  zone: ZoneFace.nullable(),
  hours: HoursFace,
  /** The one counter that this display hangs above, null for a hall: it then shows that counter's calls alone. */
  counter: z.int().nullable(),
  /** When kiosks stop giving numbers today, also when that is past; null when the hours do not say. */
  numbersUntilAt: Instant.nullable(),
  outage: OutageFace.nullable(),
  /** What the supervisor has everybody told, and since when; null on a plain day. */
  announcement: z.strictObject({ words: Announcement, at: Instant }).nullable(),
  /** Lines of the office that take turns at the foot. */
  ticker: z.array(Words),
  voice: Voice,
})
export type DisplayView = z.infer<typeof DisplayView>
