import { OfficeDraft, OfficeRestore, PairDevice, RevokeDevice, StaffAct } from '../../../protocol/desk/office.ts'
import { readsJson, readsLongJson } from '../bodies.ts'
import { readBody, sendProblem } from '../problems.ts'
import type { Handlers } from '../routes.ts'
import type { Senders } from '../senders.ts'
import type { OfficePort } from './office-port.ts'

/** The routes of the supervisor's page "Kantor": the document with its versions, staff and pairings. */
export const makeOfficeApi = (port: OfficePort, senders: Senders) => {
  const { needsSupervisor } = senders
  return {
    'get /api/desk/office': [needsSupervisor, async (_request, response) => void response.json(await port.read())],
    'post /api/desk/office': [
      needsSupervisor,
      ...readsLongJson,
      async (request, response) => {
        const draft = readBody(request.body, OfficeDraft, response)
        if (draft !== null) response.json(await port.save(senders.of(request), draft))
      },
    ],
    'post /api/desk/office/preview': [
      needsSupervisor,
      ...readsLongJson,
      async (request, response) => {
        const draft = readBody(request.body, OfficeDraft, response)
        if (draft !== null) response.json(await port.preview(draft))
      },
    ],
    'get /api/desk/office/versions': [
      needsSupervisor,
      async (_request, response) => void response.json(await port.history()),
    ],
    'post /api/desk/office/restore': [
      needsSupervisor,
      ...readsJson,
      async (request, response) => {
        const wanted = readBody(request.body, OfficeRestore, response)
        if (wanted !== null) response.json(await port.restore(senders.of(request), wanted))
      },
    ],
    'get /api/desk/office/staff': [
      needsSupervisor,
      async (request, response) => void response.json(await port.staff(senders.of(request))),
    ],
    'post /api/desk/office/staff': [
      needsSupervisor,
      ...readsJson,
      async (request, response) => {
        const act = readBody(request.body, StaffAct, response)
        if (act !== null) response.json(await port.actOnStaff(senders.of(request), act))
      },
    ],
    'get /api/desk/office/pairings': [
      needsSupervisor,
      async (_request, response) => void response.json(await port.pairings()),
    ],
    'post /api/desk/office/pairings': [
      needsSupervisor,
      ...readsJson,
      async (request, response) => {
        const device = readBody(request.body, PairDevice, response)
        if (device !== null) response.json(await port.pair(senders.of(request), device))
      },
    ],
    'post /api/desk/office/revoke': [
      needsSupervisor,
      ...readsJson,
      async (request, response) => {
        const wanted = readBody(request.body, RevokeDevice, response)
        if (wanted === null) return
        if (await port.revoke(senders.of(request), wanted.id)) response.status(204).end()
        else sendProblem(response, 404, { detail: 'no such pairing' })
      },
    ],
  } as const satisfies Handlers
}
