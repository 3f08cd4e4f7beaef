import type { Request, Response } from 'express'
import { SPAN_MAX_DAYS, Span } from '../../../protocol/desk/figures.ts'
import { readQuery, sendProblem } from '../problems.ts'
import type { Handlers } from '../routes.ts'
import { READ_FIGURES, type Senders } from '../senders.ts'
import { readExport, sendDownload } from './download.ts'
import type { FiguresPort } from './figures-port.ts'

const DAY_MS = 86_400_000

const daysOf = ({ from, until }: Span): number => (Date.parse(until) - Date.parse(from)) / DAY_MS + 1

/** The span that a request asks for; null after a 400 said what is wrong with it. */
const readSpan = (request: Request, response: Response): Span | null => {
  const { from, until } = request.query
  const span = readQuery({ from, until }, Span, response)
  const refuse = (path: string, message: string): null => {
    sendProblem(response, 400, { issues: [{ path, message }] })
    return null
  }
  if (span === null) return null
  const days = daysOf(span)
  if (days < 1) return refuse('until', 'must not be before from')
  if (days > SPAN_MAX_DAYS) return refuse('until', `at most ${SPAN_MAX_DAYS} days from the first to the last`)
  return span
}

const langOf = (request: Request): 'id' | 'en' => (request.query.lang === 'en' ? 'en' : 'id')

/** The figures of the desk, their tables as files, and the same figures for other programs. */
export const makeFiguresApi = (port: FiguresPort, senders: Senders) =>
  ({
    'get /api/desk/figures': [
      senders.needsSupervisor,
      async (request, response) => {
        const span = readSpan(request, response)
        if (span !== null) response.json(await port.page(span, langOf(request)))
      },
    ],
    'get /api/desk/figures/export': [
      senders.needsSupervisor,
      async (request, response) => {
        const span = readSpan(request, response)
        const wish = span && readExport(request, response)
        if (span === null || wish === null) return
        const { table } = request.query
        const file = await port.file(span, typeof table === 'string' ? table : null, wish)
        if (file === null) sendProblem(response, 400, { issues: [{ path: 'table', message: 'is none of the tables' }] })
        else sendDownload(response, file)
      },
    ],
    'get /api/v1/figures': [
      senders.needsBearer,
      async (request, response) => {
        if (!READ_FIGURES.includes(senders.of(request).role))
          return sendProblem(response, 403, { refusal: { code: 'not-permitted' } })
        const span = readSpan(request, response)
        if (span !== null) response.json(await port.figures(span))
      },
    ],
  }) as const satisfies Handlers
