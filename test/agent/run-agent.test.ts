import { afterEach, describe, expect, test, vi } from 'vitest'
import { runAgent } from '../../agent/run-agent.ts'
import { readModel } from '../../printer/model.ts'
import { createSimulatedPrinter, type Simulation } from '../../printer/simulated/simulated-printer.ts'
import { listenSimulated } from '../../printer/simulated/start-simulated.ts'
import type { Answer } from '../../protocol/answers.ts'
import { Command } from '../../protocol/commands.ts'
import { openTestGateway } from '../gateway/open-test-gateway.ts'
import { complete } from '../printer/printer-bench.ts'
import { type BadCable, layBadCable } from '../support/bad-cable.ts'
import { layCable } from '../support/cable.ts'
import { at, DENPASAR } from '../support/denpasar.ts'
import { agendaRow } from '../support/house.ts'
import { nextId, openTestOffice, watching } from '../support/office.ts'
import { KIOSK } from '../support/rules.ts'

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

const CODES = ['K7M2Q9XA', 'K7M2Q9XB', 'K7M2Q9XC']
const WAIT = { timeout: 25_000, interval: 10 }

/** What happens to a command on its way through the office: before it is looked at, and before its answer leaves. */
type Mishap = { before?: () => Promise<void> | void; after?: () => Promise<void> | void }

/** Denpasar, whose printer is plugged into kiosk 1's own machine, behind a bad cable. */
const openOffice = async (
  mishap: (command: Command, cable: BadCable) => Mishap = () => ({}),
  simulation: Partial<Simulation> = {},
) => {
  const cable = await layBadCable()
  endings.push(cable.remove)
  const office = await openTestOffice({ fresh: false })
  const [printerOfKiosk] = DENPASAR.printers
  const printers = printerOfKiosk === undefined ? [] : [{ ...printerOfKiosk, port: 'agent' }]
  await office.ask({ type: 'ConfigureOffice', office: { ...DENPASAR, printers } }, office.asConsole)
  await office.ask({ type: 'OpenDay', day: '2026-11-24' }, office.asConsole)
  await office.ask(
    { type: 'ImportAgenda', rows: CODES.map((code) => agendaRow(code, '10.00-11.00')) },
    office.asConsole,
  )
  office.clock.set(at('10.05'))
  const taken: string[] = []
  const submit = async (input: unknown, sender: Parameters<typeof office.door.submit>[1]): Promise<Answer> => {
    const command = Command.parse(input)
    const { before, after } = mishap(command, cable)
    await before?.()
    const answer = await office.door.submit(input, sender)
    const what = command.type === 'ReportSlip' || command.type === 'ReportDevice' ? command.status : command.type
    taken.push(`${what} ${answer.status}`)
    await after?.()
    return answer
  }
  const gateway = await openTestGateway({ door: { ...office.door, submit }, addresses: [cable.address] })
  cable.plugInto(gateway.address)
  const { token } = await gateway.access.pair('agent', '1')

  const printer = createSimulatedPrinter({ clock: office.clock.now, ...simulation })
  const listening = await listenSimulated(printer)
  endings.push(listening.stop)
  const said: string[] = []
  const note = (fields: object, text: string) => said.push(`${text} ${JSON.stringify(fields)}`)
  const model = readModel('generic-80')
  if (model === null) throw new Error('no model')
  const start = async (change: { printer?: null; scanner?: string } = {}) => {
    const port = `tcp://127.0.0.1:${listening.tcpPort}`
    const agent = await runAgent(
      {
        ...{ servers: [cable.address] as const, token, scanner: null },
        ...{ printer: { port, model, columns: null, logo: null }, ...change },
      },
      { info: note, warn: note },
    )
    endings.push(agent.stop)
    return agent
  }
  const kiosk = watching(office.door, 'kiosk', KIOSK)
  const paperIs = (state: string) => vi.waitFor(() => expect(kiosk.now().visit?.ticket?.paper).toBe(state), WAIT)
  const scan = (code: string) => office.ask({ type: 'CheckIn', scanned: code }, KIOSK)
  return { ...office, cable, printer, said, start, kiosk, paperIs, scan, taken }
}

const oncePerRun = () => {
  let done = false
  return (deed: () => Promise<void> | void) => async () => {
    if (done) return
    done = true
    await deed()
  }
}

describe('a printer of a kiosk’s own machine', () => {
  test('prints what the office owes, and the kiosk knows how it is', async () => {
    const { start, printer, paperIs, scan, kiosk } = await openOffice()
    expect(kiosk.now().printer).toBe('offline')
    await start()
    await vi.waitFor(() => expect(kiosk.now().printer).toBe('ready'), WAIT)
    await scan('K7M2Q9XA')
    await paperIs('printed')
    await scan('K7M2Q9XB')
    await paperIs('printed')
    expect(complete(printer.papers())).toEqual(['A001', 'A002'])
    printer.set({ paper: 'end' })
    await vi.waitFor(() => expect(kiosk.now().printer).toBe('no-paper'), WAIT)
  })

  test.each([
    ['before the office has noted that a paper begins', 'sending', 'before'],
    ['before the office can say that it has', 'sending', 'after'],
    ['before the office has noted that a paper came', 'printed', 'before'],
    ['before the office can say that it has, too', 'printed', 'after'],
  ] as const)('prints one paper and none twice when the cable is cut %s', async (_when, status, moment) => {
    const once = oncePerRun()
    const { start, printer, paperIs, scan, cable } = await openOffice((command, line) =>
      command.type === 'ReportSlip' && command.status === status ? { [moment]: once(() => line.set('cut')) } : {},
    )
    await start()
    await scan('K7M2Q9XA')
    await vi.waitFor(() => expect(cable.isWhole()).toBe(false), WAIT)
    cable.set('whole')
    await paperIs('printed')
    await scan('K7M2Q9XB')
    await paperIs('printed')
    expect(complete(printer.papers())).toEqual(['A001', 'A002'])
  })

  test('prints one paper and none twice when the line goes silent while a paper begins', async () => {
    const once = oncePerRun()
    const { start, printer, paperIs, scan, cable, taken } = await openOffice((command, line) =>
      command.type === 'ReportSlip' && command.status === 'sending' ? { after: once(() => line.set('deaf')) } : {},
    )
    await start()
    await scan('K7M2Q9XA')
    await cable.lostSomething()
    cable.set('whole')
    await paperIs('printed')
    expect(complete(printer.papers())).toEqual(['A001'])
    expect(taken.filter((one) => one.startsWith('sending'))).toEqual(['sending taken', 'sending taken'])
  })

  test('says again how it is to an office that took it for offline', async () => {
    const { start, ask, kiosk, cable } = await openOffice()
    await start()
    await vi.waitFor(() => expect(kiosk.now().printer).toBe('ready'), WAIT)
    cable.set('cut')
    const gone = { role: 'agent', device: 'x', place: '1', staff: null } as const
    await ask({ type: 'ReportDevice', status: 'offline' }, gone)
    expect(kiosk.now().printer).toBe('offline')
    cable.set('whole')
    await vi.waitFor(() => expect(kiosk.now().printer).toBe('ready'), WAIT)
  })

  test('finishes the paper in hand before it ends, and tells the office', async () => {
    const { start, printer, scan, kiosk, paperIs } = await openOffice(undefined, { mmPerSec: 150 })
    const agent = await start()
    await scan('K7M2Q9XA')
    await paperIs('sending')
    await agent.stop()
    expect(kiosk.now().visit?.ticket?.paper).toBe('printed')
    expect(complete(printer.papers())).toEqual(['A001'])
  })
})

describe('a scanner of a kiosk’s own machine', () => {
  const openScanner = async () => {
    const serial = await layCable()
    endings.push(serial.remove)
    const office = await openOffice()
    await office.start({ printer: null, scanner: `serial://${serial.near}?baud=9600` })
    await vi.waitFor(() => expect(office.said.join()).toContain('connected'), WAIT)
    await vi.waitFor(() => expect(office.said.join()).toContain('scanner status {"status":"ready"}'), WAIT)
    return { ...office, serial }
  }

  test('checks in at its own kiosk, and says no code in its log', async () => {
    const { serial, kiosk, said } = await openScanner()
    await serial.say('K7M2Q9XA\r')
    await vi.waitFor(() => expect(kiosk.now().visit?.verdict).toBe('on-time'), WAIT)
    expect(said.join()).not.toContain('K7M2Q9XA')
  })

  test('drops a scan that nobody answers in time, so that no ticket comes when its visitor has left', async () => {
    const { serial, kiosk, said, cable, taken } = await openScanner()
    cable.set('cut')
    await serial.say('K7M2Q9XA\r')
    await vi.waitFor(() => expect(said.join()).toContain('a scan was dropped'), WAIT)
    cable.set('whole')
    await serial.say('K7M2Q9XB\r')
    await vi.waitFor(() => expect(kiosk.now().visit?.ticket?.number).toBe('A001'), WAIT)
    expect(taken).toEqual(['CheckIn taken'])
  })
})

test('an agent may not do what a kiosk may beyond checking in, and nothing for another kiosk’s printer', async () => {
  const { door, scan } = await openOffice()
  await scan('K7M2Q9XA')
  const agent = (place: string) => ({ role: 'agent', device: 'x', place, staff: null }) as const
  const ask = (wish: object, place: string) => door.submit({ ...wish, commandId: nextId() }, agent(place))
  const refused = (code: string) => ({ status: 'refused', refusal: { code } })
  expect(await ask({ type: 'CallStaff' }, '1')).toEqual(refused('not-permitted'))
  const slipId = '2026-11-24/A001/1'
  // Kiosk 2 prints on the same printer, which is plugged into the first.
  expect(await ask({ type: 'ReportSlip', slipId, status: 'sending' }, '2')).toEqual(refused('unknown-slip'))
  expect(await ask({ type: 'ReportDevice', status: 'ready' }, '2')).toEqual(refused('unknown-place'))
  expect(await ask({ type: 'ReportSlip', slipId, status: 'sending' }, '1')).toMatchObject({ status: 'taken' })
})
