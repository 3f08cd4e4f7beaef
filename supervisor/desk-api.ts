import { z } from 'zod'
import type { Issue } from '../protocol/answers.ts'
import type { Wish } from '../protocol/commands.ts'
import { DeskOverview, type DeskSignIn } from '../protocol/desk/desk.ts'
import { DeskDevices } from '../protocol/devices-view.ts'
import { Problem } from '../protocol/problem.ts'
import type { Refusal } from '../protocol/refusals.ts'
import { newCommandId } from '../ui/connection.ts'

/** How long an answer is waited for, ms: a year of figures and a file of 10,000 rows come in well under it. */
const TIMEOUT_MS = 30_000

/**
 * Why nothing came of a request. `signed-out`: nobody sits at this desk any more. `refused`: understood and not done, with
 * the office's code where it has one. `invalid`: fields that cannot be, each with its path.
 */
export type Trouble =
  | { status: 'signed-out' }
  | { status: 'too-many' }
  | { status: 'unreachable' }
  | { status: 'refused'; refusal: Refusal | null; detail: string | null }
  | { status: 'invalid'; issues: Issue[] }

/** What came of a request. */
export type Asked<T> = { status: 'done'; value: T } | Trouble

/** The requests of the desk. All are answered as values; none throws for a server that is away or says no. */
export type DeskApi = {
  /** `GET /api/desk<path>`, its answer read with the schema. */
  get<T>(path: string, schema: z.ZodType<T>): Promise<Asked<T>>
  /** `POST /api/desk<path>` with a JSON body. */
  post<T>(path: string, schema: z.ZodType<T>, body?: object): Promise<Asked<T>>
  /** `POST /api/desk<path>` with a file as it is. */
  send<T>(path: string, schema: z.ZodType<T>, file: Blob, type: string): Promise<Asked<T>>
  /** Asks the Door for something as this supervisor. */
  ask(wish: Wish): Promise<Asked<null>>
  signIn(who: DeskSignIn): Promise<Asked<DeskOverview>>
  signOut(): Promise<Asked<null>>
  /** Who sits here; null while nobody does. */
  overview(): Promise<Asked<DeskOverview | null>>
  devices(): Promise<Asked<DeskDevices>>
}

/** The answer of a request from which nothing is read. */
export const Nothing = z.unknown().transform(() => null)

/** How a request is sent: the browser's own `fetch`. */
export type Send = (url: string, request: RequestInit) => Promise<Response>

/** The requests to the server at `origin`. */
export const deskApi = (origin: string, send: Send = (url, request) => fetch(url, request)): DeskApi => {
  const url = (path: string) => `${origin}/api/desk${path}`
  const ask = async <T>(path: string, schema: z.ZodType<T>, request: RequestInit): Promise<Asked<T>> => {
    let response: Response
    let text: string
    try {
      response = await send(url(path), { ...request, cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) })
      text = await response.text()
    } catch {
      // fetch rejects for one reason only: no answer came, or not in time.
      return { status: 'unreachable' }
    }
    if (response.status === 401) return { status: 'signed-out' }
    if (response.status === 429) return { status: 'too-many' }
    if (response.status >= 500) return { status: 'unreachable' }
    const body = parseJson(text)
    if (!response.ok) return troubleOf(body)
    const value = schema.safeParse(body)
    return value.success ? { status: 'done', value: value.data } : { status: 'refused', refusal: null, detail: null }
  }
  const get = <T>(path: string, schema: z.ZodType<T>) => ask(path, schema, { method: 'GET' })
  const post = <T>(path: string, schema: z.ZodType<T>, body: object = {}) =>
    ask(path, schema, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  return {
    get,
    post,
    send: (path, schema, file, type) =>
      ask(path, schema, { method: 'POST', headers: { 'content-type': type }, body: file }),
    ask: (wish) => post('/commands', Nothing, { ...wish, commandId: newCommandId() }),
    signIn: (who) => post('/session', DeskOverview, who),
    signOut: () => post('/sign-out', Nothing),
    overview: () => get('', DeskOverview.nullable()),
    devices: () => get('/devices', DeskDevices),
  }
}

const troubleOf = (body: unknown): Trouble => {
  const problem = Problem.loose().safeParse(body).data
  if (problem?.issues !== undefined) return { status: 'invalid', issues: problem.issues }
  return { status: 'refused', refusal: problem?.refusal ?? null, detail: problem?.detail ?? null }
}

/** JSON of a body; null where there is none, and where it is none. */
const parseJson = (text: string): unknown => {
  try {
    return text === '' ? null : JSON.parse(text)
  } catch {
    return null
  }
}
