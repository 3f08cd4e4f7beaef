import { makeCommand, ONE_FILE } from './cli-command.ts'
import { journalReport } from './verify.ts'

/** `antrean backup <file>`: the whole data folder as one new file, looked through after it was written. */
export const backup = makeCommand({
  name: 'backup',
  names: ['<file>'],
  words: ONE_FILE,
  summary: 'write journal, documents and keys into one new file and verify it; a server may be running',
  help: ['<file>  where to; it must not exist. Keep it safe: it holds the secrets of the office'],
  run: async ([file], rooms) => journalReport(await rooms.backup(file), file),
})
