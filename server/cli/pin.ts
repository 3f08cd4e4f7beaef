import { z } from 'zod'
import { StaffNumber } from '../../protocol/ids.ts'
import { makeCommand } from './cli-command.ts'
import { withDesk } from './with-desk.ts'

/** `antrean pin <staff>`: a new PIN for a member of staff, which also lifts a lock. */
export const pin = makeCommand({
  name: 'pin',
  names: ['<staff>'],
  words: z.tuple([StaffNumber]),
  summary: 'give a member of staff a new PIN and lift a lock; it is shown once',
  help: ['<staff>  the number on the badge, 2 to 6 digits'],
  run: ([staff], rooms) =>
    withDesk(
      rooms,
      (desk) => desk.newPin(staff),
      (made) => ({
        exit: 0,
        text: [`staff  ${staff}`, `PIN    ${made}`, 'It is shown this once.'],
        json: { staff, pin: made },
      }),
    ),
})
