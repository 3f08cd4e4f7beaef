import { io, type Socket } from 'socket.io-client'
import { Answer } from '../../protocol/answers.ts'
import { SOCKET } from '../../protocol/socket.ts'

/** One client of a crowd: what it saw last, and when. */
export type Member = {
  socket: Socket
  role: string
  seq: number
  at: number
  views: number
  line: number
  content: string
}

/** Opens one client that keeps its line as pages do: reconnecting in 0.25 to 2 s. Resolves with its first view. */
export const openMember = async (
  address: string,
  role: string,
  hello: object,
  token: string | null,
): Promise<Member> => {
  const socket = io(address, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 250,
    reconnectionDelayMax: 2_000,
    randomizationFactor: 0.9,
    ...(token === null ? { extraHeaders: { origin: address } } : { auth: { token } }),
  })
  const member: Member = { socket, role, seq: 0, at: 0, views: 0, line: 0, content: '' }
  const first = new Promise<void>((resolve) => {
    socket.on(SOCKET.view, (view: { seq: number; epoch: string }) => {
      member.seq = view.seq
      member.at = performance.now()
      member.views += 1
      const { at: _at, seq: _seq, epoch: _epoch, ...shown } = view as Record<string, unknown>
      member.content = JSON.stringify(shown)
      resolve()
    })
  })
  socket.on('connect', () => {
    member.line += 1
    socket.emit(SOCKET.hello, { role, ...hello }, () => undefined)
  })
  await first
  return member
}

/** Asks a command of an open socket; its answer and how long it took, ms. */
export const askMember = async (
  { socket }: Pick<Member, 'socket'>,
  command: object,
): Promise<{ answer: Answer; ms: number }> => {
  const startAt = performance.now()
  const answer = Answer.parse(await socket.timeout(10_000).emitWithAck(SOCKET.command, command))
  return { answer, ms: performance.now() - startAt }
}
