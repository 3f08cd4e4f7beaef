import { z } from 'zod'

/** How calls are spoken: on the displays, and at a kiosk by whoever asks to hear it. */
export const Voice = z.strictObject({
  /** Off: the displays ring, and say nothing. */
  on: z.boolean().default(true),
  /** In which languages a call is said, in this order. */
  languages: z
    .array(z.enum(['id', 'en']))
    .min(1)
    .max(2)
    .refine((languages) => new Set(languages).size === languages.length, { message: 'names a language twice' })
    .default(['id']),
  /** `digits` mirrors what is printed, "nol tiga tujuh"; `whole` says "tiga puluh tujuh" (domain section 2). */
  style: z.enum(['digits', 'whole']).default('digits'),
  /** The word for 0 in Indonesian. */
  zero: z.enum(['nol', 'kosong']).default('nol'),
  /** How often a call is said in each language. */
  times: z.literal([1, 2]).default(2),
})
export type Voice = z.infer<typeof Voice>

/** What a supervisor has everybody told: at most 90 characters, so that it is read at a glance (screens.md section 7). */
export const Announcement = z.strictObject({ id: z.string().min(1).max(90), en: z.string().min(1).max(90) })
export type Announcement = z.infer<typeof Announcement>

/** Whether a display can be heard. `blocked`: the browser lets no sound out; `broken`: the device plays nothing. */
export const SoundStatus = z.enum(['ready', 'blocked', 'broken', 'off'])
export type SoundStatus = z.infer<typeof SoundStatus>
