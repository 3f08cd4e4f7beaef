import { z } from 'zod'
import { ClockTime, DayStamp } from '../../protocol/ids.ts'
import { makeCommand } from './cli-command.ts'
import { withDesk } from './with-desk.ts'

const OPEN = /^(?<open>\d\d\.\d\d)-(?<close>\d\d\.\d\d)$/
/** `closed`, or the first and the last minute as `08.00-11.30`. */
const DayHours = z.literal('closed').or(
  z
    .string()
    .regex(OPEN)
    .transform((text) => OPEN.exec(text)?.groups ?? {})
    .pipe(z.object({ open: ClockTime, close: ClockTime })),
)

/** `antrean hours <day> <hours>`: other hours for one day, with effect at once; breaks of that day fall away. */
export const hours = makeCommand({
  name: 'hours',
  names: ['<day>', '<hours>'],
  words: z.tuple([DayStamp, DayHours]),
  summary: 'set the hours of one day, at once: 08.00-11.30, or closed',
  help: ['<day>    as 2026-12-24', '<hours>  08.00-11.30, or closed'],
  run: ([day, set], rooms) =>
    withDesk(
      rooms,
      (desk) =>
        desk.ask({
          type: 'SetHours',
          day,
          opening: set === 'closed' ? null : { ...set, breaks: [], numbers: null, windows: [] },
        }),
      () => ({
        exit: 0,
        text: [set === 'closed' ? `${day}: closed` : `${day}: ${set.open}-${set.close}`],
        json: { status: 'taken', day, hours: set },
      }),
    ),
})
