import type { Response } from 'express'
import { HookChange, type HookOutcome, NewHook } from '../../../protocol/desk/webhooks.ts'
import { readsJson } from '../bodies.ts'
import { readBody, sendProblem } from '../problems.ts'
import type { Handlers } from '../routes.ts'
import type { Senders } from '../senders.ts'
import type { WebhooksPort } from './house-ports.ts'

/** The routes of the webhooks. */
export const makeWebhooksApi = (port: WebhooksPort, senders: Senders) => {
  const send = (response: Response, outcome: HookOutcome<object | null>): void => {
    if (outcome.status === 'done') response.json(outcome.value)
    else if (outcome.status === 'unknown') sendProblem(response, 404)
    else sendProblem(response, 409, { detail: outcome.status === 'full' ? 'full' : outcome.trouble })
  }
  return {
    'get /api/desk/webhooks': [senders.needsSupervisor, (_request, response) => void response.json(port.page())],
    'post /api/desk/webhooks': [
      senders.needsSupervisor,
      ...readsJson,
      async (request, response) => {
        const wanted = readBody(request.body, NewHook, response)
        if (wanted !== null) send(response, await port.add(senders.of(request), wanted))
      },
    ],
    'post /api/desk/webhooks/{id}': [
      senders.needsSupervisor,
      ...readsJson,
      async (request, response) => {
        const change = readBody(request.body, HookChange, response)
        if (change !== null) send(response, await port.change(senders.of(request), String(request.params.id), change))
      },
    ],
    'post /api/desk/webhooks/{id}/remove': [
      senders.needsSupervisor,
      ...readsJson,
      async (request, response) => send(response, await port.remove(senders.of(request), String(request.params.id))),
    ],
    'post /api/desk/webhooks/{id}/test': [
      senders.needsSupervisor,
      ...readsJson,
      async (request, response) => send(response, await port.test(String(request.params.id))),
    ],
  } as const satisfies Handlers
}
