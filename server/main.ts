import { pino } from 'pino'
import { ConfigProblem } from '../config/config-problem.ts'
import { readSettings } from '../config/settings.ts'
import { systemClock } from './clock.ts'
import { JournalDamage } from './journal/journal.ts'
import { FolderInUse } from './journal/lock.ts'
import { openOffice } from './open-office.ts'
import { serveHouse } from './serve.ts'
import { CertificateProblem } from './tls/certificate-file.ts'
import { fillExampleDay } from './wiring/console-actions.ts'

// Whatever folder it is given: what the office writes is its own alone.
process.umask(0o077)

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, pino.destination({ dest: 2, sync: true }))

/** A fault is ours or the disk's: said once, then a clean start from the journal is the only way on. */
const onFault = (fault: unknown): void => {
  log.fatal({ fault: fault instanceof Error ? { message: fault.message, stack: fault.stack } : String(fault) }, 'fault')
  process.exit(70)
}
process.on('uncaughtException', onFault)
process.on('unhandledRejection', onFault)

const start = async (): Promise<void> => {
  const settings = readSettings(process.env)
  const house = await openOffice({ dataDir: settings.dataDir, log, onFault })
  const { door, access } = house
  if (settings.isOpen && access.staffNumbers().length === 0 && access.devices().length === 0) throw new NotSetUp()
  await fillExampleDay(house, systemClock.now())
  const serving = await serveHouse({ house, settings, clock: systemClock, log, onFault })

  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    await serving.stop()
    process.exit(0)
  }
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())

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

/** What a person can mend is said in one sentence each, without a stack. */
const isTheirs = (cause: unknown): cause is Error =>
  cause instanceof NotSetUp ||
  cause instanceof ConfigProblem ||
  cause instanceof CertificateProblem ||
  cause instanceof FolderInUse ||
  cause instanceof JournalDamage ||
  (cause instanceof Error && 'code' in cause && ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL'].includes(String(cause.code)))

start().catch((cause: unknown) => {
  if (!isTheirs(cause)) return onFault(cause)
  const inUse = 'code' in cause && cause.code === 'EADDRINUSE' ? '\nAnother program listens there; choose a PORT.' : ''
  process.stderr.write(`Antrean cannot start.\n${cause.message}${inUse}\n`)
  process.exit(78)
})
