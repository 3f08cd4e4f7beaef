import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { GatewayMetrics } from './gateway-metrics.ts'
import type { Senders } from './senders.ts'

/**
 * Writes one line per answered request: method, the route's pattern (an address may hold a token), status, duration in
 * ms, role and place. Never a body, a header or a query.
 */
export const makeRequestLog =
  (log: Logger, metrics: GatewayMetrics, senders: Pick<Senders, 'known'>): RequestHandler =>
  (request, response, next) => {
    const startMs = performance.now()
    response.on('close', () => {
      const pattern: unknown = request.route?.path
      const route = typeof pattern === 'string' ? pattern : 'none'
      const { method } = request
      const status = response.statusCode
      const sender = senders.known(request)
      const ms = Math.round(performance.now() - startMs)
      metrics.request(method, route, status)
      log[status < 400 ? 'debug' : 'info'](
        { method, route, status, ms, role: sender?.role, place: sender?.place },
        'request',
      )
    })
    next()
  }
