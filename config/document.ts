import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Adapter, Low } from 'lowdb'
import type { z } from 'zod'
import { ConfigProblem, problemsOf } from './config-problem.ts'
import { sweepTemporaries, writeDurably } from './durable-file.ts'
import { findJsonMistake } from './json-mistake.ts'

/** A document that people edit: one JSON file, whole in memory, checked on the way in and on the way out. */
export type Document<T> = {
  /** The value as it lies on disk. Frozen: it is changed through `change` alone. */
  read(): T
  /**
   * Replaces the value by `next(now)`, one change at a time. Resolves with the new value when it is on disk. Rejects with
   * `ConfigProblem` when it does not fit the schema, or with what `next` threw: then nothing changed. A disk that
   * refuses is a fault and rejects as it is.
   */
  change(next: (now: T) => T): Promise<T>
}

/** A document whose file people may edit by hand while it is open. */
export type FileDocument<T> = Document<T> & {
  /**
   * What somebody else wrote to the file since it was last read or written here: its text, null where it is gone; undefined
   * when nobody did. Changes nothing. Rejects when the file cannot be read.
   */
  edited(): Promise<string | null | undefined>
  /** Takes `text`, which lies in the file, for the value. Rejects with `ConfigProblem` when it is not good. */
  adopt(text: string): Promise<T>
}

/** What a document tells about itself; pino's logger fits. */
export type DocumentLog = { warn(fields: object, message: string): void }

/** Where the last version that was read or written without a mistake is kept. */
export const lastGoodOf = (file: string): string => `${file}.last-good`

const BYTE_ORDER_MARK = '\ufeff'

const isMissing = (trouble: unknown): boolean =>
  trouble instanceof Error && 'code' in trouble && trouble.code === 'ENOENT'

/** The text of `file`, null when there is none. */
export const readFileIfThere = async (file: string): Promise<string | null> => {
  try {
    return await readFile(file, 'utf8')
  } catch (trouble) {
    if (isMissing(trouble)) return null
    throw trouble
  }
}

/** Checks the JSON `text` of `file` with `schema`. Throws `ConfigProblem` with every mistake. */
export const parseDocument = <T>(file: string, text: string, schema: z.ZodType<T>): T => {
  const json = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
  const mistake = findJsonMistake(json)
  if (mistake !== null) {
    const { line, column, expected, got } = mistake
    throw new ConfigProblem([{ file, path: `line ${line}, column ${column}`, expected, got }])
  }
  return checkValue(file, JSON.parse(json), schema)
}

const checkValue = <T>(file: string, value: unknown, schema: z.ZodType<T>): T => {
  const checked = schema.safeParse(value)
  if (!checked.success) throw new ConfigProblem(problemsOf(file, value, checked.error.issues))
  return checked.data
}

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(freeze)
  return value
}

const textOf = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/**
 * Where the text of every good version goes before it goes to the file: to the store that several servers share. What it does not
 * take is not written.
 */
export type Mirror = (file: string, text: string) => Promise<void>

/** lowdb's own adapters do not fsync: after a power cut the file could be empty. */
const durableAdapter = <T>(file: string, schema: z.ZodType<T>, mirror: Mirror): Adapter<T> => ({
  async read() {
    const text = await readFileIfThere(file)
    return text === null ? null : parseDocument(file, text, schema)
  },
  async write(value) {
    const text = textOf(value)
    await mirror(file, text)
    await writeDurably(file, text)
    await writeDurably(lastGoodOf(file), text)
  },
})

/**
 * Opens `file`, or creates it from `initial()` where it never was. Throws `ConfigProblem` with every mistake, and also
 * when the file is gone but its last good version is not: an office that lost its settings must not start with others.
 */
export const openDocument = async <T>(what: {
  file: string
  schema: z.ZodType<T>
  initial: () => T
  log: DocumentLog
  mirror?: Mirror | undefined
}): Promise<FileDocument<T>> => {
  const { file, schema, initial, log, mirror = async () => {} } = what
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const swept = await sweepTemporaries(file)
  if (swept > 0) log.warn({ file, swept }, 'a change of this document was cut off; the version before it stands')

  const text = await readFileIfThere(file)
  const lastGood = await readFileIfThere(lastGoodOf(file))
  if (text === null && lastGood !== null)
    throw new ConfigProblem([
      { file, path: '', expected: `the file (its last good version is ${lastGoodOf(file)})`, got: 'nothing' },
    ])

  const value = text === null ? checkValue(file, initial(), schema) : parseDocument(file, text, schema)
  const db = new Low<T>(durableAdapter(file, schema, mirror), value)
  if (text === null) await db.write()
  else {
    await mirror(file, text)
    if (text !== lastGood) await writeDurably(lastGoodOf(file), text)
  }
  freeze(db.data)

  let known = text ?? textOf(value)
  const adoptNow = async (text: string): Promise<T> => {
    const value = freeze(parseDocument(file, text, schema))
    await mirror(file, text)
    await writeDurably(lastGoodOf(file), text)
    db.data = value
    known = text
    return value
  }

  let line: Promise<unknown> = Promise.resolve()
  const changeNow = async (next: (now: T) => T): Promise<T> => {
    const value = checkValue(file, next(structuredClone(db.data)), schema)
    const before = db.data
    db.data = value
    try {
      await db.write()
    } catch (fault) {
      db.data = before
      throw fault
    }
    known = textOf(value)
    return freeze(value)
  }
  const inLine = <R>(act: () => Promise<R>): Promise<R> => {
    const done = line.then(act)
    // The next change waits for this one whether it succeeds or not; the caller alone hears of a failure.
    line = done.then(
      () => undefined,
      () => undefined,
    )
    return done
  }
  return {
    read: () => db.data,
    change: (next) => inLine(() => changeNow(next)),
    edited: () =>
      inLine(async () => {
        const now = await readFileIfThere(file)
        return now === known ? undefined : now
      }),
    adopt: (text) => inLine(() => adoptNow(text)),
  }
}
