import { z } from 'zod'

/** Secrets of the sources that the office fetches from, `sources.json`: beside the office's document, never in it. */
export const Sources = z.strictObject({
  /** Shown to the HTTP source of bookings as a bearer token; null where it asks for none. */
  agendaToken: z.string().min(1).max(4000).nullable(),
  /** The origin that the token was given for (`https://janji.go.id`): it is shown to no other. */
  agendaOrigin: z.string().nullable().default(null),
})
export type Sources = z.infer<typeof Sources>

/** Before anybody set one. */
export const NO_SOURCES: Sources = { agendaToken: null, agendaOrigin: null }
