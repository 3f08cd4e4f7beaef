import './jitless.ts'
import { useEffect, useState } from 'preact/hooks'
import { io, type Socket } from 'socket.io-client'
import { Answer } from '../protocol/answers.ts'
import type { AccessCommand, Wish } from '../protocol/commands.ts'
import type { Hello } from '../protocol/roles.ts'
import { ANSWER_TIMEOUT_MS, COMING_BACK, Elsewhere, SOCKET, Welcome } from '../protocol/socket.ts'
import type { SurveyCommand } from '../protocol/survey.ts'
import { View, type ViewOf } from '../protocol/views.ts'
import { reloadIfOutdated } from './build.ts'
import { makeWayElsewhere } from './elsewhere.ts'
import { addSilence, type Seen, SILENCE, seeLoss, seePulse, seeView, seeWelcome } from './seen.ts'

/** Nobody answered: not connected, or the answer was lost twice. Whether the command took effect is not known. */
export type Reply = Answer | { status: 'unreachable' }

/** The two ways a screen speaks. Nothing is ever queued: without a line the reply is `unreachable` at once. */
export type Speech = {
  /**
   * Asks the office. With `commandId` (from `newCommandId`) a repeat after a lost answer has one effect; without, one is
   * made. An answer lost to a broken line is asked for once more, with the same id, when the line is back in time.
   */
  submit(wish: Wish, commandId?: string): Promise<Reply>
  /**
   * Says what goes beside the Door: signs staff in or out at this counter, or answers the survey. Never repeated by itself,
   * because one of them holds a PIN.
   */
  enter(command: AccessCommand | SurveyCommand): Promise<Reply>
}

/** What `useLive` returns: what is seen, and how to speak. */
export type Live<V extends View> = Seen<V> & Speech

/** A line to the office, outside of any component. */
export type Connection<R extends View['role']> = Speech & {
  seen(): Seen<ViewOf<R>>
  /** Calls `onSeen` at every change until the returned function is called. */
  watch(onSeen: (seen: Seen<ViewOf<R>>) => void): () => void
  /** How many messages of the server did not parse and were dropped. */
  dropped(): number
  close(): void
}

/** `url`: another server than the page's own; `token`: in place of the page's cookie. For tests, which have neither. */
export type ConnectOptions = { url?: string; token?: string }

/** How long a page waits before it greets again a server that did not know it or did not answer, ms. */
const GREET_AGAIN_MS = 2000

/** 22 characters of base64url, 132 bits. `crypto.randomUUID` is missing on plain-HTTP addresses of an office LAN. */
export const newCommandId = (): string => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return [...crypto.getRandomValues(new Uint8Array(22))].map((byte) => alphabet[byte & 63] ?? 'A').join('')
}

const isViewOf = <R extends View['role']>(view: View, role: R): view is ViewOf<R> => view.role === role

/** Opens the line and keeps it: greets, shows views, reconnects for ever. */
export const connect = <R extends View['role']>(
  hello: Hello & { role: R },
  options: ConnectOptions = {},
): Connection<R> => {
  let seen: Seen<ViewOf<R>> = { status: 'connecting' }
  let viewAtMs = 0
  let welcomed = false
  let dropped = 0
  let again: ReturnType<typeof setTimeout> | undefined
  /** Null until this line has pulsed: only then is its silence a loss. */
  let silentMs: number | null = null
  /** The last pulse of this line, in the server's own number. */
  let heardMs: number | null = null
  let lookedAtMs = 0
  let looking: ReturnType<typeof setInterval> | undefined
  const watchers = new Set<(seen: Seen<ViewOf<R>>) => void>()
  const greeted = new Set<() => void>()
  const way = makeWayElsewhere()

  const show = (next: Seen<ViewOf<R>>): void => {
    if (next === seen) return
    seen = next
    for (const watcher of watchers) watcher(seen)
  }

  const settings = {
    transports: ['websocket'],
    ...COMING_BACK,
    timeout: ANSWER_TIMEOUT_MS,
    forceNew: true,
    ...(options.token === undefined ? {} : { auth: { token: options.token } }),
  }
  const socket: Socket = options.url === undefined ? io(settings) : io(options.url, settings)

  const greetAgain = (): void => {
    clearTimeout(again)
    again = setTimeout(() => socket.disconnect().connect(), GREET_AGAIN_MS)
  }

  const greet = (error: Error | null, reply?: unknown): void => {
    if (error) {
      // Silence on an open line; a broken one says so by itself and reconnects.
      if (socket.connected) greetAgain()
      return
    }
    const welcome = Welcome.safeParse(reply)
    if (!welcome.success) {
      dropped += 1
      greetAgain()
      return
    }
    way.found()
    show(seeWelcome(seen, welcome.data))
    if (welcome.data.status === 'ended') socket.disconnect()
    if (welcome.data.status === 'not-paired') greetAgain()
    if (welcome.data.status !== 'welcome') return
    welcomed = true
    for (const resume of greeted) resume()
    reloadIfOutdated(welcome.data.build)
  }

  const isSilent = (): boolean => silentMs !== null && silentMs >= SILENCE.lostMs
  const look = (): void => {
    const nowMs = performance.now()
    silentMs = addSilence(silentMs ?? 0, nowMs - lookedAtMs)
    lookedAtMs = nowMs
    if (!isSilent()) return
    way.lost()
    show(seeLoss(seen, nowMs - viewAtMs - silentMs))
  }
  const stopLooking = (): void => {
    clearInterval(looking)
    looking = undefined
    silentMs = null
    heardMs = null
  }

  socket.on(SOCKET.pulse, (serverMs: unknown) => {
    if (typeof serverMs === 'number') heardMs = serverMs
    if (looking === undefined) {
      lookedAtMs = performance.now()
      looking = setInterval(look, SILENCE.lookMs)
    }
    silentMs = 0
    way.found()
    if (welcomed) show(seePulse(seen))
  })
  socket.on(SOCKET.elsewhere, (message: unknown) => {
    const elsewhere = Elsewhere.safeParse(message)
    if (elsewhere.success) way.told(elsewhere.data)
    else dropped += 1
  })
  socket.on('connect', () => socket.timeout(ANSWER_TIMEOUT_MS).emit(SOCKET.hello, hello, greet))
  socket.on(SOCKET.view, (message: unknown) => {
    const parsed = View.safeParse(message)
    if (!parsed.success || !isViewOf(parsed.data, hello.role)) {
      dropped += 1
      return
    }
    const next = seeView(seen, parsed.data)
    if (next !== seen) viewAtMs = performance.now()
    if (silentMs !== null) silentMs = 0
    show(next)
  })
  socket.on('disconnect', (reason) => {
    welcomed = false
    stopLooking()
    // A page that hangs up itself has not lost its server.
    if (reason !== 'io client disconnect') way.lost()
    show(seeLoss(seen, performance.now() - viewAtMs))
    // The client reconnects by itself, except when the server showed it out.
    if (reason === 'io server disconnect' && seen.status !== 'ended') greetAgain()
  })

  /** Resolves true at the next greeting, false after `timeoutMs`. */
  const greetedWithin = (timeoutMs: number): Promise<boolean> =>
    new Promise((resolve) => {
      const settle = (back: boolean): void => {
        clearTimeout(timer)
        greeted.delete(resume)
        resolve(back)
      }
      const resume = (): void => settle(true)
      const timer = setTimeout(() => settle(false), timeoutMs)
      greeted.add(resume)
    })

  /** One question and its answer; null when the answer was lost. */
  const ask = (command: object): Promise<Reply | null> =>
    new Promise((resolve) => {
      if (!welcomed || !socket.connected || isSilent()) return resolve({ status: 'unreachable' })
      const behind = heardMs === null ? [] : [heardMs]
      socket
        .timeout(ANSWER_TIMEOUT_MS)
        .emit(SOCKET.command, command, ...behind, (error: Error | null, reply?: unknown) => {
          if (error) return resolve(null)
          const answer = Answer.safeParse(reply)
          if (answer.success) return resolve(answer.data)
          dropped += 1
          resolve({ status: 'unreachable' })
        })
    })

  return {
    seen: () => seen,
    dropped: () => dropped,
    watch(onSeen) {
      watchers.add(onSeen)
      return () => watchers.delete(onSeen)
    },
    async submit(wish, commandId = newCommandId()) {
      const command = { ...wish, commandId }
      const first = await ask(command)
      if (first !== null) return first
      const back = welcomed || (await greetedWithin(ANSWER_TIMEOUT_MS))
      return (back ? await ask(command) : null) ?? { status: 'unreachable' }
    },
    async enter(command) {
      return (await ask(command)) ?? { status: 'unreachable' }
    },
    close() {
      clearTimeout(again)
      stopLooking()
      way.found()
      watchers.clear()
      socket.disconnect()
    },
  }
}

/** The line of a page's one component at the top: opened with it, closed with it. `hello` is read once. */
export const useLive = <R extends View['role']>(hello: Hello & { role: R }): Live<ViewOf<R>> => {
  const [connection] = useState(() => connect<R>(hello))
  const [seen, setSeen] = useState<Seen<ViewOf<R>>>(connection.seen())
  useEffect(() => {
    const stop = connection.watch((next) => setSeen(() => next))
    setSeen(() => connection.seen())
    return () => {
      stop()
      connection.close()
    }
  }, [connection])
  return { ...seen, submit: connection.submit, enter: connection.enter }
}
