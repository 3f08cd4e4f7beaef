import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ConfigProblem } from '../../config/config-problem.ts'
import { parseDocument } from '../../config/document.ts'
import { EXAMPLE_OFFICE_FILE, officeFile } from '../../config/load-office.ts'
import { readSettings } from '../../config/settings.ts'
import { Office } from '../../protocol/office.ts'
import { slugOf } from '../clip-of.ts'
import { officePhrases, type Phrase, productPhrases, unique } from './all-phrases.ts'
import { type Made, makeClips } from './make-clips.ts'
import { findEngine } from './render-clip.ts'

const USAGE = `npm run voice                         makes the clips that ship with the product
npm run voice -- --office [file]      makes the clips of an office's own words, into its data folder`

/** The clips that ship with the product. */
const SHIPPED = fileURLToPath(new URL('../clips', import.meta.url))

const readOffice = async (file: string): Promise<Office> => parseDocument(file, await readFile(file, 'utf8'), Office)

const shippedPhrases = async (): Promise<Phrase[]> =>
  unique([...productPhrases(), ...officePhrases(await readOffice(EXAMPLE_OFFICE_FILE))])

const tell = ({ made, kept, recorded }: Made, folder: string): void =>
  console.log(`${folder}: ${made} clips made, ${kept} kept as they were, ${recorded} left to your own recordings.`)

const run = async (words: readonly string[]): Promise<number> => {
  const [option, given] = words
  if (option !== undefined && option !== '--office') {
    console.error(USAGE)
    return 2
  }
  const engine = await findEngine()
  if (engine === null) {
    console.error('espeak-ng or opusenc is not on this machine, so no clips can be made; those that are there stay.')
    console.error('Debian: apt-get install espeak-ng opus-tools. Or record the words: docs/panduan-suara.md says how.')
    return 1
  }
  const shipped = await shippedPhrases()
  if (option === undefined) {
    tell(await makeClips(shipped, engine, { folder: SHIPPED, own: false }), SHIPPED)
    return 0
  }
  const { dataDir } = readSettings(process.env)
  const known = new Set(shipped.map(({ lang, words }) => `${lang} ${slugOf(words)}`))
  const own = officePhrases(await readOffice(given ?? officeFile(dataDir))).filter(
    ({ lang, words }) => !known.has(`${lang} ${slugOf(words)}`),
  )
  const folder = join(dataDir, 'voice')
  tell(await makeClips(own, engine, { folder, own: true }), folder)
  return 0
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (trouble: unknown) => {
    console.error(trouble instanceof ConfigProblem ? trouble.message : trouble)
    process.exitCode = 1
  },
)
