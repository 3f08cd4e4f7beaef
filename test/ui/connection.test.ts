import { createServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Answer } from '../../protocol/answers.ts'
import type { Welcome } from '../../protocol/socket.ts'
import { type Connection, connect, newCommandId } from '../../ui/connection.ts'

const view = (seq: number, extra: object = {}) => ({
  role: 'printer',
  epoch: 'one',
  seq,
  at: 1000,
  office: { name: 'Kanim', zone: 'Asia/Makassar' },
  day: null,
  place: '1',
  slips: [],
  ...extra,
})
const DONE: Answer = { status: 'taken', result: { kind: 'done' } }

/** A real socket.io server on a free port, answering by a script. */
let io: Server
let url: string
let line: Connection<'printer'>
let welcome: Welcome
let heard: { commandId?: string; type: string }[]
let onCommand: (socket: Socket, ack: (answer: unknown) => void) => void

beforeEach(async () => {
  welcome = { status: 'welcome', build: 'x' }
  heard = []
  onCommand = (_, ack) => ack(DONE)
  const http = createServer()
  io = new Server(http)
  io.on('connection', (socket) => {
    socket.on('hello', (_hello, ack) => {
      ack(welcome)
      if (welcome.status === 'welcome') socket.emit('view', view(1))
    })
    socket.on('command', (command, ack) => {
      heard.push(command)
      onCommand(socket, ack)
    })
  })
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready))
  const address = http.address()
  url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''
  line = connect({ role: 'printer', place: '1' }, { url })
})

afterEach(async () => {
  line.close()
  await io.close()
})

/** Resolves when the screen sees `status`. */
const seen = (status: string) =>
  new Promise<void>((resolve) => {
    if (line.seen().status === status) return resolve()
    const stop = line.watch((now) => {
      if (now.status !== status) return
      stop()
      resolve()
    })
  })

describe('the line to the office', () => {
  test('a page that greets sees the view, and its command is answered', async () => {
    await seen('live')
    expect(await line.submit({ type: 'CallStaff' })).toEqual(DONE)
    expect(heard).toHaveLength(1)
    expect(heard[0]?.commandId).toMatch(/^[A-Za-z0-9_-]{22}$/)
  })

  test('a sender may name the command, so that a second try is the same command', async () => {
    await seen('live')
    const commandId = newCommandId()
    await line.submit({ type: 'CallStaff' }, commandId)
    await line.submit({ type: 'CallStaff' }, commandId)
    expect(heard.map((command) => command.commandId)).toEqual([commandId, commandId])
  })

  test('without a line nothing is sent and nothing is sent later', { tags: ['M1'] }, async () => {
    expect(await line.enter({ type: 'SignOut' })).toEqual({ status: 'unreachable' })
    await seen('live')
    expect(await line.submit({ type: 'CallStaff' })).toEqual(DONE)
    expect(heard.map((command) => command.type)).toEqual(['CallStaff'])
  })

  test('an answer lost to a broken line is asked for once more under the same id', { tags: ['F16'] }, async () => {
    await seen('live')
    onCommand = (socket, ack) => (heard.length === 1 ? socket.conn.close() : ack(DONE))
    expect(await line.submit({ type: 'CallStaff' })).toEqual(DONE)
    expect(heard).toHaveLength(2)
    expect(heard[0]?.commandId).toBe(heard[1]?.commandId)
  })

  test('a sign-in whose answer is lost is not repeated', async () => {
    await seen('live')
    onCommand = (socket) => socket.conn.close()
    expect(await line.enter({ type: 'SignOut' })).toEqual({ status: 'unreachable' })
    expect(heard).toHaveLength(1)
  })

  test('a broken line makes the view stale at once, and live again by itself', async () => {
    await seen('live')
    const stale = seen('stale')
    io.disconnectSockets(true)
    await stale
    const now = line.seen()
    expect(now.status === 'stale' && now.lostAt >= now.view.at).toBe(true)
    await seen('live')
  })

  test('a line that pulsed and falls silent is stale within a second though nothing broke, sends nothing, and is live with the next pulse', async () => {
    await seen('live')
    io.emit('pulse')
    const startMs = performance.now()
    await seen('stale')
    expect(performance.now() - startMs).toBeLessThan(1500)
    expect(await line.submit({ type: 'CallStaff' })).toEqual({ status: 'unreachable' })
    io.emit('pulse')
    await seen('live')
    expect(await line.submit({ type: 'CallStaff' })).toEqual(DONE)
    expect(heard).toHaveLength(1)
  })

  test('a device that is not paired says so, and works without a reload once it is', async () => {
    line.close()
    welcome = { status: 'not-paired' }
    line = connect({ role: 'printer', place: '1' }, { url })
    await seen('not-paired')
    welcome = { status: 'welcome', build: 'x' }
    await seen('live')
  })

  test('views that do not parse, or are meant for another role, are dropped and counted', async () => {
    await seen('live')
    io.emit('view', view(9, { nik: '5171' }))
    io.emit('view', 'nonsense')
    io.emit('view', { ...view(9), role: 'integration' })
    io.emit('view', view(2))
    await new Promise<void>((resolve) => {
      const stop = line.watch((now) => {
        if (now.status !== 'live' || now.view.seq !== 2) return
        stop()
        resolve()
      })
    })
    expect(line.dropped()).toBe(3)
  })

  test('an answer that does not parse is no answer', async () => {
    await seen('live')
    onCommand = (_, ack) => ack({ status: 'taken' })
    expect(await line.submit({ type: 'CallStaff' })).toEqual({ status: 'unreachable' })
  })
})
