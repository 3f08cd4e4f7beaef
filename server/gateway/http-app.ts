import type { IncomingMessage, RequestListener } from 'node:http'
import express, { type Express, type RequestHandler } from 'express'
import type { GatewayMetrics } from './gateway-metrics.ts'
import { makeSetHeaders, refuseConnection } from './headers.ts'
import { type Hosts, isLoopback } from './hosts.ts'
import type { Listening } from './listen.ts'
import { sendProblem } from './problems.ts'
import { readBearer } from './senders.ts'

/** A page elsewhere can make a browser send a POST with its cookies; it cannot forge the Origin or know a token. */
export const makeOriginGuard =
  (hosts: Hosts): RequestHandler =>
  (request, response, next) => {
    const isProgram = request.headers.origin === undefined && readBearer(request) !== null
    if (request.method !== 'POST' || isProgram || hosts.isFromOurPage(request)) return next()
    sendProblem(response, 403, { detail: 'needs the Origin of a page of this office or a bearer token' })
  }

/** An application that says nothing of itself and reads addresses as they are written. */
export const makeApp = (): Express => {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.enable('case sensitive routing')
  app.enable('strict routing')
  app.set('query parser', 'simple')
  return app
}

/** Answers on a port what asks for one of its names; everything carries our headers, also what Node would answer itself. */
export const serveOn = (port: Listening, metrics: GatewayMetrics, hosts: Hosts, app: RequestListener): void => {
  const setHeaders = makeSetHeaders(hosts.reachable)
  const answer: RequestListener = (request, response) => {
    setHeaders(request, response)
    if (hosts.isOurs(request)) return app(request, response)
    metrics.badMessage('host')
    sendProblem(response, 421)
  }
  for (const server of [port.plain, port.secure]) {
    server?.on('clientError', (_trouble, connection) => {
      metrics.badMessage('http')
      refuseConnection(connection, 400)
    })
    server?.on('request', answer)
    server?.on('checkContinue', answer)
    server?.on('checkExpectation', (request, response) => {
      setHeaders(request, response)
      sendProblem(response, 417)
    })
  }
}

/** Where the office has a certificate, other machines are sent to it instead of being served in the clear. */
export const makeNeedsTls =
  ({ secure }: Listening) =>
  (request: IncomingMessage): boolean =>
    secure !== null && !('encrypted' in request.socket) && !isLoopback(request.socket.remoteAddress)

/** Answers by `app` what may be asked in the clear; the rest is sent to TLS where a browser asks for a page, else refused. */
export const sendToTls =
  (needsTls: (request: IncomingMessage) => boolean, app: RequestListener): RequestListener =>
  (request, response) => {
    if (!needsTls(request)) return app(request, response)
    // A program that was not told of TLS must notice: it is not sent on behind its back (ASVS 4.1.2).
    if (request.method !== 'GET' || request.url?.startsWith('/api/'))
      return sendProblem(response, 403, { detail: 'needs https://' })
    response.setHeader('Location', `https://${request.headers.host}${request.url}`)
    sendProblem(response, 308)
  }
