import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { io, type Socket } from 'socket.io-client'
import { COMING_BACK, SOCKET } from '../../protocol/socket.ts'
import { rest, until } from '../load/until.ts'
import { openSocket, startEcho } from './sockets.ts'

/** The yardstick of a crowd: as many clients of socket.io and nothing else, that come back as pages do. */
export type BareCrowd = {
  /** A message of this size to everybody: how long it took to each, ms. */
  call(bytes: number): Promise<number[]>
  /** Kills the server, starts it after `downMs`: from its listening to the last client that is back, ms. */
  kill(downMs: number): Promise<number>
  close(): void
}

/** Opens such a crowd on a bare server, both for the first time. */
export const openBareCrowd = async (count: number): Promise<BareCrowd> => {
  let echo = await startEcho()
  let came: number[] = []
  const sockets: Socket[] = []
  for (let n = 0; n < count; n += 1) {
    const socket = io(echo.address, {
      ...{ transports: ['websocket'], forceNew: true, auth: { role: 'display' } },
      ...COMING_BACK,
    })
    socket.on('connect', () => socket.emit(SOCKET.hello, {}, () => undefined))
    socket.on(SOCKET.view, () => came.push(performance.now()))
    sockets.push(socket)
  }
  const all = (what: string) => until(what, () => came.length >= count)
  await all('a bare crowd')
  return {
    async call(bytes) {
      const caller = await openSocket(echo.address, { role: 'counter' })
      await caller.emitWithAck('size', 'x'.repeat(bytes))
      came = []
      const askedAt = performance.now()
      await caller.emitWithAck('call', {})
      await all('a bare call')
      caller.disconnect()
      return came.map((at) => at - askedAt)
    },
    async kill(downMs) {
      await echo.kill()
      came = []
      await rest(downMs)
      echo = await startEcho(echo.port)
      const listenAt = performance.now()
      await all('a bare crowd that comes back')
      return performance.now() - listenAt
    },
    close() {
      for (const socket of sockets) socket.disconnect()
      echo.stop()
    },
  }
}

const BARE_START = 'import { Server } from "socket.io"; new Server(0); console.log("listening")'

/** How long a process takes until a bare socket.io listens in it, ms. */
export const timeBareStart = async (): Promise<number> => {
  const startAt = performance.now()
  const child = spawn(process.execPath, ['--input-type=module', '--eval', BARE_START], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
  })
  await once(child.stdout, 'data')
  const tookMs = performance.now() - startAt
  child.kill('SIGKILL')
  return tookMs
}
