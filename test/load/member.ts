import { isDeepStrictEqual } from 'node:util'
import { io, type Socket } from 'socket.io-client'
import { z } from 'zod'
import { Answer } from '../../protocol/answers.ts'
import type { Hello } from '../../protocol/roles.ts'
import { COMING_BACK, SOCKET, Welcome } from '../../protocol/socket.ts'
import { until } from './until.ts'

/** One screen or phone of a crowd: who it says it is, and the token of its pairing; null for a phone, which has none. */
export type Guest = { hello: Hello; token: string | null }

/** What all views have. A crowd reads no more of them: pages that parse whole views are looked at elsewhere. */
export const Shown = z.looseObject({ seq: z.int(), epoch: z.string() })
export type Shown = z.infer<typeof Shown>

/** A guest with an open line. */
export type Member = {
  guest(): Guest
  /** Hangs up and comes again as somebody else, who needs no other token. */
  become(hello: Hello): Promise<void>
  close(): void
  /** The last view that it was sent. */
  shown(): Shown | null
  /** The run of the server that it sees, '' before it sees any. */
  epoch(): string
  /** Calls `onShown` at every view with the instant of `performance` at which it came. */
  watch(onShown: (shown: Shown, at: number) => void): void
  /** Asks a command: its answer and how long that took, ms. Rejects where no answer comes. */
  ask(command: object): Promise<{ answer: Answer; ms: number }>
}

const ANSWER_MS = 20_000

/** Opens a line that comes back by itself as pages do. Resolves with its first view. */
export const openMember = async (address: string, first: Guest): Promise<Member> => {
  const { token } = first
  let { hello } = first
  const socket: Socket = io(address, {
    ...{ transports: ['websocket'], forceNew: true, ...COMING_BACK },
    ...(token === null ? { extraHeaders: { origin: address } } : { auth: { token } }),
  })
  const watchers: ((shown: Shown, at: number) => void)[] = []
  let shown: Shown | null = null
  socket.on(SOCKET.view, (message: unknown) => {
    const at = performance.now()
    shown = Shown.parse(message)
    for (const watcher of watchers) watcher(shown, at)
  })
  let status: string | undefined
  socket.on('connect', () => {
    socket.emit(SOCKET.hello, hello, (reply: unknown) => {
      status = Welcome.parse(reply).status
    })
  })
  const welcomed = () =>
    until(`the first view of ${JSON.stringify(hello)}`, () => {
      if (status !== undefined && status !== 'welcome') throw new Error(`${JSON.stringify(hello)}: ${status}`)
      return status !== undefined && shown !== null
    })
  await welcomed()
  return {
    guest: () => ({ hello, token }),
    become(next) {
      socket.disconnect()
      hello = next
      status = undefined
      shown = null
      socket.connect()
      return welcomed()
    },
    close: () => void socket.disconnect(),
    shown: () => shown,
    epoch: () => shown?.epoch ?? '',
    watch: (onShown) => void watchers.push(onShown),
    async ask(command) {
      const startAt = performance.now()
      const answer = Answer.parse(await socket.timeout(ANSWER_MS).emitWithAck(SOCKET.command, command))
      return { answer, ms: performance.now() - startAt }
    },
  }
}

const contentOf = (shown: Shown | null): unknown => shown && { ...shown, seq: 0, at: 0 }

/**
 * Which of these do not show what the office would show them now, in words: a newcomer beside each of them is the office's
 * own word. Whoever follows the same ticket is compared with one newcomer.
 */
export const findWrong = async (address: string, members: readonly Member[]): Promise<string[]> => {
  const alike = new Map<string, Member[]>()
  for (const member of members) {
    const who = JSON.stringify(member.guest().hello)
    alike.set(who, [...(alike.get(who) ?? []), member])
  }
  const wrong = await Promise.all(
    [...alike].map(async ([who, same]) => {
      const [first] = same
      if (first === undefined) return []
      const newcomer = await openMember(address, first.guest())
      const now = contentOf(newcomer.shown())
      newcomer.close()
      return same.flatMap((member) => (isDeepStrictEqual(contentOf(member.shown()), now) ? [] : [`${who} is wrong`]))
    }),
  )
  return wrong.flat()
}
