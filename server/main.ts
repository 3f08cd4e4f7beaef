import { pino } from 'pino'
import { ConfigProblem } from '../config/config-problem.ts'
import { readSettings, type Settings } from '../config/settings.ts'
import { systemClock } from './clock.ts'
import { JournalDamage, JournalUnsound, NewerData } from './journal/journal.ts'
import { FolderInUse } from './journal/lock.ts'
import { notifySystemd } from './notify-systemd.ts'
import { openOffice } from './open-office.ts'
import { StoreProblem } from './postgres/store-problem.ts'
import { serveHouse } from './serve.ts'
import { type Shared, shareOffice } from './share-office.ts'
import { CertificateProblem } from './tls/certificate-file.ts'
import { fillExampleDay } from './wiring/console-actions.ts'

// Whatever folder it is given: what the office writes is its own alone.
process.umask(0o077)

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, pino.destination({ dest: 2, sync: true }))

/** Another server leads: the exit code of one that has to begin anew (EX_TEMPFAIL). */
const LOST = 75

/** A fault is ours or the disk's: said once, then a clean start from the journal is the only way on. */
const onFault = (fault: unknown): void => {
  log.fatal({ fault: fault instanceof Error ? { message: fault.message, stack: fault.stack } : String(fault) }, 'fault')
  process.exit(70)
}
process.on('uncaughtException', onFault)
process.on('unhandledRejection', onFault)

/** A clock that cannot be right opens no day (reliability T3). */
const clockWarning = ({ machineAt, officeAt }: { machineAt: number; officeAt: number }): string =>
  `The clock of this machine shows ${new Date(machineAt).toISOString()}, the office reckons with ${new Date(officeAt).toISOString()}.\nNo new day is opened. Set it right, or if it is right: npm run -s antrean -- clock --trust`

/** How often a server that waits says that it is alive, ms. */
const ALIVE_MS = 1_000

/** How long a server of a shared office takes to end at most, ms. */
const STOP_MS = 8_000

/** Waits, as long as it takes, until this server leads the office that it shares with others. */
const lead = async (
  settings: Settings,
  store: NonNullable<Settings['store']>,
  systemd: ReturnType<typeof notifySystemd>,
): Promise<Shared> => {
  const alive = setInterval(systemd.alive, ALIVE_MS)
  const shared = await shareOffice({
    ...{ settings, store, log },
    onStandby: systemd.ready,
    onRead: () => say(`Antrean: server cadangan / standby: ${store.office}`),
    onLost({ message }) {
      // Nothing is lost and nothing is wrong: another server goes on, and this one waits for its turn from the start.
      log.warn({ office: store.office }, message)
      process.exit(LOST)
    },
  })
  clearInterval(alive)
  return shared
}

/** Runs the hub of many offices; the rooms that only a hub needs are loaded here. */
const startHub = async (settings: Settings, url: string, systemd: ReturnType<typeof notifySystemd>): Promise<void> => {
  const { serveHub } = await import('./serve-hub.ts')
  const serving = await serveHub({ settings, url, clock: systemClock, log, onFault, onTurn: systemd.alive })
  systemd.ready()
  const stop = async (): Promise<void> => {
    systemd.stopping()
    setTimeout(() => process.exit(0), STOP_MS).unref()
    await serving.stop()
    process.exit(0)
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())
  say(`Antrean: hub, ${serving.addresses.join('  ')}`)
  say(`Buka di komputer ini / open on this machine:  ${serving.address}/`)
  if (serving.readers.length === 0)
    say('Belum ada pembaca / nobody may read yet:  npm run -s antrean -- hub reader <name>')
}

const start = async (): Promise<void> => {
  const settings = readSettings(process.env)
  const systemd = notifySystemd(process.env)
  if (settings.hub !== null) return startHub(settings, settings.hub.url, systemd)
  const shared = settings.store && (await lead(settings, settings.store, systemd))
  const house = await openOffice({
    dataDir: settings.dataDir,
    log,
    shared: shared?.store ?? null,
    ahead: shared?.ahead ?? null,
    onFault,
  })
  const { door, access } = house
  if (settings.isOpen && access.staffNumbers().length === 0 && access.devices().length === 0) throw new NotSetUp()
  await fillExampleDay(house, house.clock.now())
  const serving = await serveHouse({
    ...{ house, settings, clock: house.clock, log, onFault },
    ...{ onTurn: systemd.alive, peers: shared },
  })
  systemd.ready()

  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    systemd.stopping()
    // A store that is gone keeps nobody from ending: what it did not take was never acknowledged.
    if (shared !== null) setTimeout(() => process.exit(0), STOP_MS).unref()
    await serving.stop()
    process.exit(0)
  }
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())

  const doubt = house.clock.doubt()
  if (doubt !== null) say(clockWarning(doubt))
  say(`Antrean: ${house.office.read().name}, hari ${door.state().day?.day ?? '-'}`)
  say(`Buka di komputer ini / open on this machine:  ${serving.address}/#${access.issueSetupCode()}`)
  say(`Layar lain / other screens:  ${serving.addresses.join('  ')}   (npm run -s antrean -- pair <role> <place>)`)
}

/** Opening an office to the network before anybody set it up would let a stranger do that (reliability W9). */
class NotSetUp extends Error {
  constructor() {
    super('HOST opens it to the network, but nobody has set it up: start it once without HOST, or pair a device first')
  }
}

/** What to do about a damaged journal. Nothing is repaired and nothing is guessed: a wrong number is worse than none. */
const WAY_BACK =
  'Nothing was changed. Copy the data folder away, then put the newest backup back: npm run -s antrean -- restore <backup>'

const isDamage = (cause: unknown): cause is Error => cause instanceof JournalDamage || cause instanceof JournalUnsound

/** What a person can mend is said in one sentence each, without a stack. */
const isTheirs = (cause: unknown): cause is Error =>
  cause instanceof NotSetUp ||
  cause instanceof ConfigProblem ||
  cause instanceof CertificateProblem ||
  cause instanceof FolderInUse ||
  isDamage(cause) ||
  cause instanceof NewerData ||
  cause instanceof StoreProblem ||
  (cause instanceof Error && 'code' in cause && ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL'].includes(String(cause.code)))

start().catch((cause: unknown) => {
  if (!isTheirs(cause)) return onFault(cause)
  const inUse = 'code' in cause && cause.code === 'EADDRINUSE' ? '\nAnother program listens there; choose a PORT.' : ''
  const damage = isDamage(cause) ? `\n${WAY_BACK}` : ''
  process.stderr.write(`Antrean cannot start.\n${cause.message}${inUse}${damage}\n`)
  process.exit(78)
})
