import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/**
 * What a kind of printer is and can do, one JSON file per kind. It says what may be sent to it; what a unit really answers
 * is found out by asking (`printer:probe`, and the driver at each connection).
 */
export const PrinterModel = z.strictObject({
  /** As on the type plate. */
  name: z.string().min(1).max(60),
  /** Dots of one row, 8 for a byte. 203 dpi has 8 dots a millimetre. */
  dots: z.int().min(256).max(832).multipleOf(4),
  dpi: z.literal([180, 203]),
  /** Characters of font A in one row: the widths that the encoder folds for. A wider unit leaves a margin. */
  columns: z.literal([32, 35, 42, 44, 48]),
  /** `ESC t n`: the page with ASCII in its lower half. Slips use 0x20–0x7E alone. */
  codePage: z.int().min(0).max(255),
  /** `native`: it draws a QR by `GS ( k`; `raster`: the QR is sent as a picture. */
  qr: z.enum(['native', 'raster']),
  /** Rows of paper between head and knife, fed before the cut; null for a printer without a knife: the paper is torn. */
  cutter: z.strictObject({ command: z.enum(['GS V', 'ESC i']), feedRows: z.int().min(0).max(12) }).nullable(),
  /** It holds the paper in its mouth and knows whether it was taken (Custom's `GS e`). */
  presenter: z.boolean(),
  /** Sends its status by itself after `GS a` (automatic status back). */
  asb: z.boolean(),
  /** Says which paper is done by `GS ( H`. Others would print the command as text. */
  processId: z.boolean(),
  /** Has a sensor for paper that runs low. */
  nearEnd: z.boolean(),
})
export type PrinterModel = z.infer<typeof PrinterModel>

const SHIPPED = fileURLToPath(new URL('./models/', import.meta.url))
const ID = /^[a-z0-9][a-z0-9-]{0,39}$/

/** The ids of the models in a folder, in order; without one, of those the product comes with. */
export const modelIds = (folder: string = SHIPPED): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .toSorted()

/**
 * The model of this id: the office's own file in `ownFolder` before the shipped one. Null when there is none; throws what
 * is wrong with a file that is no model.
 */
export const readModel = (id: string, ownFolder: string | null = null): PrinterModel | null => {
  if (!ID.test(id)) return null
  for (const folder of ownFolder === null ? [SHIPPED] : [ownFolder, SHIPPED]) {
    let text: string
    try {
      text = readFileSync(join(folder, `${id}.json`), 'utf8')
    } catch {
      continue
    }
    return PrinterModel.parse(JSON.parse(text))
  }
  return null
}
