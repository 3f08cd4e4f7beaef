import { spawn } from 'node:child_process'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { ConsoleFile, consoleFile } from '../../server/console-file.ts'
import { loadSecret } from '../../server/seal.ts'
import { freePort } from '../support/free-port.ts'
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

/** `count` servers of one office on one database, none of them started; all have the office's secret. */
export const makeMembers = async (store: string, count: number, office = plainOffice()): Promise<Member[]> => {
  const ports = await Promise.all(Array.from({ length: count }, () => Promise.all([freePort(), freePort()])))
  const addresses = ports.map(([port]) => `http://127.0.0.1:${port}`)
  const folders = ports.map(() => newDataFolder(office))
  const [first = ''] = folders
  await loadSecret(first)
  for (const folder of folders.slice(1)) copyFileSync(join(first, 'secret.key'), join(folder, 'secret.key'))
  return ports.map(([port, peerPort], at) => {
    const folder = folders[at] ?? ''
    const env = {
      PATH: process.env.PATH,
      LOG_LEVEL: 'warn',
      ANTREAN_DATA: folder,
      PORT: String(port),
      ANTREAN_ADDRESSES: addresses.join(),
      ANTREAN_STORE: store,
      ANTREAN_SERVER: `127.0.0.1:${peerPort}`,
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
        const child = spawn(process.execPath, [MAIN], { env })
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
