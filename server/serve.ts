import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { Registry } from 'prom-client'
import { ConfigProblem } from '../config/config-problem.ts'
import { writeDurably } from '../config/durable-file.ts'
import { addressesOf, type Settings } from '../config/settings.ts'
import { importAgenda } from './agenda/import-agenda.ts'
import { watchFolder } from './agenda/watch-folder.ts'
import type { Clock } from './clock.ts'
import { type ConsoleFile, consoleFile } from './console-file.ts'
import { countDevices } from './count-devices.ts'
import { countMachine } from './count-machine.ts'
import { countScanners } from './count-scanners.ts'
import { keepDays } from './days.ts'
import { keepForecasts } from './forecasts.ts'
import { openGateway } from './gateway/gateway.ts'
import { CONSOLE, newCommandId, type OpenOffice } from './open-office.ts'
import { placeTrouble } from './places.ts'
import { makePresence } from './presence.ts'
import { openPeerDoor } from './relay/peer-door.ts'
import type { PeerAddress } from './relay/relay.ts'
import { keepCertificate } from './tls/keep-certificate.ts'
import { watchLoop } from './watch-loop.ts'
import { watchAgents } from './wiring/agents.ts'
import { checkHistory } from './wiring/check-history.ts'
import { makeConsoleActions } from './wiring/console-actions.ts'
import { makeDesk } from './wiring/desk.ts'
import { openDeskAudit } from './wiring/desk-audit.ts'
import { startBookings } from './wiring/desk-bookings.ts'
import { openFigures } from './wiring/desk-figures.ts'
import { openDeskRetention } from './wiring/desk-retention.ts'
import { openDeskWebhooks } from './wiring/desk-webhooks.ts'
import { makeReadDevices } from './wiring/devices.ts'
import { followOffice } from './wiring/follow-office.ts'
import { openHubReport } from './wiring/hub-report.ts'
import { startPrinters } from './wiring/printers.ts'
import { startScanners } from './wiring/scanners.ts'

/** How often the drop folder for agendas is looked at: a file is taken at the second look. */
const INBOX_MS = 1_000
/** A console's token lives 12 hours; the command line's is renewed well before. */
const CONSOLE_MS = 6 * 3_600_000

const dist = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

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

/**
 * Whether the origins fit what is served: by TLS none may be in the clear. Without a certificate an open house in the clear is
 * somebody's choice, and said at every start (reliability W11). Throws `ConfigProblem`.
 */
const checkSchemes = ({ givenAddresses, isOpen }: Settings, isSecure: boolean, log: Logger): void => {
  const inClear = givenAddresses.filter((address) => address.startsWith('http:'))
  const [first] = inClear
  if (isSecure && first !== undefined)
    throw new ConfigProblem([
      { file: 'environment', path: 'ANTREAN_ADDRESSES', expected: 'https:// where there is a certificate', got: first },
    ])
  if (isOpen && first !== undefined)
    log.warn({ addresses: inClear }, 'no certificate: the network of the house can read along; see antrean tls --help')
}

/** An office at work: where it is reached on this machine, the origins of its screens, and how to end it. */
export type Serving = { address: string; addresses: readonly [string, ...string[]]; stop(): Promise<void> }

/**
 * Puts an open office to work on this machine: its days and likely calls, the drop folder, printers, scanners and the network.
 * Needs the built screens. `stop` ends what is under way, in the order that loses nothing, and closes the house. Rejects
 * when the port is taken.
 */
export const serveHouse = async (options: {
  house: OpenOffice
  settings: Settings
  clock: Clock
  log: Logger
  onFault: (fault: unknown) => void
  /** Called at every turn of the server, twice a second, as long as it has any. */
  onTurn?: () => void
  /** Where the other servers of a shared office pass on what comes to them; absent: there are none. */
  peers?: { at: PeerAddress; secret: Uint8Array } | null
}): Promise<Serving> => {
  const { house, settings, clock, log, onFault, onTurn = () => {}, peers = null } = options
  const { door, access } = house
  const { dataDir, host } = settings
  const office = house.office.read()
  const days = await keepDays({ office: door, zone: () => house.office.read().zone, clock, newCommandId })
  const forecasts = keepForecasts({ office: door, clock, newCommandId })

  const enterAgenda = (bytes: Uint8Array, day: string | null, acceptGoodRows: boolean, sender = CONSOLE) =>
    importAgenda({ door, sender, newCommandId, office: house.office.read() }, bytes, { day, acceptGoodRows })
  const inbox = join(dataDir, 'agenda-inbox')
  await mkdir(inbox, { recursive: true })
  const slidesDir = join(dataDir, 'slides')
  await mkdir(slidesDir, { recursive: true })
  const watching = watchFolder({
    folder: inbox,
    everyMs: INBOX_MS,
    importFile: (bytes) => enterAgenda(bytes, null, house.office.read().agenda.acceptGoodRows),
    log,
  })

  const bookings = startBookings({ house, inbox, now: clock.now, onFault })

  const port = await choosePort(host, settings.port)
  const addresses = addressesOf(settings, port)
  const certificate = await keepCertificate(dataDir, clock.now, log)
  checkSchemes(settings, certificate.first !== null, log)
  const phonesAt = settings.guest?.address ?? addresses[0]
  const printers = await startPrinters({
    ...{ office, dataDir, door, address: phonesAt },
    ...{ now: clock.now, newCommandId, log },
  })
  const scanners = await startScanners({ office, door, now: clock.now, newCommandId, log })
  const presence = makePresence(clock.now)
  const devices = makeReadDevices({ house, presence, scanners: scanners.statuses, now: clock.now })
  const figures = openFigures({ house, dataDir, clock, onFault })
  const metrics = new Registry()
  countScanners(metrics, scanners.statuses)
  countDevices(metrics, devices)
  const { disk } = house
  countMachine(metrics, { isClockDoubted: () => house.clock.doubt() !== null, freeMb: disk.freeMb })
  const stopWatchingDisk = disk.start(onFault)
  const loop = watchLoop({ metrics, log, onTurn })
  const audit = openDeskAudit({ house, dataDir, onFault })
  const webhooks = await openDeskWebhooks({ house, dataDir, clock, log, onFault })
  const { forgetTries } = webhooks
  const report = await openHubReport({ house, dataDir, devices, clock, log })
  const retention = openDeskRetention({ house, dataDir, now: clock.now, forgetTries, log, onFault })
  const gateway = await openGateway({
    door,
    access,
    host,
    port,
    addresses: [...addresses],
    ...{ tls: certificate.first, guest: settings.guest, isShared: peers !== null },
    screensDir: dist('screens'),
    voiceDirs: { shipped: dist('voice/clips'), own: join(dataDir, 'voice') },
    slidesDir,
    build: readFileSync(dist('.antrean-sources'), 'utf8').slice(0, 12),
    placeTrouble: (role, place) => placeTrouble(house.office.read(), role, place),
    trackerSenderOf: house.trackerSenderOf,
    log,
    metrics,
    arrive: presence.arrive,
    devices,
    console: makeConsoleActions({
      ...{ house, devices, addresses, now: clock.now },
      simulated: printers.simulated,
    }),
    desk: {
      ...makeDesk({
        ...{ house, devices, presence, dataDir },
        ...{ address: addresses[0], now: clock.now },
      }),
      ...{ bookings: bookings.port, figures: figures.port },
      ...{ audit: audit.port, retention: retention.port, webhooks: webhooks.port },
    },
    agenda: enterAgenda,
    survey: house.survey,
    onFault,
  })

  const peerDoor = peers && (await openPeerDoor({ ...peers, accept: gateway.take }))
  const checking = checkHistory({ house, log })
  const stopRenewing = certificate.follow(gateway.renew)
  const stopFollowing = followOffice({ house, devices: [printers, scanners], log })
  const stopWatchingAgents = watchAgents({ door, connected: gateway.agents, newCommandId })

  const openCommandLine = async (): Promise<void> => {
    const left: ConsoleFile = { address: gateway.address, token: await access.openConsole(), screens: addresses[0] }
    await writeDurably(consoleFile(dataDir), JSON.stringify(left))
  }
  await openCommandLine()
  const renewing = setInterval(() => void openCommandLine(), CONSOLE_MS)

  return {
    address: gateway.address,
    addresses,
    async stop() {
      clearInterval(renewing)
      await checking.stop()
      stopWatchingDisk()
      loop.stop()
      stopRenewing()
      stopFollowing()
      stopWatchingAgents()
      forecasts.stop()
      days.stop()
      await peerDoor?.close()
      await gateway.close()
      await watching.stop()
      await bookings.stop()
      await scanners.stop()
      await printers.stop()
      await retention.stop()
      await report.stop()
      await webhooks.stop()
      await audit.stop()
      await rm(consoleFile(dataDir), { force: true })
      await figures.stop()
      await house.close()
    },
  }
}
