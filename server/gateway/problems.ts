import { type ServerResponse, STATUS_CODES } from 'node:http'
import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { Answer, Issue } from '../../protocol/answers.ts'
import { AgendaReport, Problem } from '../../protocol/problem.ts'

/** The problem of an agenda file that was set aside: nothing entered, and the report says which lines are bad. */
export const AgendaProblem = Problem.extend({ report: AgendaReport })
export type AgendaProblem = z.infer<typeof AgendaProblem>

/** Answers with a problem (RFC 9457). The title is the status in words, as `about:blank` asks for. */
export const sendProblem = (
  response: ServerResponse,
  status: number,
  more: Partial<Omit<AgendaProblem, 'type' | 'title' | 'status'>> = {},
): void => {
  const problem = { type: 'about:blank', title: STATUS_CODES[status] ?? 'Problem', status, ...more }
  response.statusCode = status
  response.setHeader('Content-Type', 'application/problem+json')
  response.end(JSON.stringify(problem))
}

/** The mistakes that zod found, as they go back to the sender: where and in words, never the value. */
export const issuesOf = (error: z.ZodError): Issue[] =>
  error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))

/** Sends a command's answer: taken 200, refused 409 with the refusal, invalid 422 with what is wrong. */
export const sendAnswer = (response: Response, answer: Answer): void => {
  if (answer.status === 'taken') response.json(answer)
  else if (answer.status === 'refused') sendProblem(response, 409, { refusal: answer.refusal })
  else sendProblem(response, 422, { issues: answer.issues })
}

/** Reads a body with a schema: its value, or null after a 422 was sent. */
export const readBody = <T>(body: unknown, schema: z.ZodType<T>, response: Response): T | null => {
  const read = schema.safeParse(body)
  if (read.success) return read.data
  sendProblem(response, 422, { issues: issuesOf(read.error) })
  return null
}

/** Reads what stands behind the `?` of an address with a schema: its value, or null after a 400 was sent. */
export const readQuery = <T>(query: object, schema: z.ZodType<T>, response: Response): T | null => {
  const read = schema.safeParse({ ...query })
  if (read.success) return read.data
  sendProblem(response, 400, { issues: issuesOf(read.error) })
  return null
}

/** The end of the road: no such page. */
export const sendNotFound: RequestHandler = (_request, response) => sendProblem(response, 404)

const SentError = z.object({ status: z.union([z.int().min(400).max(499), z.literal(503)]) })

/**
 * Answers what a request did wrong (too long, no JSON, a bad path), and what cannot be asked just now, with its status. Everything else is a fault of ours:
 * logged, answered without a word about it, and handed to `onFault`.
 */
export const makeSendTrouble =
  (log: Logger, onFault: (fault: unknown) => void): ErrorRequestHandler =>
  (trouble: unknown, _request, response, _next) => {
    const sent = SentError.safeParse(trouble)
    if (response.headersSent) response.destroy()
    else sendProblem(response, sent.success ? sent.data.status : 500)
    if (sent.success) return
    log.fatal({ err: trouble }, 'fault in a request')
    onFault(trouble)
  }
