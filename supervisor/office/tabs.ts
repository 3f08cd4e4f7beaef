import type { ComponentType } from 'preact'
import type { Words } from '../../protocol/ids.ts'
import type { TabProps } from './tab-props.ts'
import { CountersTab } from './tabs/CountersTab.tsx'
import { DevicesTab } from './tabs/DevicesTab.tsx'
import { HistoryTab } from './tabs/HistoryTab.tsx'
import { HoursTab } from './tabs/HoursTab.tsx'
import { LanesTab } from './tabs/LanesTab.tsx'
import { NameTab } from './tabs/NameTab.tsx'
import { RetentionTab } from './tabs/RetentionTab.tsx'
import { RulesTab } from './tabs/RulesTab.tsx'
import { ScreensTab } from './tabs/ScreensTab.tsx'
import { StaffTab } from './tabs/StaffTab.tsx'

/** The parts of the page in the order of their tabs; the first is what the page opens with. */
export const TABS: readonly { slug: string; name: Words; Body: ComponentType<TabProps> }[] = [
  { slug: 'name', name: { id: 'Nama & waktu', en: 'Name & time' }, Body: NameTab },
  { slug: 'lanes', name: { id: 'Jalur & layanan', en: 'Lanes & services' }, Body: LanesTab },
  { slug: 'counters', name: { id: 'Loket & ruang', en: 'Counters & rooms' }, Body: CountersTab },
  { slug: 'rules', name: { id: 'Aturan jam & giliran', en: 'Windows & turns' }, Body: RulesTab },
  { slug: 'hours', name: { id: 'Jam kerja & kalender', en: 'Hours & calendar' }, Body: HoursTab },
  { slug: 'staff', name: { id: 'Petugas', en: 'Staff' }, Body: StaffTab },
  { slug: 'devices', name: { id: 'Perangkat', en: 'Devices' }, Body: DevicesTab },
  { slug: 'screens', name: { id: 'Layar & suara', en: 'Displays & voice' }, Body: ScreensTab },
  { slug: 'retention', name: { id: 'Retensi', en: 'Retention' }, Body: RetentionTab },
  { slug: 'history', name: { id: 'Riwayat', en: 'History' }, Body: HistoryTab },
]
