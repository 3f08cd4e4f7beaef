import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Answer } from '../../protocol/answers.ts'
import type { Office } from '../../protocol/office.ts'
import { Problem } from '../../protocol/problem.ts'
import { ConsoleFile, consoleFile } from '../../server/console-file.ts'
import { dayOf } from '../../server/days.ts'
import { DENPASAR } from '../support/denpasar.ts'

const HOUR = 3_600_000
const built = (path: string): string => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url))

/** A process that ended: its exit code (null after a signal) and all it said. */
export type Ended = { code: number | null; out: string; err: string }

/** A zone in which the day does not end within the hour: these tests run on the real clock. */
export const chooseZone = (now: number): Office['zone'] =>
  dayOf(now, 'Asia/Makassar') === dayOf(now + HOUR, 'Asia/Makassar') ? 'Asia/Makassar' : 'Asia/Jayapura'

/** Denpasar as an office that is none to try things with, so that nothing is in it but what a test brings. */
export const plainOffice = (change: Partial<Office> = {}): Office => ({
  ...DENPASAR,
  example: false,
  // Recalls follow each other at once.
  noShow: { ...DENPASAR.noShow, recallSec: 0 },
  // What it shows must not depend on the clock of this machine.
  hours: null,
  zone: chooseZone(Date.now()),
  ...change,
})

const folders: string[] = []

/** A new data folder with this office's document in it. */
export const newDataFolder = (office: unknown = plainOffice()): string => {
  const folder = mkdtempSync(join(tmpdir(), 'antrean-faults-'))
  folders.push(folder)
  writeFileSync(join(folder, 'office.json'), JSON.stringify(office))
  return folder
}

/** An agenda whose window is the whole day, so that every code of it is on time whenever the tests run. */
export const wholeDayAgenda = (day: string, codes: readonly string[]): string =>
  ['kode,tanggal,jam,layanan', ...codes.map((code) => `${code},${day},00.00-23.59,passport-new`), ''].join('\n')

const listenTo = (child: ChildProcess): { said: { out: string; err: string }; ended: Promise<Ended> } => {
  const said = { out: '', err: '' }
  child.stdout?.on('data', (bytes: Buffer) => {
    said.out += bytes.toString()
  })
  child.stderr?.on('data', (bytes: Buffer) => {
    said.err += bytes.toString()
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...said }))
  })
  return { said, ended }
}

const environment = (dataDir: string, more: Record<string, string>) => ({
  PATH: process.env.PATH,
  ANTREAN_DATA: dataDir,
  PORT: '0',
  ...more,
})

/** A program that should have ended by itself is ended by then; its code is null. */
const END_MS = 20_000

/** Runs a built program to its end. */
export const runBuilt = (
  path: string,
  args: readonly string[],
  dataDir: string,
  more: Record<string, string> = {},
): Promise<Ended> =>
  listenTo(spawn(process.execPath, [built(path), ...args], { env: environment(dataDir, more), timeout: END_MS })).ended

/** Starts the server where it is expected to refuse; resolves when it ended. */
export const runServer = (dataDir: string, more: Record<string, string> = {}): Promise<Ended> =>
  runBuilt('server/main.js', [], dataDir, more)

/** A server at work, and the console's way in. */
export type RunningServer = {
  address: string
  console: string
  /** Id of the process. */
  pid: number
  /** The line that the start says of the office and its day. */
  greeting: string
  /** Stops it without ending it, as a machine that hangs does. */
  freeze(): void
  thaw(): void
  /** Ends it as a power cut of the process does. */
  kill(): Promise<Ended>
  /** Asks it to end. */
  stop(): Promise<Ended>
  /** Resolves when it ended, however that came. */
  ended: Promise<Ended>
}

const live = new Set<ChildProcess>()

/** For `afterAll`: ends what a failed test left running and removes the data folders. */
export const endServers = (): void => {
  for (const child of live) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/**
 * Starts the built server as its own process; resolves once it serves. Rejects with its words when it ends before. `under` is
 * a program that runs it, such as a tracer, which must become the server by `exec`.
 */
export const startServer = async (
  dataDir: string,
  more: Record<string, string> = {},
  under: readonly string[] = [],
): Promise<RunningServer> => {
  const [program = '', ...args] = [...under, process.execPath, built('server/main.js')]
  const child = spawn(program, args, { env: environment(dataDir, more) })
  live.add(child)
  const { said, ended } = listenTo(child)
  void ended.then(() => live.delete(child))
  const ready = new Promise<'ready'>((resolve) => {
    child.stdout?.on('data', () => {
      if (said.out.includes('other screens')) resolve('ready')
    })
  })
  const first = await Promise.race([ready, ended])
  if (first !== 'ready') throw new Error(`the server ended with ${first.code}: ${first.err}`)
  const left = ConsoleFile.parse(JSON.parse(readFileSync(consoleFile(dataDir), 'utf8')))
  const end = (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal)
    return ended
  }
  return {
    address: left.address,
    console: left.token,
    greeting: said.out.split('\n')[0] ?? '',
    pid: child.pid ?? 0,
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    ended,
  }
}

/** An agent at work: what it has logged so far, and how it ends. */
export type RunningAgent = { log(): string; kill(): Promise<Ended>; stop(): Promise<Ended> }

/** Starts the built agent of a kiosk as its own process. Its token is in its environment, as on a kiosk. */
export const startAgent = (server: string, token: string, ...flags: string[]): RunningAgent => {
  const env = { PATH: process.env.PATH, ANTREAN_AGENT_TOKEN: token }
  const child = spawn(process.execPath, [built('agent/main.js'), '--server', server, ...flags], { env })
  live.add(child)
  const { said, ended } = listenTo(child)
  void ended.then(() => live.delete(child))
  const end = (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal)
    return ended
  }
  return { log: () => said.err, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

/** How long a program waits for an answer, ms. */
const PATIENCE_MS = 10_000
const JSON_TYPE = 'application/json'

/** A request with a bearer token; status and the JSON that came back. Rejects when the answer is lost. */
export const post = async (
  address: string,
  path: string,
  token: string,
  body: string,
  type = JSON_TYPE,
  patienceMs = PATIENCE_MS,
): Promise<{ status: number; body: unknown }> => {
  const response = await fetch(new URL(path, address), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': type },
    body,
    signal: AbortSignal.timeout(patienceMs),
  })
  const answered: unknown = await response.json()
  return { status: response.status, body: answered }
}

/** Asks a command by HTTP; a refusal comes back as it left the Door. Rejects when the answer is lost. */
export const ask = async (
  address: string,
  token: string,
  command: object,
  patienceMs = PATIENCE_MS,
): Promise<Answer> => {
  const body = JSON.stringify(command)
  const { status, body: answered } = await post(address, '/api/v1/commands', token, body, JSON_TYPE, patienceMs)
  if (status === 200) return Answer.parse(answered)
  const { refusal, issues = [] } = Problem.parse(answered)
  return refusal === undefined ? { status: 'invalid', issues } : { status: 'refused', refusal }
}

/** Where a server is, and the console's way in. */
type Console = Pick<RunningServer, 'address' | 'console'>

/** Pairs a device; its token. */
export const pair = async (server: Console, role: string, place: string): Promise<string> => {
  const { body } = await post(server.address, '/api/v1/pairings', server.console, JSON.stringify({ role, place }))
  if (typeof body === 'object' && body !== null && 'token' in body && typeof body.token === 'string') return body.token
  throw new Error(`not paired: ${JSON.stringify(body)}`)
}

/** A new PIN for a member of staff. */
export const newPin = async (server: Console, staff: string): Promise<string> => {
  const { body } = await post(server.address, '/api/console/pin', server.console, JSON.stringify({ staff }))
  if (typeof body === 'object' && body !== null && 'pin' in body && typeof body.pin === 'string') return body.pin
  throw new Error(`no PIN: ${JSON.stringify(body)}`)
}

/** Brings an agenda in by HTTP. */
export const importOver = (server: Console, csv: string, query = '') =>
  post(server.address, `/api/v1/agenda${query}`, server.console, csv, 'text/csv; charset=utf-8')
