import { z } from 'zod'
import type { DayStamp } from '../../protocol/ids.ts'
import type { EventOf } from '../rules/events.ts'
import { makeCommand, refusedReport } from './cli-command.ts'
import { officeTime, zoneFollower } from './office-time.ts'

type Line = Omit<EventOf<'Overridden'>, 'type'> & { at: string; day: DayStamp }

/** `antrean audit [day]`: every rule that staff set aside for one person: when, which, for which number, by whom and why. */
export const audit = makeCommand({
  name: 'audit',
  names: ['[day]'],
  words: z.union([z.tuple([]), z.tuple([z.iso.date()])]),
  summary: 'list the rules that staff set aside for one person, with staff, time and reason',
  help: ['[day]  one day alone, as 2026-11-24; without it every day in the journal'],
  async run([only], rooms) {
    const lines: Line[] = []
    const follower = zoneFollower()
    const read = await rooms.readJournal(({ at, event }) => {
      follower.see({ event })
      if (event.type !== 'Overridden') return
      const { type: _, ...override } = event
      const day = override.ticketId.slice(0, 10)
      if (only === undefined || only === day)
        lines.push({ ...override, day, at: officeTime(at, follower.zone(), true) })
    })
    if (read.status === 'refused') return refusedReport(read.reason)
    return {
      exit: 0,
      text: [
        ...lines.map(
          ({ at, act, ticketId, staff, reason }) => `${at}  ${act.padEnd(18)} ${ticketId}  staff ${staff}  ${reason}`,
        ),
        `${lines.length} overrides`,
      ],
      json: { overrides: lines },
    }
  },
})
