import { z } from 'zod'
import { PrinterModel } from '../model.ts'

/** What a person is asked beside the printer, once the test page is out. `cut`: by `GS V`; `cut-again`: by `ESC i`. */
export const Question = z.enum([
  ...['ruler-32', 'ruler-42', 'ruler-48', 'ruler-64'],
  ...['native-qr', 'raster-qr', 'cut', 'cut-again'],
] as const)
export type Question = z.infer<typeof Question>

/** What a person saw of the test page, by question; what was not asked is left out. */
export const Seen = z.partialRecord(Question, z.boolean())
export type Seen = z.infer<typeof Seen>

/** One piece of the conversation, `ms` after its begin, its bytes in hexadecimal: `10 04 01`. */
export const Said = z.strictObject({
  ms: z.int().min(0),
  by: z.enum(['host', 'printer']),
  bytes: z.string().regex(/^[0-9a-f]{2}( [0-9a-f]{2})*$/),
})
export type Said = z.infer<typeof Said>

/**
 * A whole probe of one real unit, to be played again without it: what was said, what the person saw (null when nothing was
 * printed), and the profile that came of it. `name` is what the person called it.
 */
export const Transcript = z.strictObject({
  name: z.string().nullable(),
  said: z.array(Said),
  seen: Seen.nullable(),
  profile: PrinterModel,
})
export type Transcript = z.infer<typeof Transcript>
