import type { Words } from '../protocol/ids.ts'

/** Without an appointment, and in an office without a list. */
export const WALK_IN = {
  choose: { id: 'Apa keperluan Anda?', en: 'What do you need?' },
  left: { id: 'Sisa hari ini: {n} nomor.', en: '{n} numbers left today.' },
  until: { id: 'Pengambilan nomor sampai {jam}.', en: 'Numbers are given until {jam}.' },
  booked: {
    id: 'Yang punya janji dipanggil sesuai jamnya.',
    en: 'Those with an appointment are called at their hour.',
  },
  rowLeft: { id: 'Sisa {n} nomor', en: '{n} left' },
  rowStaff: { id: 'Nomor dari petugas', en: 'Number from staff' },
  rowFull: { id: 'Habis hari ini', en: 'None left today' },
  rowClosed: { id: 'Tidak pada jam ini', en: 'Not at this hour' },
  full: { id: 'Nomor tanpa janji hari ini habis', en: 'No walk-in numbers left today' },
  closed: { id: 'Nomor tanpa janji tidak diberikan pada jam ini', en: 'No walk-in numbers at this hour' },
  closedHours: { id: 'Nomor diberikan pukul {jam}.', en: 'Numbers are given {jam}.' },
  fullBody: {
    id: 'Pesan jam di M-Paspor, atau tanyakan petugas bila mendesak.',
    en: 'Book in M-Paspor, or ask staff if urgent.',
  },
  priority: { id: 'Perlu layanan prioritas?', en: 'Do you need priority service?' },
  priorityBody: {
    id: 'Untuk lanjut usia, ibu hamil atau menyusui, penyandang disabilitas, dan yang membawa anak kecil.',
    en: 'For older people, pregnant or nursing mothers, people with disabilities, and small children.',
  },
  priorityWhy: { id: 'Alasan tidak ditanya, tidak dicetak.', en: 'We do not ask or print why.' },
  yes: { id: 'Ya', en: 'Yes' },
  no: { id: 'Tidak', en: 'No' },
  reason: { id: 'Kenapa tanpa janji?', en: 'Why no appointment?' },
  reasonBody: {
    id: 'Membantu kantor memperbaiki layanan. Tidak memengaruhi giliran.',
    en: 'Helps the office. Does not change your turn.',
  },
  window: { id: 'Jam berapa janji Anda?', en: 'What is your hour?' },
  windowBody: { id: 'Lihat jam datang di surat Anda.', en: 'See your letter.' },
  windowUnknown: { id: 'Tidak tahu', en: 'I do not know' },
} satisfies Record<string, Words>
