import type { Answer } from '../../protocol/answers.ts'
import type { Wish } from '../../protocol/commands.ts'
import type { RefusalCode } from '../../protocol/refusals.ts'
import type { Sender } from '../../protocol/roles.ts'
import type { Settled, SurveyCommand } from '../../protocol/survey.ts'
import type { OpenedOffice } from '../office.ts'
import type { State } from '../rules/state.ts'
import { asksThrough, channelOf, openInvitation, speaksFor } from '../rules/survey.ts'
import type { Seal } from '../seal.ts'
import type { AnswerStore } from './answer-store.ts'

/** Where a respondent's answers go: to the store, and to the journal no more than that there are some. */
export type TakeAnswers = {
  /**
   * Takes what a respondent says; the same again is taken and changes nothing. Refused: `not-permitted` when the sender
   * cannot be asked, `not-invited` when nobody asks this ticket here.
   */
  take(sender: Sender, command: SurveyCommand): Promise<Answer>
  /**
   * Brings store and journal together after a start: what was kept for an open invitation is told to the journal, and a day that
   * closed is released.
   */
  settle(): Promise<void>
  /** The day closed: its answers are cut from their tickets. */
  release(state: State): Promise<void>
}

const refused = (code: RefusalCode): Answer => ({ status: 'refused', refusal: { code } })
const TAKEN: Answer = { status: 'taken', result: { kind: 'done' } }

/**
 * Answers are kept before the journal hears of them, and acknowledged after it did: what a power cut leaves between the two
 * was never acknowledged, and the next start tells the journal. A key is kept once, so nothing is counted twice.
 */
export const makeTakeAnswers = (parts: {
  door: Pick<OpenedOffice, 'state' | 'submit'>
  store: AnswerStore
  seal: Pick<Seal, 'answerKey'>
  /** Who tells the journal, so that it does not learn at which device somebody answered. */
  sender: Sender
  newCommandId: () => string
}): TakeAnswers => {
  const { door, store, seal, sender: office, newCommandId } = parts
  const tell = (ticketId: string, how: Settled): Promise<Answer> => {
    const wish: Wish = { type: 'SettleInvitation', ticketId, how }
    return door.submit({ ...wish, commandId: newCommandId() }, office)
  }
  const keysOf = (ticketIds: readonly string[]) => new Map(ticketIds.map((id) => [seal.answerKey(id), id]))

  const release = async ({ day, survey }: State): Promise<void> => {
    if (day === null) return
    const answered = Object.entries(survey.settled).flatMap(([ticketId, how]) => (how === 'answered' ? ticketId : []))
    const known = keysOf(answered)
    // Kept and never told before the day closed: it was not acknowledged, and its invitation is counted as expired.
    for (const key of await store.keys()) if (!known.has(key)) await store.drop(key)
    await store.release(day.day.slice(0, 7))
  }

  return {
    async take(sender, command) {
      const { ticketId } = command
      const state = door.state()
      const channel = channelOf(sender)
      if (channel === null) return refused('not-permitted')
      const how = command.type === 'AnswerSurvey' ? 'answered' : 'declined'
      const invitation = openInvitation(state, ticketId)
      const mayAsk = asksThrough(state, channel)
      if (invitation === undefined || !mayAsk || !speaksFor(sender, invitation)) {
        // A screen that lost its answer asks again; who has answered elsewhere is thanked as well.
        const isOwn = sender.role === 'survey' || sender.place === ticketId
        return isOwn && state.survey.settled[ticketId] !== undefined ? TAKEN : refused('not-invited')
      }
      if (command.type === 'AnswerSurvey') await store.keep(seal.answerKey(ticketId), channel, command.answers)
      const answer = await tell(ticketId, how)
      if (answer.status === 'refused' && command.type === 'AnswerSurvey' && !isAnswered(door.state(), ticketId))
        await store.drop(seal.answerKey(ticketId))
      return answer
    },
    async settle() {
      const state = door.state()
      const open = keysOf(state.survey.open.map(({ ticketId }) => ticketId))
      for (const key of await store.keys()) {
        const ticketId = open.get(key)
        if (ticketId !== undefined) await tell(ticketId, 'answered')
      }
      if (state.day?.status === 'closed') await release(state)
    },
    release,
  }
}

const isAnswered = (state: State, ticketId: string): boolean => state.survey.settled[ticketId] === 'answered'
