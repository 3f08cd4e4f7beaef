import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { io, type Socket } from 'socket.io-client'
import { z } from 'zod'
import { Answer } from '../../protocol/answers.ts'
import { SOCKET, Welcome } from '../../protocol/socket.ts'

const Port = z.object({ port: z.int() })

/** Starts the bare server of echo-server.ts as its own process, on a port of its own or this one. */
export const startEcho = async (on = 0) => {
  const child = fork(fileURLToPath(new URL('./echo-server.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, PORT: String(on) },
  })
  const { port } = Port.parse(await new Promise((resolve) => child.once('message', resolve)))
  return {
    ...{ address: `http://127.0.0.1:${port}`, port, stop: () => child.disconnect() },
    /** Ends it as a power cut of the process does. */
    async kill() {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

/** A connected socket with no reconnection. */
export const openSocket = async (address: string, auth: Record<string, string>): Promise<Socket> => {
  const socket = io(address, { transports: ['websocket'], reconnection: false, forceNew: true, auth })
  await new Promise<void>((connected, failed) => {
    socket.once('connect', connected)
    socket.once('connect_error', failed)
  })
  return socket
}

/** A paired device's socket that was welcomed. */
export const openDevice = async (address: string, role: string, place: string, token: string): Promise<Socket> => {
  const socket = await openSocket(address, { token })
  const { status } = Welcome.parse(await socket.emitWithAck(SOCKET.hello, { role, place }))
  if (status !== 'welcome') throw new Error(`${role} ${place}: ${status}`)
  return socket
}

/** Between two commands of one socket, ms: the office closes a socket at its 21st message of a second. */
const PACE_MS = 55

/**
 * `shared` sockets of one device in turn, each at its pace; with enough of them nothing ever waits. Asks a command and throws when
 * it is not taken.
 */
export const openAsker = async (address: string, role: string, place: string, token: string, shared: number) => {
  const sockets: Socket[] = []
  for (let i = 0; i < shared; i += 1) sockets.push(await openDevice(address, role, place, token))
  const askedMs = sockets.map(() => Number.NEGATIVE_INFINITY)
  let turn = 0
  return {
    async ask(command: object) {
      turn = (turn + 1) % sockets.length
      const restMs = (askedMs[turn] ?? 0) + PACE_MS - performance.now()
      if (restMs > 0) await setTimeout(restMs)
      askedMs[turn] = performance.now()
      const answer = Answer.parse(await sockets[turn]?.timeout(5_000).emitWithAck(SOCKET.command, command))
      if (answer.status !== 'taken') throw new Error(`not taken: ${JSON.stringify(answer)}`)
      return answer.result
    },
    close: () => {
      for (const socket of sockets) socket.disconnect()
    },
  }
}

const Seq = z.object({ seq: z.int() })

/** Displays that wait for the next message, all of them. */
export const makeAudience = (displays: readonly Socket[]) => {
  let missing = new Set<Socket>()
  let done: (at: number) => void = () => undefined
  let last: unknown = null
  for (const display of displays)
    display.on(SOCKET.view, (view: unknown) => {
      last = view
      missing.delete(display)
      if (missing.size === 0) done(performance.now())
    })
  return {
    /** Resolves with the instant at which the last of them has a message that came after now. */
    next: () =>
      new Promise<number>((resolve) => {
        missing = new Set(displays)
        done = resolve
      }),
    last: () => last,
    /** The number of the newest event shown. */
    seq: () => Seq.parse(last).seq,
  }
}
