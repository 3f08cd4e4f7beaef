import { io, type Socket } from 'socket.io-client'
import type { DeviceLog } from '../line/line.ts'
import { Answer } from '../protocol/answers.ts'
import type { Door } from '../protocol/door.ts'
import { AgentWelcome, ANSWER_TIMEOUT_MS, COMING_BACK, SOCKET } from '../protocol/socket.ts'
import { View } from '../protocol/views.ts'
import { newCommandId } from './new-command-id.ts'

/** The Door of an office elsewhere. Who speaks is read from the token there; the senders given here count for nothing. */
export type RemoteDoor = Door & {
  /**
   * Asks for something that is of use only now: it is said again after a lost answer as `submit` does, but not any more
   * after `withinMs`. Null: no answer until then, and whether it was done is not known.
   */
  ask(command: unknown, withinMs: number): Promise<Answer | null>
  /** Hangs up for good. What is still unanswered resolves as invalid: nothing is known of it. */
  close(): void
}

/** How long until it greets again where it was not welcome, ms. A person has to act first. */
const GREET_AGAIN_MS = { 'not-paired': 5_000, occupied: 2_000, foreign: 5_000 } as const
/** How long until it dials again after a line that was hung up there, ms. */
const DIAL_AGAIN_MS = 1_000
/** How long until it dials the next of several servers, ms. */
const NEXT_MS = 500

const NOTHING_KNOWN: Answer = { status: 'invalid', issues: [{ path: '', message: 'no answer that can be read' }] }

const TOLD = {
  welcome: 'connected to the office',
  'not-paired':
    'the office does not know this token: make another one with "antrean pair agent <kiosk>" and start with it; trying again',
  occupied: 'another process is the agent of this kiosk: end it there; waiting until it has gone',
  away: 'the office does not answer; trying again',
  foreign: 'the office says what this version does not know: bring both to the same version',
} as const

/** Why a dial failed, as far as it is known: `websocket error: Unexpected server response: 421`. */
const causeOf = (error: Error): string => {
  const more = 'description' in error ? error.description : null
  const hasMessage = typeof more === 'object' && more !== null && 'message' in more
  return hasMessage ? `${error.message}: ${String(more.message)}` : error.message
}

type Question = { command: unknown; resolve: (answer: Answer) => void }

/**
 * Dials the office at one of `servers` (origins) and keeps the line: it greets as the agent whose `token` it is, dials again for
 * ever (0.25–2 s), each time the next of several, and notices a half-open line by the server's pings or the first answer that does
 * not come in time.
 *
 * `submit` never gives up: what is unanswered is said again after every greeting, with the same `commandId`, which the
 * office does once and answers alike for 48 hours. So its promise holds as beside the office: answered is on disk there.
 * `onWelcome` follows each greeting, after what was unanswered.
 */
export const remoteDoor = (given: {
  servers: readonly string[]
  token: string
  log: DeviceLog
  onWelcome?: () => void
  /** How long an answer may take before the line counts as half-open, ms; 5,000 unless a test is in a hurry. */
  answerMs?: number
}): RemoteDoor => {
  const { servers, token, log, onWelcome = () => {}, answerMs = ANSWER_TIMEOUT_MS } = given
  const run = newCommandId()
  const pending = new Set<Question>()
  const watchers = new Set<(view: View) => void>()
  let view: View | null = null
  let welcomed = false
  let closed = false
  let again: ReturnType<typeof setTimeout> | undefined
  let told = ''

  const areSeveral = servers.length > 1
  const sockets = servers.map((server) =>
    io(server, {
      transports: ['websocket'],
      ...COMING_BACK,
      // One that is gone for good must not be dialled for ever while the next waits.
      reconnection: !areSeveral,
      autoConnect: false,
      timeout: answerMs,
      forceNew: true,
      auth: { token },
    }),
  )
  let at = 0
  const inUse = (): Socket | undefined => sockets[at]

  /** Says how the line stands, once for each change: an office may be away all night. */
  const tell = (state: keyof typeof TOLD, cause?: string): void => {
    if (told === state) return
    told = state
    log[state === 'welcome' ? 'info' : 'warn'](cause === undefined ? {} : { cause }, TOLD[state])
  }

  const dialAgain = (afterMs: number): void => {
    clearTimeout(again)
    if (closed) return
    again = setTimeout(() => {
      inUse()?.disconnect()
      at = (at + 1) % sockets.length
      inUse()?.connect()
    }, afterMs)
  }

  const say = (question: Question): void => {
    const socket = inUse()
    socket?.timeout(answerMs).emit(SOCKET.command, question.command, (lost: Error | null, reply?: unknown) => {
      if (lost) {
        // Silence on an open line: it may be half-open. A broken one has said so already.
        if (socket.connected) dialAgain(0)
        return
      }
      const answer = Answer.safeParse(reply)
      if (!answer.success) tell('foreign')
      if (pending.delete(question)) question.resolve(answer.data ?? NOTHING_KNOWN)
    })
  }

  const put = (question: Question): void => {
    if (closed) question.resolve(NOTHING_KNOWN)
    else pending.add(question)
    if (welcomed) say(question)
  }

  const greet = (lost: Error | null, reply?: unknown): void => {
    if (lost) {
      if (inUse()?.connected) dialAgain(0)
      return
    }
    const welcome = AgentWelcome.safeParse(reply)
    const status = welcome.success ? welcome.data.status : 'foreign'
    tell(status)
    if (status !== 'welcome') dialAgain(GREET_AGAIN_MS[status])
    else {
      welcomed = true
      for (const question of pending) say(question)
      onWelcome()
    }
  }

  const listenTo = (socket: Socket): void => {
    socket.on('connect', () => {
      clearTimeout(again)
      socket.timeout(answerMs).emit(SOCKET.hello, { role: 'agent', run }, greet)
    })
    socket.on('connect_error', (error) => {
      tell('away', causeOf(error))
      if (areSeveral) dialAgain(NEXT_MS)
      else if (!socket.active) dialAgain(DIAL_AGAIN_MS)
    })
    socket.on('disconnect', (reason) => {
      if (welcomed) tell('away', reason)
      welcomed = false
      // Hung up by ourselves, to dial the next.
      if (reason === 'io client disconnect') return
      // The client dials a single server again by itself, except when it was shown out.
      if (areSeveral) dialAgain(NEXT_MS)
      else if (reason === 'io server disconnect') dialAgain(DIAL_AGAIN_MS)
    })
    socket.on(SOCKET.view, (message: unknown) => {
      const parsed = View.safeParse(message)
      if (!parsed.success) return tell('foreign')
      view = parsed.data
      for (const watcher of watchers) watcher(parsed.data)
    })
  }
  sockets.forEach(listenTo)
  inUse()?.connect()

  return {
    submit: (command) => new Promise((resolve) => put({ command, resolve })),
    ask: (command, withinMs) =>
      new Promise((resolve) => {
        const question = { command, resolve: settle }
        const timer = setTimeout(() => settle(null), withinMs)
        function settle(answer: Answer | null): void {
          clearTimeout(timer)
          pending.delete(question)
          resolve(answer)
        }
        put(question)
      }),
    watch(_sender, onView) {
      watchers.add(onView)
      if (view !== null) onView(view)
      return () => watchers.delete(onView)
    },
    close() {
      closed = true
      clearTimeout(again)
      for (const socket of sockets) socket.disconnect()
      for (const question of pending) question.resolve(NOTHING_KNOWN)
      pending.clear()
    },
  }
}
