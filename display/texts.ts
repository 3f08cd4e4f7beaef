import type { Words } from '../protocol/ids.ts'

/** What the displays say (screens.md section 7, Display). Indonesian stands large, English small beside it. */
export const TEXTS = {
  goTo: { id: 'Silakan menuju', en: 'Please go to' },
  again: { id: 'Panggilan ulang', en: 'Called again' },
  lastCall: { id: 'Panggilan terakhir', en: 'Last call' },
  lastKnown: { id: 'Panggilan terakhir yang diketahui', en: 'Last known call' },
  lastFive: { id: 'Lima panggilan terakhir', en: 'Last five calls' },
  earlier: { id: 'Panggilan sebelumnya', en: 'Earlier calls' },
  noEarlier: { id: 'Belum ada panggilan lain.', en: 'No other calls yet.' },
  serving: { id: 'Jam yang dilayani', en: 'Hour in service' },
  lanes: { id: 'Berikutnya per jalur', en: 'Next in each lane' },
  waiting: { id: '{n} menunggu', en: '{n} waiting' },
  nobodyWaiting: { id: 'Tidak ada yang menunggu', en: 'Nobody waiting' },
  offline: { id: 'Dengarkan panggilan petugas', en: 'Listen for staff' },
  offlineSince: { id: 'Layar ini tidak tersambung sejak {jam}', en: 'This screen has been offline since {jam}' },
  soundBlocked: { id: 'Suara mati. Perhatikan layar.', en: 'No sound. Watch the screen.' },
  noCallYet: { id: 'Belum ada panggilan', en: 'No calls yet' },
  together: { id: 'bersama {daftar}', en: 'with {daftar}' },
  zone: { id: '{nama}, lantai {n}', en: '{nama}, floor {n}' },
  rangeUnknown: { id: 'Perkiraan menunggu', en: 'Time not known yet' },
  countersOpen: { id: 'Loket buka pukul {jam}', en: 'Counters open at {jam}' },
  onBreak: { id: 'Loket istirahat', en: 'Counters are on a break' },
  resumes: { id: 'Panggilan mulai lagi', en: 'Calls resume at' },
  kept: { id: 'Nomor dan urutan Anda tetap tersimpan.', en: 'Your number and place are kept.' },
  outage: { id: 'Gangguan sistem sejak {jam}', en: 'System outage since {jam}' },
  outageBody: {
    id: 'Giliran Anda dijaga. Perkiraan dihitung ulang.',
    en: 'Your turn is kept. Times are being worked out again.',
  },
  outageLine: {
    id: 'Gangguan sistem sejak {jam}. Giliran Anda dijaga. Perkiraan dihitung ulang.',
    en: 'System outage since {jam}. Your turn is kept. Times are being worked out again.',
  },
  closingLine: {
    id: 'Kios tutup {jam}; yang sudah punya nomor tetap dilayani.',
    en: 'Kiosks close at {jam}; those with a number will be served.',
  },
  officeClosed: { id: 'Kantor tutup', en: 'The office is closed' },
  stillServed: {
    id: 'Yang sudah punya nomor tetap dilayani.',
    en: 'Those with a number will be served.',
  },
  thanks: { id: 'Terima kasih.', en: 'Thank you.' },
  opensAt: { id: 'Buka pukul {jam}. Terima kasih.', en: 'Opens at {jam}. Thank you.' },
  opensOn: { id: 'Buka lagi {hari} pukul {jam}. Terima kasih.', en: 'Opens {hari} at {jam}. Thank you.' },
  takeNumber: { id: 'Silakan ambil nomor di kios.', en: 'Please take a number at the kiosk.' },
  closed: { id: 'Loket sedang tutup', en: 'Counters are closed' },
  whenOpen: {
    id: 'Nomor dapat diambil di kios saat kantor buka.',
    en: 'Numbers can be taken at the kiosk when the office is open.',
  },
  ticker: {
    id: 'Perhatikan nomor Anda di layar ini. Simpan tiket sampai selesai dilayani.',
    en: 'Watch for your number on this screen. Keep your slip until you have been served.',
  },
} satisfies Record<string, Words>
