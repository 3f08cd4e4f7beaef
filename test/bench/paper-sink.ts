import { createServer, type Socket } from 'node:net'
import { FENCE as FENCE_BYTES, processId } from '../../printer/device-status.ts'

/** When the first and the last byte of one slip came, `performance.now()`. */
export type Paper = { firstAt: number; lastAt: number; bytes: number }

/** The last bytes of a slip. */
const FENCE = Buffer.from(FENCE_BYTES)
const STATUS = Buffer.of(0x10, 0x04)
const READY = Buffer.of(0x12)
/** Between slips come ESC @, DLE EOT, DLE ENQ and a fence of its own; no slip is that short. */
const QUESTION_MAX = 16
const PASSED = Buffer.of(0x00)
/** GS ( H with an id of four characters stands just before the last fence. */
const ID = { head: Buffer.from(processId('')), length: 4 }

/** What the unit says to the end of a slip: the fence was passed and, when it was asked, the paper of this id is out. */
const proofOf = (tail: Buffer): Buffer => {
  const idAt = tail.length - FENCE.length - ID.length
  const isAsked = tail.subarray(0, idAt).subarray(-ID.head.length).equals(ID.head)
  const id = tail.subarray(idAt, idAt + ID.length)
  return isAsked ? Buffer.concat([PASSED, Buffer.from('7"'), id, Buffer.of(0)]) : PASSED
}

/**
 * A printer that takes bytes as fast as they come: what it is asked is answered at once, nothing is drawn. It tells that a
 * paper is out by its id, so nothing waits for the rollers.
 */
export const openPaperSink = async () => {
  const sockets = new Set<Socket>()
  let waiting: ((paper: Paper) => void) | null = null
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    let paper: Paper | null = null
    socket.on('data', (bytes) => {
      const at = performance.now()
      if (paper === null && bytes.length <= QUESTION_MAX) {
        if (bytes.subarray(-3, -1).compare(STATUS) === 0) socket.write(READY)
        else if (bytes.subarray(-FENCE.length).compare(FENCE) === 0) socket.write(PASSED)
        return
      }
      paper = { firstAt: paper?.firstAt ?? at, lastAt: at, bytes: (paper?.bytes ?? 0) + bytes.length }
      if (bytes.subarray(-FENCE.length).compare(FENCE) !== 0) return
      const done = paper
      paper = null
      socket.write(proofOf(bytes))
      waiting?.(done)
      waiting = null
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  const bound = server.address()
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : 0,
    /** Resolves with the next slip that comes whole. */
    nextPaper: () =>
      new Promise<Paper>((resolve) => {
        waiting = resolve
      }),
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
