import type { IncomingMessage } from 'node:http'
import { parseCookie, stringifySetCookie } from 'cookie'
import type { Response } from 'express'

/** The longest a browser keeps a cookie (RFC 6265bis): a screen stays paired until it is revoked. */
const PAIRED_SEC = 400 * 24 * 3600
const CONSOLE = 'antrean-console'
const DESK = 'antrean-supervisor'

/** One cookie per screen, because one browser may show several: `antrean-counter-3`. */
export const screenCookie = (role: string, place: string): string => `antrean-${role}-${place}`

/** The value of a cookie, null when it is not sent. */
export const readCookie = (request: IncomingMessage, name: string): string | null =>
  parseCookie(request.headers.cookie ?? '')[name] ?? null

/** The console's token, null when none is sent. */
export const readConsoleCookie = (request: IncomingMessage): string | null => readCookie(request, CONSOLE)

/** The supervisor's token, null when none is sent. */
export const readDeskCookie = (request: IncomingMessage): string | null => readCookie(request, DESK)

const strict = { httpOnly: true, sameSite: 'strict' } as const

/** Leaves a screen's token in the browser. Scripts cannot read it, and no other site's page can make it be sent. */
export const setScreenCookie = (
  response: Response,
  screen: { role: string; place: string; token: string; secure: boolean },
): void => {
  const { role, place, token, secure } = screen
  const cookie = { name: screenCookie(role, place), value: token, path: '/', maxAge: PAIRED_SEC, secure, ...strict }
  response.append('Set-Cookie', stringifySetCookie(cookie))
}

/** Leaves the console's token in the browser until it closes, for the console's own routes alone. */
export const setConsoleCookie = (response: Response, token: string, secure: boolean): void => {
  response.append(
    'Set-Cookie',
    stringifySetCookie({ name: CONSOLE, value: token, path: '/api/console', secure, ...strict }),
  )
}

/** Leaves a supervisor's token in the browser until it closes; null takes it away. */
export const setDeskCookie = (response: Response, token: string | null, secure: boolean): void => {
  const cookie = { name: DESK, value: token ?? '', path: '/', secure, ...strict }
  response.append('Set-Cookie', stringifySetCookie(token === null ? { ...cookie, maxAge: 0 } : cookie))
}
