import { execFile } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { promisify } from 'node:util'
import { type Cable, layCable } from './cable.ts'
import { type Broken, heardAt } from './uart.ts'

const run = promisify(execFile)

/** A simulated scanner on a serial cable that speaks at its own speed, whatever the office listens at. */
export type SerialScanner = {
  /** The line without a speed, as it stands in the office's document. */
  address: string
  cable: Cable
  /** Says these bytes; at the office they are what its speed makes of them. Resolves when they are on the line. */
  say(text: string): Promise<void>
  /** The speed at which the office listens now, baud. */
  listenedAt(): Promise<number>
  remove(): Promise<void>
}

/** Plugs one in that stands at `baud`; `broken` is what the office's adapter does with what is no character. */
export const plugInScanner = async (baud: number, broken: Broken = 'dropped'): Promise<SerialScanner> => {
  const cable = await layCable()
  // The office hangs up when it goes over to another speed; the line must outlast that.
  const hold = openSync(cable.near, 'r+')
  const listenedAt = async (): Promise<number> => Number((await run('stty', ['-F', cable.near, 'speed'])).stdout)
  return {
    address: `serial://${cable.near}`,
    cable,
    say: async (text) => cable.say(heardAt(new TextEncoder().encode(text), baud, await listenedAt(), broken)),
    listenedAt,
    async remove() {
      closeSync(hold)
      await cable.remove()
    },
  }
}
