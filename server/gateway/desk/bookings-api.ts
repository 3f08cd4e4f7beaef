import { z } from 'zod'
import { EnterPreview, FindBooking, NewBooking, SetSource } from '../../../protocol/desk/bookings.ts'
import { DayStamp } from '../../../protocol/ids.ts'
import { AgendaColumns } from '../../../protocol/office-rules.ts'
import { readsFile, readsJson } from '../bodies.ts'
import { readBody, readQuery, sendAnswer, sendProblem } from '../problems.ts'
import type { Handlers } from '../routes.ts'
import type { Senders } from '../senders.ts'
import type { BookingsPort } from './bookings-port.ts'
import { readExport, sendDownload } from './download.ts'

const Day = z.strictObject({ day: DayStamp.optional() })
const PreviewId = z.string().max(64)

/** The routes of the bookings page; what they do is the port's. Codes travel in bodies alone. */
export const makeBookingsApi = (port: BookingsPort, senders: Senders) =>
  ({
    'get /api/desk/bookings': [
      senders.needsSupervisor,
      async (_request, response) => void response.json(await port.read()),
    ],
    'post /api/desk/bookings/preview': [
      senders.needsSupervisor,
      ...readsFile,
      async (request, response) => {
        const query = readQuery(request.query, Day, response)
        if (query === null) return
        const file: unknown = request.body
        const bytes = file instanceof Uint8Array ? file : new Uint8Array()
        response.json(await port.preview(senders.of(request), bytes, query.day ?? null))
      },
    ],
    'post /api/desk/bookings/enter': [
      senders.needsSupervisor,
      ...readsJson,
      async (request, response) => {
        const what = readBody(request.body, EnterPreview, response)
        if (what !== null) response.json(await port.enter(senders.of(request), what))
      },
    ],
    'get /api/desk/bookings/export': [
      senders.needsSupervisor,
      async (request, response) => {
        const wish = readExport(request, response)
        if (wish === null) return
        const id = PreviewId.safeParse(request.query.id).data ?? ''
        const body = await port.report(senders.of(request), { id, ...wish })
        if (body === null) sendProblem(response, 404, { detail: 'this preview is gone' })
        else sendDownload(response, { name: 'baris-bermasalah', format: wish.format, body })
      },
    ],
    'post /api/desk/bookings/columns': [
      senders.needsSupervisor,
      ...readsJson,
      async (request, response) => {
        const columns = readBody(request.body, AgendaColumns, response)
        if (columns !== null) sendAnswer(response, await port.setColumns(senders.of(request), columns))
      },
    ],
    'post /api/desk/bookings/source': [
      senders.needsSupervisor,
      ...readsJson,
      async (request, response) => {
        const source = readBody(request.body, SetSource, response)
        if (source !== null) sendAnswer(response, await port.setSource(senders.of(request), source))
      },
    ],
    'post /api/desk/bookings/pull': [
      senders.needsSupervisor,
      ...readsJson,
      async (_request, response) => void response.json(await port.pull()),
    ],
    'post /api/desk/bookings/find': [
      senders.needsSupervisor,
      ...readsJson,
      async (request, response) => {
        const what = readBody(request.body, FindBooking, response)
        if (what !== null) response.json(await port.find(what.text))
      },
    ],
    'post /api/desk/bookings/add': [
      senders.needsSupervisor,
      ...readsJson,
      async (request, response) => {
        const booking = readBody(request.body, NewBooking, response)
        if (booking === null) return
        const result = await port.add(senders.of(request), booking)
        if (result.status === 'refused' || result.status === 'invalid') sendAnswer(response, result)
        else response.json(result)
      },
    ],
  }) as const satisfies Handlers
