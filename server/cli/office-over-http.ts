import { z } from 'zod'
import { readFileIfThere } from '../../config/document.ts'
import { Result } from '../../protocol/answers.ts'
import { AgendaReport, Problem } from '../../protocol/problem.ts'
import { IntegrationView } from '../../protocol/views.ts'
import { ConsoleFile, consoleFile } from '../console-file.ts'
import { newCommandId } from '../open-office.ts'
import { type Asked, done, type OfficeDesk, refused } from './office-desk.ts'

const HEALTH_MS = 2_000
/** An agenda of 10,000 rows takes a second. */
const ANSWER_MS = 30_000

const Taken = z.object({ result: Result })
const Paired = z.object({ token: z.string() })
const NewPin = z.object({ pin: z.string() })
const SetAside = z.object({ report: AgendaReport }).transform(({ report }) => report)

/** The value of a JSON text, undefined when it is none. */
const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (trouble) {
    if (trouble instanceof SyntaxError) return undefined
    throw trouble
  }
}

const problemReason = (status: number, body: unknown): string => {
  const problem = Problem.loose().safeParse(body).data
  if (problem === undefined) return `the server answered ${status}`
  const { title, detail, refusal, issues = [] } = problem
  const places = issues.map(({ path, message }) => `${path}: ${message}`)
  return [title, detail, refusal?.code, ...places].filter((part) => part !== undefined).join(': ')
}

/** Whether `fetch` could not reach the other side in time; everything else it throws is a fault of ours. */
const isUnreachable = (trouble: unknown): boolean =>
  (trouble instanceof TypeError && trouble.message === 'fetch failed') ||
  (trouble instanceof DOMException && trouble.name === 'TimeoutError')

/** The server that runs on a data folder; null when none left its address there, or it does not answer any more. */
export const findServer = async (dataDir: string): Promise<ConsoleFile | null> => {
  const text = await readFileIfThere(consoleFile(dataDir))
  if (text === null) return null
  const left = ConsoleFile.safeParse(parseJson(text))
  if (!left.success) return null
  try {
    const health = await fetch(new URL('/healthz', left.data.address), { signal: AbortSignal.timeout(HEALTH_MS) })
    return health.ok ? left.data : null
  } catch (trouble) {
    if (isUnreachable(trouble)) return null
    throw trouble
  }
}

/** The office of a running server, asked by HTTP as its console. */
export const openOverHttp = ({ address, token, screens = address }: ConsoleFile): OfficeDesk => {
  const send = async <T>(path: string, request: RequestInit, schema: z.ZodType<T>): Promise<Asked<T>> => {
    try {
      const response = await fetch(new URL(path, address), {
        ...request,
        headers: { ...request.headers, authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(ANSWER_MS),
      })
      const answer = parseJson(await response.text())
      const read = schema.safeParse(answer)
      return read.success ? done(read.data) : refused(problemReason(response.status, answer))
    } catch (trouble) {
      if (isUnreachable(trouble))
        return refused('the server did not answer; whether it did what was asked is not known')
      throw trouble
    }
  }
  const post = <T>(path: string, type: string, body: NonNullable<RequestInit['body']>, schema: z.ZodType<T>) =>
    send(path, { method: 'POST', headers: { 'content-type': type }, body }, schema)
  const ask = <T>(path: string, body: object, schema: z.ZodType<T>) =>
    post(path, 'application/json', JSON.stringify(body), schema)
  return {
    address: screens,
    pair: (role, place) =>
      ask(
        '/api/v1/pairings',
        { role, place },
        Paired.transform((answer) => answer.token),
      ),
    newPin: (staff, rank) =>
      ask(
        '/api/console/pin',
        { staff, rank },
        NewPin.transform((answer) => answer.pin),
      ),
    ask: (wish) =>
      ask(
        '/api/v1/commands',
        { ...wish, commandId: newCommandId() },
        Taken.transform(({ result }) => result),
      ),
    figures: () => send('/api/v1/views/integration', {}, IntegrationView),
    enterAgenda(file, acceptGoodRows) {
      const path = acceptGoodRows ? '/api/v1/agenda?accept=good-rows' : '/api/v1/agenda'
      // The office looks at the bytes, not at the type.
      return post(path, 'text/csv', new Blob([Uint8Array.from(file)]), z.union([AgendaReport, SetAside]))
    },
    close: async () => undefined,
  }
}
