import { z } from 'zod'
import type { Answer } from '../../protocol/answers.ts'
import { AccessCommand } from '../../protocol/commands.ts'
import type { Door } from '../../protocol/door.ts'
import type { Sender } from '../../protocol/roles.ts'
import type { AccessPort } from './options.ts'
import { issuesOf } from './problems.ts'

const IsAccessCommand = z.object({ type: z.enum(['SignIn', 'SignOut']) })

/** Asks the office for something on behalf of a sender. */
export type Ask = (body: unknown, sender: Sender) => Promise<Answer>

/**
 * Sends what a sender says to where it is answered: signing in and out to access, because the Door must not see a PIN,
 * and everything else to the Door as it came.
 */
export const makeAsk =
  (door: Door, access: Pick<AccessPort, 'signIn' | 'signOut'>): Ask =>
  async (body, sender) => {
    if (!IsAccessCommand.safeParse(body).success) return door.submit(body, sender)
    const command = AccessCommand.safeParse(body)
    if (!command.success) return { status: 'invalid', issues: issuesOf(command.error) }
    if (sender.role !== 'counter') return { status: 'refused', refusal: { code: 'not-permitted' } }
    const { data } = command
    return data.type === 'SignIn' ? access.signIn(sender, { staff: data.staff, pin: data.pin }) : access.signOut(sender)
  }
