import type { Request } from 'express'
import { z } from 'zod'
import type { Alert, Alerts } from '../../../protocol/desk/floor.ts'
import { sendProblem } from '../problems.ts'
import type { Handlers } from '../routes.ts'
import type { Senders } from '../senders.ts'
import type { UsedTwiceWatch } from '../used-twice.ts'
import { readExport, sendDownload } from './download.ts'
import type { FloorPort } from './floor-port.ts'

const Which = z.coerce.number().int().min(0).max(999)

const NO_OUTAGE = { detail: 'no such outage was recorded today' }

/** The routes of the page of the floor; its live view comes over the socket. Copied tokens come before the office's alerts. */
export const makeFloorApi = (floor: FloorPort, senders: Senders, usedTwice: Pick<UsedTwiceWatch, 'read'>) => {
  const whichOf = (request: Request): number => Which.safeParse(request.query.which).data ?? -1
  return {
    'get /api/desk/floor/alerts': [
      senders.needsSupervisor,
      async (_request, response) => {
        const { at, alerts } = await floor.alerts()
        const copied = usedTwice.read().map((device): Alert => ({ kind: 'used-twice', ...device }))
        const all: Alerts = { at, alerts: [...copied, ...alerts] }
        response.json(all)
      },
    ],
    'get /api/desk/floor/tickets': [
      senders.needsSupervisor,
      (_request, response) => void response.json(floor.tickets()),
    ],
    'get /api/desk/floor/affected': [
      senders.needsSupervisor,
      (request, response) => {
        const list = floor.affected(whichOf(request))
        if (list === null) sendProblem(response, 404, NO_OUTAGE)
        else response.json(list)
      },
    ],
    'get /api/desk/floor/affected/export': [
      senders.needsSupervisor,
      async (request, response) => {
        const wish = readExport(request, response)
        if (wish === null) return
        const file = await floor.affectedFile(whichOf(request), wish)
        if (file === null) sendProblem(response, 404, NO_OUTAGE)
        else sendDownload(response, file)
      },
    ],
  } as const satisfies Handlers
}
