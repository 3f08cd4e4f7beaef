import type { Socket } from 'node:net'
import { GREETING_MAX } from './greeting.ts'

/** How long either side has for its line, ms. */
const LINE_MS = 2_000

/**
 * The first line of a connection; what came behind it is read next by whoever reads on. Null where none came in time, the
 * connection ended, or it is too long to be one.
 */
export const readLine = (connection: Socket): Promise<string | null> =>
  new Promise((resolve) => {
    let read = Buffer.alloc(0)
    const finish = (line: string | null): void => {
      clearTimeout(late)
      connection.off('data', take).off('close', end).off('error', end)
      resolve(line)
    }
    const end = (): void => finish(null)
    const late = setTimeout(end, LINE_MS)
    const take = (bytes: Buffer): void => {
      read = Buffer.concat([read, bytes])
      const at = read.indexOf('\n')
      if (at < 0 && read.length <= GREETING_MAX) return
      connection.pause()
      if (at >= 0 && at + 1 < read.length) connection.unshift(read.subarray(at + 1))
      finish(at < 0 ? null : read.toString('latin1', 0, at))
    }
    connection.on('data', take).once('close', end).once('error', end)
  })
