import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import type { Sender } from '../../protocol/roles.ts'
import { readConsoleCookie, readDeskCookie } from './cookies.ts'
import { type Hosts, isLocal } from './hosts.ts'
import type { AccessPort } from './options.ts'
import { sendProblem } from './problems.ts'

/** Who may read figures and the state of every device with a bearer token: other programs, and the console. */
export const READ_FIGURES: readonly Sender['role'][] = ['integration', 'console']

/** Tells from a request's secret who sends it. The handlers stand before the body is read. */
export type Senders = {
  /** Passes on a paired device, or the console on this machine, that shows its bearer token; else 401. */
  needsBearer: RequestHandler
  /** Passes on the console on this machine, by cookie or bearer token; 403 from elsewhere, 401 without. */
  needsConsole: RequestHandler
  /** Passes on a supervisor who is signed in at the desk; else 401. */
  needsSupervisor: RequestHandler
  /** Passes on what is asked on this machine; 403 from elsewhere. */
  needsThisMachine: RequestHandler
  /** Who sent a request that one of the handlers passed on. Throws when none did. */
  of(request: IncomingMessage): Sender
  /** The same, null where nobody is known; for the log. */
  known(request: IncomingMessage): Sender | null
  /** Who shows this request's bearer token, null when nobody does. */
  ofBearer(request: IncomingMessage): Sender | null
}

/** The token of an `Authorization: Bearer …` header, null without one. */
export const readBearer = (request: IncomingMessage): string | null =>
  /^Bearer ([A-Za-z0-9_-]{22,64})$/.exec(request.headers.authorization ?? '')?.[1] ?? null

/** Makes the handlers over who holds which token. */
export const makeSenders = (
  access: Pick<AccessPort, 'senderOf' | 'consoleSenderOf' | 'deskSenderOf'>,
  hosts: Pick<Hosts, 'isSecure'>,
): Senders => {
  const senders = new WeakMap<IncomingMessage, Sender>()
  const ofConsole = (request: IncomingMessage, token: string | null): Sender | null =>
    token === null || !isLocal(request) ? null : access.consoleSenderOf(token)
  const ofBearer = (request: IncomingMessage): Sender | null => {
    const token = readBearer(request)
    return token === null ? null : (access.senderOf(token) ?? ofConsole(request, token))
  }
  const needs =
    (read: (request: IncomingMessage) => Sender | null): RequestHandler =>
    (request, response, next) => {
      const sender = read(request)
      if (sender === null) {
        response.setHeader('WWW-Authenticate', 'Bearer')
        return sendProblem(response, 401)
      }
      senders.set(request, sender)
      next()
    }
  const ofDesk = (request: IncomingMessage): Sender | null => {
    const token = readDeskCookie(request, hosts.isSecure(request))
    return token === null ? null : access.deskSenderOf(token)
  }
  const needsThisMachine: RequestHandler = (request, response, next) =>
    isLocal(request) ? next() : sendProblem(response, 403, { detail: 'only on the machine the server runs on' })
  const needsConsoleToken = needs((request) =>
    ofConsole(request, readConsoleCookie(request, hosts.isSecure(request)) ?? readBearer(request)),
  )
  return {
    needsBearer: needs(ofBearer),
    needsConsole: (request, response, next) =>
      needsThisMachine(request, response, () => needsConsoleToken(request, response, next)),
    needsSupervisor: needs(ofDesk),
    needsThisMachine,
    of(request) {
      const sender = senders.get(request)
      if (sender === undefined) throw new Error('a route asks for its sender without needing one')
      return sender
    },
    known: (request) => senders.get(request) ?? null,
    ofBearer,
  }
}
