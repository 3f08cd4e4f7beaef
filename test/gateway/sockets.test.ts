import { expect, test, vi } from 'vitest'
import { SOCKET } from '../../protocol/socket.ts'
import { makeSocketSlots } from '../../server/gateway/socket-slots.ts'
import { BUILD, closed, openTestGateway, say, TRACKER_TOKEN } from './open-test-gateway.ts'
import { openRawSocket } from './raw-connection.ts'

const WELCOME = { status: 'welcome', build: BUILD }
const NOT_PAIRED = { status: 'not-paired' }
const DONE = { status: 'taken', result: { kind: 'done' } }

test('a paired kiosk is welcomed and sees its view at once and at every change', async () => {
  const { openDevice, desk, watching } = await openTestGateway()
  const { welcome, views, ...kiosk } = await openDevice('kiosk', '1')
  expect(welcome).toEqual(WELCOME)
  await vi.waitFor(() => expect(views).toMatchObject([{ role: 'kiosk', place: '1', seq: 1 }]))
  desk.change()
  await vi.waitFor(() => expect(views.map((view) => view.seq)).toEqual([1, 2]))
  expect(watching).toEqual([{ role: 'kiosk', place: '1', device: kiosk.deviceId, staff: null }])
})

test('one browser is several screens, each by its own cookie', async () => {
  const { connect, access, watching } = await openTestGateway()
  const first = await access.pair('counter', '3')
  const second = await access.pair('display', '1')
  const cookie = `antrean-counter-3=${first.token}; other=x; antrean-display-1=${second.token}`
  for (const hello of [
    { role: 'counter', place: '3' },
    { role: 'display', place: '1' },
  ])
    expect(await say(await connect({ cookie }), SOCKET.hello, hello)).toEqual(WELCOME)
  expect(watching.map(({ device }) => device)).toEqual([first.deviceId, second.deviceId])
})

test('a secret opens the role and place it was made for and no other', { tags: ['W5'] }, async () => {
  const { connect, access, watching } = await openTestGateway()
  const { token } = await access.pair('counter', '3')
  const others = [
    { role: 'counter', place: '4' },
    { role: 'kiosk', place: '3' },
    { role: 'display', place: '3' },
    { role: 'integration', place: '3' },
  ]
  for (const hello of others) {
    expect(await say(await connect({ token }), SOCKET.hello, hello)).toEqual(NOT_PAIRED)
    const cookie = `antrean-${hello.role}-${hello.place}=${token}`
    expect(await say(await connect({ cookie }), SOCKET.hello, hello)).toEqual(NOT_PAIRED)
  }
  expect(await say(await connect(), SOCKET.hello, others[0])).toEqual(NOT_PAIRED)
  expect(watching).toEqual([])
})

test('nobody becomes a console, a clock or a tracker of another ticket by saying so', async () => {
  const { connect, access, watching } = await openTestGateway()
  const code = access.issueSetupCode()
  const token = (await access.redeemSetupCode(code)) ?? ''
  for (const role of ['console', 'clock', 'supervisor']) {
    const socket = await connect({ token })
    socket.emit(SOCKET.hello, { role, place: 'console' }, () => undefined)
    expect(await closed(socket)).toBe('io server disconnect')
  }
  const phone = await connect()
  expect(await say(phone, SOCKET.hello, { role: 'tracker', token: 'U'.repeat(22) })).toEqual({ status: 'ended' })
  expect(watching).toEqual([])
})

test('a phone with a ticket of today is welcomed as its tracker', async () => {
  const { connect, watching } = await openTestGateway()
  expect(await say(await connect(), SOCKET.hello, { role: 'tracker', token: TRACKER_TOKEN })).toEqual(WELCOME)
  expect(watching).toEqual([{ role: 'tracker', device: 'phone', place: '2026-11-24/A001', staff: null }])
})

test('staff sign in and out at a counter, and its socket sees and speaks for them at once', {
  tags: ['W10'],
}, async () => {
  const { openDevice, access, asked, watching } = await openTestGateway()
  const pin = await access.setPin('07')
  const { socket, views } = await openDevice('counter', '3')
  expect(await say(socket, SOCKET.command, { type: 'SignIn', staff: '07', pin })).toEqual(DONE)
  await vi.waitFor(() => expect(views.map(({ staff }) => staff)).toEqual([null, '07']))
  expect(watching.map(({ staff }) => staff)).toEqual(['07'])
  await say(socket, SOCKET.command, { type: 'CallNext' })
  expect(asked.at(-1)?.sender.staff).toBe('07')
  expect(await say(socket, SOCKET.command, { type: 'SignOut' })).toEqual(DONE)
  await vi.waitFor(() => expect(views.map(({ staff }) => staff)).toEqual([null, '07', null]))
  await say(socket, SOCKET.command, { type: 'CallNext' })
  expect(asked.at(-1)?.sender.staff).toBeNull()
  expect(asked.map(({ input }) => input)).toEqual([{ type: 'CallNext' }, { type: 'CallNext' }])
})

test('after twelve hours a counter does nothing in the name of staff any more', { tags: ['W10'] }, async () => {
  const { openDevice, access, asked, clock } = await openTestGateway()
  const pin = await access.setPin('07')
  const counter = await openDevice('counter', '3')
  await say(counter.socket, SOCKET.command, { type: 'SignIn', staff: '07', pin })
  clock.at += 12 * 3_600_000
  await say(counter.socket, SOCKET.command, { type: 'CallNext' })
  expect(asked.at(-1)?.sender.staff).toBeNull()
  await vi.waitFor(() => expect(counter.views.at(-1)?.staff).toBeNull())
})

test('a wrong PIN is refused and never reaches the Door, nor does a PIN in a wrong shape', async () => {
  const { openDevice, asked } = await openTestGateway()
  const { socket } = await openDevice('counter', '3')
  const wrong = await say(socket, SOCKET.command, { type: 'SignIn', staff: '07', pin: '804617' })
  expect(wrong).toEqual({ status: 'refused', refusal: { code: 'sign-in-failed' } })
  const shape = await say(socket, SOCKET.command, { type: 'SignIn', staff: '07', pin: '80461' })
  expect(shape).toMatchObject({ status: 'invalid', issues: [{ path: 'pin' }] })
  expect(JSON.stringify(shape)).not.toContain('80461')
  expect(asked).toEqual([])
})

test('a revoked screen is shown out within a second and is not welcomed again', { tags: ['W7'] }, async () => {
  const { openDevice, connect, access, watching } = await openTestGateway()
  const { socket, deviceId, token } = await openDevice('display', '1')
  const other = await openDevice('display', '1')
  const startMs = performance.now()
  const gone = closed(socket)
  await access.revoke(deviceId)
  expect(await gone).toBe('io server disconnect')
  expect(performance.now() - startMs).toBeLessThan(1000)
  expect(watching.map(({ device }) => device)).toEqual([other.deviceId])
  expect(other.socket.connected).toBe(true)
  const again = await connect({ token })
  expect(await say(again, SOCKET.hello, { role: 'display', place: '1' })).toEqual(NOT_PAIRED)
})

test('the screens of the office hear at least twice a second that the server is there, and phones are not bothered', async () => {
  const { openDevice, connect } = await openTestGateway()
  const counter = await openDevice('counter', '3')
  const display = await openDevice('display', '1')
  const heard: string[] = []
  const kiosk = await openDevice('kiosk', '1')
  const phone = await connect()
  await say(phone, SOCKET.hello, { role: 'tracker', token: TRACKER_TOKEN })
  display.socket.on(SOCKET.pulse, () => heard.push('display'))
  kiosk.socket.on(SOCKET.pulse, () => heard.push('kiosk'))
  phone.on(SOCKET.pulse, () => heard.push('phone'))
  const startMs = performance.now()
  await new Promise<void>((resolve) => {
    counter.socket.on(SOCKET.pulse, () => {
      heard.push('counter')
      if (heard.length >= 8) resolve()
    })
  })
  expect(performance.now() - startMs).toBeLessThan(2500)
  expect([...new Set(heard)].sort()).toEqual(['counter', 'display', 'kiosk'])
})

test('who leaves watches no longer', async () => {
  const { openDevice, watching } = await openTestGateway()
  const { socket } = await openDevice('kiosk', '1')
  expect(watching).toHaveLength(1)
  socket.disconnect()
  await vi.waitFor(() => expect(watching).toHaveLength(0))
})

test('a socket that does not say hello is closed', { tags: ['M6'] }, async () => {
  const { connect } = await openTestGateway({ helloMs: 50 })
  expect(await closed(await connect())).toBe('io server disconnect')
})

test('a socket that said hello outlives one that did not, and a second hello closes it', async () => {
  const { openDevice, connect } = await openTestGateway({ helloMs: 50 })
  const { socket } = await openDevice('kiosk', '1')
  await closed(await connect())
  expect(socket.connected).toBe(true)
  socket.emit(SOCKET.hello, { role: 'kiosk', place: '1' }, () => undefined)
  expect(await closed(socket)).toBe('io server disconnect')
})

test('who is not known may not guess on: one socket says hello once', { tags: ['W12'] }, async () => {
  const { connect } = await openTestGateway()
  const phone = await connect()
  await say(phone, SOCKET.hello, { role: 'tracker', token: 'U'.repeat(22) })
  phone.emit(SOCKET.hello, { role: 'tracker', token: TRACKER_TOKEN }, () => undefined)
  expect(await closed(phone)).toBe('io server disconnect')
})

test('a command before hello is refused and does not reach the Door', async () => {
  const { connect, asked } = await openTestGateway()
  const socket = await connect()
  expect(await say(socket, SOCKET.command, { type: 'CallNext' })).toEqual({
    status: 'refused',
    refusal: { code: 'not-permitted' },
  })
  expect(asked).toEqual([])
})

test('a command that nobody waits for is not carried out', async () => {
  const { openDevice, asked } = await openTestGateway()
  const { socket } = await openDevice('counter', '3')
  socket.emit(SOCKET.command, { type: 'CallNext', commandId: 'nobody-waits-for-me' })
  await say(socket, SOCKET.command, { type: 'Recall' })
  expect(asked.map(({ input }) => input)).toEqual([{ type: 'Recall' }])
})

test('one address holds thirty sockets, and this machine as many as it needs', { tags: ['M6'] }, () => {
  const slots = makeSocketSlots(30)
  const taken = Array.from({ length: 30 }, () => slots.take('10.0.0.9'))
  expect(taken).not.toContain(null)
  expect(slots.take('10.0.0.9')).toBeNull()
  expect(slots.take('10.0.0.8')).not.toBeNull()
  taken[0]?.()
  expect(slots.take('10.0.0.9')).not.toBeNull()
  for (let i = 0; i < 100; i++) expect(slots.take('127.0.0.1')).not.toBeNull()
})

test('the gateway closes with its sockets, and stops listening to access', async () => {
  const { openDevice, close, access, watching } = await openTestGateway()
  const { socket, deviceId } = await openDevice('kiosk', '1')
  const gone = closed(socket)
  await close()
  await gone
  expect(watching).toEqual([])
  expect(await access.revoke(deviceId)).toBe(true)
})

test('the gateway closes within a second though a sleeping page does not say good-bye', async () => {
  const { address, close } = await openTestGateway()
  const socket = await openRawSocket(address)
  socket.pause()
  const startMs = performance.now()
  await close()
  expect(performance.now() - startMs).toBeLessThan(1000)
  socket.destroy()
})
