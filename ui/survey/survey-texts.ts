import type { Words } from '../../protocol/ids.ts'

/** What the form says, wherever it is filled in. */
export const FORM = {
  ask: { id: 'Nilai layanan kami?', en: 'Rate us?' },
  askBody: {
    id: 'Sembilan pertanyaan, kira-kira satu menit.',
    en: 'Nine questions, about a minute.',
  },
  begin: { id: 'Isi survei', en: 'Answer the survey' },
  progress: { id: '{n} dari {semua}', en: '{n} of {semua}' },
  back: { id: 'Kembali', en: 'Back' },
  skip: { id: 'Lewati', en: 'Skip' },
  decline: { id: 'Tidak bersedia', en: 'No, thank you' },
  privacy: {
    id: 'Tanpa nama. Sesudah hari ini jawaban tidak lagi terkait dengan nomor tiket.',
    en: 'No name. After today the answers are no longer tied to a ticket number.',
  },
  sending: { id: 'Mengirim jawaban', en: 'Sending your answers' },
  unsent: { id: 'Jawaban belum terkirim', en: 'Your answers were not sent' },
  unsentBody: {
    id: 'Sambungan ke kantor sedang putus. Jawaban Anda masih ada di sini.',
    en: 'The line to the office is down. Your answers are still here.',
  },
  sendAgain: { id: 'Kirim lagi', en: 'Send again' },
  answered: { id: 'Terima kasih', en: 'Thank you' },
  answeredBody: {
    id: 'Jawaban Anda sudah diterima dan dipakai untuk memperbaiki layanan.',
    en: 'Your answers have arrived and help us to do better.',
  },
  declinedBody: { id: 'Tidak apa-apa. Selamat jalan.', en: 'That is all right. Goodbye.' },
  closedBody: {
    id: 'Undangan ini sudah ditutup. Terima kasih sudah mau menilai.',
    en: 'This invitation has ended. Thank you for wanting to answer.',
  },
} satisfies Record<string, Words>
