import type { IncomingMessage } from 'node:http'

/** Who may be asked for, and from where. Exact: no case folding, no suffixes, no default ports. */
export type Hosts = {
  /** The request names one of our hosts, once, in a `Host` header and nowhere else. */
  isOurs(request: IncomingMessage): boolean
  /** The request says that a page of ours sent it. Without an `Origin` it says nothing, which is not enough. */
  isFromOurPage(request: IncomingMessage): boolean
  /** Whether the host that was asked for is one of those behind TLS. */
  isSecure(request: IncomingMessage): boolean
  /** What pages may speak to, for their policy: the sockets of every origin, and where servers share the office their addresses. */
  reachable: string[]
}

const headerCount = (request: IncomingMessage, name: string): number =>
  request.rawHeaders.filter((header, i) => i % 2 === 0 && header.toLowerCase() === name).length

/**
 * Makes the allow-list from origins such as `http://127.0.0.1:4100`; `isShared`: servers of one office have them. Throws where one
 * is not exactly an origin.
 */
export const makeHosts = (addresses: readonly string[], isShared = false): Hosts => {
  const origins = new Set(addresses)
  for (const origin of origins)
    if (new URL(origin).origin !== origin) throw new Error(`${origin} is not an origin such as http://127.0.0.1:4100`)
  const hosts = new Set([...origins].map((origin) => new URL(origin).host))
  return {
    isOurs: (request) =>
      hosts.has(request.headers.host ?? '') &&
      headerCount(request, 'host') === 1 &&
      // An absolute request target (GET http://elsewhere/) would name a second host.
      request.url?.startsWith('/') === true,
    isFromOurPage(request) {
      const { origin, 'sec-fetch-site': site } = request.headers
      return (
        origin !== undefined &&
        origins.has(origin) &&
        headerCount(request, 'origin') === 1 &&
        (site === undefined || site === 'same-origin')
      )
    },
    isSecure: (request) => origins.has(`https://${request.headers.host}`),
    reachable: [...[...origins].map((origin) => origin.replace(/^http/, 'ws')), ...(isShared ? origins : [])],
  }
}

/** Whether an address of a connection is this machine: 127.0.0.0/8, ::1 and the former written as IPv6. */
export const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && (address === '::1' || /^(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address))

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']

/** Whether a request was made on this machine. What a proxy on it passes on was not. */
export const isLocal = (request: IncomingMessage): boolean =>
  isLoopback(request.socket.remoteAddress) && !FORWARDED.some((name) => name in request.headers)
