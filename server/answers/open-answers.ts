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
  close(): void
}

/** Opens the answers of a data folder beside its Door, and brings both together; from then on the close of a day cuts them loose. */
export const openAnswers = async (options: {
  dataDir: string
  door: Pick<OpenedOffice, 'state' | 'submit' | 'onRecorded'>
  seal: Pick<Seal, 'answerKey'>
  sender: Sender
  newCommandId: () => string
}): Promise<OpenSurvey> => {
  const { dataDir, door, seal, sender, newCommandId } = options
  const store = openAnswerStore(answersFile(dataDir))
  const { take, settle, release } = makeTakeAnswers({ door, store, seal, sender, newCommandId })
  await settle()
  const stop = door.onRecorded((recorded) => {
    if (recorded.some(({ event }) => event.type === 'DayClosed')) release(door.state())
  })
  return {
    take,
    responses: store.released,
    close() {
      stop()
      store.close()
    },
  }
}
