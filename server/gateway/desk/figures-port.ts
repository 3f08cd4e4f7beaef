import type { Figures, FiguresPage, Span } from '../../../protocol/desk/figures.ts'
import type { Download, ExportWish } from './download.ts'

/** What the pages of the figures ask of the office. Every span is one that `Span` and `SPAN_MAX_DAYS` allow. */
export type FiguresPort = {
  figures(span: Span): Promise<Figures>
  page(span: Span, lang: 'id' | 'en'): Promise<FiguresPage>
  /**
   * One table, or with null all of them as a workbook and the summary as CSV, which has room for one. Null when there is no
   * table of this id.
   */
  file(span: Span, table: string | null, wish: ExportWish): Promise<Download | null>
}
