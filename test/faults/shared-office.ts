import { spawn } from 'node:child_process'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Office } from '../../protocol/office.ts'
import { ConsoleFile, consoleFile } from '../../server/console-file.ts'
import { loadSecret } from '../../server/seal.ts'
import { freePort } from '../support/free-port.ts'
import type { Host } from '../support/network.ts'
import { newDataFolder, plainOffice } from './server-process.ts'

const MAIN = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url))

/** One server of an office of several: a process that is started anew as often as it ends. */
export type Member = {
  /** Where browsers and programs reach it. */
  address: string
  folder: string
  /** Starts it; resolves once it leads or passes on. */
  start(): Promise<void>
  leads(): boolean
  /** Resolves once it leads. */
  hasLead(): Promise<void>
  signal(name: NodeJS.Signals): void
  /** Its exit code once it ended, null after a signal. */
  ended(): Promise<number | null>
  /** All that this run of it said so far. */
  said(): string
  /** The console's token of the run that leads. */
  console(): string
}

/** So often the tests look whether something has come about, ms. */
const LOOK_MS = 10

/** This machine, where a test needs no network of its own. */
export const HERE: Pick<Host, 'address' | 'enter'> = { address: '127.0.0.1', enter: [] }

/**
 * Servers of one office on one database, one on each host, none of them started; all have the office's secret, and the first has what
 * `prepare` put into its folder.
 */
export const makeMembers = async (options: {
  store: string
  hosts?: readonly Pick<Host, 'address' | 'enter'>[]
  office?: Office
  prepare?: (folder: string) => Promise<void>
}): Promise<Member[]> => {
  const { store, hosts = [HERE], office = plainOffice(), prepare = async () => {} } = options
  const ports = await Promise.all(hosts.map(() => Promise.all([freePort(), freePort()])))
  const addresses = ports.map(([port], at) => `http://${hosts[at]?.address}:${port}`)
  const folders = ports.map(() => newDataFolder(office))
  const [first = ''] = folders
  await loadSecret(first)
  await prepare(first)
  for (const folder of folders.slice(1)) copyFileSync(join(first, 'secret.key'), join(folder, 'secret.key'))
  return ports.map(([port, peerPort], at) => {
    const folder = folders[at] ?? ''
    const { address: host, enter } = hosts[at] ?? HERE
    const [program = '', ...args] = [...enter, process.execPath, MAIN]
    const env = {
      PATH: process.env.PATH,
      HOST: host,
      LOG_LEVEL: 'warn',
      ANTREAN_DATA: folder,
      PORT: String(port),
      ANTREAN_ADDRESSES: addresses.join(),
      ANTREAN_STORE: store,
      ANTREAN_SERVER: `${host}:${peerPort}`,
    }
    let said = ''
    let end: Promise<number | null> = Promise.resolve(null)
    let signal = (_name: NodeJS.Signals): void => {}
    let isOver = true
    const leads = () => !isOver && said.includes('other screens')
    const until = async (has: () => boolean): Promise<void> => {
      while (!has()) {
        if (isOver) throw new Error(`server ${at + 1} ended: ${said}`)
        await setTimeout(LOOK_MS)
      }
    }
    return {
      address: addresses[at] ?? '',
      folder,
      async start() {
        said = ''
        isOver = false
        const child = spawn(program, args, { env })
        for (const stream of [child.stdout, child.stderr])
          stream.on('data', (bytes: Buffer) => {
            said += bytes.toString()
          })
        signal = (name) => void child.kill(name)
        end = new Promise((resolve) =>
          child.once('close', (code) => {
            isOver = true
            resolve(code)
          }),
        )
        await until(() => leads() || said.includes('standby'))
      },
      leads,
      hasLead: () => until(leads),
      signal: (name) => signal(name),
      ended: () => end,
      said: () => said,
      console: () => ConsoleFile.parse(JSON.parse(readFileSync(consoleFile(folder), 'utf8'))).token,
    }
  })
}
