import { join } from 'node:path'
import type { AuditFilter, ChainReport } from '../../protocol/desk/audit.ts'
import { openAuditStore } from '../audit/audit-store.ts'
import { AUDIT_HEAD, auditRows } from '../audit/audit-table.ts'
import { followAudit } from '../audit/follow-audit.ts'
import type { Download, ExportWish } from '../gateway/desk/download.ts'
import type { AuditPort } from '../gateway/desk/house-ports.ts'
import type { OpenOffice } from '../open-office.ts'
import type { Table } from '../tables/table.ts'
import { downloadOf } from './download-of.ts'

/** Rows of one export: more than any spreadsheet is read with, and some MB. */
const EXPORT_MAX = 100_000

/** Opens the audit of a house beside its journal, `audit.db`, and what its page asks. */
export const openDeskAudit = (options: {
  house: OpenOffice
  dataDir: string
  onFault: (fault: unknown) => void
}): { port: AuditPort; stop(): Promise<void> } => {
  const { house, dataDir, onFault } = options
  const store = openAuditStore(join(dataDir, 'audit.db'))
  const following = followAudit({ store, journal: house.journal, onRecorded: house.door.onRecorded, onFault })
  let verifying: Promise<ChainReport> | null = null

  const verify = async (): Promise<ChainReport> => {
    const startedAt = performance.now()
    const found = await house.verify()
    return { ...found, tookMs: Math.round(performance.now() - startedAt) }
  }
  let exporting: Promise<unknown> = Promise.resolve()
  const takeAway = async (filter: AuditFilter, wish: ExportWish): Promise<Download> => {
    const { zone } = house.office.read()
    const rows: Table['rows'][number][] = []
    for await (const lines of store.slices(filter, EXPORT_MAX)) rows.push(...auditRows(lines, zone, wish.lang))
    return downloadOf('audit', [{ ...AUDIT_HEAD, rows }], wish)
  }
  return {
    port: {
      page: (query) => ({ ...store.page(query), complete: following.isComplete() }),
      export(filter, wish) {
        // The one after the other: each holds all its rows.
        const exported = exporting.then(() => takeAway(filter, wish))
        exporting = exported.catch(() => undefined)
        return exported
      },
      verify() {
        // Whoever presses twice waits for the one that runs.
        verifying ??= verify().finally(() => {
          verifying = null
        })
        return verifying
      },
    },
    async stop() {
      await following.stop()
      await Promise.allSettled([verifying, exporting])
      store.close()
    },
  }
}
