import { z } from 'zod'
import { StaffNumber } from '../../protocol/ids.ts'
import type { Rank } from '../../protocol/roles.ts'
import { makeCommand } from './cli-command.ts'
import { withDesk } from './with-desk.ts'

const rankOf = (switches: ReadonlySet<string>): Rank | undefined => {
  if (switches.has('supervisor')) return 'supervisor'
  return switches.has('staff-only') ? 'staff' : undefined
}

/** `antrean pin <staff>`: a new PIN for a member of staff, which also lifts a lock. */
export const pin = makeCommand({
  name: 'pin',
  names: ['<staff>'],
  switches: ['supervisor', 'staff-only'],
  words: z.tuple([StaffNumber]),
  summary: 'give a member of staff a new PIN and lift a lock; it is shown once',
  help: [
    '<staff>       the number on the badge, 2 to 6 digits',
    "--supervisor  may open the supervisor's desk as well; --staff-only: may not. Without either nothing changes.",
  ],
  run: ([staff], rooms, switches) =>
    withDesk(
      rooms,
      (desk) => desk.newPin(staff, rankOf(switches)),
      (made) => ({
        exit: 0,
        text: [`staff  ${staff}`, `PIN    ${made}`, 'It is shown this once.'],
        json: { staff, pin: made },
      }),
    ),
})
