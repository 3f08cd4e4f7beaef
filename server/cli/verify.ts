import { type CliReport, MAYBE_FILE, makeCommand, refusedReport } from './cli-command.ts'
import type { JournalState } from './cli-rooms.ts'
import type { Asked } from './office-desk.ts'

/** How a journal was found, as lines and as an object; `file` null is the data folder's own. */
export const journalReport = (asked: Asked<JournalState>, what: string): CliReport => {
  if (asked.status === 'refused') return refusedReport(asked.reason)
  const { value: found } = asked
  if (found.status === 'damaged')
    return { exit: 1, text: [`${what} is damaged at event ${found.seq}: ${found.reason}`], json: found }
  const end = found.lastLink === null ? [] : [`last link  ${found.lastLink}`]
  return { exit: 0, text: [`${what} is sound`, `events     ${found.events}`, ...end], json: found }
}

/** `antrean verify [file]`: follows the hash chain of the journal or of a backup. A server may be running. */
export const verify = makeCommand({
  name: 'verify',
  names: ['[file]'],
  words: MAYBE_FILE,
  summary: 'follow the hash chain of the journal from its first event to its last',
  help: ["[file]  a backup; without it the data folder's journal"],
  run: async ([file], rooms) => journalReport(await rooms.verify(file ?? null), file ?? 'the journal'),
})
