import type { SurveySheet } from '../../protocol/desk/survey.ts'
import type { Words } from '../../protocol/ids.ts'
import { ELEMENTS, type SurveyChannel } from '../../protocol/survey.ts'
import { QUESTIONS } from '../../protocol/survey-questions.ts'
import type { SurveyResults } from '../../protocol/survey-results.ts'
import type { Table, TableLang } from '../tables/table.ts'
import type { Response } from './results.ts'

const words = (id: string, en: string): Words => ({ id, en })
const column = (id: string, en: string) => ({ name: words(id, en) })

const CHANNELS: Record<SurveyChannel, Words> = {
  exit: words('Tablet di pintu keluar', 'Tablet at the exit'),
  counter: words('Layar di loket', 'Screen at a counter'),
  phone: words('Halaman di ponsel', 'Page on the phone'),
}

const index = [column('Jawaban', 'Answers'), column('IKM', 'IKM'), column('Mutu', 'Band')]

/** The tables of a survey, texts in one language. Respondents stand in no order, and nothing tells who they are. */
export const surveyTables = (
  results: SurveyResults,
  responses: readonly Response[],
  lang: TableLang,
): Record<SurveySheet, Table> => {
  const say = (text: Words): string => text[lang]
  const { invitations, elements } = results
  const line = (id: string, en: string, value: string | number | null) => [say(words(id, en)), value]
  const yesNo = (yes: boolean): string => say(yes ? words('ya', 'yes') : words('belum', 'not yet'))
  const sumOf = (i: number): number =>
    responses.reduce((sum, { answers }) => sum + (answers[ELEMENTS[i] ?? 'waktu'] ?? 0), 0)
  return {
    result: {
      name: words('Hasil', 'Result'),
      columns: [column('Hal', 'What'), column('Nilai', 'Value')],
      rows: [
        line('Kantor', 'Office', results.office),
        line('Dari bulan', 'From', results.from),
        line('Sampai bulan', 'Until', results.until),
        line('Nilai IKM', 'IKM', results.ikm),
        line('Mutu pelayanan', 'Band', results.band),
        line('Bobot tiap unsur', 'Weight of each element', results.weight),
        line('Responden', 'Respondents', results.n),
        line('Populasi (kunjungan yang selesai)', 'Population (visits that ended)', results.population),
        line('Sampel yang cukup (Krejcie–Morgan)', 'Sample that is enough (Krejcie–Morgan)', results.sample),
        line('Sampel tercapai', 'Sample reached', yesNo(results.reached)),
        line('Diundang', 'Invited', invitations.invited),
        line('Menjawab', 'Answered', invitations.answered),
        line('Tidak bersedia', 'Declined', invitations.declined),
        line('Tidak menjawab', 'Expired', invitations.expired),
        line('Masih terbuka', 'Still open', invitations.open),
      ],
    },
    elements: {
      name: words('Unsur', 'Elements'),
      columns: [
        column('Kode', 'Code'),
        column('Unsur', 'Element'),
        column('Jawaban', 'Answers'),
        column('Rata-rata (1–4)', 'Mean (1–4)'),
        column('Nilai (25–100)', 'Value (25–100)'),
        column('Mutu', 'Band'),
      ],
      rows: elements.map(({ element, n, mean, value, band }, i) => [
        `U${i + 1}`,
        say(QUESTIONS[element].name),
        n,
        mean,
        value,
        band,
      ]),
    },
    months: {
      name: words('Bulan', 'Months'),
      columns: [column('Bulan', 'Month'), ...index],
      rows: results.months.map(({ month, n, ikm, band }) => [month, n, ikm, band]),
    },
    channels: {
      name: words('Tempat menjawab', 'Channels'),
      columns: [column('Tempat menjawab', 'Channel'), ...index],
      rows: (results.channels ?? []).map(({ channel, n, ikm, band }) => [say(CHANNELS[channel]), n, ikm, band]),
    },
    respondents: {
      name: words('Responden', 'Respondents'),
      columns: [
        column('No.', 'No.'),
        ...ELEMENTS.map((element, i) => ({
          name: words(`U${i + 1} ${QUESTIONS[element].name.id}`, `U${i + 1} ${QUESTIONS[element].name.en}`),
        })),
      ],
      rows: [
        ...responses.map(({ answers }, i) => [i + 1, ...ELEMENTS.map((element) => answers[element] ?? null)]),
        [say(words('Jumlah nilai', 'Sum')), ...ELEMENTS.map((_, i) => sumOf(i))],
        [say(words('Terisi', 'Answered')), ...elements.map(({ n }) => n)],
        [say(words('NRR per unsur', 'Mean of the element')), ...elements.map(({ mean }) => mean)],
      ],
    },
  }
}
