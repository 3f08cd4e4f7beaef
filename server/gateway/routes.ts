import type { Express, RequestHandler } from 'express'
import type { OperationKey } from './operations.ts'
import { sendProblem } from './problems.ts'

/** What answers each `method path`, parameters in braces. */
export type Handlers = Partial<Record<OperationKey, RequestHandler[]>>

const METHODS_SENT = { get: 'GET, HEAD', post: 'POST' } as const

/** Adds the routes of every key; another method of a known address is answered 405 with those it has. */
export const addRoutes = <K extends string>(app: Express, handlers: Record<K, RequestHandler[]>): void => {
  const allowed = new Map<string, string[]>()
  for (const [key, chain] of Object.entries<RequestHandler[]>(handlers)) {
    const [, method, braced = ''] = /^(get|post) (.+)$/.exec(key) ?? []
    const path = braced.replaceAll(/\{(\w+)\}/g, ':$1')
    const isGet = method === 'get'
    app.route(path)[isGet ? 'get' : 'post'](...chain)
    allowed.set(path, [...(allowed.get(path) ?? []), METHODS_SENT[isGet ? 'get' : 'post']])
  }
  for (const [path, methods] of allowed) app.all(path, makeSendNotAllowed(methods))
}

/** Answers a method that an address does not have with 405 and those it has. */
export const makeSendNotAllowed =
  (methods: readonly string[]): RequestHandler =>
  (_request, response) => {
    response.setHeader('Allow', methods.join(', '))
    sendProblem(response, 405)
  }
