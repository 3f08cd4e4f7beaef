import type { Timers } from '../../line/line.ts'
import { createRandom } from './random.ts'

/**
 * How badly the way back from a printer treats its answers. Shares are 0–1 for each byte; `delayMs` holds all of them up
 * by as much. The same `seed` spoils in the same way.
 */
export type AnswerTrouble = {
  seed: number
  /** XON or XOFF before the byte. */
  flow?: number
  /** The answer goes in single bytes. */
  split?: boolean
  /** A byte of noise before it. */
  noise?: number
  /** The byte comes with one bit wrong. */
  wrong?: number
  delayMs?: number
}

/** Answers a printer keeps by kind while its host does not read, the latest of each: GS ( H 48, GS ( H 49, DLE DC4 8. */
export type AnswerSlot = 'done' | 'offline' | 'cleared'

const SLOTS: readonly AnswerSlot[] = ['done', 'offline', 'cleared']

/** What other answers are kept meanwhile; more are lost (Epson: 99 bytes). */
const SEND_BUFFER = 99

/** The way back to the host, with its troubles. `deliver` is given what the host hears, in pieces. */
export function createAnswerLine(given: {
  deliver: (bytes: Uint8Array) => void
  timers: Timers
  trouble: AnswerTrouble | null
}): { say(bytes: readonly number[], slot?: AnswerSlot): void; hostReads(ready: boolean): void; forget(): void } {
  const { deliver, timers, trouble } = given
  const random = createRandom(trouble?.seed ?? 0)
  let isReady = true
  let held: number[] = []
  let slots = new Map<AnswerSlot, readonly number[]>()

  const spoil = (bytes: readonly number[], { flow = 0, noise = 0, wrong = 0 }: AnswerTrouble): number[] =>
    bytes.flatMap((byte) => [
      ...(random() < flow ? [random() < 0.5 ? 0x11 : 0x13] : []),
      ...(random() < noise ? [Math.floor(random() * 256)] : []),
      random() < wrong ? byte ^ (1 << Math.floor(random() * 8)) : byte,
    ])

  const send = (bytes: readonly number[]) => {
    const heard = trouble === null ? bytes : spoil(bytes, trouble)
    const pieces = trouble?.split === true ? heard.map((byte) => Uint8Array.of(byte)) : [Uint8Array.from(heard)]
    const go = () => pieces.forEach(deliver)
    if (trouble?.delayMs === undefined) go()
    else timers.after(trouble.delayMs, go)
  }

  return {
    say(bytes, slot) {
      if (bytes.length === 0) return
      if (isReady) send(bytes)
      else if (slot !== undefined) slots.set(slot, bytes)
      else if (held.length + bytes.length <= SEND_BUFFER) held.push(...bytes)
    },
    hostReads(ready) {
      isReady = ready
      if (!ready) return
      if (held.length > 0) send(held)
      for (const bytes of SLOTS.flatMap((slot) => [slots.get(slot) ?? []])) if (bytes.length > 0) send(bytes)
      held = []
      slots = new Map()
    },
    forget() {
      held = []
      slots = new Map()
    },
  }
}
