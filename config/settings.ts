import { isIP } from 'node:net'
import { z } from 'zod'
import { ConfigProblem, problemsOf } from './config-problem.ts'

/** What the machine decides, from its environment; everything else is in the office's document. */
export type Settings = {
  /** Folder of the journal, the office and the devices (`ANTREAN_DATA`). */
  dataDir: string
  /** Address to listen on (`HOST`). */
  host: string
  /** Whether other machines reach that address. */
  isOpen: boolean
  /** 0 lets the machine choose (`PORT`). */
  port: number
  /** Exact origins that screens use (`ANTREAN_ADDRESSES`), empty when not given: read them through `addressesOf`. */
  givenAddresses: readonly string[]
  /** A second port for the phones alone (`GUEST_PORT`) and its origin (`ANTREAN_GUEST_ADDRESS`); null: they share the first. */
  guest: { port: number; address: string } | null
  /**
   * The PostgreSQL database that several servers share (`ANTREAN_STORE`), the name of the office in it (`ANTREAN_OFFICE`), and where
   * the other servers reach this one (`ANTREAN_SERVER`, host and port); null: the office stands on this machine alone.
   */
  store: { url: string; office: string; server: { host: string; port: number } } | null
  /** The PostgreSQL database of the hub of many offices (`ANTREAN_HUB`): this program is that hub, and no office; null: it is an office. */
  hub: { url: string } | null
}

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

const splitList = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

const Port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.int().max(65_535))
const Origin = z.string().refine(isOrigin, { message: 'must be an exact origin such as http://antrean.local:4100' })

const Store = z.string().refine((text) => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol), {
  message: 'must be a database such as postgres://antrean@10.0.0.5/antrean',
})
const SERVER = /^\[?([A-Za-z0-9.:-]{1,253}?)\]?:(\d{1,5})$/
const Server = z
  .string()
  .regex(SERVER, { message: 'must be the host and the port of this server for the other ones, such as 10.0.0.6:4101' })
  .transform((text) => {
    const [, host = '', port = ''] = SERVER.exec(text) ?? []
    return { host, port: Number(port) }
  })

const Environment = z
  .object({
    ANTREAN_DATA: z.string().default('data'),
    HOST: z
      .string()
      .regex(/^[A-Za-z0-9.:-]{1,253}$/)
      .default('127.0.0.1'),
    PORT: Port.default(4100),
    ANTREAN_ADDRESSES: z.array(Origin),
    GUEST_PORT: Port.optional(),
    ANTREAN_GUEST_ADDRESS: Origin.optional(),
    ANTREAN_STORE: Store.optional(),
    ANTREAN_OFFICE: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
      .default('office'),
    ANTREAN_SERVER: Server.optional(),
    ANTREAN_HUB: Store.optional(),
  })
  .refine((env) => (env.ANTREAN_STORE === undefined) === (env.ANTREAN_SERVER === undefined), {
    path: ['ANTREAN_SERVER'],
    message:
      'goes with ANTREAN_STORE: where the other servers of the office reach this one, and neither without the other',
    when: () => true,
  })
  .refine((env) => env.ANTREAN_HUB === undefined || env.ANTREAN_STORE === undefined, {
    path: ['ANTREAN_HUB'],
    message: 'goes without ANTREAN_STORE: this program is the hub of many offices, or a server of one',
    when: () => true,
  })
  .refine((env) => (env.GUEST_PORT === undefined) === (env.ANTREAN_GUEST_ADDRESS === undefined), {
    path: ['ANTREAN_GUEST_ADDRESS'],
    message: 'goes with GUEST_PORT: the origin under which phones open that port, and neither without the other',
    when: () => true,
  })
  .refine((env) => isLoopback(env.HOST) || env.ANTREAN_ADDRESSES.length > 0, {
    path: ['ANTREAN_ADDRESSES'],
    message: 'must name the origins that screens use, because HOST is open to the network',
    // Every mistake at once: this one is looked for although another variable may be wrong.
    when: () => true,
  })

/** Reads the environment; an empty variable is one that is not set. Throws `ConfigProblem` with every mistake. */
export const readSettings = (environment: Readonly<Record<string, string | undefined>>): Settings => {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const listed = { ...set, ANTREAN_ADDRESSES: splitList(set.ANTREAN_ADDRESSES ?? '') }
  const checked = Environment.safeParse(listed)
  if (!checked.success) throw new ConfigProblem(problemsOf('environment', listed, checked.error.issues))
  const { ANTREAN_DATA: dataDir, HOST: host, PORT: port, ANTREAN_ADDRESSES: givenAddresses } = checked.data
  const { GUEST_PORT: guestPort, ANTREAN_GUEST_ADDRESS: address } = checked.data
  const guest = guestPort === undefined || address === undefined ? null : { port: guestPort, address }
  const { ANTREAN_STORE: url, ANTREAN_OFFICE: office, ANTREAN_SERVER: server } = checked.data
  const store = url === undefined || server === undefined ? null : { url, office, server }
  const hub = checked.data.ANTREAN_HUB === undefined ? null : { url: checked.data.ANTREAN_HUB }
  return { dataDir, host, isOpen: !isLoopback(host), port, givenAddresses, guest, store, hub }
}

/**
 * The origins that browsers may come from; the first is what the QR codes of slips point at. `port` is the one the
 * server listens on, which differs from the setting when that is 0.
 */
export const addressesOf = (settings: Settings, port: number): readonly [string, ...string[]] => {
  const [first, ...rest] = settings.givenAddresses
  if (first !== undefined) return [first, ...rest]
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host
  const [own, local] = [new URL(`http://${host}:${port}`).origin, new URL(`http://localhost:${port}`).origin]
  return own === local ? [own] : [own, local]
}
