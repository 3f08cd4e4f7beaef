import { io } from 'socket.io-client'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type RemoteDoor, remoteDoor } from '../../agent/remote-door.ts'
import type { Sender } from '../../protocol/roles.ts'
import { SOCKET } from '../../protocol/socket.ts'
import type { View } from '../../protocol/views.ts'
import { BUILD, openTestGateway, say } from '../gateway/open-test-gateway.ts'
import { layBadCable } from '../support/bad-cable.ts'
import { freePort } from '../support/free-port.ts'
import { nextId } from '../support/office.ts'

const ANYBODY: Sender = { role: 'agent', device: 'x', place: 'x', staff: null }
const DONE = { status: 'taken', result: { kind: 'done' } }
/** Long enough for a busy machine, and short enough to be waited for. */
const ANSWER_MS = 700

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

/** An office behind a bad cable, and its kiosk 3 that has an agent. */
const openOffice = async () => {
  const cable = await layBadCable()
  endings.push(cable.remove)
  const office = await openTestGateway({ addresses: [cable.address] })
  cable.plugInto(office.address)
  const { token, deviceId } = await office.access.pair('agent', '3')
  const said: string[] = []
  const note = (fields: object, text: string) => said.push(`${text} ${JSON.stringify(fields)}`)
  const dial = (...servers: string[]): RemoteDoor & { views: View[] } => {
    const door = remoteDoor({
      servers: servers.length === 0 ? [cable.address] : servers,
      ...{ token, log: { info: note, warn: note }, answerMs: ANSWER_MS },
    })
    endings.push(door.close)
    const views: View[] = []
    door.watch(ANYBODY, (view) => views.push(view))
    return { ...door, views }
  }
  const hears = (words: string) => vi.waitFor(() => expect(said.join()).toContain(words), { timeout: 20_000 })
  return { ...office, cable, token, deviceId, said, dial, hears }
}
const report = (commandId = nextId()) => ({ type: 'ReportDevice', status: 'ready', commandId })
const seen = (door: { views: View[] }, count: number) =>
  vi.waitFor(() => expect(door.views.length).toBeGreaterThanOrEqual(count), { timeout: 20_000 })

describe('an agent', () => {
  test('sees what its printer owes, at once, at every change, and again when it was cut off', async () => {
    const { dial, desk, cable, watching, deviceId } = await openOffice()
    const door = dial()
    await seen(door, 1)
    expect(watching).toEqual([{ role: 'agent', place: '3', device: deviceId, staff: null }])
    desk.change()
    await seen(door, 2)
    cable.set('cut')
    await vi.waitFor(() => expect(watching).toEqual([]))
    desk.change()
    cable.set('whole')
    await seen(door, 3)
    expect(door.views.map(({ role, seq }) => [role, seq])).toEqual([
      ['printer', 1],
      ['printer', 2],
      ['printer', 3],
    ])
    const late: View[] = []
    door.watch(ANYBODY, (view) => late.push(view))
    expect(late).toEqual(door.views.slice(-1))
  })

  test('of several servers finds the one that is there, and the next when that one is lost', async () => {
    const { dial, cable, watching, desk } = await openOffice()
    const nobody = `http://127.0.0.1:${await freePort()}`
    const door = dial(nobody, cable.address)
    await seen(door, 1)
    cable.set('cut')
    await vi.waitFor(() => expect(watching).toEqual([]))
    desk.change()
    cable.set('whole')
    // Dialled again in its turn, after the one that is not there.
    await seen(door, 2)
    expect(await door.submit(report(), ANYBODY)).toEqual(DONE)
  })

  test('asks with what it was given, and hears the answer', async () => {
    const { dial, asked, desk } = await openOffice()
    desk.answer = async () => ({ status: 'refused', refusal: { code: 'unknown-slip' } })
    const command = report()
    expect(await dial().submit(command, ANYBODY)).toEqual({ status: 'refused', refusal: { code: 'unknown-slip' } })
    expect(asked.map(({ input, sender }) => [input, sender.role, sender.place])).toEqual([[command, 'agent', '3']])
  })

  test('says again what was not answered, with the same id, until it is', async () => {
    const { dial, asked, cable } = await openOffice()
    const door = dial()
    await seen(door, 1)
    cable.set('deaf')
    const command = report()
    const answer = door.submit(command, ANYBODY)
    await cable.lostSomething()
    cable.set('whole')
    expect(await answer).toEqual(DONE)
    expect(asked.map(({ input }) => input)).toEqual([command, command])
  })

  test('keeps what it has to say while the office is away, and says it in order', async () => {
    const { dial, asked, cable, address } = await openOffice()
    cable.set('cut')
    const door = dial()
    const [first, second] = [report(), report()]
    const answers = Promise.all([door.submit(first, ANYBODY), door.submit(second, ANYBODY)])
    cable.plugInto(address)
    cable.set('whole')
    expect(await answers).toEqual([DONE, DONE])
    expect(asked.map(({ input }) => input)).toEqual([first, second])
  })

  test('notices a line that went silent by the first answer that does not come', async () => {
    const { dial, cable, asked } = await openOffice()
    const door = dial()
    await seen(door, 1)
    cable.set('silent')
    const answer = door.submit(report(), ANYBODY)
    await cable.lostSomething()
    expect(asked).toEqual([])
    cable.set('whole')
    expect(await answer).toEqual(DONE)
    expect(asked).toHaveLength(1)
  })

  test('drops what is of use only now, and never says it later', async () => {
    const { dial, cable, asked } = await openOffice()
    const door = dial()
    await seen(door, 1)
    cable.set('cut')
    const scan = { type: 'CheckIn', scanned: 'K7M2Q9XA', commandId: nextId() }
    expect(await door.ask(scan, 50)).toBeNull()
    cable.set('whole')
    const command = report()
    expect(await door.submit(command, ANYBODY)).toEqual(DONE)
    expect(asked.map(({ input }) => input)).toEqual([command])
    expect(await door.ask(scan, 20_000)).toEqual(DONE)
  })

  test('that is closed leaves nobody waiting', async () => {
    const { dial, cable } = await openOffice()
    cable.set('cut')
    const door = dial()
    const waiting = [door.submit(report(), ANYBODY), door.ask(report(), 60_000)]
    door.close()
    for (const answer of await Promise.all([...waiting, door.submit(report(), ANYBODY)]))
      expect(answer).toMatchObject({ status: 'invalid' })
  })

  test('whose pairing was revoked says so in a sentence, asks nothing in its name, and never tells its token', async () => {
    const { dial, access, deviceId, hears, said, asked, token } = await openOffice()
    const door = dial()
    await seen(door, 1)
    await access.revoke(deviceId)
    await hears('the office does not know this token')
    const answer = door.submit(report(), ANYBODY)
    door.close()
    expect(await answer).toMatchObject({ status: 'invalid' })
    expect(asked).toEqual([])
    expect(said.join()).not.toContain(token)
  })

  test('that stands at an address which the office does not know says what the office answered', async () => {
    const stranger = await layBadCable()
    endings.push(stranger.remove)
    const { dial, address, hears } = await openOffice()
    stranger.plugInto(address)
    dial(stranger.address)
    await hears('421')
  })
})

describe('of two agents of one kiosk', () => {
  test('the second waits until the first has gone, and then takes over', async () => {
    const { dial, hears, agents } = await openOffice()
    const first = dial()
    await seen(first, 1)
    const second = dial()
    await hears('another process is the agent of this kiosk')
    expect(second.views).toEqual([])
    expect(agents()).toEqual(['3'])
    first.close()
    await seen(second, 1)
    expect(await second.submit(report(), ANYBODY)).toEqual(DONE)
  })

  test('a second pairing is the same seat', async () => {
    const { dial, access, connect } = await openOffice()
    await seen(dial(), 1)
    const { token } = await access.pair('agent', '3')
    const hello = { role: 'agent', run: 'the-run-of-another' }
    expect(await say(await connect({ token }), SOCKET.hello, hello)).toEqual({ status: 'occupied' })
    const elsewhere = await access.pair('agent', '4')
    const socket = await connect({ token: elsewhere.token })
    expect(await say(socket, SOCKET.hello, hello)).toEqual({ status: 'welcome', build: BUILD })
  })

  test('the first is none that comes back: its cut line makes room for its new one at once', async () => {
    const { dial, cable, watching } = await openOffice()
    const door = dial()
    await seen(door, 1)
    // The office does not see that this line is dead.
    cable.set('deaf')
    const answer = door.submit(report(), ANYBODY)
    await cable.lostSomething()
    expect(watching).toHaveLength(1)
    cable.set('whole')
    expect(await answer).toEqual(DONE)
    expect(watching).toHaveLength(1)
  })
})

test('a page never becomes an agent, not even with the token of one', async () => {
  const { address, token } = await openOffice()
  const page = io(address, {
    ...{ transports: ['websocket'], forceNew: true, reconnection: false },
    ...{ auth: { token }, extraHeaders: { origin: address } },
  })
  endings.push(() => page.disconnect())
  expect(await say(page, SOCKET.hello, { role: 'agent', run: 'the-run-of-a-page' })).toEqual({ status: 'not-paired' })
})
