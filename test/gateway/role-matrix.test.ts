/**
 * @module-tag W5
 */
import { expect, test } from 'vitest'
import type { Answer } from '../../protocol/answers.ts'
import { Command } from '../../protocol/commands.ts'
import { DeviceRole } from '../../protocol/roles.ts'
import { SOCKET } from '../../protocol/socket.ts'
import { helloOf, openTestGateway, say, TRACKER_TOKEN } from './open-test-gateway.ts'

const TYPES = Command.options.map((option) => option.shape.type.value)
const REFUSED: Answer = { status: 'refused', refusal: { code: 'not-permitted' } }
const COMMAND_ID = 'a-command-of-the-matrix'

// The gateway permits nothing by itself: it says truly who asks, and the Door's answer goes back as it is.
test.each(DeviceRole.options)(
  'every command of a %s reaches the Door as its own, by socket and by HTTP',
  async (role) => {
    const { connect, ask, access, asked, desk } = await openTestGateway()
    desk.answer = async () => REFUSED
    const { deviceId, token } = await access.pair(role, '3')
    const hello = helloOf(role, '3')
    const sender = { role, place: '3', device: deviceId, staff: null }
    expect(TYPES.length).toBeGreaterThan(30)
    // A socket may say twenty things a second, so they go by several.
    for (let from = 0; from < TYPES.length; from += 10) {
      const types = TYPES.slice(from, from + 10)
      const socket = await connect({ token })
      await say(socket, SOCKET.hello, hello)
      for (const type of types) {
        const input = { type, commandId: COMMAND_ID, role: 'console', sender: { role: 'console' } }
        expect(await say(socket, SOCKET.command, input)).toEqual(REFUSED)
        expect(asked.at(-1)).toEqual({ input, sender })
      }
    }
    for (const type of TYPES) {
      const response = await ask('/api/v1/commands', {
        json: { type, commandId: COMMAND_ID },
        headers: { authorization: `Bearer ${token}` },
      })
      expect(response.status).toBe(409)
      expect(asked.at(-1)?.sender).toEqual(sender)
    }
    expect(asked).toHaveLength(2 * TYPES.length)
  },
)

test('what a phone asks for reaches the Door as a tracker', async () => {
  const { connect, asked, desk } = await openTestGateway()
  desk.answer = async () => REFUSED
  const socket = await connect()
  await say(socket, SOCKET.hello, { role: 'tracker', token: TRACKER_TOKEN })
  expect(await say(socket, SOCKET.command, { type: 'CallNext', commandId: COMMAND_ID })).toEqual(REFUSED)
  expect(asked[0]?.sender).toMatchObject({ role: 'tracker', staff: null })
})

test.each(DeviceRole.options.filter((role) => role !== 'counter'))('nobody signs in at a %s', async (role) => {
  const { openDevice, asked, access } = await openTestGateway()
  const pin = await access.setPin('07')
  const { socket } = await openDevice(role, '3')
  expect(await say(socket, SOCKET.command, { type: 'SignIn', staff: '07', pin })).toEqual(REFUSED)
  expect(await say(socket, SOCKET.command, { type: 'SignOut' })).toEqual(REFUSED)
  expect(asked).toEqual([])
})

const ANSWER = { type: 'AnswerSurvey', ticketId: '2026-11-24/A001', answers: { waktu: 4 } }
const DECLINE = { type: 'DeclineSurvey', ticketId: '2026-11-24/A001' }

test.each(DeviceRole.options.filter((role) => role !== 'survey'))('nobody answers the survey at a %s', async (role) => {
  const { openDevice, asked, surveyed } = await openTestGateway()
  const { socket } = await openDevice(role, '3')
  expect(await say(socket, SOCKET.command, ANSWER)).toEqual(REFUSED)
  expect(await say(socket, SOCKET.command, DECLINE)).toEqual(REFUSED)
  expect([...asked, ...surveyed]).toEqual([])
})

test('what is answered at a survey screen and on a phone goes beside the Door, in the name of who says it', async () => {
  const { openDevice, connect, asked, surveyed } = await openTestGateway()
  const { socket } = await openDevice('survey', 'counter-3')
  const phone = await connect()
  await say(phone, SOCKET.hello, { role: 'tracker', token: TRACKER_TOKEN })
  expect(await say(socket, SOCKET.command, ANSWER)).toMatchObject({ status: 'taken' })
  expect(await say(phone, SOCKET.command, DECLINE)).toMatchObject({ status: 'taken' })
  expect(surveyed).toMatchObject([
    { sender: { role: 'survey', place: 'counter-3' }, command: ANSWER },
    { sender: { role: 'tracker', place: '2026-11-24/A001' }, command: DECLINE },
  ])
  expect(asked).toEqual([])
})

test.each([{}, { waktu: 5 }, { waktu: 4, catatan: 'a name' }])('%o are no answers', async (answers) => {
  const { openDevice, surveyed } = await openTestGateway()
  const { socket } = await openDevice('survey', '1')
  expect(await say(socket, SOCKET.command, { ...ANSWER, answers })).toMatchObject({ status: 'invalid' })
  expect(surveyed).toEqual([])
})
