import { z } from 'zod'
import { makeCommand } from './cli-command.ts'
import { withDesk } from './with-desk.ts'

/** `antrean clock --trust`: somebody looked, and the clock of the server's machine is right. */
export const clock = makeCommand({
  name: 'clock',
  names: [],
  words: z.tuple([]),
  switches: ['trust'],
  summary: 'say that the clock of this machine is right, where the office doubts it; its day is opened',
  help: [
    '--trust  compare with another clock first: a day that was opened in the future cannot be taken back',
    '         the server must be running; what it doubts stands on the house page and the floor',
  ],
  run: (_words, rooms, switches) =>
    switches.has('trust')
      ? withDesk(
          rooms,
          (desk) => desk.ask({ type: 'TrustClock' }),
          () => ({ exit: 0, text: ['the clock of this machine holds'], json: { status: 'taken' } }),
        )
      : Promise.resolve({
          exit: 1,
          text: ['say --trust when you have compared the clock of this machine with another'],
          json: { status: 'refused', reason: 'needs --trust' },
        }),
})
