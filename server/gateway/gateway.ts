import type { Socket } from 'node:net'
import { resolve } from 'node:path'
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
import { makeHosts } from './hosts.ts'
import { makeHttpApi } from './http-api.ts'
import { makeApp, makeNeedsTls, makeOriginGuard, sendToTls, serveOn } from './http-app.ts'
import { type Certificate, listen, ownAddress } from './listen.ts'
import type { OperationKey } from './operations.ts'
import type { GatewayOptions } from './options.ts'
import { makeSendTrouble, sendNotFound } from './problems.ts'
import { makeRequestLog } from './request-log.ts'
import { addRoutes } from './routes.ts'
import { addAssets, addPhonePages, addScreens } from './screens.ts'
import { makeSenders } from './senders.ts'
import { addSlides } from './slides.ts'
import type { SocketDoor } from './socket-guards.ts'
import { openSockets } from './sockets.ts'
import { watchUsedTwice } from './used-twice.ts'
import { addVoice } from './voice.ts'

/** A page that does not answer for 16 s is gone (reliability M5: at most 20). */
const PING_MS = 8_000

const throwOut = (fault: unknown): void => {
  // Out of the promise that would swallow it: the process ends, is started anew and replays its journal.
  setImmediate(() => {
    throw fault
  })
}

/**
 * Opens the office to the network: screens, sockets and HTTP, on one address, and the pages of the phones on a second one
 * where `guest` says so. Nothing is decided here: who may do what is the Door's, who is who is access's. Rejects when it
 * cannot listen, or an address is no origin.
 */
export const openGateway = async (
  options: GatewayOptions,
): Promise<{
  /** The loopback or given address it listens on, `http://127.0.0.1:4100`. */
  address: string
  /** The port of the phones' pages, null without one. */
  guestPort: number | null
  /** The kiosks whose agent is connected. */
  agents(): Place[]
  /** Shows a renewed certificate to every connection from now on. */
  renew(certificate: Certificate): void
  /** Takes a connection that another server of the office passed on; `from` is where it came to that one. */
  take(connection: Socket, from: { door: 'main' | 'guest'; address: string }): void
  /** Closes every socket and connection and stops listening. */
  close(): Promise<void>
}> => {
  const { door, access, host, port, addresses, screensDir, slidesDir, log, tls = null, guest = null } = options
  const { metrics: registry, onFault = throwOut, pingMs = PING_MS, isShared } = options
  const screens = resolve(screensDir)
  // A wrong address stops the start before anything listens.
  makeHosts(addresses)
  const metrics = makeGatewayMetrics(registry)
  const listening = await listen({ host, port, tls })
  const address = ownAddress(host, listening.port)

  const hosts = makeHosts([address, ...addresses], isShared)
  const senders = makeSenders(access, hosts)
  const ask = makeAsk(door, access, options.survey)
  const usedTwice = watchUsedTwice({ cutMs: 2 * pingMs, log: log.child({ room: 'sockets' }), metrics })

  const logRequest = makeRequestLog(log.child({ room: 'http' }), metrics, senders)
  const app = makeApp()
  app.use(logRequest)
  app.use(makeOriginGuard(hosts))
  addScreens(app, screens)
  addVoice(app, options.voiceDirs)
  addSlides(app, slidesDir)
  addRoutes<OperationKey>(app, {
    ...makeHttpApi(options, senders, ask),
    ...makeConsoleApi(options, senders, hosts),
    ...makeDeskApi(options, senders, hosts, usedTwice),
    ...makeFiguresApi(options.desk.figures, senders),
    ...makeFloorApi(options.desk.floor, senders, usedTwice),
    ...makeOfficeApi(options.desk.office, senders),
    ...makeSurveyApi(options.desk.survey, senders),
    ...makeBookingsApi(options.desk.bookings, senders),
    ...makeAuditApi(options.desk.audit, senders),
    ...makeRetentionApi(options.desk.retention, senders),
    ...makeWebhooksApi(options.desk.webhooks, senders),
  })
  const ends = [sendNotFound, makeSendTrouble(log, onFault)]
  app.use(...ends)

  const needsTls = makeNeedsTls(listening)
  serveOn(listening, metrics, hosts, sendToTls(needsTls, app))
  const doors: SocketDoor[] = [{ listening, hosts, needsTls, onlyPhones: false }]

  const guests = guest && (await listen({ host, port: guest.port, tls: null }))
  if (guest !== null && guests !== null) {
    const guestHosts = makeHosts([`http://127.0.0.1:${guests.port}`, guest.address])
    const phones = makeApp()
    phones.use(logRequest)
    addPhonePages(phones, screens)
    addAssets(phones, screens)
    phones.get('/healthz', (_request, response) => void response.json({ status: 'ok', build: options.build }))
    phones.use(...ends)
    serveOn(guests, metrics, guestHosts, phones)
    doors.push({ listening: guests, hosts: guestHosts, needsTls: () => false, onlyPhones: true })
  }
  const sockets = openSockets(doors, options, { ask, metrics, usedTwice, pingMs, onFault })

  return {
    address,
    guestPort: guests?.port ?? null,
    agents: sockets.agents,
    renew: (certificate) => listening.secure?.setSecureContext({ ...certificate, minVersion: 'TLSv1.2' }),
    take(connection, { door, address }) {
      const port = door === 'main' ? listening : guests
      if (port === null) connection.destroy()
      else port.take(connection, address)
    },
    async close() {
      await sockets.close()
      await Promise.all([listening.close(), guests?.close()])
    },
  }
}
