import type { Response } from 'express'
import { SurveyExport, SurveySpan } from '../../../protocol/desk/survey.ts'
import { readQuery, sendProblem } from '../problems.ts'
import type { Handlers } from '../routes.ts'
import { READ_FIGURES, type Senders } from '../senders.ts'
import { sendDownload } from './download.ts'
import type { SurveyPagePort } from './survey-port.ts'

/** The results of the survey for the desk and for other programs, and its tables as files. */
export const makeSurveyApi = (port: SurveyPagePort, senders: Senders) => {
  const sendResults = async (query: object, response: Response): Promise<void> => {
    const span = readQuery(query, SurveySpan, response)
    if (span !== null) response.json(await port.results(span))
  }
  return {
    'get /api/desk/survey': [senders.needsSupervisor, (request, response) => sendResults(request.query, response)],
    'get /api/desk/survey/export': [
      senders.needsSupervisor,
      async (request, response) => {
        const wanted = readQuery(request.query, SurveyExport, response)
        if (wanted !== null) sendDownload(response, await port.export(wanted))
      },
    ],
    'get /api/v1/survey': [
      senders.needsBearer,
      (request, response) => {
        if (READ_FIGURES.includes(senders.of(request).role)) return sendResults(request.query, response)
        sendProblem(response, 403, { refusal: { code: 'not-permitted' } })
      },
    ],
  } as const satisfies Handlers
}
