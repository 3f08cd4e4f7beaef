import type { Drill } from './row.ts'

const POSTGRES: Drill = { why: 'The store is embedded; PostgreSQL is not in use.', steps: [] }

/** What a plain Linux machine cannot show, by row. */
export const DRILLS: Readonly<Record<string, Drill>> = {
  D11: POSTGRES,
  F39: POSTGRES,
  F40: POSTGRES,
}
