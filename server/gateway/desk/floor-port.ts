import type { AffectedList, Alerts, LiveTickets } from '../../../protocol/desk/floor.ts'
import type { Download, ExportWish } from './download.ts'

/** What the page of the floor asks beside its live view. */
export type FloorPort = {
  alerts(): Promise<Alerts>
  tickets(): LiveTickets
  /** Whom an outage of today touched: `which` counts today's from 0 in the order of their starts; null: no such outage. */
  affected(which: number): AffectedList | null
  affectedFile(which: number, wish: ExportWish): Promise<Download | null>
}
