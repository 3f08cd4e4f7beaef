import { DevicesPage } from './devices/DevicesPage.tsx'
import { FiguresPage } from './figures/FiguresPage.tsx'
import { FloorPage } from './floor/FloorPage.tsx'
import type { Page } from './page.ts'

/** The pages of the desk in the order of the side bar; the first is what the desk opens with. */
export const PAGES: readonly Page[] = [
  { slug: 'floor', icon: 'lokasi', name: { id: 'Lantai', en: 'Floor' }, Body: FloorPage },
  { slug: 'figures', icon: 'info', name: { id: 'Angka', en: 'Figures' }, Body: FiguresPage },
  { slug: 'devices', icon: 'cetak', name: { id: 'Perangkat', en: 'Devices' }, Body: DevicesPage },
]
