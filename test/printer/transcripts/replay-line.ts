import type { Line, Timers } from '../../../line/line.ts'
import { hexOf } from '../../../printer/probe/record-line.ts'
import type { Said, Transcript } from '../../../printer/probe/transcript.ts'

/** The bytes of a piece of a conversation. */
export const bytesOf = ({ bytes }: Said): Uint8Array =>
  Uint8Array.from(bytes.split(' '), (hex) => Number.parseInt(hex, 16))

/**
 * A printer that says what the one of the transcript said, as late as that one: to each question what followed the same
 * question then. What was not asked in those days is not answered, so a transcript stays good when the probe learns to
 * ask more.
 */
export const replayLine = ({ said }: Transcript, timers: Timers): Line => {
  const ears = new Set<(bytes: Uint8Array) => void>()
  let isOpen = false
  let from = 0
  return {
    open() {
      isOpen = true
    },
    status: () => (isOpen ? 'open' : 'closed'),
    async write(bytes) {
      const asked = said.findIndex((one, i) => i >= from && one.by === 'host' && one.bytes === hexOf(bytes))
      const question = said[asked]
      if (question === undefined) return { status: 'written' }
      const next = said.findIndex((one, i) => i > asked && one.by === 'host')
      from = next < 0 ? said.length : next
      for (const answer of said.slice(asked + 1, from))
        timers.after(answer.ms - question.ms, () => {
          for (const ear of [...ears]) ear(bytesOf(answer))
        })
      return { status: 'written' }
    },
    onBytes(listener) {
      ears.add(listener)
      return () => ears.delete(listener)
    },
    onStatus: () => () => {},
    redial() {},
    async close() {
      isOpen = false
    },
  }
}
