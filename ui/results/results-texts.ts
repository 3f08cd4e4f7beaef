import type { Words } from '../../protocol/ids.ts'
import type { Band } from '../../protocol/survey-results.ts'
import type { SpanName } from './choose-span.ts'

/** What results of the survey say wherever they are shown. */
export const RESULTS = {
  earlier: { id: 'Sebelumnya', en: 'Earlier' },
  later: { id: 'Sesudahnya', en: 'Later' },
  span: { id: 'Rentang', en: 'Span' },
  ikm: { id: 'Nilai IKM', en: 'IKM' },
  noIkm: { id: 'belum dapat dihitung', en: 'cannot be worked out yet' },
  answers: { id: 'Jawaban', en: 'Answers' },
  perElement: { id: 'Nilai tiap unsur', en: 'Value of each element' },
  scale: { id: 'rata-rata 1 sampai 4', en: 'mean from 1 to 4' },
  elementsChart: { id: 'Rata-rata tiap unsur: {isi}', en: 'Mean of each element: {isi}' },
  low: { id: 'terendah', en: 'lowest' },
  tableElements: { id: 'Per unsur', en: 'By element' },
  element: { id: 'Unsur', en: 'Element' },
  mean: { id: 'Rata-rata', en: 'Mean' },
  band: { id: 'Mutu', en: 'Band' },
} satisfies Record<string, Words>

/** The spans by name. */
export const SPAN_WORDS: Record<SpanName, Words> = {
  month: { id: 'Bulan', en: 'Month' },
  half: { id: 'Semester', en: 'Half-year' },
  year: { id: 'Tahun', en: 'Year' },
}

/** Bands in the regulation's words. */
export const BAND_WORDS: Record<Band, Words> = {
  A: { id: 'A, sangat baik', en: 'A, very good' },
  B: { id: 'B, baik', en: 'B, good' },
  C: { id: 'C, kurang baik', en: 'C, not so good' },
  D: { id: 'D, tidak baik', en: 'D, not good' },
}
