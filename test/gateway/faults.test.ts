/**
 * @module-tag F49
 */
import { once } from 'node:events'
import { expect, test } from 'vitest'
import type { Door } from '../../protocol/door.ts'
import { SOCKET } from '../../protocol/socket.ts'
import { memoryDoor } from './memory-door.ts'
import { closed, openTestGateway, say } from './open-test-gateway.ts'

const BROKEN = new Error('the disk is gone')
const command = { type: 'CallNext', commandId: 'a-command-that-fails' }

test('a fault in a message closes its socket unanswered and is handed on, never swallowed', async () => {
  const { openDevice, faults, desk, logged } = await openTestGateway()
  const { socket } = await openDevice('counter', '3')
  desk.answer = () => Promise.reject(BROKEN)
  const out = closed(socket)
  const reply = say(socket, SOCKET.command, command)
  await expect(reply).rejects.toThrow()
  await out
  expect(faults).toEqual([BROKEN])
  expect(logged.filter((line) => line.includes('"level":60'))).toHaveLength(1)
})

test('a fault while the first view is made leaves no half-open screen', async () => {
  const { door } = memoryDoor()
  const broken: Door = {
    submit: door.submit,
    watch() {
      throw BROKEN
    },
  }
  const { connect, access, faults } = await openTestGateway({ door: broken })
  const { token } = await access.pair('kiosk', '1')
  const socket = await connect({ token })
  const out = closed(socket)
  socket.emit(SOCKET.hello, { role: 'kiosk', place: '1' }, () => undefined)
  await out
  expect(faults).toEqual([BROKEN])
})

test('a fault in a request is answered with 500 and not a word more, and is handed on', async () => {
  const { ask, access, faults, desk } = await openTestGateway()
  const { token } = await access.pair('kiosk', '1')
  desk.answer = () => Promise.reject(BROKEN)
  const response = await ask('/api/v1/commands', { json: command, headers: { authorization: `Bearer ${token}` } })
  expect(response.status).toBe(500)
  expect(await response.json()).toEqual({ type: 'about:blank', title: 'Internal Server Error', status: 500 })
  expect(faults).toEqual([BROKEN])
})

test('where nobody says otherwise a fault ends the process', async () => {
  const { ask, access, desk } = await openTestGateway({}, true)
  const { token } = await access.pair('kiosk', '1')
  desk.answer = () => Promise.reject(BROKEN)
  const listeners = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException')
  const thrown = once(process, 'uncaughtException')
  await ask('/api/v1/commands', { json: command, headers: { authorization: `Bearer ${token}` } })
  const [fault] = await thrown
  for (const listener of listeners) process.on('uncaughtException', listener)
  expect(fault).toBe(BROKEN)
})
