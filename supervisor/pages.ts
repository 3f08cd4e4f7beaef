import { AuditPage } from './audit/AuditPage.tsx'
import { DevicesPage } from './devices/DevicesPage.tsx'
import type { Page } from './page.ts'
import { RetentionPage } from './retention/RetentionPage.tsx'
import { WebhooksPage } from './webhooks/WebhooksPage.tsx'

/** The pages of the desk in the order of the side bar; the first is what the desk opens with. */
export const PAGES: readonly Page[] = [
  { slug: 'audit', icon: 'berkas', name: { id: 'Audit', en: 'Audit' }, Body: AuditPage },
  { slug: 'devices', icon: 'cetak', name: { id: 'Perangkat', en: 'Devices' }, Body: DevicesPage },
  { slug: 'webhooks', icon: 'pindah', name: { id: 'Webhook', en: 'Webhooks' }, Body: WebhooksPage },
  { slug: 'retention', icon: 'kunci', name: { id: 'Retensi', en: 'Retention' }, Body: RetentionPage },
]
