import { readsJson } from '../bodies.ts'
import type { Handlers } from '../routes.ts'
import type { Senders } from '../senders.ts'
import type { RetentionPort } from './house-ports.ts'

/** The routes of the retention. */
export const makeRetentionApi = (port: RetentionPort, senders: Senders) =>
  ({
    'get /api/desk/retention': [senders.needsSupervisor, (_request, response) => void response.json(port.page())],
    'post /api/desk/retention/run': [
      senders.needsSupervisor,
      ...readsJson,
      async (request, response) => void response.json(await port.run(senders.of(request))),
    ],
  }) as const satisfies Handlers
