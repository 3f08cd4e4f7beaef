import { z } from 'zod'
import { makeCommand, refusedReport } from './cli-command.ts'

/** `antrean move postgres|file`: moves the office between its own disk and the database that several servers share. */
export const move = makeCommand({
  name: 'move',
  names: ['<postgres|file>'],
  words: z.tuple([z.enum(['postgres', 'file'])]),
  summary: 'move the journal into the database that ANTREAN_STORE names, or out of it into the data folder',
  help: ['Every server of the office must be stopped. The hash chain is followed on both sides.'],
  async run([to], rooms) {
    const asked = await rooms.move(to)
    if (asked.status === 'refused') return refusedReport(asked.reason)
    const events = asked.value
    const text = [to === 'postgres' ? 'the office stands on the database' : 'the office stands on the data folder']
    return {
      exit: 0,
      text: [...text, `events     ${events}, chain sound on both sides`],
      json: { status: 'moved', to, events },
    }
  },
})
