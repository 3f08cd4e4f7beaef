import type { Words } from './ids.ts'
import type { Mark, SurveyElement } from './survey.ts'

/** One question: what it is about, the question, and its four answers in the order 1 → 4. */
export type SurveyQuestion = { name: Words; question: Words; answers: Record<Mark, Words> }

const words = (id: string, en: string): Words => ({ id, en })

/** The nine questions, in the words of the regulation's own form (PermenPANRB 14/2017; domain section 8). */
export const QUESTIONS: Record<SurveyElement, SurveyQuestion> = {
  persyaratan: {
    name: words('Persyaratan', 'Requirements'),
    question: words(
      'Apakah persyaratan sesuai dengan jenis pelayanannya?',
      'Did the requirements fit the kind of service?',
    ),
    answers: {
      1: words('Tidak sesuai', 'They did not fit'),
      2: words('Kurang sesuai', 'They hardly fit'),
      3: words('Sesuai', 'They fit'),
      4: words('Sangat sesuai', 'They fit very well'),
    },
  },
  prosedur: {
    name: words('Prosedur', 'Procedure'),
    question: words('Apakah prosedur pelayanan di kantor ini mudah?', 'Was the procedure at this office easy?'),
    answers: {
      1: words('Tidak mudah', 'Not easy'),
      2: words('Kurang mudah', 'Not so easy'),
      3: words('Mudah', 'Easy'),
      4: words('Sangat mudah', 'Very easy'),
    },
  },
  waktu: {
    name: words('Waktu pelayanan', 'Time'),
    question: words('Apakah Anda dilayani dengan cepat?', 'Were you served quickly?'),
    answers: {
      1: words('Tidak cepat', 'Not quickly'),
      2: words('Kurang cepat', 'Not so quickly'),
      3: words('Cepat', 'Quickly'),
      4: words('Sangat cepat', 'Very quickly'),
    },
  },
  biaya: {
    name: words('Biaya atau tarif', 'Cost'),
    question: words('Apakah biaya pelayanan ini wajar?', 'Was the cost of this service reasonable?'),
    answers: {
      1: words('Sangat mahal', 'Very expensive'),
      2: words('Cukup mahal', 'Rather expensive'),
      3: words('Murah', 'Cheap'),
      4: words('Gratis', 'Free of charge'),
    },
  },
  produk: {
    name: words('Produk pelayanan', 'Result'),
    question: words(
      'Apakah hasil pelayanan sesuai dengan yang dijanjikan?',
      'Was the result what you had been promised?',
    ),
    answers: {
      1: words('Tidak sesuai', 'It was not'),
      2: words('Kurang sesuai', 'Hardly'),
      3: words('Sesuai', 'It was'),
      4: words('Sangat sesuai', 'Very much so'),
    },
  },
  kompetensi: {
    name: words('Kompetensi petugas', 'Competence of staff'),
    question: words('Apakah petugas mampu melayani Anda?', 'Were the staff able to serve you?'),
    answers: {
      1: words('Tidak kompeten', 'Not competent'),
      2: words('Kurang kompeten', 'Not so competent'),
      3: words('Kompeten', 'Competent'),
      4: words('Sangat kompeten', 'Very competent'),
    },
  },
  perilaku: {
    name: words('Perilaku petugas', 'Conduct of staff'),
    question: words('Apakah petugas sopan dan ramah?', 'Were the staff polite and friendly?'),
    answers: {
      1: words('Tidak sopan dan ramah', 'Not polite and friendly'),
      2: words('Kurang sopan dan ramah', 'Not so polite and friendly'),
      3: words('Sopan dan ramah', 'Polite and friendly'),
      4: words('Sangat sopan dan ramah', 'Very polite and friendly'),
    },
  },
  sarana: {
    name: words('Sarana dan prasarana', 'Facilities'),
    question: words(
      'Bagaimana ruang tunggu dan sarana kantor ini?',
      'How are the waiting room and facilities of this office?',
    ),
    answers: {
      1: words('Buruk', 'Bad'),
      2: words('Cukup', 'Fair'),
      3: words('Baik', 'Good'),
      4: words('Sangat baik', 'Very good'),
    },
  },
  pengaduan: {
    name: words('Penanganan pengaduan', 'Handling of complaints'),
    question: words('Bagaimana pengaduan ditangani di kantor ini?', 'How are complaints handled at this office?'),
    answers: {
      1: words('Tidak ada', 'There is no way to complain'),
      2: words('Ada tetapi tidak berfungsi', 'There is one, but it does not work'),
      3: words('Berfungsi kurang maksimal', 'It works, not fully'),
      4: words('Dikelola dengan baik', 'It is managed well'),
    },
  },
}
