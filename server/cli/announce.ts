import { z } from 'zod'
import { Announcement } from '../../protocol/office-screens.ts'
import { makeCommand } from './cli-command.ts'
import { withDesk } from './with-desk.ts'

const { id, en } = Announcement.shape

/** `antrean announce <indonesian> [english]`: tells everybody in the hall something until `antrean announce over`. */
export const announce = makeCommand({
  name: 'announce',
  names: ['<indonesian>', '[english]'],
  words: z.tuple([id, en.optional()]),
  summary: 'show an announcement on the displays, or end it with over',
  help: [
    '<indonesian>  at most 90 characters, in quotes; over ends the announcement. No names of visitors.',
    '[english]     the same in English; without it the displays show the Indonesian words alone',
  ],
  run: ([first, second = first], rooms) => {
    const words = first === 'over' ? null : { id: first, en: second }
    return withDesk(
      rooms,
      (desk) => desk.ask(words === null ? { type: 'EndAnnouncement' } : { type: 'Announce', words }),
      () => ({
        exit: 0,
        text: [words === null ? 'The announcement is over.' : `Announced: ${words.id}`],
        json: { status: 'taken', announcement: words },
      }),
    )
  },
})
