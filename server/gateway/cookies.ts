import type { IncomingMessage } from 'node:http'
import { parseCookie, stringifySetCookie } from 'cookie'
import type { Response } from 'express'

/** The longest a browser keeps a cookie (RFC 6265bis): a screen stays paired until it is revoked. */
const PAIRED_SEC = 400 * 24 * 3600
const CONSOLE = 'antrean-console'
const DESK = 'antrean-supervisor'
const READER = 'antrean-reader'

/** One cookie per screen, because one browser may show several: `antrean-counter-3`. */
export const screenCookie = (role: string, place: string): string => `antrean-${role}-${place}`

/**
 * The name under which a cookie is kept. Behind TLS with the prefix that makes a browser refuse one which a page in the clear
 * or another host of the same domain tried to set (RFC 6265bis, section 4.1.3.2).
 */
const keptAs = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name)

/** The value of a cookie, null when it is not sent. `secure`: the request came to a host behind TLS. */
export const readCookie = (request: IncomingMessage, name: string, secure: boolean): string | null =>
  parseCookie(request.headers.cookie ?? '')[keptAs(name, secure)] ?? null

/** The console's token, null when none is sent. */
export const readConsoleCookie = (request: IncomingMessage, secure: boolean): string | null =>
  readCookie(request, CONSOLE, secure)

/** The supervisor's token, null when none is sent. */
export const readDeskCookie = (request: IncomingMessage, secure: boolean): string | null =>
  readCookie(request, DESK, secure)

const leave = (
  response: Response,
  cookie: { name: string; value: string; secure: boolean; path?: string; maxAge?: number },
): void => {
  const { name, secure, path = '/' } = cookie
  const whole = { ...cookie, path: secure ? '/' : path, httpOnly: true, sameSite: 'strict' } as const
  response.append('Set-Cookie', stringifySetCookie({ ...whole, name: keptAs(name, secure) }))
}

/** Leaves a screen's token in the browser. Scripts cannot read it, and no other site's page can make it be sent. */
export const setScreenCookie = (
  response: Response,
  screen: { role: string; place: string; token: string; secure: boolean },
): void => {
  const { role, place, token, secure } = screen
  leave(response, { name: screenCookie(role, place), value: token, maxAge: PAIRED_SEC, secure })
}

/** Leaves the console's token in the browser until it closes, for the console's own routes alone. */
export const setConsoleCookie = (response: Response, token: string, secure: boolean): void =>
  leave(response, { name: CONSOLE, value: token, path: '/api/console', secure })

/** Leaves a supervisor's token in the browser until it closes; null takes it away. */
export const setDeskCookie = (response: Response, token: string | null, secure: boolean): void =>
  leave(response, { name: DESK, value: token ?? '', secure, ...(token === null ? { maxAge: 0 } : {}) })

/** The token of a reader of the hub, null when none is sent. */
export const readReaderCookie = (request: IncomingMessage, secure: boolean): string | null =>
  readCookie(request, READER, secure)

/** Leaves a reader's token in the browser until it closes; null takes it away. */
export const setReaderCookie = (response: Response, token: string | null, secure: boolean): void =>
  leave(response, { name: READER, value: token ?? '', secure, ...(token === null ? { maxAge: 0 } : {}) })
