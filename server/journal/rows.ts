import { type Linked, nextLink, proofOf } from './chain.ts'
import type { Entry } from './journal.ts'

/** The last event of a journal, and the chain's link there. */
export type End = { seq: number; link: string }

/** One entry as rows, columns in the order of their tables. */
export type Rows = {
  events: readonly Linked[]
  command: readonly [id: string, at: number, digest: string, answer: string, proof: string]
  codes: readonly (readonly [hash: string, key: string, day: string, proof: string])[]
}

/** What entries come to as rows that go on from `end`, and the end after them; the same for every engine. */
export const rowsOf = (entries: readonly Entry[], end: End): { rows: Rows[]; end: End } => {
  let { seq, link } = end
  const rows = entries.map(({ at, by, commandId, digest, answer, events, codes = [] }): Rows => {
    const linked = events.map((event) => {
      seq += 1
      const row = { seq, at, by: JSON.stringify(by), command_id: commandId, event: JSON.stringify(event) }
      link = nextLink(link, row)
      return { ...row, link }
    })
    const command = [commandId, at, digest, JSON.stringify(answer)] as const
    return {
      events: linked,
      command: [...command, proofOf(...command)],
      codes: codes.map(({ hash, key, day }) => [hash, key, day, proofOf(hash, key, day)]),
    }
  })
  return { rows, end: { seq, link } }
}
