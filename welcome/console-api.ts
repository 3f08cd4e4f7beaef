import { z } from 'zod'
import { DevicesView } from '../protocol/devices-view.ts'
import type { StaffNumber } from '../protocol/ids.ts'
import { Problem } from '../protocol/problem.ts'
import type { Refusal } from '../protocol/refusals.ts'
import type { Rank } from '../protocol/roles.ts'
import { House, type HouseScreen, LocalPath, Paper, type PrinterSwitch, Sample } from './house.ts'

/** How long an answer is waited for, ms. */
const TIMEOUT_MS = 5_000

/**
 * Why nothing came of a request. `locked`: the set-up code, or a token, was not the right one, or has had its time.
 * `elsewhere`: this is not the machine that the server runs on.
 */
export type Trouble =
  | { status: 'locked' }
  | { status: 'elsewhere' }
  | { status: 'too-many' }
  | { status: 'unreachable' }
  | { status: 'refused'; refusal: Refusal | null }

/** What came of a request. */
export type Asked<T> = { status: 'done'; value: T } | Trouble

/** The requests of this page. All are answered as values; none throws for a server that is away or says no. */
export type ConsoleApi = {
  unlock(code: string): Promise<Asked<null>>
  readHouse(): Promise<Asked<House>>
  readDevices(): Promise<Asked<DevicesView>>
  /** Pairs this browser as that screen and answers the path to open. */
  open(screen: HouseScreen): Promise<Asked<string>>
  /** A new PIN; without `rank` a known member of staff keeps theirs. */
  makePin(staff: StaffNumber, rank?: Rank): Promise<Asked<string>>
  readSamples(): Promise<Asked<Sample[]>>
  /** Makes up new bookings and answers them. */
  makeSamples(): Promise<Asked<Sample[]>>
  scan(kiosk: string, code: string): Promise<Asked<null>>
  readPapers(): Promise<Asked<Paper[]>>
  setPrinter(place: string, state: PrinterSwitch): Promise<Asked<null>>
  /** Exchanges a pairing token for this browser's own secret and answers the path of its screen. */
  pair(token: string): Promise<Asked<string>>
  /** Makes a screen known that comes from another server of the office, and answers where it goes on: a path here, or an address there. */
  continueHere(brought: Readonly<Record<string, string>>): Promise<Asked<string>>
}

const Nothing = z.unknown().transform(() => null)
const opened = z.object({ path: LocalPath }).transform(({ path }) => path)
const continued = z
  .object({ address: z.string().regex(/^(https?:\/\/[^/]+)?\/[a-z]+\/[a-z0-9-]+$/) })
  .transform(({ address }) => address)
const madePin = z.object({ pin: z.string() }).transform(({ pin }) => pin)

/** How a request is sent: the browser's own `fetch`. */
export type Send = (url: string, request: RequestInit) => Promise<Response>

/** The requests to the server at `origin` (`http://127.0.0.1:4100`). */
export function consoleApi(origin: string, send: Send = (url, request) => fetch(url, request)): ConsoleApi {
  const get = <T>(path: string, schema: z.ZodType<T>) => ask(send, schema, `${origin}${path}`, { method: 'GET' })
  const post = <T>(path: string, schema: z.ZodType<T>, body: object = {}) =>
    ask(send, schema, `${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  return {
    unlock: (code) => post('/api/console', Nothing, { code }),
    readHouse: () => get('/api/console', House),
    readDevices: () => get('/api/console/devices', DevicesView),
    open: ({ role, place }) => post('/api/console/open', opened, { role, place }),
    makePin: (staff, rank) => post('/api/console/pin', madePin, { staff, rank }),
    readSamples: () => get('/api/console/samples', z.array(Sample)),
    makeSamples: () => post('/api/console/samples', z.array(Sample)),
    scan: (kiosk, code) => post('/api/console/scan', Nothing, { kiosk, code }),
    readPapers: () => get('/api/console/papers', z.array(Paper)),
    setPrinter: (place, state) => post(`/api/console/printers/${place}`, Nothing, state),
    pair: (token) => post('/pair', opened, { token }),
    continueHere: (brought) => post('/continue', continued, brought),
  }
}

async function ask<T>(send: Send, schema: z.ZodType<T>, url: string, request: RequestInit): Promise<Asked<T>> {
  let response: Response
  let text: string
  try {
    response = await send(url, { ...request, cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) })
    text = await response.text()
  } catch {
    // fetch rejects for one reason only: no answer came, or not in time.
    return { status: 'unreachable' }
  }
  if (response.status === 401) return { status: 'locked' }
  if (response.status === 403) return { status: 'elsewhere' }
  if (response.status === 429) return { status: 'too-many' }
  if (response.status >= 500) return { status: 'unreachable' }
  const body = parseJson(text)
  if (!response.ok) return { status: 'refused', refusal: Problem.safeParse(body).data?.refusal ?? null }
  const value = schema.safeParse(body)
  return value.success ? { status: 'done', value: value.data } : { status: 'refused', refusal: null }
}

/** JSON of a body; null where there is none, and where it is none. */
function parseJson(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text)
  } catch {
    return null
  }
}
