import type { Words } from '../../protocol/ids.ts'
import type { SurveyChannel } from '../../protocol/survey.ts'
import type { Band } from '../../protocol/survey-results.ts'
import type { SpanName } from './choose-span.ts'

/** What the page of the survey says. */
export const SURVEY = {
  head: { id: 'Survei SKM', en: 'Survey (SKM)' },
  about: { id: '{rentang}, {n} jawaban', en: '{rentang}, {n} answers' },
  earlier: { id: 'Sebelumnya', en: 'Earlier' },
  later: { id: 'Sesudahnya', en: 'Later' },
  span: { id: 'Rentang', en: 'Span' },
  ikm: { id: 'Nilai IKM', en: 'IKM' },
  noIkm: { id: 'belum dapat dihitung', en: 'cannot be worked out yet' },
  answers: { id: 'Jawaban', en: 'Answers' },
  answersOf: { id: 'dari {n} kunjungan', en: 'of {n} visits' },
  sample: { id: 'Sampel yang cukup', en: 'Sample that is enough' },
  reached: { id: 'Tercapai', en: 'Reached' },
  missing: { id: 'Kurang {n} jawaban', en: '{n} answers short' },
  invited: { id: 'Diundang', en: 'Invited' },
  became: {
    id: '{ya} menjawab, {tidak} tidak bersedia, {diam} diam',
    en: '{ya} answered, {tidak} declined, {diam} silent',
  },
  openNow: { id: '{n} masih terbuka hari ini', en: '{n} still open today' },
  lowest: { id: 'Tiga unsur terendah', en: 'The three lowest elements' },
  alsoAsLow: { id: 'Sama rendahnya: {unsur}', en: 'As low: {unsur}' },
  noLowest: { id: 'belum ada', en: 'none yet' },
  perElement: { id: 'Nilai tiap unsur', en: 'Value of each element' },
  scale: { id: 'rata-rata 1 sampai 4', en: 'mean from 1 to 4' },
  elementsChart: { id: 'Rata-rata tiap unsur: {isi}', en: 'Mean of each element: {isi}' },
  low: { id: 'terendah', en: 'lowest' },
  trend: { id: 'IKM per bulan', en: 'IKM by month' },
  trendChart: { id: 'IKM per bulan: {isi}', en: 'IKM by month: {isi}' },
  trendKey: {
    id: 'garis putus-putus: batas mutu C, B, dan A',
    en: 'dotted lines: where the bands C, B and A begin',
  },
  tableElements: { id: 'Per unsur', en: 'By element' },
  tableMonths: { id: 'Per bulan', en: 'By month' },
  tableChannels: { id: 'Per tempat menjawab', en: 'By channel' },
  element: { id: 'Unsur', en: 'Element' },
  mean: { id: 'Rata-rata', en: 'Mean' },
  band: { id: 'Mutu', en: 'Band' },
  month: { id: 'Bulan', en: 'Month' },
  channel: { id: 'Tempat menjawab', en: 'Channel' },
  tooFew: {
    id: 'Tidak ditampilkan: salah satu tempat baru punya kurang dari lima jawaban, dan orangnya bisa ditebak.',
    en: 'Not shown: one of them has fewer than five answers, and whose they are could be guessed.',
  },
  empty: {
    id: 'Belum ada jawaban dalam rentang ini. Jawaban masuk sesudah hari ditutup, bersama sedikitnya empat jawaban lain.',
    en: 'No answers in this span yet. They join after the day is closed, with at least four others.',
  },
  respondents: { id: 'Lembar responden', en: 'Sheet of respondents' },
  respondentsBody: {
    id: 'Satu baris tiap responden, sembilan unsur, seperti lampiran laporan SKM. Tanpa nomor, tanpa waktu, tanpa urutan.',
    en: 'One row for each respondent, nine elements, as the report has it. No number, no time, no order.',
  },
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

/** Where answers come from. */
export const CHANNEL_WORDS: Record<SurveyChannel, Words> = {
  exit: { id: 'Tablet di pintu keluar', en: 'Tablet at the exit' },
  counter: { id: 'Layar di loket', en: 'Screen at a counter' },
  phone: { id: 'Halaman di ponsel', en: 'Page on the phone' },
}
