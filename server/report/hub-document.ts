import { isIP } from 'node:net'
import { z } from 'zod'
import { OfficeId } from '../../protocol/hub/report.ts'

/** This machine and the private networks (RFC 1918). */
const PRIVATE = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/

/** Where plain HTTP may go; a name could lead anywhere. */
const isNear = (host: string): boolean => host === 'localhost' || (isIP(host) === 4 && PRIVATE.test(host))

const isHub = (text: string): boolean => {
  if (!URL.canParse(text) || new URL(text).origin !== text) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && isNear(hostname))
}

/** The hub that an office tells: its origin, what the office is called there, and its key, which lies here in clear (mode 0600). */
export const HubSettings = z.strictObject({
  url: z.string().refine(isHub, { message: 'must be an origin such as https://hub.example.go.id' }),
  office: OfficeId,
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/, { message: 'must be the key that the hub gave for the office' }),
})
export type HubSettings = z.infer<typeof HubSettings>

/** The document of it, `hub.json`; null: nobody is told anything. */
export const HubDocument = z.strictObject({ version: z.literal(1), hub: HubSettings.nullable() })
export type HubDocument = z.infer<typeof HubDocument>

/** What a fresh office starts with. */
export const NO_HUB: HubDocument = { version: 1, hub: null }
