import { join } from 'node:path'
import type { Sender } from '../../protocol/roles.ts'
import type { OpenedOffice } from '../office.ts'
import type { Seal } from '../seal.ts'
import { type AnswerStore, openAnswerStore } from './answer-store.ts'
import { makeTakeAnswers, type TakeAnswers } from './take-answers.ts'

/** The file of the answers in a data folder. */
export const answersFile = (dataDir: string): string => join(dataDir, 'survey.db')

/** The survey of an open office. */
export type OpenSurvey = {
  take: TakeAnswers['take']
  /** The answers of the days that are over. */
  responses: AnswerStore['released']
  /** Ends what is under way. */
  close(): Promise<void>
}

/**
 * Opens the answers of an office beside its Door, in the data folder or where `store` keeps them, and brings both together; from then
 * on the close of a day cuts them loose.
 */
export const openAnswers = async (options: {
  dataDir: string
  door: Pick<OpenedOffice, 'state' | 'submit' | 'onRecorded'>
  seal: Pick<Seal, 'answerKey'>
  sender: Sender
  newCommandId: () => string
  store?: AnswerStore | undefined
  onFault: (fault: unknown) => void
}): Promise<OpenSurvey> => {
  const { dataDir, door, seal, sender, newCommandId, onFault } = options
  const { store = openAnswerStore(answersFile(dataDir)) } = options
  const { take, settle, release } = makeTakeAnswers({ door, store, seal, sender, newCommandId })
  await settle()
  // One after the other: what is kept while a day is cut loose would stay under its key.
  let line: Promise<unknown> = Promise.resolve()
  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const done = line.then(work)
    line = done.catch(() => undefined)
    return done
  }
  const stop = door.onRecorded((recorded) => {
    if (!recorded.some(({ event }) => event.type === 'DayClosed')) return
    const state = door.state()
    inLine(() => release(state)).catch(onFault)
  })
  return {
    take: (respondent, command) => inLine(() => take(respondent, command)),
    responses: () => inLine(store.released),
    async close() {
      stop()
      await line
      await store.close()
    },
  }
}
