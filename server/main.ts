import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { ConfigProblem } from '../config/config-problem.ts'
import { writeDurably } from '../config/durable-file.ts'
import { addressesOf, readSettings } from '../config/settings.ts'
import { importAgenda } from './agenda/import-agenda.ts'
import { watchFolder } from './agenda/watch-folder.ts'
import { systemClock } from './clock.ts'
import { type ConsoleFile, consoleFile } from './console-file.ts'
import { keepDays } from './days.ts'
import { openGateway } from './gateway/gateway.ts'
import { JournalDamage } from './journal/journal.ts'
import { FolderInUse } from './journal/lock.ts'
import { CONSOLE, newCommandId, openOffice } from './open-office.ts'
import { placeTrouble } from './places.ts'
import { fillExampleDay, makeConsoleActions } from './wiring/console-actions.ts'
import { startPrinters } from './wiring/printers.ts'

/** How often the drop folder for agendas is looked at: a file is taken at the second look. */
const INBOX_MS = 1_000
/** A console's token lives 12 hours; the command line's is renewed well before. */
const CONSOLE_MS = 6 * 3_600_000

// Whatever folder it is given: what the office writes is its own alone.
process.umask(0o077)

const dist = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, pino.destination({ dest: 2, sync: true }))

/** A fault is ours or the disk's: said once, then a clean start from the journal is the only way on. */
const onFault = (fault: unknown): void => {
  log.fatal({ fault: fault instanceof Error ? { message: fault.message, stack: fault.stack } : String(fault) }, 'fault')
  process.exit(70)
}
process.on('uncaughtException', onFault)
process.on('unhandledRejection', onFault)

/** The port itself, or for 0 one that is free now: the slips' QR codes need it before anybody listens. */
const choosePort = async (host: string, port: number): Promise<number> => {
  if (port !== 0) return port
  const probe = createServer().listen(0, host)
  await once(probe, 'listening')
  const bound = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof bound === 'object' && bound !== null ? bound.port : port
}

const start = async (): Promise<void> => {
  const settings = readSettings(process.env)
  const { dataDir } = settings
  const house = await openOffice({ dataDir, log, onFault })
  const { door, access } = house
  if (settings.isOpen && access.staffNumbers().length === 0 && access.devices().length === 0) throw new NotSetUp()
  const office = house.office.read()
  const { now } = systemClock
  const days = await keepDays({ office: door, zone: office.zone, clock: systemClock, newCommandId })
  await fillExampleDay(house, now())

  const enterAgenda = (text: string, day: string | null, acceptGoodRows: boolean, sender = CONSOLE) =>
    importAgenda({ door, sender, newCommandId, office: house.office.read() }, text, { day, acceptGoodRows })
  const inbox = join(dataDir, 'agenda-inbox')
  await mkdir(inbox, { recursive: true })
  const watching = watchFolder({
    folder: inbox,
    everyMs: INBOX_MS,
    importText: (text) => enterAgenda(text, null, house.office.read().agenda.acceptGoodRows),
    log,
  })

  const port = await choosePort(settings.host, settings.port)
  const addresses = addressesOf(settings, port)
  const printers = await startPrinters({ office, door, address: addresses[0], now, newCommandId, log })
  const gateway = await openGateway({
    door,
    access,
    host: settings.host,
    port,
    addresses: [...addresses],
    screensDir: dist('screens'),
    build: readFileSync(dist('.antrean-sources'), 'utf8').slice(0, 12),
    placeTrouble: (role, place) => placeTrouble(house.office.read(), role, place),
    trackerSenderOf: house.trackerSenderOf,
    log,
    metrics: new Registry(),
    console: makeConsoleActions({ house, simulated: printers.simulated, addresses, now }),
    agenda: enterAgenda,
    onFault,
  })

  const openCommandLine = async (): Promise<void> => {
    const left: ConsoleFile = { address: gateway.address, token: await access.openConsole(), screens: addresses[0] }
    await writeDurably(consoleFile(dataDir), JSON.stringify(left))
  }
  await openCommandLine()
  const renewing = setInterval(() => void openCommandLine(), CONSOLE_MS)

  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    clearInterval(renewing)
    days.stop()
    await gateway.close()
    await watching.stop()
    await printers.stop()
    await rm(consoleFile(dataDir), { force: true })
    await house.close()
    process.exit(0)
  }
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())

  say(`Antrean: ${office.name}, hari ${door.state().day?.day ?? '-'}`)
  say(`Buka di komputer ini / open on this machine:  ${gateway.address}/#${access.issueSetupCode()}`)
  say(`Layar lain / other screens:  ${addresses.join('  ')}   (npm run -s antrean -- pair <role> <place>)`)
}

/** Opening an office to the network before anybody set it up would let a stranger do that (reliability W9). */
class NotSetUp extends Error {
  constructor() {
    super('HOST opens it to the network, but nobody has set it up: start it once without HOST, or pair a device first')
  }
}

/** What a person can mend is said in one sentence each, without a stack. */
const isTheirs = (cause: unknown): cause is Error =>
  cause instanceof NotSetUp ||
  cause instanceof ConfigProblem ||
  cause instanceof FolderInUse ||
  cause instanceof JournalDamage ||
  (cause instanceof Error && 'code' in cause && ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL'].includes(String(cause.code)))

start().catch((cause: unknown) => {
  if (!isTheirs(cause)) return onFault(cause)
  const inUse = 'code' in cause && cause.code === 'EADDRINUSE' ? '\nAnother program listens there; choose a PORT.' : ''
  process.stderr.write(`Antrean cannot start.\n${cause.message}${inUse}\n`)
  process.exit(78)
})
