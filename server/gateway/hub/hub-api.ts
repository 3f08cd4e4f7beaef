import type { Request, RequestHandler, Response } from 'express'
import { z } from 'zod'
import { Span } from '../../../protocol/desk/figures.ts'
import { HubFiguresQuery, HubSignIn, HubSurveyQuery } from '../../../protocol/hub/board.ts'
import { Bulletin, OfficeId, Parcel } from '../../../protocol/hub/report.ts'
import { Slug } from '../../../protocol/ids.ts'
import { readsJson, readsParcel } from '../bodies.ts'
import { readReaderCookie, setReaderCookie } from '../cookies.ts'
import type { Hosts } from '../hosts.ts'
import { readBody, readQuery, sendProblem } from '../problems.ts'
import { readBearer } from '../senders.ts'
import { makeTryLimit } from '../try-limit.ts'
import type { HubPort } from './hub-port.ts'

/** Keys have 256 bits; the limit keeps a guesser from filling the log. */
const TRIES_PER_MIN = 20

const CompareQuery = z
  .strictObject({ ...Span.shape, region: Slug.optional() })
  .refine(({ from, until }) => from <= until, { path: ['until'], message: 'is before from' })

const TOO_LONG = {
  id: 'Rentang ini terlalu panjang untuk kantor sebanyak itu. Pilih rentang yang lebih pendek, satu wilayah, atau satu kantor.',
  en: 'This span is too long for so many offices. Choose a shorter one, a region, or one office.',
}

/** The office that an address names; the key was shown for it. */
const officeOf = (request: Request): string => String(request.params.office)

const sendOrMissing = (response: Response, found: object | null): void => {
  if (found === null) sendProblem(response, 404, { detail: 'no such office or region' })
  else response.json(found)
}

/** The routes of the hub: what offices tell it with their key, and what readers are shown with theirs. */
export const makeHubApi = (port: HubPort, hosts: Hosts) => {
  const refuse = (response: Response): void => {
    response.setHeader('WWW-Authenticate', 'Bearer')
    sendProblem(response, 401)
  }
  const needsOffice: RequestHandler = async (request, response, next) => {
    const [office, key] = [OfficeId.safeParse(request.params.office), readBearer(request)]
    if (office.success && key !== null && (await port.isOffice(office.data, key))) return next()
    refuse(response)
  }
  const needsReader: RequestHandler = async (request, response, next) => {
    const token = readReaderCookie(request, hosts.isSecure(request))
    if (await port.mayRead({ token, key: readBearer(request) })) return next()
    refuse(response)
  }
  return {
    'get /api/hub/offices/{office}/place': [
      needsOffice,
      async (request, response) => void response.json(await port.place(officeOf(request))),
    ],
    'post /api/hub/offices/{office}/parcels': [
      needsOffice,
      ...readsParcel,
      async (request, response) => {
        const parcel = readBody(request.body, Parcel, response)
        if (parcel === null) return
        const taken = await port.take(officeOf(request), parcel)
        if (taken.status === 'kept') response.json(taken.place)
        else sendProblem(response, 409, { detail: `another event stands under number ${taken.seq}` })
      },
    ],
    'post /api/hub/offices/{office}/bulletin': [
      needsOffice,
      ...readsParcel,
      async (request, response) => {
        const bulletin = readBody(request.body, Bulletin, response)
        if (bulletin === null) return
        await port.hear(officeOf(request), bulletin)
        response.status(204).end()
      },
    ],
    'post /api/hub/sign-in': [
      makeTryLimit(TRIES_PER_MIN),
      ...readsJson,
      async (request, response) => {
        const given = readBody(request.body, HubSignIn, response)
        if (given === null) return
        const token = await port.signIn(given.key)
        if (token === null) return refuse(response)
        setReaderCookie(response, token, hosts.isSecure(request))
        response.status(204).end()
      },
    ],
    'post /api/hub/sign-out': [
      (request, response) => {
        const token = readReaderCookie(request, hosts.isSecure(request))
        if (token !== null) port.signOut(token)
        setReaderCookie(response, null, hosts.isSecure(request))
        response.status(204).end()
      },
    ],
    'get /api/hub/board': [needsReader, async (_request, response) => void response.json(await port.board())],
    'get /api/hub/offices': [
      needsReader,
      async (request, response) => {
        const asked = readQuery(request.query, CompareQuery, response)
        if (asked === null) return
        const { region, ...span } = asked
        sendOrMissing(response, await port.compare(span, region ?? null))
      },
    ],
    'get /api/hub/figures': [
      needsReader,
      async (request, response) => {
        const asked = readQuery(request.query, HubFiguresQuery, response)
        if (asked === null) return
        const figures = await port.figures(asked)
        if (figures === 'too-long') sendProblem(response, 400, { detail: TOO_LONG[asked.lang] })
        else sendOrMissing(response, figures)
      },
    ],
    'get /api/hub/survey': [
      needsReader,
      async (request, response) => {
        const asked = readQuery(request.query, HubSurveyQuery, response)
        if (asked !== null) sendOrMissing(response, await port.survey(asked))
      },
    ],
  } as const satisfies Record<string, RequestHandler[]>
}
