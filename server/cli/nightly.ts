import { z } from 'zod'
import { makeCommand, refusedReport } from './cli-command.ts'

/** `antrean nightly <folder> [second]`: what a timer runs every night; it ends with 1 when anything wants somebody. */
export const nightly = makeCommand({
  name: 'nightly',
  names: ['<folder>', '[second]'],
  words: z.union([z.tuple([z.string().min(1)]), z.tuple([z.string().min(1), z.string().min(1)])]),
  summary: 'write and verify one more backup, copy it to a second medium, keep the newest 14 of each',
  help: [
    '<folder>  where backups lie on this disk',
    '[second]  a folder on another medium, which must be there: /media/antrean-backup',
  ],
  async run([folder, second], rooms) {
    const asked = await rooms.nightly(folder, second ?? null)
    if (asked.status === 'refused') return refusedReport(asked.reason)
    const { file, found, second: copy } = asked.value
    if (found.status === 'damaged')
      return { exit: 1, text: [`${file} is damaged at event ${found.seq}: ${found.reason}`], json: found }
    if (copy !== null && copy.trouble !== null)
      return {
        exit: 1,
        text: [`${file} is sound, ${found.events} events`, `no copy in ${copy.folder}: ${copy.trouble}`],
        json: { status: 'no-copy', file, events: found.events, reason: copy.trouble },
      }
    const copied = copy === null ? [] : [`copied to ${copy.folder}`]
    return {
      exit: 0,
      text: [`${file} is sound, ${found.events} events`, ...copied],
      json: { status: 'sound', file, events: found.events },
    }
  },
})
