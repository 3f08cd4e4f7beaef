import { io } from 'socket.io-client'
import { Answer } from '../../protocol/answers.ts'
import { SOCKET, Welcome } from '../../protocol/socket.ts'
import { ask } from './server-process.ts'

/** A paired device and how it reaches the office. */
export type Caller = { role: string; place: string; token: string; by: 'socket' | 'http' }

/** A device's way to a running server. `ask` is null when the answer was lost: whether it was done is not known. */
export type Route = { ask(command: object): Promise<Answer | null>; close(): void }

/** Between two commands of one socket: the office closes a socket at its 21st message of a second. */
const PACE_MS = 60

const isLostAnswer = (trouble: unknown): boolean =>
  trouble instanceof TypeError || (trouble instanceof DOMException && trouble.name === 'TimeoutError')

const openHttp = (address: string, token: string): Route => ({
  async ask(command) {
    try {
      return await ask(address, token, command)
    } catch (trouble) {
      if (isLostAnswer(trouble)) return null
      throw trouble
    }
  },
  close: () => undefined,
})

const openSocket = async (address: string, { role, place, token }: Caller): Promise<Route> => {
  const socket = io(address, { transports: ['websocket'], reconnection: false, forceNew: true, auth: { token } })
  await new Promise<void>((connected, failed) => {
    socket.once('connect', connected)
    socket.once('connect_error', failed)
  })
  const welcome = Welcome.parse(await socket.emitWithAck(SOCKET.hello, { role, place }))
  if (welcome.status !== 'welcome') throw new Error(`${role} ${place}: ${welcome.status}`)
  let lastAt = 0
  return {
    async ask(command) {
      const restMs = lastAt + PACE_MS - performance.now()
      if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs))
      lastAt = performance.now()
      if (!socket.connected) return null
      return new Promise((resolve) => {
        const gone = () => resolve(null)
        socket.once('disconnect', gone)
        socket.emit(SOCKET.command, command, (answer: unknown) => {
          socket.off('disconnect', gone)
          resolve(Answer.parse(answer))
        })
      })
    },
    close: () => socket.disconnect(),
  }
}

/** Opens a device's way to the server. Rejects when the server cannot be reached or does not know the device. */
export const openRoute = (address: string, caller: Caller): Promise<Route> =>
  caller.by === 'http' ? Promise.resolve(openHttp(address, caller.token)) : openSocket(address, caller)
