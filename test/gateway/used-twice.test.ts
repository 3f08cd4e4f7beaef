import { describe, expect, test } from 'vitest'
import { Alerts } from '../../protocol/desk/floor.ts'
import { DeskDevices, DevicesView } from '../../protocol/devices-view.ts'
import { SOCKET } from '../../protocol/socket.ts'
import { isUsedTwice, watchUsedTwice } from '../../server/gateway/used-twice.ts'
import { NO_DESK } from '../support/no-desk.ts'
import { openTestGateway, say } from './open-test-gateway.ts'

const CUT_MS = 16_000
const lineOf = (address: string, openedMs: number, heardMs: number) => ({ address, openedMs, heardMs })

describe('the lines of one device', () => {
  test.each([
    ['none', []],
    ['one', [lineOf('10.0.0.5', 0, 90_000)]],
    ['two tabs on one machine', [lineOf('10.0.0.5', 0, 90_000), lineOf('10.0.0.5', 10_000, 90_000)]],
    ['a new address after the old one fell silent', [lineOf('10.0.0.5', 0, 9_000), lineOf('10.0.0.6', 10_000, 90_000)]],
    ['two addresses, not for long', [lineOf('10.0.0.5', 0, 90_000), lineOf('10.0.0.6', 10_000, 26_000)]],
    ['two addresses, one of them still new', [lineOf('10.0.0.5', 0, 26_000), lineOf('10.0.0.6', 10_000, 90_000)]],
  ])('%s: in use at one place', (_, lines) => expect(isUsedTwice(lines, CUT_MS)).toBe(false))

  test.each([
    ['two addresses', [lineOf('10.0.0.5', 0, 26_001), lineOf('10.0.0.6', 10_000, 26_001)]],
    [
      'two addresses, one with two tabs',
      [lineOf('10.0.0.5', 0, 60_000), lineOf('10.0.0.5', 50_000, 60_000), lineOf('10.0.0.6', 10_000, 60_000)],
    ],
  ])('%s, each heard for longer than a cut line stays open: in use at two', (_, lines) => {
    expect(isUsedTwice(lines, CUT_MS)).toBe(true)
    expect(isUsedTwice(lines.toReversed(), CUT_MS)).toBe(true)
  })
})

const KIOSK = { id: 'device-1', role: 'kiosk', place: '1' } as const

/** A watch by a clock that is set by hand. `hear` lets these lines answer every 8 s for so long. */
const watch = () => {
  const clock = { ms: 0 }
  const logged: unknown[] = []
  const counted: number[] = []
  const watched = watchUsedTwice({
    cutMs: CUT_MS,
    log: { warn: (...said: unknown[]) => void logged.push(said) },
    metrics: { usedTwice: (count) => void counted.push(count) },
    nowMs: () => clock.ms,
  })
  const hear = (forMs: number, ...lines: { heard(): void }[]) => {
    for (const untilMs = clock.ms + forMs; clock.ms < untilMs; ) {
      clock.ms += 8_000
      for (const line of lines) line.heard()
    }
  }
  return { ...watched, clock, logged, counted, hear }
}

describe('a device', () => {
  test('that comes back at another address is no alarm while its cut line still hangs', () => {
    const { open, read, hear, clock, logged } = watch()
    const old = open(KIOSK, '10.0.0.5')
    hear(80_000, old)
    clock.ms += 1_000
    const now = open(KIOSK, '10.0.0.6')
    hear(CUT_MS, now)
    old.ended()
    hear(80_000, now)
    expect([read(), logged]).toEqual([[], []])
  })

  test('with two tabs on one machine is no alarm, however its address is written', () => {
    const { open, read, hear } = watch()
    const addresses = ['10.0.0.5', '::ffff:10.0.0.5']
    const here = ['127.0.0.1', '::ffff:127.0.0.1', '::1']
    hear(
      80_000,
      ...addresses.map((address) => open(KIOSK, address)),
      ...here.map((address) => open({ ...KIOSK, id: 'device-2' }, address)),
    )
    expect(read()).toEqual([])
  })

  test('and another one of the same place are two devices, each with a token of its own', () => {
    const { open, read, hear } = watch()
    hear(80_000, open(KIOSK, '10.0.0.5'), open({ ...KIOSK, id: 'device-2' }, '10.0.0.6'))
    expect(read()).toEqual([])
  })

  test('in use at two addresses is an alarm until one is left, said once each time it begins', () => {
    const { open, read, hear, logged, counted } = watch()
    const [own, tab] = [open(KIOSK, '10.0.0.5'), open(KIOSK, '10.0.0.5')]
    const copy = open(KIOSK, '10.0.0.9')
    hear(CUT_MS, own, tab, copy)
    expect(read()).toEqual([])
    hear(80_000, own, tab, copy)
    expect(read()).toEqual([{ role: 'kiosk', place: '1' }])
    const said = [{ device: 'device-1', role: 'kiosk', place: '1' }, 'a token is in use at two places at once']
    expect(logged).toEqual([said])
    tab.ended()
    expect(read()).toHaveLength(1)
    copy.ended()
    expect([read(), counted]).toEqual([[], [1, 0]])

    hear(80_000, own, open(KIOSK, '10.0.0.9'))
    expect([read().length, logged]).toEqual([1, [said, said]])
  })
})

test('a token that is used on two machines is told to the supervisor and to nobody else, until one of them leaves', {
  tags: ['W7b'],
}, async () => {
  const office = await openTestGateway({
    pingMs: 400,
    desk: { ...NO_DESK, floor: { ...NO_DESK.floor, alerts: async () => ({ at: 0, alerts: [] }) } },
  })
  const { ask, access, connect, openDevice, openConsole, metrics, logged } = office
  const pin = await access.setPin('90', 'supervisor')
  const desk = await access.signInAtDesk({ staff: '90', pin }, 'here')
  const cookie = desk.status === 'opened' ? `antrean-supervisor=${desk.token}` : expect.fail('not signed in')
  const alerts = async () => Alerts.parse(await (await ask('/api/desk/floor/alerts', { headers: { cookie } })).json())
  const devices = async () => DeskDevices.parse(await (await ask('/api/desk/devices', { headers: { cookie } })).json())
  const warned = () => logged.filter((line) => line.includes('two places'))

  await openDevice('display', '2')
  const { deviceId, token } = await access.pair('display', '1')
  const page = { cookie: `antrean-display-1=${token}` }
  const hello = { role: 'display', place: '1' }
  const [own, tab, copy] = [await connect(page), await connect(page), await connect({ ...page, from: '127.0.0.2' })]
  for (const socket of [own, tab, copy]) await say(socket, SOCKET.hello, hello)

  const alert = { kind: 'used-twice', role: 'display', place: '1' }
  await expect.poll(async () => (await alerts()).alerts, { timeout: 10_000 }).toEqual([alert])
  expect((await devices()).usedTwice).toEqual([{ role: 'display', place: '1' }])
  expect(await metrics.metrics()).toContain('antrean_devices_used_twice 1')
  expect(warned()).toHaveLength(1)
  expect(warned()[0]).toContain(deviceId)
  expect(logged.join()).not.toContain(token)

  const integration = await access.pair('integration', 'monitor')
  const bearer = { authorization: `Bearer ${integration.token}` }
  const others = [
    await ask('/api/v1/devices', { headers: bearer }),
    await ask('/api/console/devices', { headers: { cookie: await openConsole() } }),
  ]
  for (const answer of others) expect(DevicesView.safeParse(await answer.json()).success).toBe(true)

  copy.disconnect()
  await expect.poll(async () => (await alerts()).alerts).toEqual([])
  expect(await metrics.metrics()).toContain('antrean_devices_used_twice 0')
  expect(warned()).toHaveLength(1)
})
