import type { Words } from '../../protocol/ids.ts'

/** A number of the rules: where it stands, its range and default, and in a sentence what it does (queue-rules section 2). */
export type RuleNumber = {
  at: readonly string[]
  min: number
  max: number
  usual: number
  unit: 'minutes' | 'seconds' | 'hours' | 'days' | 'times'
  about: Words
}

const rule = (
  path: string,
  [min, max, usual]: readonly [number, number, number],
  unit: RuleNumber['unit'],
  id: string,
  en: string,
): RuleNumber => ({ at: path.split('.'), min, max, usual, unit, about: { id, en } })

/** Arrival and turn. */
export const TURN_RULES: readonly RuleNumber[] = [
  rule(
    'windows.earliestCallMin',
    [15, 60, 60],
    'minutes',
    'Yang datang lebih awal boleh dipanggil sejak sekian menit sebelum jamnya, bila loket kosong.',
    'Whoever is early may be called so long before their window, when a counter is free.',
  ),
  rule(
    'windows.graceMin',
    [0, 60, 15],
    'minutes',
    'Terlambat sampai sekian menit masih dihitung seperti tepat waktu.',
    'Late by so much still counts as on time.',
  ),
  rule(
    'windows.lateSetBackMin',
    [0, 240, 30],
    'minutes',
    'Yang lebih terlambat lagi giliran mundur sekian menit.',
    'Whoever is later than that is set back by so much.',
  ),
  rule(
    'windows.lateLimitMin',
    [0, 480, 120],
    'minutes',
    'Sesudah terlambat sekian menit, dilayani seperti tanpa janji.',
    'From so late on, served as without an appointment.',
  ),
  rule(
    'windows.walkInSetBackMin',
    [0, 240, 60],
    'minutes',
    'Yang tanpa janji giliran mundur sekian menit dari jam datangnya.',
    'Whoever has no appointment is set back from their arrival.',
  ),
  rule(
    'windows.priorityHeadStartMin',
    [0, 180, 120],
    'minutes',
    'Prioritas maju sekian menit. Bila prioritas sangat banyak, pakai 30 sampai 60.',
    'Priority moves forward by so much. In a surge use 30 to 60.',
  ),
]

/** Calls that nobody answers. */
export const NO_SHOW_RULES: readonly RuleNumber[] = [
  rule(
    'noShow.recallSec',
    [0, 300, 40],
    'seconds',
    'Jarak antara dua panggilan, supaya orang sempat berdiri.',
    'Between two calls, so that people can stand up.',
  ),
  rule(
    'noShow.recalls',
    [0, 10, 2],
    'times',
    'Sesudah dipanggil ulang sekian kali, dicatat belum datang.',
    'After so many recalls, noted as not here.',
  ),
  rule(
    'noShow.backMin',
    [0, 120, 10],
    'minutes',
    'Yang belum datang dipanggil lagi sesudah sekian menit.',
    'Whoever did not come is called again after so long.',
  ),
  rule(
    'noShow.times',
    [1, 10, 3],
    'times',
    'Sesudah belum datang sekian kali, nomornya menunggu sampai dipindai lagi.',
    'After so many misses, the number waits for a new scan.',
  ),
]

/** Counters, kiosks and families. */
export const OTHER_RULES: readonly RuleNumber[] = [
  rule(
    'families.joinMin',
    [0, 30, 5],
    'minutes',
    'Anggota keluarga yang menyusul sampai sekian menit ikut giliran yang sama.',
    'Family members who follow within this share one turn.',
  ),
  rule(
    'undoSec',
    [0, 600, 10],
    'seconds',
    'Selama itu loket dapat mengurungkan panggilan atau penyelesaian terakhir.',
    'So long a counter may take back its last call or finish.',
  ),
  rule(
    'lockMin',
    [0, 60, 5],
    'minutes',
    'Loket yang tidak disentuh terkunci sesudah ini; 0 berarti tidak pernah.',
    'An untouched counter locks after this; 0 is never.',
  ),
  rule(
    'reprints',
    [0, 5, 2],
    'times',
    'Cetak ulang satu tiket yang diberikan kios sendiri.',
    'Reprints of one slip that a kiosk gives by itself.',
  ),
  rule(
    'estimate.runs',
    [0, 400, 120],
    'times',
    'Berapa kali hari dihitung ke depan untuk satu perkiraan; 0 berarti tanpa perkiraan.',
    'How often the day is played forward for one estimate; 0 shows none.',
  ),
]

/** How long what could lead to a person is kept (domain section 7). */
export const RETENTION_RULES: readonly RuleNumber[] = [
  rule(
    'retention.bookingDays',
    [0, 7, 1],
    'days',
    'Kode janji dilupakan sesudah sekian hari kerja berikutnya ditutup.',
    'A booking code is forgotten when so many days after its own are closed.',
  ),
  rule(
    'retention.agendaFileHours',
    [1, 720, 48],
    'hours',
    'Berkas daftar janji yang sudah diambil, dan laporannya.',
    'Agenda files that were taken, and their reports.',
  ),
  rule(
    'retention.answerHours',
    [48, 720, 48],
    'hours',
    'Jawaban perintah, supaya perintah yang diulang tidak terjadi dua kali.',
    'Answers to commands, so that a repeated one does not happen twice.',
  ),
  rule(
    'retention.pairingDays',
    [1, 3650, 90],
    'days',
    'Pasangan perangkat yang sudah dicabut.',
    'Pairings of devices that were revoked.',
  ),
  rule(
    'retention.strangerDays',
    [1, 365, 7],
    'days',
    'Nomor petugas yang dicoba orang dan bukan milik siapa pun.',
    'Staff numbers that somebody tried and nobody has.',
  ),
  rule('retention.webhookTryDays', [1, 365, 30], 'days', 'Catatan kiriman webhook.', 'What was sent to webhooks.'),
]
