import { z } from 'zod'

/**
 * The names on a socket. `hello` (page → server, acknowledged with `Welcome`), `command` (page → server, acknowledged
 * with an `Answer`, never queued by a page that is not connected), `view` (server → page, whole), `pulse` (server →
 * counter and display, empty, so that a cut cable shows within a second).
 */
export const SOCKET = { hello: 'hello', command: 'command', view: 'view', pulse: 'pulse' } as const

/** How often a counter and a display hear that the server is there, ms. */
export const PULSE_MS = 400

/** Answer to `hello`. A page whose `build` differs from the server's reloads once. */
export const Welcome = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('welcome'), build: z.string() }),
  z.strictObject({ status: z.literal('not-paired') }),
  z.strictObject({ status: z.literal('ended') }),
])
export type Welcome = z.infer<typeof Welcome>

/** How long a page waits for an answer before it says so, ms. */
export const ANSWER_TIMEOUT_MS = 5_000

/** Scans are answered once in 48 hours per `commandId`, so a page may ask again with the same id after a lost answer. */
export const REPEAT_HOURS = 48
