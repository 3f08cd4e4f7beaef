import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Office } from '../protocol/office.ts'
import { ConfigProblem, type Problem } from './config-problem.ts'
import { type DocumentLog, type FileDocument, type Mirror, openDocument, parseDocument } from './document.ts'

/** The office that a new installation starts with: Denpasar's lanes and services, marked `example`. */
export const EXAMPLE_OFFICE_FILE = fileURLToPath(new URL('./offices/denpasar.json', import.meta.url))

/** Where the office's document lies in a data folder. */
export const officeFile = (dataDir: string): string => join(dataDir, 'office.json')

/**
 * Opens the office's document in `dataDir`. A folder that never had one gets a copy of the example. Throws
 * `ConfigProblem` with every mistake: of the file, or of the example it is created from.
 */
export const loadOffice = (what: {
  dataDir: string
  log: DocumentLog
  exampleFile?: string
  mirror?: Mirror | undefined
}): Promise<FileDocument<Office>> => {
  const { dataDir, log, exampleFile = EXAMPLE_OFFICE_FILE, mirror } = what
  const initial = (): Office => parseDocument(exampleFile, readFileSync(exampleFile, 'utf8'), Office)
  return openDocument({ file: officeFile(dataDir), schema: Office, initial, log, mirror })
}

/**
 * Every mistake of an office file, none when it is good. Rules between settings (a service in a lane that exists) are
 * looked at once each setting by itself is right. A file that cannot be read is a mistake, too.
 */
export const checkConfig = async (file: string): Promise<readonly Problem[]> => {
  try {
    parseDocument(file, await readFile(file, 'utf8'), Office)
    return []
  } catch (trouble) {
    if (trouble instanceof ConfigProblem) return trouble.problems
    if (trouble instanceof Error && 'code' in trouble && typeof trouble.code === 'string')
      return [{ file, path: '', expected: 'a file that can be read', got: trouble.code }]
    throw trouble
  }
}
