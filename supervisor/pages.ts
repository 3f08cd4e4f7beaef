import { DevicesPage } from './devices/DevicesPage.tsx'
import { FloorPage } from './floor/FloorPage.tsx'
import type { Page } from './page.ts'
import { SurveyPage } from './survey/SurveyPage.tsx'

/** The pages of the desk in the order of the side bar; the first is what the desk opens with. */
export const PAGES: readonly Page[] = [
  { slug: 'floor', icon: 'lokasi', name: { id: 'Lantai', en: 'Floor' }, Body: FloorPage },
  { slug: 'survey', icon: 'petugas', name: { id: 'Survei SKM', en: 'Survey (SKM)' }, Body: SurveyPage },
  { slug: 'devices', icon: 'cetak', name: { id: 'Perangkat', en: 'Devices' }, Body: DevicesPage },
]
