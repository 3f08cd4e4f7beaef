import { z } from 'zod'

/**
 * The names on a socket. `hello` (page → server, acknowledged with `Welcome`), `command` (page → server, acknowledged
 * with an `Answer`, never queued by a page that is not connected; behind it, where the page heard any, the number of the
 * last pulse), `view` (server → page, whole), `pulse` (server → the screens of the office, a number that is the server's
 * own, so that a cut cable shows within a second and the server knows how long a command was under way), `elsewhere` (server → page,
 * in an office of several servers, `Elsewhere`; twice a day, so that a page which is never closed has a pass that is good).
 */
export const SOCKET = {
  hello: 'hello',
  command: 'command',
  view: 'view',
  pulse: 'pulse',
  elsewhere: 'elsewhere',
} as const

/** How often a screen of the office hears that the server is there, ms. */
export const PULSE_MS = 400

/**
 * Where a page of an office of several servers can go on when its own is gone: the origins of the others, and what makes this screen
 * known there; null for a phone, whose address is enough.
 */
export const Elsewhere = z.strictObject({ origins: z.array(z.string()).min(1), pass: z.string().nullable() })
export type Elsewhere = z.infer<typeof Elsewhere>

/** How often a page is told it anew, ms. */
export const ELSEWHERE_MS = 12 * 3_600_000

const welcome = z.strictObject({ status: z.literal('welcome'), build: z.string() })
const notPaired = z.strictObject({ status: z.literal('not-paired') })

/** Answer to the `hello` of a page. A page whose `build` differs from the server's reloads once. */
export const Welcome = z.discriminatedUnion('status', [
  welcome,
  notPaired,
  z.strictObject({ status: z.literal('ended') }),
])
export type Welcome = z.infer<typeof Welcome>

/** Answer to the `hello` of an agent. `occupied`: another process is this kiosk's agent, and is connected. */
export const AgentWelcome = z.discriminatedUnion('status', [
  welcome,
  notPaired,
  z.strictObject({ status: z.literal('occupied') }),
])
export type AgentWelcome = z.infer<typeof AgentWelcome>

/**
 * How old a command may be when it reaches the office, ms (reliability M2): whoever pressed "call" 10 seconds ago is doing
 * something else by now, and a visitor waits for a number no longer than a minute. Its age is what passed since the pulse
 * that the page heard last, so that no clock but the server's is asked.
 */
export const COMMAND_AGE_MS = { counter: 10_000, others: 60_000 } as const

/** How a page or an agent comes back to a server that was gone, ms: spread by 90 %, so that hundreds are not one storm. */
export const COMING_BACK = { reconnectionDelay: 250, reconnectionDelayMax: 2_000, randomizationFactor: 0.9 } as const

/** How long a page waits for an answer before it says so, ms. */
export const ANSWER_TIMEOUT_MS = 5_000

/** Scans are answered once in 48 hours per `commandId`, so a page may ask again with the same id after a lost answer. */
export const REPEAT_HOURS = 48
