import type { Words } from '../../protocol/ids.ts'

/** What the assistant for a new office says. The figures are the simulator's (queue-rules section 1). */
export const SET_UP = {
  head: { id: 'Penyiapan kantor', en: 'Setting the office up' },
  about: {
    id: 'Sekitar 10 menit. Setiap langkah tersimpan; boleh berhenti dan dilanjutkan.',
    en: 'About 10 minutes. Every step is saved; you may stop and go on later.',
  },
  steps: {
    name: { id: 'Nama dan zona waktu', en: 'Name and zone' },
    counters: { id: 'Jalur dan loket', en: 'Lanes and counters' },
    helping: { id: 'Satu pertanyaan terpenting', en: 'The one question that matters' },
    hours: { id: 'Jam kerja', en: 'Hours' },
    staff: { id: 'Pengawas dan petugas', en: 'Supervisors and staff' },
    devices: { id: 'Pasangkan perangkat', en: 'Pair devices' },
    summary: { id: 'Ringkasan', en: 'Summary' },
  },
  stepDone: { id: 'selesai', en: 'done' },
  counters: { id: 'Jalur dan loket', en: 'Lanes and counters' },
  lanesAbout: {
    id: 'Jalur ini cocok untuk sebagian besar kantor. Ubah kapan saja di Kantor, Jalur & layanan.',
    en: 'These lanes fit most offices. Change them at any time under Office, Lanes & services.',
  },
  howMany: { id: 'Berapa loket untuk {tahap}?', en: 'How many counters for {tahap}?' },
  oneStage: { id: 'Kantor ini hanya punya satu tahap.', en: 'This office has one stage only.' },
  question: {
    id: 'Bolehkan petugas wawancara memeriksa berkas saat antreannya sendiri kosong?',
    en: 'May interview officers check documents while their own queue is empty?',
  },
  why: {
    id: 'Ini pengaturan yang paling berpengaruh. Dalam simulasi hari sibuk, orang yang datang sesuai jamnya menunggu rata-rata 27 menit tanpa pengaturan giliran, 18 menit dengan giliran menurut jam, dan 9 menit bila dua petugas wawancara ikut membantu. Petugasnya sama banyak.',
    en: 'No setting matters more. On a simulated busy day, people who keep their window wait 27 minutes first come first served, 18 with turns by window, and 9 when two interview officers help. With the same staff.',
  },
  answer: { id: 'Jawaban Anda', en: 'Your answer' },
  helpYes: { id: 'Ya, disarankan', en: 'Yes, recommended' },
  helpNo: { id: 'Tidak', en: 'No' },
  hoursKept: { id: 'sesuai kalender', en: 'as in the calendar' },
  isDone: { id: 'Kantor ini sudah disiapkan.', en: 'This office is set up.' },
  back: { id: 'Kembali', en: 'Back' },
  next: { id: 'Simpan dan lanjut', en: 'Save and go on' },
  later: { id: 'Lanjutkan nanti', en: 'Go on later' },
  finish: { id: 'Selesai', en: 'Done' },
} satisfies Record<string, Words | Record<string, Words>>
