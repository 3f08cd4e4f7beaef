import { problemPrint } from '../../config/config-problem.ts'
import { officeFile } from '../../config/load-office.ts'
import { MAYBE_FILE, makeCommand } from './cli-command.ts'

/** `antrean check-config [file]`: every mistake of an office document, before a server meets it. */
export const checkConfigFile = makeCommand({
  name: 'check-config',
  names: ['[file]'],
  words: MAYBE_FILE,
  summary: 'check an office document and list every mistake',
  help: ["[file]  the document; without it the data folder's office.json"],
  async run([given], rooms) {
    const file = given ?? officeFile(rooms.settings().dataDir)
    const problems = await rooms.checkConfig(file)
    return {
      exit: problems.length === 0 ? 0 : 1,
      text: problems.length === 0 ? [`${file}: no mistakes`] : problems.map(problemPrint),
      json: { file, problems },
    }
  },
})
