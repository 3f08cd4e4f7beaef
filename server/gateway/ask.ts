import { z } from 'zod'
import type { Answer } from '../../protocol/answers.ts'
import { AccessCommand } from '../../protocol/commands.ts'
import type { Door } from '../../protocol/door.ts'
import type { Role, Sender } from '../../protocol/roles.ts'
import { SurveyCommand } from '../../protocol/survey.ts'
import type { AccessPort, SurveyPort } from './options.ts'
import { issuesOf } from './problems.ts'

const Beside = z.object({ type: z.enum(['SignIn', 'SignOut', 'AnswerSurvey', 'DeclineSurvey']) })
const BesideCommand = z.discriminatedUnion('type', [AccessCommand, SurveyCommand])

/** Asks the office for something on behalf of a sender. */
export type Ask = (body: unknown, sender: Sender) => Promise<Answer>

const NOT_PERMITTED: Answer = { status: 'refused', refusal: { code: 'not-permitted' } }
const ANSWERS_SURVEY: readonly Role[] = ['survey', 'tracker']

/**
 * Sends what a sender says to where it is answered: signing in and out to access, because the Door must not see a PIN, the
 * survey to where answers are kept, because the journal must not hold them beside a ticket, and everything else to the Door
 * as it came.
 */
export const makeAsk =
  (door: Door, access: Pick<AccessPort, 'signIn' | 'signOut'>, survey: SurveyPort): Ask =>
  async (body, sender) => {
    if (!Beside.safeParse(body).success) return door.submit(body, sender)
    const command = BesideCommand.safeParse(body)
    if (!command.success) return { status: 'invalid', issues: issuesOf(command.error) }
    const { data } = command
    switch (data.type) {
      case 'SignIn':
        if (sender.role !== 'counter') return NOT_PERMITTED
        return access.signIn(sender, { staff: data.staff, pin: data.pin })
      case 'SignOut':
        return sender.role === 'counter' ? access.signOut(sender) : NOT_PERMITTED
      default:
        return ANSWERS_SURVEY.includes(sender.role) ? survey.take(sender, data) : NOT_PERMITTED
    }
  }
