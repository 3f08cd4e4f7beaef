import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { officeFile } from '../../config/load-office.ts'
import type { Office } from '../../protocol/office.ts'
import { journalFile } from '../../server/journal/backup-journal.ts'
import type { Recorded } from '../../server/journal/journal.ts'
import { readChain } from '../../server/journal/read-chain.ts'
import { openForReading } from '../../server/journal/sqlite-journal.ts'
import { loadSecret, makeSeal } from '../../server/seal.ts'
import { DENPASAR } from '../support/denpasar.ts'

const built = (path: string): string => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url))
/** The line that a person opens: the address on this machine with the set-up code behind its `#`. */
const PRINTED = /(http:\/\/127\.0\.0\.1:(\d+))\/#([A-Z0-9]{4}-[A-Z0-9]{4})/

/** What a started server printed. */
type Printed = { address: string; port: string; code: string }

/** The real server process on a data folder of its own. */
export type OfficeProcess = {
  dataDir: string
  /** `http://127.0.0.1:<port>`; the port stays the same across starts. */
  address: string
  /** What the server printed last: the address with its one-time code. */
  printed(): string
  /** Whether a server of this office was ended yet: browsers then report cut lines. */
  wasEnded(): boolean
  /** Ends the server without a chance to tidy up, as a power cut does. */
  kill(): Promise<void>
  /** Stops the server without ending it, as a machine that hangs does: its sockets stay open and say nothing. */
  freeze(): void
  /** Lets a frozen server go on. */
  thaw(): void
  /** Asks it to end and waits for that. */
  stop(): Promise<void>
  start(): Promise<void>
  /** Runs the command line on this office and answers what it printed; rejects when it says no. */
  runCli(...words: string[]): Promise<string>
  /** Every event of the journal so far, in order; the chain is checked on the way. */
  readEvents(): Promise<Recorded[]>
  /** Address of a ticket's status page, from the office's own secret. */
  statusAddress(ticketId: string): Promise<string>
  /** Ends the server and removes the folder. */
  remove(): Promise<void>
}

const readPrinted = (child: ChildProcess): Promise<Printed> =>
  new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: unknown): void => {
      said += String(chunk)
      const [, address, port, code] = PRINTED.exec(said) ?? []
      if (address !== undefined && port !== undefined && code !== undefined) resolve({ address, port, code })
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })

/** The example office without a wait between recalls and without hours: what it shows must not depend on the clock here. */
const OFFICE = { ...DENPASAR, noShow: { ...DENPASAR.noShow, recallSec: 0 }, hours: null }

/**
 * Starts a server on a new data folder with the example office, changed, and waits until it printed its address. `settings`
 * are more of its environment; `prepare` puts more into the folder before the first start.
 */
export const startOffice = async (
  change: Partial<Office> = {},
  settings: Readonly<Record<string, string>> = {},
  prepare: (dataDir: string) => Promise<unknown> = async () => undefined,
): Promise<OfficeProcess> => {
  if (!existsSync(built('server/main.js')))
    throw new Error('There is no built server: run `npm run build` before the end-to-end tests.')
  const dataDir = await mkdtemp(join(tmpdir(), 'antrean-e2e-'))
  await writeFile(officeFile(dataDir), JSON.stringify({ ...OFFICE, ...change }))
  await prepare(dataDir)
  const env = { PATH: process.env.PATH ?? '', ANTREAN_DATA: dataDir, LOG_LEVEL: 'fatal', ...settings }
  let child: ChildProcess | null = null
  let ended = false
  let printed: Printed = { address: '', port: '0', code: '' }

  const start = async (): Promise<void> => {
    child = spawn(process.execPath, [built('server/main.js')], {
      env: { PORT: printed.port, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    printed = await readPrinted(child)
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = child
    child = null
    ended = true
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return
    const exited = once(ending, 'exit')
    ending.kill(signal)
    await exited
  }
  await start()

  return {
    dataDir,
    address: printed.address,
    printed: () => `${printed.address}/#${printed.code}`,
    wasEnded: () => ended,
    kill: () => end('SIGKILL'),
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    stop: () => end('SIGTERM'),
    start,
    async runCli(...words) {
      const { stdout } = await promisify(execFile)(process.execPath, [built('server/cli/main.js'), ...words], { env })
      return stdout
    },
    async readEvents() {
      const { links, close } = openForReading(journalFile(dataDir))
      const events: Recorded[] = []
      try {
        for await (const recorded of readChain(links)) events.push(recorded)
      } finally {
        await close()
      }
      return events
    },
    async statusAddress(ticketId) {
      return `${printed.address}/t/${makeSeal(await loadSecret(dataDir)).tokenOf(ticketId)}`
    },
    async remove() {
      await end('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
