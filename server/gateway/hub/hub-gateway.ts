import { resolve } from 'node:path'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import { makeGatewayMetrics } from '../gateway-metrics.ts'
import { makeHosts } from '../hosts.ts'
import { makeApp, makeNeedsTls, makeOriginGuard, sendToTls, serveOn } from '../http-app.ts'
import { type Certificate, listen, ownAddress } from '../listen.ts'
import { makeSendTrouble, sendNotFound } from '../problems.ts'
import { makeRequestLog } from '../request-log.ts'
import { addRoutes, makeSendNotAllowed } from '../routes.ts'
import { addAssets } from '../screens.ts'
import { makeHubApi } from './hub-api.ts'
import type { HubPort } from './hub-port.ts'

/** Addresses of the hub's pages, all one file. */
const PAGES = ['/', '/offices', '/figures', '/survey']

/** What the hub is opened to the network with. `addresses`: the exact origins of its pages, as an office has them. */
export type HubGatewayOptions = {
  port: HubPort
  listenAt: { host: string; port: number }
  addresses: readonly string[]
  tls: Certificate | null
  screensDir: string
  build: string
  log: Logger
  metrics: Registry
  /** What to do with a fault of ours in a request, after it was logged and answered. */
  onFault: (fault: unknown) => void
}

/** Opens the hub to the network: its page, its routes, and nothing of an office. Rejects when it cannot listen. */
export const openHubGateway = async (
  options: HubGatewayOptions,
): Promise<{ address: string; renew(certificate: Certificate): void; close(): Promise<void> }> => {
  const { port, listenAt, addresses, tls, build, log, onFault } = options
  const screens = resolve(options.screensDir)
  makeHosts(addresses)
  const metrics = makeGatewayMetrics(options.metrics)
  const listening = await listen({ ...listenAt, tls })
  const address = ownAddress(listenAt.host, listening.port)
  const hosts = makeHosts([address, ...addresses])
  const app = makeApp()
  app.use(makeRequestLog(log.child({ room: 'http' }), metrics, { known: () => null }))
  app.use(makeOriginGuard(hosts))
  for (const page of PAGES) {
    app.get(page, (_request, response) =>
      response.sendFile('hub/index.html', { root: screens, cacheControl: false, lastModified: false, etag: false }),
    )
    app.all(page, makeSendNotAllowed(['GET, HEAD']))
  }
  addAssets(app, screens)
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok', build }))
  addRoutes(app, makeHubApi(port, hosts))
  app.use(sendNotFound, makeSendTrouble(log, onFault))
  serveOn(listening, metrics, hosts, sendToTls(makeNeedsTls(listening), app))
  return {
    address,
    renew: (certificate) => listening.secure?.setSecureContext({ ...certificate, minVersion: 'TLSv1.2' }),
    close: () => listening.close(),
  }
}
