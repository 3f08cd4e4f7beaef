import { z } from 'zod'
import { AuditFilter, AuditQuery } from '../../../protocol/desk/audit.ts'
import { readsJson } from '../bodies.ts'
import { readBody } from '../problems.ts'
import type { Handlers } from '../routes.ts'
import type { Senders } from '../senders.ts'
import { ExportWish, sendDownload } from './download.ts'
import type { AuditPort } from './house-ports.ts'

const ExportQuery = z.strictObject({ ...AuditFilter.shape, ...ExportWish.shape })

/** The routes of the audit. */
export const makeAuditApi = (port: AuditPort, senders: Senders) =>
  ({
    'get /api/desk/audit': [
      senders.needsSupervisor,
      (request, response) => {
        const query = readBody(request.query, AuditQuery, response)
        if (query !== null) response.json(port.page(query))
      },
    ],
    'get /api/desk/audit/export': [
      senders.needsSupervisor,
      async (request, response) => {
        const query = readBody(request.query, ExportQuery, response)
        if (query === null) return
        const { format, lang, ...filter } = query
        sendDownload(response, await port.export(filter, { format, lang }))
      },
    ],
    'post /api/desk/audit/verify': [
      senders.needsSupervisor,
      ...readsJson,
      async (_request, response) => void response.json(await port.verify()),
    ],
  }) as const satisfies Handlers
