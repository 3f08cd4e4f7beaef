import type { Request, RequestHandler, Response } from 'express'
import { PERMITTED } from '../../protocol/commands.ts'
import type { Door } from '../../protocol/door.ts'
import { DayStamp } from '../../protocol/ids.ts'
import type { Role, Sender } from '../../protocol/roles.ts'
import type { View } from '../../protocol/views.ts'
import type { Ask } from './ask.ts'
import { readsAgenda, readsJson } from './bodies.ts'
import { isLocal } from './hosts.ts'
import { PairingRequest } from './messages.ts'
import { makeOpenApi } from './openapi.ts'
import type { GatewayOptions } from './options.ts'
import { readBody, sendAnswer, sendProblem } from './problems.ts'
import type { Handlers } from './routes.ts'
import { READ_FIGURES, type Senders } from './senders.ts'
import { makeTryLimit } from './try-limit.ts'

const PAIRINGS_PER_MIN = 30
/** Views that a role may read besides its own: those that hold figures and numbers alone. */
const READS_TOO: Partial<Record<Role, readonly Role[]>> = {
  integration: ['display'],
  console: ['integration', 'display'],
}

const sendForbidden = (response: Response): void => sendProblem(response, 403, { refusal: { code: 'not-permitted' } })

/** The view that a sender has now; null when the Door shows it nothing. */
const readView = (door: Door, sender: Sender): View | null => {
  const seen: View[] = []
  const stop = door.watch(sender, (view) => seen.push(view))
  stop()
  return seen[0] ?? null
}

/** The routes for other programs: `/api/v1`, its description, health and figures. */
export const makeHttpApi = (
  options: Pick<GatewayOptions, 'door' | 'access' | 'agenda' | 'build' | 'devices' | 'metrics' | 'placeTrouble'>,
  senders: Senders,
  ask: Ask,
) => {
  const { door, access, agenda, build, devices, metrics, placeTrouble } = options
  const openApi = makeOpenApi(build)

  const enterAgenda = async (request: Request, response: Response, day: DayStamp | null) => {
    const sender = senders.of(request)
    const { accept } = request.query
    if (accept !== undefined && accept !== 'good-rows')
      return sendProblem(response, 400, { issues: [{ path: 'accept', message: 'is good-rows or absent' }] })
    const file: unknown = request.body
    const bytes = file instanceof Uint8Array ? file : new Uint8Array()
    const outcome = await agenda(bytes, day, accept === 'good-rows', sender)
    if ('problem' in outcome) sendProblem(response, outcome.problem.status, outcome.problem)
    else if (outcome.status === 'entered') response.json(outcome)
    else sendProblem(response, 422, { report: outcome })
  }
  const needsImporter: RequestHandler = (request, response, next) =>
    PERMITTED.ImportAgenda.includes(senders.of(request).role) ? next() : sendForbidden(response)

  return {
    'get /healthz': [
      (_request, response) => {
        // A kiosk's loader, and pages of the other servers of this office, have to learn that somebody answers, and no more.
        response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
        response.json({ status: 'ok', build })
      },
    ],
    'get /metrics': [
      async (request, response) => {
        const sender = senders.ofBearer(request)
        if (!isLocal(request) && (sender === null || !READ_FIGURES.includes(sender.role)))
          return sendForbidden(response)
        response.type(metrics.contentType).send(await metrics.metrics())
      },
    ],
    'get /api/openapi.json': [(_request, response) => void response.json(openApi)],
    'post /api/v1/commands': [
      senders.needsBearer,
      ...readsJson,
      async (request, response) => sendAnswer(response, await ask(request.body, senders.of(request))),
    ],
    'get /api/v1/views/{role}': [
      senders.needsBearer,
      (request, response) => {
        const sender = senders.of(request)
        const { role } = request.params
        const seen = [sender.role, ...(READS_TOO[sender.role] ?? [])].find((readable) => readable === role)
        if (seen === undefined) return sendForbidden(response)
        const view = readView(door, { ...sender, role: seen })
        if (view === null) sendProblem(response, 404, { detail: 'there is nothing to see for this place now' })
        else response.json(view)
      },
    ],
    'get /api/v1/devices': [
      senders.needsBearer,
      (request, response) => {
        if (READ_FIGURES.includes(senders.of(request).role)) response.json(devices())
        else sendForbidden(response)
      },
    ],
    'post /api/v1/agenda': [
      senders.needsBearer,
      needsImporter,
      ...readsAgenda,
      (request, response) => enterAgenda(request, response, null),
    ],
    'post /api/v1/agenda/{day}': [
      senders.needsBearer,
      needsImporter,
      ...readsAgenda,
      (request, response) => {
        const day = DayStamp.safeParse(request.params.day)
        if (day.success) return enterAgenda(request, response, day.data)
        sendProblem(response, 400, { issues: [{ path: 'day', message: 'is no day such as 2026-11-24' }] })
      },
    ],
    'post /api/v1/pairings': [
      makeTryLimit(PAIRINGS_PER_MIN),
      senders.needsConsole,
      ...readsJson,
      async (request, response) => {
        const wanted = readBody(request.body, PairingRequest, response)
        if (wanted === null) return
        const { role, place } = wanted
        const detail = placeTrouble(role, place)
        if (detail !== null) return sendProblem(response, 422, { detail })
        response.status(201).json(await access.pair(role, place))
      },
    ],
  } as const satisfies Handlers
}
