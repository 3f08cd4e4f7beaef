import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { resolve } from 'node:path'
import express, { type RequestHandler } from 'express'
import type { Place } from '../../protocol/ids.ts'
import { makeAsk } from './ask.ts'
import { makeConsoleApi } from './console-api.ts'
import { makeAuditApi } from './desk/audit-api.ts'
import { makeBookingsApi } from './desk/bookings-api.ts'
import { makeDeskApi } from './desk/desk-api.ts'
import { makeFiguresApi } from './desk/figures-api.ts'
import { makeFloorApi } from './desk/floor-api.ts'
import { makeOfficeApi } from './desk/office-api.ts'
import { makeRetentionApi } from './desk/retention-api.ts'
import { makeSurveyApi } from './desk/survey-api.ts'
import { makeWebhooksApi } from './desk/webhooks-api.ts'
import { makeGatewayMetrics } from './gateway-metrics.ts'
import { makeSetHeaders, refuseConnection } from './headers.ts'
import { type Hosts, makeHosts } from './hosts.ts'
import { makeHttpApi } from './http-api.ts'
import type { GatewayOptions } from './options.ts'
import { makeSendTrouble, sendNotFound, sendProblem } from './problems.ts'
import { makeRequestLog } from './request-log.ts'
import { addRoutes } from './routes.ts'
import { addScreens } from './screens.ts'
import { makeSenders, readBearer } from './senders.ts'
import { addSlides } from './slides.ts'
import { openSockets } from './sockets.ts'
import { addVoice } from './voice.ts'

/** Bytes of all headers: a browser that is twenty screens sends some 1.5 KB of cookies. */
const HEADERS_MAX = 8 * 1024
/** Every office screen, its phones and as many again (reliability section 5: a ceiling of 500). */
const CONNECTIONS_MAX = 1_000
/** How long the other side has for its good-bye when the gateway closes, ms. */
const GOODBYE_MS = 500

const throwOut = (fault: unknown): void => {
  // Out of the promise that would swallow it: the process ends, is started anew and replays its journal.
  setImmediate(() => {
    throw fault
  })
}

/** A page elsewhere can make a browser send a POST with its cookies; it cannot forge the Origin or know a token. */
const makeOriginGuard =
  (hosts: Hosts): RequestHandler =>
  (request, response, next) => {
    const isProgram = request.headers.origin === undefined && readBearer(request) !== null
    if (request.method !== 'POST' || isProgram || hosts.isFromOurPage(request)) return next()
    sendProblem(response, 403, { detail: 'needs the Origin of a page of this office or a bearer token' })
  }

/**
 * Opens the office to the network: screens, sockets and HTTP, on one address. Nothing is decided here: who may do what
 * is the Door's, who is who is access's. Rejects when it cannot listen, or an address is no origin.
 */
export const openGateway = async (
  options: GatewayOptions,
): Promise<{
  /** The loopback or given address it listens on, `http://127.0.0.1:4100`. */
  address: string
  /** The kiosks whose agent is connected. */
  agents(): Place[]
  /** Closes every socket and connection and stops listening. */
  close(): Promise<void>
}> => {
  const { door, access, host, port, addresses, screensDir, slidesDir, log } = options
  const { metrics: registry, onFault = throwOut } = options
  // A wrong address stops the start before anything listens.
  makeHosts(addresses)
  const metrics = makeGatewayMetrics(registry)
  const server = createServer({
    maxHeaderSize: HEADERS_MAX,
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    connectionsCheckingInterval: 5_000,
  })
  server.maxConnections = CONNECTIONS_MAX
  const connections = new Set<Socket>()
  server.on('connection', (connection) => {
    connections.add(connection)
    connection.once('close', () => connections.delete(connection))
  })
  server.on('clientError', (_trouble, connection) => {
    metrics.badMessage('http')
    refuseConnection(connection, 400)
  })

  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      listening()
    })
  })
  const bound = server.address()
  const boundPort = typeof bound === 'object' && bound !== null ? bound.port : port
  const own = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  const address = new URL(`http://${own.includes(':') ? `[${own}]` : own}:${boundPort}`).origin

  const hosts = makeHosts([address, ...addresses])
  const setHeaders = makeSetHeaders(hosts.socketOrigins)
  const senders = makeSenders(access)
  const ask = makeAsk(door, access, options.survey)

  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.enable('case sensitive routing')
  app.enable('strict routing')
  app.set('query parser', 'simple')
  app.use(makeRequestLog(log.child({ room: 'http' }), metrics, senders))
  app.use(makeOriginGuard(hosts))
  addScreens(app, resolve(screensDir))
  addVoice(app, options.voiceDirs)
  addSlides(app, slidesDir)
  addRoutes(app, {
    ...makeHttpApi(options, senders, ask),
    ...makeConsoleApi(options, senders, hosts),
    ...makeDeskApi(options, senders, hosts),
    ...makeFiguresApi(options.desk.figures, senders),
    ...makeFloorApi(options.desk.floor, senders),
    ...makeOfficeApi(options.desk.office, senders),
    ...makeSurveyApi(options.desk.survey, senders),
    ...makeBookingsApi(options.desk.bookings, senders),
    ...makeAuditApi(options.desk.audit, senders),
    ...makeRetentionApi(options.desk.retention, senders),
    ...makeWebhooksApi(options.desk.webhooks, senders),
  })
  app.use(sendNotFound)
  app.use(makeSendTrouble(log, onFault))

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    setHeaders(request, response)
    if (hosts.isOurs(request)) app(request, response)
    else {
      metrics.badMessage('host')
      sendProblem(response, 421)
    }
  }
  server.on('request', answer)
  // Node would answer these two itself, without our headers.
  server.on('checkContinue', answer)
  server.on('checkExpectation', (request, response) => {
    setHeaders(request, response)
    sendProblem(response, 417)
  })
  const sockets = openSockets(server, options, { hosts, ask, metrics, onFault })

  return {
    address,
    agents: sockets.agents,
    async close() {
      await sockets.close()
      const closed = new Promise((done) => server.close(done))
      server.closeAllConnections()
      // A page that sleeps does not answer the good-bye of its socket.
      const late = setTimeout(() => {
        for (const connection of connections) connection.destroy()
      }, GOODBYE_MS)
      await closed
      clearTimeout(late)
    },
  }
}
