import { once } from 'node:events'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { SOCKET } from '../../protocol/socket.ts'
import { closed, openTestGateway, say } from './open-test-gateway.ts'
import { frame, openRawSocket } from './raw-connection.ts'

const gone = async (socket: NodeJS.EventEmitter & { closed: boolean }) => {
  if (!socket.closed) await once(socket, 'close')
}

test('a page that sends more than twenty messages in a second is shown out', { tags: ['M6'] }, async () => {
  const { openDevice, asked, metrics } = await openTestGateway()
  const { socket } = await openDevice('kiosk', '1')
  const other = await openDevice('kiosk', '2')
  const out = closed(socket)
  for (let i = 0; i < 200; i++) socket.emit(SOCKET.command, { type: 'CallStaff' }, () => undefined)
  await out
  // The second may turn while they arrive.
  expect(asked.length).toBeLessThanOrEqual(40)
  expect(await metrics.metrics()).toContain('antrean_bad_messages_total{kind="flood"} 1')
  await say(other.socket, SOCKET.command, { type: 'CallStaff' })
  expect(asked.at(-1)?.sender.place).toBe('2')
})

test('a message of more than 16 KB closes its socket and no other', { tags: ['M6'] }, async () => {
  const { openDevice, asked } = await openTestGateway()
  const { socket } = await openDevice('kiosk', '1')
  const other = await openDevice('kiosk', '2')
  const out = closed(socket)
  socket.emit(SOCKET.command, { type: 'CheckIn', scanned: 'A'.repeat(17_000) }, () => undefined)
  await out
  expect(asked).toEqual([])
  await say(other.socket, SOCKET.command, { type: 'CheckIn', scanned: 'A'.repeat(4096) })
  expect(asked).toHaveLength(1)
})

test('a frame that announces more than it may is cut off unread', { tags: ['M6'] }, async () => {
  const { address } = await openTestGateway()
  const socket = await openRawSocket(address)
  socket.write(Buffer.from([0x81, 0xff, 0, 0, 0, 0, 0x40, 0, 0, 0, 1, 2, 3, 4]))
  await gone(socket)
  expect(socket.closed).toBe(true)
})

const KEYS = fc.constantFrom(
  'type',
  'commandId',
  'role',
  'place',
  'token',
  'staff',
  'pin',
  '__proto__',
  'constructor',
  'length',
)
const WORDS = fc.oneof(
  fc.constantFrom('CheckIn', 'SignIn', 'SignOut', 'kiosk', 'tracker', 'hello', 'command', '__proto__', '', '\u0000'),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
const NONSENSE = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom(null, true, false, 0, -0, 1e308, Number.MAX_SAFE_INTEGER),
    WORDS,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(KEYS, tie('value'), { maxKeys: 4, noNullPrototype: false }),
  ),
})).value

test('nonsense instead of hello and commands never harms the server', { tags: ['W15'] }, async () => {
  const { connect, openDevice, faults, desk } = await openTestGateway()
  const steady = await openDevice('kiosk', '9')
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(SOCKET.hello, SOCKET.command, 'view', '__proto__'),
      fc.array(NONSENSE),
      async (name, messages) => {
        const socket = await connect()
        socket.emit(name, ...messages)
        socket.emit(name, ...messages, () => undefined)
        await say(socket, SOCKET.command, messages[0]).catch(() => undefined)
        socket.disconnect()
        expect(faults).toEqual([])
      },
    ),
    { numRuns: 150 },
  )
  desk.change()
  await vi.waitFor(() => expect(steady.views.at(-1)?.seq).toBe(2))
})

const PACKETS = fc.oneof(
  fc.constantFrom(
    '40',
    '41',
    '42[]',
    '42{}',
    '42["hello"]',
    '420["command",null]',
    '43[]',
    '451-["hello",{"_placeholder":true,"num":0}]',
  ),
  fc.constantFrom(
    '40/other,',
    '42["__proto__",{}]',
    '429999999999999999["hello",{}]',
    '2probe',
    '5',
    '6',
    '',
    '4',
    '45-',
    '44"x"',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.tuple(fc.constantFrom('40', '42', '420', '45', '451-', '1', '0'), fc.json()).map(([head, body]) => head + body),
)

test('nonsense on the wire, whole and in pieces, never harms the server', async () => {
  const { address, openDevice, faults, desk } = await openTestGateway()
  const steady = await openDevice('kiosk', '9')
  const opcodes = fc.constantFrom(1, 1, 1, 2, 0, 8, 9, 10, 3)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(opcodes, PACKETS), { minLength: 1, maxLength: 8 }),
      fc.nat(40),
      async (packets, cut) => {
        const socket = await openRawSocket(address)
        const bytes = Buffer.concat(packets.map(([opcode, text]) => frame(Buffer.from(text), opcode)))
        socket.write(bytes.subarray(0, cut))
        socket.end(bytes.subarray(cut))
        socket.resume()
        await gone(socket)
        expect(faults).toEqual([])
      },
    ),
    { numRuns: 300 },
  )
  desk.change()
  await vi.waitFor(() => expect(steady.views.at(-1)?.seq).toBe(2))
})

test('bodies of nonsense are answered as such and never reach the office half', { tags: ['W15'] }, async () => {
  const { ask, access, openConsole, faults } = await openTestGateway()
  const cookie = await openConsole()
  const paths = fc.constantFrom(
    '/pair',
    '/continue',
    '/api/console/open',
    '/api/console/pin',
    '/api/console/scan',
    '/api/console/printers/1',
  )
  await fc.assert(
    fc.asyncProperty(
      paths,
      fc.oneof(
        NONSENSE.map((value) => JSON.stringify(value)),
        fc.string(),
      ),
      async (path, body) => {
        const response = await ask(path, { json: null, body, headers: { cookie } })
        expect([400, 422, 429]).toContain(response.status)
        expect(response.headers.get('content-type')).toBe('application/problem+json')
      },
    ),
    { numRuns: 300 },
  )
  expect(faults).toEqual([])
  expect(access.devices()).toEqual([])
  expect(access.staffNumbers()).toEqual([])
})
