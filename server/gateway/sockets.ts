import { createServer } from 'node:http'
import type { Logger } from 'pino'
import { type Socket, Server as SocketServer } from 'socket.io'
import type { Answer } from '../../protocol/answers.ts'
import type { Place } from '../../protocol/ids.ts'
import { Hello, type Sender } from '../../protocol/roles.ts'
import {
  type AgentWelcome,
  COMMAND_AGE_MS,
  ELSEWHERE_MS,
  type Elsewhere,
  PULSE_MS,
  SOCKET,
  type Welcome,
} from '../../protocol/socket.ts'
import { makeAgentSeats } from './agent-seats.ts'
import type { Ask } from './ask.ts'
import { readCookie, readDeskCookie, screenCookie } from './cookies.ts'
import type { GatewayMetrics } from './gateway-metrics.ts'
import { type Line, openLine } from './line.ts'
import type { GatewayOptions } from './options.ts'
import { readBearer } from './senders.ts'
import { admitUpgrades, closeFloods, endClosed, type SocketDoor } from './socket-guards.ts'
import type { UsedTwiceWatch } from './used-twice.ts'

/** The largest message of a page, bytes (reliability M6): a scan of 4,096 characters fits. */
const MESSAGE_MAX = 16 * 1024
/** A socket that has not said who it is by then is closed, ms. */
const HELLO_MS = 5_000
const NOT_PERMITTED: Answer = { status: 'refused', refusal: { code: 'not-permitted' } }
const TOO_OLD: Answer = { status: 'refused', refusal: { code: 'too-old' } }
/** Screens of the office; phones, programs and printers do without. */
const HEAR_PULSES: readonly string[] = ['kiosk', 'counter', 'display', 'supervisor']

/** Whether a command was under way for too long since the pulse that its page heard last; null: it heard none. */
const isTooOld = ({ role }: Sender, heardMs: number | null): boolean =>
  heardMs !== null && performance.now() - heardMs > COMMAND_AGE_MS[role === 'counter' ? 'counter' : 'others']

const isAck = (value: unknown): value is (answer: unknown) => void => typeof value === 'function'

const hasToken = (auth: unknown): auth is { token: string } =>
  typeof auth === 'object' && auth !== null && 'token' in auth && typeof auth.token === 'string'

/** A program's token: in the handshake's `auth` or its headers. */
const readToken = ({ handshake, request }: Socket): string | null =>
  hasToken(handshake.auth) ? handshake.auth.token : readBearer(request)

/** So much may wait for a page that does not read, bytes (reliability M5); it comes again and gets the newest view. */
const BEHIND_MAX = 1024 * 1024

const isBehind = ({ conn }: Socket): boolean => {
  const raw: unknown = 'socket' in conn.transport ? conn.transport.socket : null
  return (
    typeof raw === 'object' &&
    raw !== null &&
    'bufferedAmount' in raw &&
    typeof raw.bufferedAmount === 'number' &&
    raw.bufferedAmount > BEHIND_MAX
  )
}

/** Opens the sockets beside the servers of some ports: what closes them all, and which kiosks' agents are connected. */
export const openSockets = (
  doors: readonly SocketDoor[],
  options: Pick<
    GatewayOptions,
    'access' | 'addresses' | 'arrive' | 'build' | 'door' | 'helloMs' | 'isShared' | 'log' | 'trackerSenderOf'
  >,
  parts: {
    ask: Ask
    metrics: GatewayMetrics
    usedTwice: Pick<UsedTwiceWatch, 'open'>
    /** How often a page is asked whether it is there, and how long it has to answer. */
    pingMs: number
    onFault: (fault: unknown) => void
  },
): { close(): Promise<void>; agents(): Place[] } => {
  const { door, access, addresses, arrive, build, trackerSenderOf, isShared = false, helloMs = HELLO_MS } = options
  const { ask, metrics, usedTwice, pingMs, onFault } = parts
  const log: Logger = options.log.child({ room: 'sockets' })
  const lines = new Set<() => void>()
  const seats = makeAgentSeats()

  // socket.io answers plain requests itself on a server it is attached to. This one never listens: upgrades alone reach it.
  const inner = createServer()
  const doorOf = admitUpgrades(doors, inner, metrics)
  const io = new SocketServer(inner, {
    transports: ['websocket'],
    // Asked again, so that nothing comes in beside the doors.
    allowRequest: (request, decide) => decide(null, doorOf(request) !== undefined),
    maxHttpBufferSize: MESSAGE_MAX,
    pingInterval: pingMs,
    pingTimeout: pingMs,
    connectTimeout: helloMs,
    serveClient: false,
    allowUpgrades: false,
  })
  io.engine.on('connection', (raw) => {
    closeFloods(raw, metrics)
    endClosed(raw)
  })

  // A browser always says where its page is from, so what says nothing is a program, which has to bring its token.
  io.use((socket, next) =>
    next(
      socket.request.headers.origin !== undefined || readToken(socket) !== null
        ? undefined
        : new Error('needs an Origin or a token'),
    ),
  )

  /** Who `hello` speaks of, to be asked again and again: staff change and a pairing can be revoked. */
  const readerOf = (hello: Hello, socket: Socket): (() => Sender | null) => {
    const isSecure = doorOf(socket.request)?.hosts.isSecure(socket.request) ?? false
    if (hello.role === 'tracker') {
      // Asked once: finding a ticket's token is slow, and what an ended ticket may see is the Door's.
      const sender = trackerSenderOf(hello.token)
      return () => sender
    }
    const read = (token: string | null, role: Sender['role'], place?: Place) => () => {
      const sender = token === null ? null : access.senderOf(token)
      return sender?.role === role && sender.place === (place ?? sender.place) ? sender : null
    }
    if (hello.role === 'supervisor') {
      const cookie = readDeskCookie(socket.request, isSecure)
      return () => (cookie === null ? null : access.deskSenderOf(cookie))
    }
    const token = readToken(socket)
    // A page never becomes an agent, whatever it was given.
    if (hello.role === 'agent') return read(socket.request.headers.origin === undefined ? token : null, hello.role)
    const { role, place } = hello
    return read(token ?? readCookie(socket.request, screenCookie(role, place), isSecure), role, place)
  }

  /** Where a page can go on when the server is gone that it came from. A phone needs no pass: its address is its secret. */
  const elsewhereFor = ({ role, device }: Sender, { request }: Socket): Elsewhere | null => {
    const { origin = '' } = request.headers
    if (!isShared || role === 'supervisor' || !addresses.includes(origin)) return null
    const origins = addresses.filter((address) => address !== origin)
    return origins.length === 0 ? null : { origins, pass: role === 'tracker' ? null : access.passOf(device) }
  }

  /** How to leave what only one may hold; null while somebody else holds it. */
  const takeSeat = (hello: Hello, { place }: Sender, socket: Socket): (() => void) | null =>
    hello.role === 'agent' ? seats.take(place, hello.run, () => socket.disconnect(true)) : () => {}

  io.on('connection', (socket) => {
    let isGreeted = false
    let line: Line | null = null
    /** Work of a message. A throw in it is a fault of ours: it must not leave half a socket behind. */
    const work = (task: () => Promise<void>): void => {
      task().catch((fault: unknown) => {
        log.fatal({ err: fault }, 'fault in a message')
        socket.disconnect(true)
        onFault(fault)
      })
    }
    const silent = setTimeout(() => {
      metrics.badMessage('silent')
      socket.disconnect(true)
    }, helloMs)

    const greet = async (message: unknown, ack: unknown) => {
      const hello = Hello.safeParse(message)
      // One hello for one socket: who was not known comes again with a new one, and pays for it.
      const isStranger = hello.data?.role !== 'tracker' && doorOf(socket.request)?.onlyPhones !== false
      if (!isAck(ack) || !hello.success || isGreeted || isStranger) {
        metrics.badMessage('hello')
        socket.disconnect(true)
        return
      }
      isGreeted = true
      const { role } = hello.data
      const read = readerOf(hello.data, socket)
      const sender = read()
      const leaveSeat = sender === null ? null : takeSeat(hello.data, sender, socket)
      const nobody = role === 'tracker' ? 'ended' : 'not-paired'
      const status = sender === null ? nobody : leaveSeat === null ? 'occupied' : 'welcome'
      const welcome: Welcome | AgentWelcome = status === 'welcome' ? { status, build } : { status }
      log.info({ role, place: role === 'tracker' ? undefined : sender?.place, status }, 'hello')
      ack(welcome)
      if (sender === null || leaveSeat === null) return
      clearTimeout(silent)
      const opened = openLine(door, sender, read, (view) => {
        if (isBehind(socket)) socket.disconnect(true)
        else socket.emit(SOCKET.view, view)
      })
      line = opened
      const refresh = () => {
        if (opened.refresh() === null) socket.disconnect(true)
      }
      lines.add(refresh)
      metrics.socketOpened(role)
      const isDevice = role !== 'tracker' && role !== 'supervisor'
      const leave = isDevice ? arrive({ role, place: sender.place }) : () => {}
      // What cannot be sent at once is dropped: an old pulse says nothing.
      const beat = () => socket.volatile.emit(SOCKET.pulse, Math.round(performance.now()))
      const tellElsewhere = () => {
        const elsewhere = elsewhereFor(sender, socket)
        if (elsewhere !== null) socket.emit(SOCKET.elsewhere, elsewhere)
      }
      tellElsewhere()
      const telling = isShared ? setInterval(tellElsewhere, ELSEWHERE_MS) : undefined
      const pulse = HEAR_PULSES.includes(role) ? setInterval(beat, PULSE_MS) : undefined
      socket.once('disconnect', () => {
        clearInterval(pulse)
        clearInterval(telling)
        opened.end()
        leaveSeat()
        leave()
        lines.delete(refresh)
        metrics.socketClosed(role)
      })
      if (!isDevice) return
      const use = usedTwice.open({ id: sender.device, role, place: sender.place }, socket.handshake.address)
      socket.conn.on('packet', use.heard)
      socket.once('disconnect', use.ended)
      await access.seen(sender.device)
    }

    const obey = async (message: unknown, heardMs: number | null, ack: unknown) => {
      if (!isAck(ack)) return metrics.badMessage('command')
      const sender = line?.refresh() ?? null
      const answer = sender === null ? NOT_PERMITTED : isTooOld(sender, heardMs) ? TOO_OLD : await ask(message, sender)
      if (answer.status === 'invalid') metrics.badMessage('command')
      ack(answer)
    }

    socket.on(SOCKET.hello, (message: unknown, ack: unknown) => work(() => greet(message, ack)))
    socket.on(SOCKET.command, (message: unknown, ...rest: unknown[]) => {
      const [heard] = rest
      return work(() => obey(message, typeof heard === 'number' ? heard : null, rest.at(-1)))
    })
    socket.once('disconnect', () => clearTimeout(silent))
  })

  const stop = access.onChange(() => {
    for (const refresh of [...lines]) refresh()
  })
  return {
    async close() {
      stop()
      await io.close()
    },
    agents: seats.taken,
  }
}
