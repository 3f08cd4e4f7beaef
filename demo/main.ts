import { readFileSync } from 'node:fs'
import { pino } from 'pino'
import { ConfigProblem } from '../config/config-problem.ts'
import { parseDocument } from '../config/document.ts'
import { writeDurably } from '../config/durable-file.ts'
import { EXAMPLE_OFFICE_FILE, officeFile } from '../config/load-office.ts'
import { readSettings } from '../config/settings.ts'
import { Office } from '../protocol/office.ts'
import type { Sender } from '../protocol/roles.ts'
import { dayOf } from '../server/days.ts'
import { CONSOLE, newCommandId, type OpenOffice, openOffice } from '../server/open-office.ts'
import { dayAfter, midnightOf } from '../server/rules/civil.ts'
import { serveHouse } from '../server/serve.ts'
import { actDay } from './act-day.ts'
import { demoAgenda } from './demo-agenda.ts'
import { NotADemoFolder, openDemoFolder } from './demo-folder.ts'
import { demoOffice } from './demo-office.ts'
import { DEMO_USAGE, type DemoWish, readDemoWish } from './demo-wish.ts'
import { fastClock } from './fast-clock.ts'
import type { Figures } from './watch-figures.ts'

const MINUTE_MS = 60_000
/** The curtain rises at least so many minutes before the first visitor, so that staff and screens are there. */
const EARLIER_MIN = 10
/** Who may open the supervisor's desk in the demonstration; counters have the numbers below. */
const SUPERVISOR = '90'

process.umask(0o077)
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const log = pino({ level: process.env.LOG_LEVEL ?? 'error' }, pino.destination({ dest: 2, sync: true }))
const onFault = (fault: unknown): void => {
  log.fatal({ fault: fault instanceof Error ? { message: fault.message, stack: fault.stack } : String(fault) }, 'fault')
  process.exit(70)
}
process.on('uncaughtException', onFault)
process.on('unhandledRejection', onFault)

const clockText = (minute: number): string => {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}.${two(Math.floor(minute % 60))}`
}

const figuresText = ({ checkedIn, waiting, inHand, done }: Figures): string =>
  `datang ${checkedIn}, menunggu ${waiting}, di loket ${inHand}, selesai ${done}`

/** Somebody signed in at every counter, as staff do in the morning: a paired screen, a number and a PIN. */
const signInEverywhere = async ({ access, office }: OpenOffice): Promise<ReadonlyMap<number, Sender>> => {
  const signedIn = office.read().counters.map(async ({ number }): Promise<[number, Sender]> => {
    const staff = String(number).padStart(2, '0')
    const pin = await access.setPin(staff)
    const { token } = await access.pair('counter', String(number))
    const screen = access.senderOf(token)
    if (screen !== null) await access.signIn(screen, { staff, pin })
    return [number, access.senderOf(token) ?? CONSOLE]
  })
  return new Map(await Promise.all(signedIn))
}

const perform = async ({ speed, frame, day, scenario }: DemoWish): Promise<void> => {
  const folder = await openDemoFolder(process.env.ANTREAN_DATA)
  const { dataDir } = folder
  const settings = readSettings({ ...process.env, ANTREAN_DATA: dataDir })
  const example = parseDocument(EXAMPLE_OFFICE_FILE, readFileSync(EXAMPLE_OFFICE_FILE, 'utf8'), Office)
  const office = demoOffice(example, frame, day)
  const today = dayOf(Date.now(), office.zone)
  const next = folder.lastDay === null ? today : dayAfter(folder.lastDay, 1)
  const stamp = next > today ? next : today
  await folder.mark(stamp)
  await writeDurably(officeFile(dataDir), JSON.stringify(office))

  const midnightAt = midnightOf(stamp, office.zone)
  const firstMin = Math.min(frame.open, ...day.applicants.map(({ arrive }) => arrive))
  const startMin = Math.max(0, Math.floor((firstMin - EARLIER_MIN) / 10) * 10)
  const clock = fastClock(midnightAt + startMin * MINUTE_MS, speed)
  const house = await openOffice({ dataDir, log, clock, onFault })
  const rows = demoAgenda({ office, day, stamp, midnightAt })
  if (rows.length > 0) await house.door.submit({ type: 'ImportAgenda', commandId: newCommandId(), rows }, CONSOLE)
  const senders = await signInEverywhere(house)
  const serving = await serveHouse({ house, settings, clock, log, onFault })

  say(
    `Peragaan ${scenario}, hari ${stamp}: ${day.applicants.length} pemohon, ${day.counters.length} loket, ${speed} menit per menit`,
  )
  say(`Buka di komputer ini / open on this machine:  ${serving.address}/#${house.access.issueSetupCode()}`)
  const pin = await house.access.setPin(SUPERVISOR, 'supervisor')
  say(`Meja pengawas / supervisor's desk:  ${serving.address}/supervisor  ${SUPERVISOR}, PIN ${pin}`)

  const acting = actDay({
    ...{ door: house.door, office, day, stamp, openMin: frame.open, midnightAt, console: CONSOLE, newCommandId },
    senderAt: (counter) => senders.get(counter) ?? CONSOLE,
    now: clock.now,
    until: clock.until,
    tell: (minute, figures) => say(`${clockText(minute)}  ${figuresText(figures)}`),
  })
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    acting.stop()
    await serving.stop()
    await folder.leave()
    process.exit(0)
  }
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())
  const last = await acting.ended
  clock.run()
  if (!stopping)
    say(
      `Selesai: ${figuresText(last)}. Layar tetap hidup; Ctrl+C untuk berhenti. / Done. Screens stay on; Ctrl+C ends.`,
    )
}

/** What a person can mend is said in one sentence, without a stack. */
const isTheirs = (cause: unknown): cause is Error =>
  cause instanceof NotADemoFolder ||
  cause instanceof ConfigProblem ||
  (cause instanceof Error && 'code' in cause && /^E[A-Z]+$/.test(String(cause.code)))

const refuse = (words: string): void => {
  process.stderr.write(`${words}\n`)
  process.exit(78)
}

try {
  const wish = readDemoWish(process.argv.slice(2), (file) => JSON.parse(readFileSync(file, 'utf8')), Math.random)
  if (wish === 'help') for (const line of DEMO_USAGE) say(line)
  else if ('mistake' in wish) refuse(wish.mistake)
  else await perform(wish)
} catch (cause) {
  if (isTheirs(cause)) refuse(cause.message)
  else if (cause instanceof SyntaxError) refuse(`no JSON: ${cause.message}`)
  else onFault(cause)
}
