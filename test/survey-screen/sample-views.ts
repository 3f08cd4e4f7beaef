import { SurveyView } from '../../protocol/views.ts'

/** The tablet at the exit at 10.11 with three numbers that are asked, unless told. */
export const surveyViewOf = (more: Partial<SurveyView> = {}): SurveyView =>
  SurveyView.parse({
    role: 'survey',
    epoch: 'e1',
    seq: 1,
    at: Date.parse('2026-11-24T10:11:00+08:00'),
    office: { name: 'Kantor Imigrasi Kelas I TPI Denpasar', zone: 'Asia/Makassar' },
    day: '2026-11-24',
    place: '1',
    counter: null,
    asks: true,
    languages: ['id', 'en'],
    invited: ['A037', 'R004', 'A031'].map((number) => ({ ticketId: `2026-11-24/${number}`, number })),
    ...more,
  })
