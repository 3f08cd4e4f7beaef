import type { Request, Response } from 'express'
import { Place } from '../../protocol/ids.ts'
import { readsJson } from './bodies.ts'
import { readCookie, screenCookie, setConsoleCookie, setScreenCookie } from './cookies.ts'
import type { Hosts } from './hosts.ts'
import {
  ContinueScreen,
  OpenScreen,
  PairBrowser,
  PinRequest,
  PrinterSwitch,
  Scan,
  ScreenRole,
  SetupCode,
} from './messages.ts'
import type { GatewayOptions } from './options.ts'
import { readBody, sendAnswer, sendProblem } from './problems.ts'
import type { Handlers } from './routes.ts'
import type { Senders } from './senders.ts'
import { makeTryLimit } from './try-limit.ts'

const CODES_PER_MIN = 10
const PAIRINGS_PER_MIN = 30

const screenPath = (role: ScreenRole, place: string) => ({ path: `/${role}/${place}` })

/** The routes of the welcome page, on the server's own machine alone, and of a browser that brings a token. */
export const makeConsoleApi = (
  options: Pick<GatewayOptions, 'access' | 'addresses' | 'console' | 'devices' | 'isShared'>,
  senders: Senders,
  hosts: Hosts,
) => {
  const { access, addresses, console: actions, devices, isShared = false } = options
  const sendSamples = (response: Response, samples: object | null) => {
    if (samples === null) sendProblem(response, 404, { detail: 'this office is no example' })
    else response.json(samples)
  }
  const leaveCookie = (
    request: Request,
    response: Response,
    screen: { role: ScreenRole; place: string; token: string },
  ) => setScreenCookie(response, { ...screen, secure: hosts.isSecure(request) })
  /** Whether a browser has a secret of this screen that works: two of its windows must not take it from each other. */
  const isKnownAt = (request: Request, path: string): boolean => {
    const [, role = '', place = ''] = path.split('/')
    const token = readCookie(request, screenCookie(role, place), hosts.isSecure(request))
    const sender = token === null ? null : access.senderOf(token)
    return sender?.role === role && sender.place === place
  }

  return {
    'post /pair': [
      makeTryLimit(PAIRINGS_PER_MIN),
      ...readsJson,
      async (request, response) => {
        const brought = readBody(request.body, PairBrowser, response)
        if (brought === null) return
        const sender = access.senderOf(brought.token)
        const role = ScreenRole.safeParse(sender?.role)
        if (sender === null) return sendProblem(response, 401)
        if (!role.success)
          return sendProblem(response, 422, { detail: 'this token is for a program, not for a screen' })
        const token = await access.claim(brought.token)
        // Somebody with the same link was quicker.
        if (token === null) return sendProblem(response, 401)
        leaveCookie(request, response, { role: role.data, place: sender.place, token })
        response.json(screenPath(role.data, sender.place))
      },
    ],
    'post /continue': [
      makeTryLimit(PAIRINGS_PER_MIN),
      ...readsJson,
      async (request, response) => {
        const brought = readBody(request.body, ContinueScreen, response)
        if (brought === null) return
        const { pass, path, from, returns } = brought
        const { origin = '' } = request.headers
        if (!isKnownAt(request, path) && isShared && addresses.includes(origin)) {
          const screen = await access.continueAt(origin, pass)
          const role = ScreenRole.safeParse(screen?.role)
          if (screen !== null && role.success) leaveCookie(request, response, { ...screen, role: role.data })
        }
        // Who is not known goes on as well: its screen says in its own words that it is not paired, and waits for that.
        response.json({ address: returns === 'yes' && addresses.includes(from) ? `${from}${path}` : path })
      },
    ],
    'get /api/console': [
      senders.needsConsole,
      async (_request, response) => void response.json(await actions.overview()),
    ],
    'get /api/console/devices': [senders.needsConsole, (_request, response) => void response.json(devices())],
    'post /api/console': [
      makeTryLimit(CODES_PER_MIN),
      senders.needsThisMachine,
      ...readsJson,
      async (request, response) => {
        const typed = readBody(request.body, SetupCode, response)
        if (typed === null) return
        const token = await access.redeemSetupCode(typed.code)
        if (token === null) return sendProblem(response, 401)
        setConsoleCookie(response, token, hosts.isSecure(request))
        response.json(await actions.overview())
      },
    ],
    'post /api/console/open': [
      makeTryLimit(PAIRINGS_PER_MIN),
      senders.needsConsole,
      ...readsJson,
      async (request, response) => {
        const wanted = readBody(request.body, OpenScreen, response)
        if (wanted === null) return
        const { role, place } = wanted
        const kept = readCookie(request, screenCookie(role, place), hosts.isSecure(request))
        const sender = kept === null ? null : access.senderOf(kept)
        // A browser that is this screen already stays it: opening it again makes no second pairing.
        if (sender?.role === role && sender.place === place) return void response.json(screenPath(role, place))
        const { token } = await access.pair(role, place)
        leaveCookie(request, response, { role, place, token })
        response.json(screenPath(role, place))
      },
    ],
    'post /api/console/pin': [
      senders.needsConsole,
      ...readsJson,
      async (request, response) => {
        const wanted = readBody(request.body, PinRequest, response)
        if (wanted !== null) response.json({ pin: await access.setPin(wanted.staff, wanted.rank) })
      },
    ],
    'get /api/console/samples': [
      senders.needsConsole,
      async (_request, response) => sendSamples(response, await actions.samples()),
    ],
    'post /api/console/samples': [
      senders.needsConsole,
      ...readsJson,
      async (_request, response) => sendSamples(response, await actions.newSamples()),
    ],
    'post /api/console/scan': [
      senders.needsConsole,
      ...readsJson,
      async (request, response) => {
        const scan = readBody(request.body, Scan, response)
        if (scan !== null) sendAnswer(response, await actions.scan(scan.kiosk, scan.code))
      },
    ],
    'get /api/console/papers': [
      senders.needsConsole,
      async (_request, response) => void response.json(await actions.papers()),
    ],
    'post /api/console/printers/{place}': [
      senders.needsConsole,
      ...readsJson,
      async (request, response) => {
        const state = readBody(request.body, PrinterSwitch, response)
        const place = Place.safeParse(request.params.place)
        if (state === null) return
        if (place.success && (await actions.setPrinter(place.data, state))) response.status(204).end()
        else sendProblem(response, 404, { detail: 'no simulated printer stands at this place' })
      },
    ],
  } as const satisfies Handlers
}
