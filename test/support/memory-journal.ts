import type { Answer } from '../../protocol/answers.ts'
import type { Journal, Recorded } from '../../server/journal/journal.ts'

/** A journal without a disk, for rehearsals and tests: same port, nothing survives. `after` runs before each append. */
export const openMemoryJournal = (start: Recorded[] = [], after: () => void = () => {}): Journal => {
  const events = [...start]
  const commands = new Map<string, { digest: string; answer: Answer; at: number }>()
  return {
    async *read(afterSeq = 0) {
      yield* events.slice(afterSeq)
    },
    answerOf: async (commandId) => commands.get(commandId) ?? null,
    async append({ at, by, commandId, digest, answer, events: added }) {
      after()
      for (const event of added) events.push({ seq: events.length + 1, at, by, event })
      commands.set(commandId, { digest, answer, at })
      return events.length
    },
    async forgetCommands(beforeAt) {
      for (const [id, { at }] of commands) if (at < beforeAt) commands.delete(id)
    },
    close: async () => {},
  }
}
