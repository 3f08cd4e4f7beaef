import {
  ELEMENTS,
  type Mark,
  type SurveyAnswers,
  type SurveyCommand,
  type SurveyElement,
} from '../../protocol/survey.ts'
import type { Reply } from '../connection.ts'

/**
 * How far a respondent is. `question`: the one of nine that is asked, from 1. `sending`: the office is told. `unsent`: nobody
 * answered, and what was said is still here. `over`: thanked; `closed`: the invitation had ended before.
 */
export type Filling = { ticketId: string } & (
  | { step: 'question'; no: number; answers: SurveyAnswers }
  | { step: 'sending' | 'unsent'; command: SurveyCommand }
  | { step: 'over'; how: 'answered' | 'declined' | 'closed' }
)

/** What happens to a form: what the respondent does, and what the office replied. */
export type FillingAct =
  | { type: 'marked'; mark: Mark }
  | { type: 'skipped' }
  | { type: 'back' }
  | { type: 'declined' }
  | { type: 'retried' }
  | { type: 'replied'; reply: Reply }

/** How many questions there are. */
export const QUESTIONS_ASKED = ELEMENTS.length

/** The form of a ticket before its first answer. */
export const openFilling = (ticketId: string): Filling => ({ ticketId, step: 'question', no: 1, answers: {} })

/** Which element a question is about; null for a number that no question has. */
export const elementOf = (no: number): SurveyElement | null => ELEMENTS[no - 1] ?? null

const decline = ({ ticketId }: Filling): Filling => ({
  ticketId,
  step: 'sending',
  command: { type: 'DeclineSurvey', ticketId },
})

/** On to the next question, or with the ninth to the office; whoever skipped all nine declined. */
const goOn = (filling: Filling, no: number, answers: SurveyAnswers): Filling => {
  const { ticketId } = filling
  if (no < QUESTIONS_ASKED) return { ticketId, step: 'question', no: no + 1, answers }
  if (Object.keys(answers).length === 0) return decline(filling)
  return { ticketId, step: 'sending', command: { type: 'AnswerSurvey', ticketId, answers } }
}

const hear = (filling: Filling & { step: 'sending' | 'unsent' }, reply: Reply): Filling => {
  const { ticketId, command } = filling
  if (reply.status === 'unreachable') return { ticketId, step: 'unsent', command }
  if (reply.status !== 'taken') return { ticketId, step: 'over', how: 'closed' }
  return { ticketId, step: 'over', how: command.type === 'AnswerSurvey' ? 'answered' : 'declined' }
}

/** The form after an act; one that makes no sense in this step changes nothing. */
export const evolveFilling = (filling: Filling, act: FillingAct): Filling => {
  if (filling.step === 'over') return filling
  if (filling.step !== 'question') {
    if (act.type === 'replied') return hear(filling, act.reply)
    return act.type === 'retried' ? { ...filling, step: 'sending' } : filling
  }
  const { ticketId, no, answers } = filling
  const element = elementOf(no)
  if (element === null) return filling
  switch (act.type) {
    case 'marked':
      return goOn(filling, no, { ...answers, [element]: act.mark })
    case 'skipped': {
      const { [element]: _, ...rest } = answers
      return goOn(filling, no, rest)
    }
    case 'back':
      return { ticketId, step: 'question', no: Math.max(1, no - 1), answers }
    case 'declined':
      return decline(filling)
    default:
      return filling
  }
}
