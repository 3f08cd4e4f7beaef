import type { Request, Response } from 'express'
import { type Figures, type FiguresPage, SPAN_MAX_DAYS, Span } from '../../../protocol/desk/figures.ts'
import type { Sender } from '../../../protocol/roles.ts'
import { issuesOf, sendProblem } from '../problems.ts'
import type { Handlers } from '../routes.ts'
import type { Senders } from '../senders.ts'

/** Tables as people take them away: the file's name without its ending, and its bytes. */
export type Download = { name: string; body: string | Buffer }

/** What the pages of the figures ask of the office. Every span is one that `Span` and `SPAN_MAX_DAYS` allow. */
export type FiguresPort = {
  figures(span: Span): Promise<Figures>
  figuresPage(span: Span, lang: 'id' | 'en'): Promise<FiguresPage>
  /** One table as CSV; null when there is no table of this id. */
  figuresCsv(span: Span, table: string, lang: 'id' | 'en'): Promise<Download | null>
  /** One table as a workbook, or all of them where `table` is null; null when there is no table of this id. */
  figuresXlsx(span: Span, table: string | null, lang: 'id' | 'en'): Promise<Download | null>
}

const DAY_MS = 86_400_000
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Who may read the figures besides the supervisor. */
const READERS: readonly Sender['role'][] = ['integration', 'console']

const daysOf = ({ from, until }: Span): number => (Date.parse(until) - Date.parse(from)) / DAY_MS + 1

/** The span that a request asks for; null after a 400 said what is wrong with it. */
const readSpan = (request: Request, response: Response): Span | null => {
  const { from, until } = request.query
  const read = Span.safeParse({ from, until })
  const refuse = (path: string, message: string): null => {
    sendProblem(response, 400, { issues: [{ path, message }] })
    return null
  }
  if (!read.success) {
    sendProblem(response, 400, { issues: issuesOf(read.error) })
    return null
  }
  const days = daysOf(read.data)
  if (days < 1) return refuse('until', 'must not be before from')
  if (days > SPAN_MAX_DAYS) return refuse('until', `at most ${SPAN_MAX_DAYS} days from the first to the last`)
  return read.data
}

const langOf = (request: Request): 'id' | 'en' => (request.query.lang === 'en' ? 'en' : 'id')

const sendFile = (response: Response, { name, body }: Download, type: string, ending: string): void => {
  response.setHeader('Content-Disposition', `attachment; filename="${name}.${ending}"`)
  response.type(type).send(body)
}

/** The figures of the desk, their tables as files, and the same figures for other programs. */
export const makeFiguresApi = (port: FiguresPort, senders: Senders) =>
  ({
    'get /api/desk/figures': [
      senders.needsSupervisor,
      async (request, response) => {
        const span = readSpan(request, response)
        if (span !== null) response.json(await port.figuresPage(span, langOf(request)))
      },
    ],
    'get /api/desk/figures/export': [
      senders.needsSupervisor,
      async (request, response) => {
        const span = readSpan(request, response)
        if (span === null) return
        const { format, table } = request.query
        const refuse = (path: string, message: string) => sendProblem(response, 400, { issues: [{ path, message }] })
        if (format !== 'csv' && format !== 'xlsx') return refuse('format', 'is csv or xlsx')
        const [id, lang] = [typeof table === 'string' ? table : null, langOf(request)]
        const file =
          format === 'csv' ? await port.figuresCsv(span, id ?? 'summary', lang) : await port.figuresXlsx(span, id, lang)
        if (file === null) refuse('table', 'is none of the tables')
        else sendFile(response, file, format === 'csv' ? 'text/csv; charset=utf-8' : XLSX, format)
      },
    ],
    'get /api/v1/figures': [
      senders.needsBearer,
      async (request, response) => {
        if (!READERS.includes(senders.of(request).role))
          return sendProblem(response, 403, { refusal: { code: 'not-permitted' } })
        const span = readSpan(request, response)
        if (span !== null) response.json(await port.figures(span))
      },
    ],
  }) as const satisfies Handlers
