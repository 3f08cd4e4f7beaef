import { z } from 'zod'
import { TicketId } from '../../protocol/ids.ts'
import type { Recorded } from '../journal/journal.ts'
import type { EventOf } from '../rules/events.ts'
import { makeCommand, refusedReport } from './cli-command.ts'
import { officeTime, zoneFollower } from './office-time.ts'

type Reason = Omit<EventOf<'Called'>, 'type'> & Pick<Recorded, 'at'>

const print = ({ at, counter, stage, helping, turnAt, shiftMin, letter, runnerUp }: Reason, zone: string): string => {
  const clock = (instant: number) => officeTime(instant, zone)
  const shift = shiftMin === 0 ? '' : `, ready ${clock(turnAt - shiftMin * 60_000)} shifted by ${shiftMin} min`
  const next =
    runnerUp === null ? 'nobody else was callable' : `next was ${runnerUp.ticketId}, turn ${clock(runnerUp.turnAt)}`
  return `${clock(at)} counter ${counter}, ${stage}${helping ? ' (helping)' : ''}, lane ${letter ?? '-'}: turn ${clock(turnAt)}${shift}; ${next}`
}

/** `antrean why <ticket>`: why this number was called when it was, from what was recorded with each call ("kenapa dia duluan?"). */
export const why = makeCommand({
  name: 'why',
  names: ['<ticket>'],
  words: z.tuple([TicketId]),
  summary: 'tell why a number was called when it was: its turn, its shift and who was next',
  help: ['<ticket>  day and number, as 2026-11-24/A037'],
  async run([ticketId], rooms) {
    const calls: Reason[] = []
    const follower = zoneFollower()
    const read = await rooms.readJournal(({ at, event }) => {
      follower.see({ event })
      if (event.type !== 'Called' || event.ticketId !== ticketId) return
      const { type: _, ...reason } = event
      calls.push({ at, ...reason })
    })
    if (read.status === 'refused') return refusedReport(read.reason)
    if (calls.length === 0) return refusedReport(`${ticketId} was never called`)
    return { exit: 0, text: calls.map((call) => print(call, follower.zone())), json: { ticketId, calls } }
  },
})
