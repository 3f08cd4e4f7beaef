import { readFile } from 'node:fs/promises'
import { type DayFile, readDays } from '../day-file.ts'
import { Reference } from '../reference.ts'

const readJson = async (path: string): Promise<unknown> => {
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    throw new Error(`${path}: ${cause.message}`, { cause })
  })
  try {
    return JSON.parse(text)
  } catch (cause) {
    // The message may quote some lines of the file.
    const why = String(cause instanceof Error ? cause.message : cause).replace(/\s+/g, ' ')
    throw new Error(`${path}: is no JSON, ${why}`, { cause })
  }
}

/** Reads a day file. Throws one sentence with the path where it cannot be read, is no JSON or is no day file. */
export const readDayFile = async (path: string): Promise<DayFile> => {
  const read = readDays(await readJson(path))
  if ('mistake' in read) throw new Error(`${path}: ${read.mistake}`)
  return read.file
}

/** Reads the results of another simulator; throws as `readDayFile` does. */
export const readReference = async (path: string): Promise<Reference> => {
  const read = Reference.safeParse(await readJson(path))
  if (!read.success) throw new Error(`${path}: ${read.error.issues[0]?.path.join('.')} is no reference result`)
  return read.data
}
