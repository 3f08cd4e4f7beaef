import { DeskSignIn } from '../../../protocol/desk/desk.ts'
import type { DeskDevices } from '../../../protocol/devices-view.ts'
import type { Door } from '../../../protocol/door.ts'
import { readsJson } from '../bodies.ts'
import { readDeskCookie, setDeskCookie } from '../cookies.ts'
import type { Hosts } from '../hosts.ts'
import type { AccessPort, GatewayOptions } from '../options.ts'
import { readBody, sendAnswer, sendProblem } from '../problems.ts'
import type { Handlers } from '../routes.ts'
import type { Senders } from '../senders.ts'
import { makeTryLimit } from '../try-limit.ts'
import type { UsedTwiceWatch } from '../used-twice.ts'
import type { DeskPort } from './desk-port.ts'

const SIGN_INS_PER_MIN = 30

/** Signing in to the supervisor's desk and out of it, and what all its pages ask: the office's head, devices, commands. */
export const makeDeskApi = (
  options: Pick<GatewayOptions, 'devices'> & { door: Door; access: AccessPort; desk: DeskPort },
  senders: Senders,
  hosts: Hosts,
  usedTwice: Pick<UsedTwiceWatch, 'read'>,
) => {
  const { access, desk, devices, door } = options
  return {
    'post /api/desk/session': [
      makeTryLimit(SIGN_INS_PER_MIN),
      ...readsJson,
      async (request, response) => {
        const who = readBody(request.body, DeskSignIn, response)
        if (who === null) return
        const signedIn = await access.signInAtDesk(who, request.socket.remoteAddress ?? 'unknown')
        if (signedIn.status === 'refused') return sendProblem(response, 409, { refusal: signedIn.refusal })
        const sender = access.deskSenderOf(signedIn.token)
        // Gone between the two: another supervisor took their rank away.
        if (sender === null) return sendProblem(response, 401)
        setDeskCookie(response, signedIn.token, hosts.isSecure(request))
        response.json(desk.overview(sender))
      },
    ],
    'post /api/desk/sign-out': [
      ...readsJson,
      async (request, response) => {
        const token = readDeskCookie(request, hosts.isSecure(request))
        if (token !== null) await access.signOutOfDesk(token)
        setDeskCookie(response, null, hosts.isSecure(request))
        response.status(204).end()
      },
    ],
    'get /api/desk': [
      (request, response) => {
        const token = readDeskCookie(request, hosts.isSecure(request))
        const sender = token === null ? null : access.deskSenderOf(token)
        response.json(sender === null ? null : desk.overview(sender))
      },
    ],
    'post /api/desk/commands': [
      senders.needsSupervisor,
      ...readsJson,
      async (request, response) => sendAnswer(response, await door.submit(request.body, senders.of(request))),
    ],
    'get /api/desk/devices': [
      senders.needsSupervisor,
      (_request, response) => {
        const seen: DeskDevices = { ...devices(), usedTwice: usedTwice.read() }
        response.json(seen)
      },
    ],
  } as const satisfies Handlers
}
