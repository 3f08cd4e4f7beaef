import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../support/free-port.ts'

const MAIN = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url))

/** The built program as a hub of its own process, always on the same port. */
export type HubProcess = {
  address: string
  /** Starts it; resolves once it serves, rejects with its words when it ends before. */
  start(): Promise<void>
  /** Ends it as a power cut does, and waits until it is gone. */
  kill(): Promise<void>
}

/** Makes a hub on the database `url`; it does not run yet. */
export const makeHub = async (url: string): Promise<HubProcess> => {
  const port = await freePort()
  const dataDir = mkdtempSync(join(tmpdir(), 'antrean-hub-'))
  const env = { PATH: process.env.PATH, ANTREAN_DATA: dataDir, PORT: String(port), ANTREAN_HUB: url }
  let child: ReturnType<typeof spawn> | null = null
  return {
    address: `http://127.0.0.1:${port}`,
    async start() {
      const started = spawn(process.execPath, [MAIN], { env })
      child = started
      let said = ''
      await new Promise<void>((ready, failed) => {
        started.stderr.on('data', (bytes: Buffer) => {
          said += bytes.toString()
        })
        started.stdout.on('data', (bytes: Buffer) => {
          said += bytes.toString()
          if (said.includes('open on this machine')) ready()
        })
        started.once('exit', (code) => failed(new Error(`the hub ended with ${code}: ${said}`)))
      })
    },
    async kill() {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}
