import type { AuditFilter, AuditPage, AuditQuery, ChainReport } from '../../../protocol/desk/audit.ts'
import type { RetentionPage, RetentionReport } from '../../../protocol/desk/retention.ts'
import type { HookAdded, HookChange, HookOutcome, NewHook, Try, WebhooksPage } from '../../../protocol/desk/webhooks.ts'
import type { Sender } from '../../../protocol/roles.ts'
import type { Download, ExportWish } from './download.ts'

/** What the audit's page asks of the office. */
export type AuditPort = {
  page(query: AuditQuery): AuditPage
  /** Everything that fits the filter, as a file. */
  export(filter: AuditFilter, wish: ExportWish): Promise<Download>
  /** Follows the hash chain over the whole journal, while the office goes on. */
  verify(): Promise<ChainReport>
}

/** What the retention's page asks of the office. */
export type RetentionPort = {
  page(): RetentionPage
  /** Deletes now what is due; the report is in the journal then. */
  run(sender: Sender): Promise<RetentionReport>
}

/** What the webhooks' page asks of the office. */
export type WebhooksPort = {
  page(): WebhooksPage
  add(sender: Sender, wanted: NewHook): Promise<HookOutcome<HookAdded>>
  change(sender: Sender, id: string, change: HookChange): Promise<HookOutcome<null>>
  remove(sender: Sender, id: string): Promise<HookOutcome<null>>
  test(id: string): Promise<HookOutcome<Try>>
}
