import type { Request, Response } from 'express'
import { z } from 'zod'
import { readQuery } from '../problems.ts'

/** How somebody wants a table: as CSV or as a workbook, in one of the two languages. */
export const ExportWish = z.object({ format: z.enum(['csv', 'xlsx']), lang: z.enum(['id', 'en']).default('id') })
export type ExportWish = z.infer<typeof ExportWish>

/** A file that a browser keeps; `name` without its ending. */
export type Download = { name: string; format: ExportWish['format']; body: string | Buffer }

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** Reads `format` and `lang` of an address; null after a 400 was sent. */
export const readExport = (request: Request, response: Response): ExportWish | null =>
  readQuery(request.query, ExportWish, response)

/** Sends a file to be kept, never to be shown in the page's place. */
export const sendDownload = (response: Response, { name, format, body }: Download): void => {
  response.setHeader('Content-Type', TYPES[format])
  response.setHeader('Content-Disposition', `attachment; filename="${name.replace(/[^\w.-]/g, '-')}.${format}"`)
  response.send(body)
}
