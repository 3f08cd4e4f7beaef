import type { Response } from 'express'
import { z } from 'zod'

/** In which form and language a table is taken away. */
export const DownloadWish = z.strictObject({ format: z.enum(['csv', 'xlsx']), lang: z.enum(['id', 'en']) })
export type DownloadWish = z.infer<typeof DownloadWish>

/** A file for taking away; `name` without its ending, letters and hyphens. */
export type Download = { name: string; format: DownloadWish['format']; body: string | Buffer }

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** Sends a file that a browser saves under its name. */
export const sendDownload = (response: Response, { name, format, body }: Download): void => {
  response.attachment(`${name}.${format}`).type(TYPES[format]).send(body)
}
