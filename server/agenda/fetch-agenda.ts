import { AGENDA_ROWS_MAX } from '../../protocol/commands.ts'
import type { AgendaColumns } from '../../protocol/office-rules.ts'
import { readSheet } from './read-sheet.ts'
import { REASONS } from './reasons.ts'
import { LINE_MAX, type SheetReading, sheetOf } from './sheet.ts'

/** The most that a source may send, bytes: as much as a file may weigh. */
const BODY_MAX = 8 * 1024 * 1024
/** More names than any list of bookings has; rows named by their code would be as many columns as rows. */
const HEADINGS_MAX = 100
/** How long a source may take for all of it, ms. */
const TIMEOUT_MS = 30_000
/** Redirects that are followed, on the same host alone: the token goes nowhere else. */
const REDIRECTS_MAX = 3

/** What came of a fetch; `reason` in the words of the office people. */
export type Fetched =
  | { status: 'fetched'; sheet: SheetReading; etag: string | null }
  | { status: 'unchanged' }
  | { status: 'failed'; reason: string }

/** The browser's own `fetch`, or a test's. */
export type Fetch = (url: URL, request: RequestInit) => Promise<Response>

const failed = (reason: string): Fetched => ({ status: 'failed', reason })

/** The body, null when it is larger than a file may be: reading stops there. */
const readBody = async (response: Response): Promise<Uint8Array | null> => {
  if (response.body === null) return new Uint8Array()
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body) {
    size += part.length
    if (size > BODY_MAX) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const cellText = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak'
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Rows as JSON: a list of objects, or one object that has one such list. The names are the headings, as in a file; row 1 is
 * reported as line 2.
 */
const sheetOfJson = (text: string): SheetReading => {
  const no = { line: 1, reason: REASONS.notJson }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return no
  }
  const list = Array.isArray(value) ? value : isRow(value) ? Object.values(value).find(Array.isArray) : undefined
  if (list === undefined || !list.every(isRow)) return no
  if (list.length > AGENDA_ROWS_MAX) return { line: AGENDA_ROWS_MAX + 1, reason: REASONS.tooManyRows(AGENDA_ROWS_MAX) }
  const names = new Set<string>()
  for (const row of list) {
    for (const name of Object.keys(row)) names.add(name)
    if (names.size > HEADINGS_MAX) return { line: 1, reason: REASONS.tooManyHeadings(HEADINGS_MAX) }
  }
  const heading = [...names]
  const rows = list.map((row) => heading.map((name) => cellText(row[name])))
  return sheetOf([heading, ...rows], REASONS.lineTooLong(LINE_MAX)) ?? { line: 1, reason: REASONS.empty }
}

const request = async (
  url: URL,
  headers: Record<string, string>,
  send: Fetch,
  signal: AbortSignal,
  left = REDIRECTS_MAX,
): Promise<Response | { reason: string }> => {
  const response = await send(url, { headers, redirect: 'manual', signal })
  const to = response.headers.get('location')
  if (response.status < 301 || response.status > 308 || response.status === 304 || to === null) return response
  const next = new URL(to, url)
  if (next.origin !== url.origin) return { reason: REASONS.sourceRedirect }
  return left === 0 ? { reason: REASONS.sourceStatus(response.status) } : request(next, headers, send, signal, left - 1)
}

/**
 * Fetches a list of bookings over HTTP: CSV or a workbook by what it begins with, JSON where it says so. Asks with the `etag`
 * of the last one, so that what did not change is not read again. Never rejects for what the other side does.
 */
export const fetchAgenda = async (
  what: { url: string; token: string | null; etag: string | null; columns?: AgendaColumns | undefined },
  send: Fetch = fetch,
): Promise<Fetched> => {
  const { url, token, etag, columns } = what
  const headers = {
    accept: 'text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/json',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(etag === null ? {} : { 'if-none-match': etag }),
  }
  try {
    const response = await request(new URL(url), headers, send, AbortSignal.timeout(TIMEOUT_MS))
    if ('reason' in response) return failed(response.reason)
    if (response.status === 304) return { status: 'unchanged' }
    if (!response.ok) {
      await response.body?.cancel()
      return failed(REASONS.sourceStatus(response.status))
    }
    const bytes = await readBody(response)
    if (bytes === null) return failed(REASONS.tooLarge(BODY_MAX / 1024 / 1024))
    const isJson = /\bjson\b/i.test(response.headers.get('content-type') ?? '')
    const sheet = isJson ? sheetOfJson(new TextDecoder().decode(bytes)) : await readSheet(bytes, columns)
    return { status: 'fetched', sheet, etag: response.headers.get('etag') }
  } catch (trouble) {
    // fetch tells by these two alone that no answer came, or not in time; everything else is a fault of ours.
    if (trouble instanceof DOMException && trouble.name === 'TimeoutError') return failed(REASONS.sourceTimeout)
    if (trouble instanceof TypeError) return failed(REASONS.sourceUnreachable)
    throw trouble
  }
}
