import { z } from 'zod'
import { makeCommand } from './cli-command.ts'
import { withDesk } from './with-desk.ts'

/** `antrean today`: the day in figures, as other programs see it. */
export const today = makeCommand({
  name: 'today',
  names: [],
  words: z.tuple([]),
  summary: 'the day in figures: who is here, the load of each window, outages and overrides',
  run: (_, rooms) =>
    withDesk(
      rooms,
      (desk) => desk.figures(),
      (figures) => {
        const { role: _role, epoch: _epoch, seq: _seq, ...json } = figures
        return {
          exit: 0,
          text: Object.entries(json).map(([name, value]) => `${name.padEnd(14)} ${JSON.stringify(value)}`),
          json,
        }
      },
    ),
})
