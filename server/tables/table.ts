import type { Words } from '../../protocol/ids.ts'

/** The languages in which a table is written. */
export type TableLang = 'id' | 'en'

/** One value of a table; null is an empty cell. Times are texts, made by whoever knows the zone. */
export type Cell = string | number | null

/** A table of the desk as people take it away: its name (a sheet's tab), what its columns are called, its rows. */
export type Table = {
  name: Words
  columns: readonly { name: Words }[]
  rows: readonly (readonly Cell[])[]
}
