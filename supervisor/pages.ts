import { AuditPage } from './audit/AuditPage.tsx'
import { BookingsPage } from './bookings/BookingsPage.tsx'
import { DevicesPage } from './devices/DevicesPage.tsx'
import { FiguresPage } from './figures/FiguresPage.tsx'
import { FloorPage } from './floor/FloorPage.tsx'
import { OfficePage } from './office/OfficePage.tsx'
import type { Page } from './page.ts'
import { RetentionPage } from './retention/RetentionPage.tsx'
import { SurveyPage } from './survey/SurveyPage.tsx'
import { WebhooksPage } from './webhooks/WebhooksPage.tsx'

/** The pages of the desk in the order of the side bar; the first is what the desk opens with. */
export const PAGES: readonly Page[] = [
  { slug: 'floor', icon: 'lokasi', name: { id: 'Lantai', en: 'Floor' }, Body: FloorPage },
  { slug: 'bookings', icon: 'kalender', name: { id: 'Janji', en: 'Bookings' }, Body: BookingsPage },
  { slug: 'office', icon: 'kursi', name: { id: 'Kantor', en: 'Office' }, Body: OfficePage },
  { slug: 'figures', icon: 'info', name: { id: 'Angka', en: 'Figures' }, Body: FiguresPage },
  { slug: 'survey', icon: 'petugas', name: { id: 'Survei SKM', en: 'Survey (SKM)' }, Body: SurveyPage },
  { slug: 'audit', icon: 'berkas', name: { id: 'Audit', en: 'Audit' }, Body: AuditPage },
  { slug: 'devices', icon: 'cetak', name: { id: 'Perangkat', en: 'Devices' }, Body: DevicesPage },
  { slug: 'webhooks', icon: 'pindah', name: { id: 'Webhook', en: 'Webhooks' }, Body: WebhooksPage },
  { slug: 'retention', icon: 'kunci', name: { id: 'Retensi', en: 'Retention' }, Body: RetentionPage },
]
