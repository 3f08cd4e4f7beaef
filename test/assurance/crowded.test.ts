import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type Socket as Client, io } from 'socket.io-client'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { endServers, newDataFolder, pair, plainOffice, startServer } from '../faults/server-process.ts'
import { frame, openRawSocket } from '../gateway/raw-connection.ts'
import { keepFigure } from '../support/keep-figure.ts'

const MB = 1024 * 1024
const LIMITED = fileURLToPath(new URL('limited-node.sh', import.meta.url))

const open: { destroy(): unknown }[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.destroy()
})
afterAll(endServers)

const portOf = (address: string) => Number(new URL(address).port)
const openTcp = (address: string): Socket => {
  const socket = connect(portOf(address), '127.0.0.1')
  socket.on('error', () => socket.destroy())
  open.push(socket)
  return socket
}
const gone = async (socket: Socket): Promise<void> => {
  if (!socket.closed) await once(socket.resume(), 'close')
}
const connected = (client: Client): Promise<unknown> =>
  new Promise((done) => (client.connected ? done(null) : client.once('connect', () => done(null))))
/** Resident memory of a process, bytes. */
const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
const isWell = async (address: string) => (await fetch(new URL('/healthz', address))).ok

describe('a server that is pressed from all sides', () => {
  test('closes whoever says nothing within twenty seconds', { tags: ['M6'] }, async (context) => {
    const server = await startServer(newDataFolder())
    const startMs = performance.now()
    const silent = Array.from({ length: 100 }, () => openTcp(server.address))
    const half = openTcp(server.address)
    half.write('GET /healthz HTTP/1.1\r\nHost: ')
    const raw = await openRawSocket(server.address)
    await Promise.all([...silent, half, raw].map(gone))
    const seconds = (performance.now() - startMs) / 1000
    expect(seconds).toBeLessThan(20)
    expect(await isWell(server.address)).toBe(true)
    await server.stop()
    keepFigure(context, `102 silent connections closed after ${seconds.toFixed(0)} s`)
  })

  test('holds no more memory for floods and for messages that are too long', { tags: ['M6'] }, async (context) => {
    const server = await startServer(newDataFolder())
    const kiosk = await pair(server, 'kiosk', '1')
    const flood = async () => {
      const socket = io(server.address, {
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        auth: { token: kiosk },
      })
      await connected(socket)
      for (let i = 0; i < 200; i++) socket.emit('command', { type: 'CheckIn', scanned: 'A'.repeat(4_000) })
      await new Promise((gone) => (socket.connected ? socket.once('disconnect', gone) : gone(null)))
      socket.disconnect()
      const raw = await openRawSocket(server.address)
      open.push(raw)
      raw.write(frame(Buffer.alloc(60_000, 65)))
      await gone(raw)
    }
    for (let warm = 0; warm < 10; warm++) await flood()
    const before = memoryOf(server.pid)
    for (let round = 0; round < 60; round++) await flood()
    const grown = (memoryOf(server.pid) - before) / MB
    expect(grown).toBeLessThan(50)
    expect(await isWell(server.address)).toBe(true)
    await server.stop()
    keepFigure(context, `60 floods and as many long frames, ${grown.toFixed(0)} MB more`)
  })

  test('drops a client that hangs within twenty seconds, and the others see their views meanwhile', {
    tags: ['M5'],
  }, async (context) => {
    const server = await startServer(newDataFolder())
    const token = await pair(server, 'display', '1')
    const hang = spawn(process.execPath, [
      fileURLToPath(new URL('hanging-client.mjs', import.meta.url)),
      server.address,
      token,
    ])
    open.push({ destroy: () => hang.kill('SIGKILL') })
    await once(hang.stdout, 'data')
    const displays = async () => {
      const figures = await (await fetch(new URL('/metrics', server.address))).text()
      return Number(/antrean_sockets\{role="display"\} (\d+)/.exec(figures)?.[1] ?? 0)
    }
    expect(await displays()).toBe(1)
    hang.kill('SIGSTOP')
    const startMs = performance.now()
    await expect.poll(displays, { timeout: 25_000, interval: 250 }).toBe(0)
    const seconds = (performance.now() - startMs) / 1000
    expect(seconds).toBeLessThan(20)
    await server.stop()
    keepFigure(context, `dropped after ${seconds.toFixed(0)} s`)
  })

  test('that may open no more files refuses the next ones, serves the others and recovers', {
    tags: ['F48'],
  }, async (context) => {
    const server = await startServer(newDataFolder(plainOffice()), {}, ['/bin/sh', LIMITED])
    const kiosk = io(server.address, { transports: ['websocket'], auth: { token: await pair(server, 'kiosk', '1') } })
    open.push({ destroy: () => kiosk.disconnect() })
    await connected(kiosk)
    await kiosk.timeout(5_000).emitWithAck('hello', { role: 'kiosk', place: '1' })
    const crowd = Array.from({ length: 600 }, () => openTcp(server.address))
    await Promise.all(crowd.map((socket) => Promise.race([once(socket, 'connect'), once(socket, 'close')])))
    const answer: unknown = await kiosk
      .timeout(5_000)
      .emitWithAck('command', { type: 'CallStaff', commandId: 'a-call-in-a-crowd' })
    expect(answer).toMatchObject({ status: 'taken' })
    for (const socket of crowd) socket.destroy()
    await expect.poll(() => isWell(server.address).catch(() => false), { timeout: 5_000 }).toBe(true)
    const { code } = await server.stop()
    expect(code).toBe(0)
    keepFigure(context, '600 connections at 512 files, the others served')
  })
})
