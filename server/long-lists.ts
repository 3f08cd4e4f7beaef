import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import { AGENDA_ROWS_MAX, AgendaRow, Command } from '../protocol/commands.ts'

/** Rows that are looked at in one go, in a few milliseconds; between two pieces the office goes on. */
export const AT_ONCE = 500

/** Does something with each of thousands of items, in pieces, so that nobody waits for the whole. */
export const mapInPieces = async <A, B>(items: readonly A[], map: (item: A, at: number) => B): Promise<B[]> => {
  const mapped: B[] = []
  for (const [at, item] of items.entries()) {
    mapped.push(map(item, at))
    if (at % AT_ONCE === AT_ONCE - 1) await setImmediate()
  }
  return mapped
}

/** A list of bookings before anybody checked it. */
export type LongList = { type: 'ImportAgenda'; rows: readonly unknown[] }

/** Whether something is a list of so many bookings that it is checked in pieces. */
export const isLongList = (input: unknown): input is LongList =>
  typeof input === 'object' &&
  input !== null &&
  'type' in input &&
  input.type === 'ImportAgenda' &&
  'rows' in input &&
  Array.isArray(input.rows) &&
  input.rows.length > AT_ONCE

type Issues = Pick<z.core.$ZodIssue, 'path' | 'message'>[]

/** What `Command` says of a long list, found out in pieces: the command, or what is wrong where. */
export const parseLongList = async (
  input: LongList,
): Promise<{ success: true; data: Command } | { success: false; error: { issues: Issues } }> => {
  const { rows } = input
  // The other fields, and a list that is too long, as the schema itself judges them.
  const head = Command.safeParse(rows.length > AGENDA_ROWS_MAX ? input : { ...input, rows: [PLACEHOLDER] })
  if (!head.success) return head
  const issues: Issues = []
  const read = await mapInPieces(rows, (row, at) => {
    const parsed = AgendaRow.safeParse(row)
    if (parsed.success) return [parsed.data]
    issues.push(...parsed.error.issues.map(({ path, message }) => ({ path: ['rows', at, ...path], message })))
    return []
  })
  if (issues.length > 0) return { success: false, error: { issues } }
  const { data } = head
  return data.type === 'ImportAgenda' ? { success: true, data: { ...data, rows: read.flat() } } : head
}

const PLACEHOLDER: AgendaRow = {
  ...{ code: 'A', day: '2026-01-01', window: { startAt: 0, endAt: 1 }, service: 'any' },
  ...{ status: 'booked', priority: false },
}
