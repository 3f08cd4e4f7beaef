import { BoardPage } from './board/BoardPage.tsx'
import type { Page } from './page.ts'
import { ComparePage } from './pages/ComparePage.tsx'
import { FiguresPage } from './pages/FiguresPage.tsx'
import { SurveyPage } from './pages/SurveyPage.tsx'

/** The pages of the hub in the order of the bar; the first is what it opens with. */
export const PAGES: readonly Page[] = [
  { slug: '', icon: 'lokasi', name: { id: 'Papan', en: 'Board' }, Body: BoardPage },
  { slug: 'offices', icon: 'pindah', name: { id: 'Perbandingan', en: 'Comparison' }, Body: ComparePage },
  { slug: 'figures', icon: 'info', name: { id: 'Angka', en: 'Figures' }, Body: FiguresPage },
  { slug: 'survey', icon: 'petugas', name: { id: 'Survei SKM', en: 'Survey (SKM)' }, Body: SurveyPage },
]
