import { DevicesPage } from './devices/DevicesPage.tsx'
import { FloorPage } from './floor/FloorPage.tsx'
import { OfficePage } from './office/OfficePage.tsx'
import type { Page } from './page.ts'

/** The pages of the desk in the order of the side bar; the first is what the desk opens with. */
export const PAGES: readonly Page[] = [
  { slug: 'floor', icon: 'lokasi', name: { id: 'Lantai', en: 'Floor' }, Body: FloorPage },
  { slug: 'office', icon: 'kursi', name: { id: 'Kantor', en: 'Office' }, Body: OfficePage },
  { slug: 'devices', icon: 'cetak', name: { id: 'Perangkat', en: 'Devices' }, Body: DevicesPage },
]
