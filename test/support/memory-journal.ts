import type { Answer } from '../../protocol/answers.ts'
import type { Journal, KeptCode, Recorded } from '../../server/journal/journal.ts'

/** A journal without a disk, for rehearsals and tests: same port, nothing survives. `after` runs before each append. */
export const openMemoryJournal = (start: Recorded[] = [], after: () => void = () => {}): Journal => {
  const events = [...start]
  const commands = new Map<string, { digest: string; answer: Answer; at: number }>()
  const kept = new Map<string, KeptCode>()
  return {
    async *read(afterSeq = 0) {
      yield* events.filter(({ seq }) => seq > afterSeq)
    },
    lastSeq: () => events.length,
    linkAt: async (seq) => (seq >= 1 && seq <= events.length ? String(seq) : null),
    answerOf: async (commandId) => commands.get(commandId) ?? null,
    async append({ at, by, commandId, digest, answer, events: added, codes = [] }) {
      after()
      for (const event of added) events.push({ seq: events.length + 1, at, by, event })
      commands.set(commandId, { digest, answer, at })
      for (const code of codes) kept.set(code.hash, code)
      return events.length
    },
    codeOf: async (hash) => kept.get(hash) ?? null,
    async forgetCommands(beforeAt) {
      const before = commands.size
      for (const [id, { at }] of commands) if (at < beforeAt) commands.delete(id)
      return before - commands.size
    },
    async forgetCodes(day) {
      const before = kept.size
      for (const [hash, code] of kept) if (code.day < day) kept.delete(hash)
      return before - kept.size
    },
    close: async () => {},
  }
}
