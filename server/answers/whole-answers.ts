import { existsSync, rmSync } from 'node:fs'
import Database from 'libsql'
import { z } from 'zod'
import { openAnswerStore } from './answer-store.ts'

const Today = z.tuple([z.string(), z.string(), z.string()])
const Answered = z.tuple([z.string(), z.string().nullable(), z.string(), z.string()])

/** All rows of a store of answers: today's as key, channel, answers; the others as id, month, channel, answers. */
export type WholeAnswers = { today: z.infer<typeof Today>[]; answers: z.infer<typeof Answered>[] }

/** The rows of a file; none where there is no file. */
export const readAnswers = (file: string): WholeAnswers => {
  if (!existsSync(file)) return { today: [], answers: [] }
  const raw = new Database(file)
  try {
    return {
      today: z.array(Today).parse(raw.prepare('SELECT key, channel, answers FROM today').raw(true).all()),
      answers: z.array(Answered).parse(raw.prepare('SELECT id, month, channel, answers FROM answers').raw(true).all()),
    }
  } finally {
    raw.close()
  }
}

/** Removes a store of answers from its folder. */
export const removeAnswers = (file: string): void => {
  for (const tail of ['', '-wal', '-shm']) rmSync(`${file}${tail}`, { force: true })
}

/** Writes rows into a new file, in the place of what was there. */
export const writeAnswers = async (file: string, { today, answers }: WholeAnswers): Promise<void> => {
  removeAnswers(file)
  await openAnswerStore(file).close()
  const raw = new Database(file)
  try {
    raw.exec('PRAGMA synchronous = FULL')
    const addToday = raw.prepare('INSERT INTO today (key, channel, answers) VALUES (?, ?, ?)')
    const addAnswer = raw.prepare('INSERT INTO answers (id, month, channel, answers) VALUES (?, ?, ?, ?)')
    raw.transaction(() => {
      for (const row of today) addToday.run(...row)
      for (const row of answers) addAnswer.run(...row)
    })()
  } finally {
    raw.close()
  }
}
