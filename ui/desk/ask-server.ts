import { z } from 'zod'
import type { Issue } from '../../protocol/answers.ts'
import { Problem } from '../../protocol/problem.ts'
import type { Refusal } from '../../protocol/refusals.ts'

/** How long an answer is waited for, ms: a year of figures and a file of 10,000 rows come in well under it. */
const TIMEOUT_MS = 30_000

/**
 * Why nothing came of a request. `signed-out`: nobody is signed in any more. `refused`: understood and not done, with
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

/** The answer of a request from which nothing is read. */
export const Nothing = z.unknown().transform(() => null)

/** How a request is sent: the browser's own `fetch`. */
export type Send = (url: string, request: RequestInit) => Promise<Response>

/** Asks for an address and reads its answer with the schema. Answers values alone: it throws for no server and no refusal. */
export const askServer = async <T>(
  send: Send,
  url: string,
  schema: z.ZodType<T>,
  request: RequestInit,
): Promise<Asked<T>> => {
  let response: Response
  let text: string
  try {
    response = await send(url, { ...request, cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) })
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
