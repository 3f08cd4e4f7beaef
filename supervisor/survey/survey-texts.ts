import type { Words } from '../../protocol/ids.ts'
import type { SurveyChannel } from '../../protocol/survey.ts'

/** What the page of the survey says beside what its results say everywhere. */
export const SURVEY = {
  head: { id: 'Survei SKM', en: 'Survey (SKM)' },
  about: { id: '{rentang}, {n} jawaban', en: '{rentang}, {n} answers' },
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
  trend: { id: 'IKM per bulan', en: 'IKM by month' },
  trendChart: { id: 'IKM per bulan: {isi}', en: 'IKM by month: {isi}' },
  trendKey: {
    id: 'garis putus-putus: batas mutu C, B, dan A',
    en: 'dotted lines: where the bands C, B and A begin',
  },
  tableMonths: { id: 'Per bulan', en: 'By month' },
  tableChannels: { id: 'Per tempat menjawab', en: 'By channel' },
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

/** Where answers come from. */
export const CHANNEL_WORDS: Record<SurveyChannel, Words> = {
  exit: { id: 'Tablet di pintu keluar', en: 'Tablet at the exit' },
  counter: { id: 'Layar di loket', en: 'Screen at a counter' },
  phone: { id: 'Halaman di ponsel', en: 'Page on the phone' },
}
