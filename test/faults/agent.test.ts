import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { createSimulatedPrinter } from '../../printer/simulated/simulated-printer.ts'
import { listenSimulated } from '../../printer/simulated/start-simulated.ts'
import { KioskView } from '../../protocol/views.ts'
import { dayOf } from '../../server/days.ts'
import { newCommandId } from '../../server/open-office.ts'
import { complete } from '../printer/printer-bench.ts'
import { layBadCable } from '../support/bad-cable.ts'
import {
  ask,
  chooseZone,
  endServers,
  importOver,
  newDataFolder,
  pair,
  plainOffice,
  runBuilt,
  startAgent,
  startServer,
  wholeDayAgenda,
} from './server-process.ts'

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})
afterAll(endServers)

const WAIT = { timeout: 40_000, interval: 20 }

/**
 * A server, a kiosk whose printer is plugged into its own machine, and the cable between the two. The printer is as slow
 * as `mmPerSec`, so that a paper can be met in the middle.
 */
const openHouse = async (mmPerSec: number) => {
  const cable = await layBadCable()
  endings.push(cable.remove)
  const office = plainOffice()
  const folder = newDataFolder({ ...office, printers: office.printers.map((one) => ({ ...one, port: 'agent' })) })
  const open = async () => {
    const opened = await startServer(folder, { ANTREAN_ADDRESSES: cable.address })
    cable.plugInto(opened.address)
    return opened
  }
  let server = await open()
  endings.push(() => server.stop())
  const today = dayOf(Date.now(), chooseZone(Date.now()))
  await importOver(server, wholeDayAgenda(today, ['AGENTONE', 'AGENTTWO']))
  const kiosk = await pair(server, 'kiosk', '1')
  const token = await pair(server, 'agent', '1')

  const printer = createSimulatedPrinter({ clock: Date.now, mmPerSec })
  const listening = await listenSimulated(printer)
  endings.push(listening.stop)

  const sees = async (): Promise<KioskView> => {
    const headers = { authorization: `Bearer ${kiosk}` }
    return KioskView.parse(await (await fetch(`${server.address}/api/v1/views/kiosk`, { headers })).json())
  }
  const start = (withToken = token) => {
    const agent = startAgent(cable.address, withToken, '--printer', `tcp://127.0.0.1:${listening.tcpPort}`)
    endings.push(agent.kill)
    return agent
  }
  return {
    ...{ cable, kiosk, token, printer, start },
    scan: (scanned: string) => ask(server.address, kiosk, { type: 'CheckIn', commandId: newCommandId(), scanned }),
    paperIs: (state: string) => vi.waitFor(async () => expect((await sees()).visit?.ticket?.paper).toBe(state), WAIT),
    printerIs: (status: string) => vi.waitFor(async () => expect((await sees()).printer).toBe(status), WAIT),
    /** Resolves when exactly these papers came out: a slow printer is still at work when it has proven a paper. */
    cameOut: (...papers: string[]) => vi.waitFor(() => expect(complete(printer.papers())).toEqual(papers), WAIT),
    killServer: () => server.kill(),
    async startServer() {
      server = await open()
    },
  }
}

test('a server that is killed while an agent prints hears afterwards that the paper came, and gets one', {
  tags: ['F4', 'F5'],
}, async () => {
  const { start, scan, paperIs, cameOut, killServer, startServer, token } = await openHouse(60)
  const agent = start()
  await scan('AGENTONE')
  await paperIs('sending')
  await killServer()
  await cameOut('A001')
  await startServer()
  await paperIs('printed')
  await scan('AGENTTWO')
  await paperIs('printed')
  await cameOut('A001', 'A002')
  const { code, err } = await agent.stop()
  expect(code).toBe(0)
  expect(err).not.toMatch(/AGENTONE|AGENTTWO/)
  expect(err).not.toContain(token)
})

test('a cable that is pulled while an agent prints changes nothing about the paper', async () => {
  const { start, scan, paperIs, cameOut, cable } = await openHouse(60)
  start()
  await scan('AGENTONE')
  await paperIs('sending')
  cable.set('silent')
  await cable.lostSomething()
  cable.set('whole')
  await paperIs('printed')
  await scan('AGENTTWO')
  await paperIs('printed')
  await cameOut('A001', 'A002')
})

test('an agent that is killed while it prints is followed by one marked paper and no more', {
  tags: ['F4', 'P3'],
}, async () => {
  const { start, scan, paperIs, printer } = await openHouse(60)
  const killed = start()
  await scan('AGENTONE')
  await paperIs('sending')
  await killed.kill()
  start()
  await paperIs('printed')
  await scan('AGENTTWO')
  await paperIs('printed')
  const papers = () => complete(printer.papers())
  await vi.waitFor(() => expect(papers()).toContain('A002'), WAIT)
  // Of the first there is one more where the printer had it whole before it was told to forget it.
  expect(papers().filter((paper) => paper !== 'A001')).toEqual(['A001 CETAK ULANG', 'A002'])
  expect(papers().length).toBeLessThanOrEqual(3)
})

test('of two agents one prints, and the other takes over when the first has gone', async () => {
  const { start, scan, paperIs, cameOut } = await openHouse(400)
  const first = start()
  await scan('AGENTONE')
  await paperIs('printed')
  const second = start()
  await vi.waitFor(() => expect(second.log()).toContain('another process is the agent of this kiosk'), WAIT)
  await first.stop()
  await vi.waitFor(() => expect(second.log()).toContain('connected to the office'), WAIT)
  await scan('AGENTTWO')
  await paperIs('printed')
  await cameOut('A001', 'A002')
})

test('the printer of an agent that is gone is offline for its kiosk, until the agent is back', async () => {
  const { start, printerIs } = await openHouse(400)
  const agent = start()
  await printerIs('ready')
  await agent.kill()
  await printerIs('offline')
  start()
  await printerIs('ready')
})

test('an agent with a token that nobody knows says what to do, and goes on trying', async () => {
  const { start } = await openHouse(400)
  const agent = start('A'.repeat(43))
  await vi.waitFor(() => expect(agent.log()).toContain('the office does not know this token'), WAIT)
  // No exit code: it was at work until it was killed.
  expect((await agent.kill()).code).toBeNull()
})

test('wrong flags end an agent at once, with every mistake and how it is run', async () => {
  const args = ['--server', 'ftp://antrean', '--token', 'short', '--printer', 'usb', '--scanner', 'x']
  const { code, err } = await runBuilt('agent/main.js', args, newDataFolder())
  expect(code).toBe(2)
  for (const flag of ['--server', '--token', '--printer', '--scanner'])
    expect(err).toMatch(new RegExp(`^${flag}: `, 'm'))
  expect(err).not.toContain('short')
  expect(err).toContain('agent --server http://HOST:PORT --token TOKEN')
})
