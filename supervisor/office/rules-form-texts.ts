import type { Words } from '../../protocol/ids.ts'

/** What the form of the rules says around its numbers. */
export const RULES = {
  turns: { id: 'Kedatangan dan giliran', en: 'Arrival and turn' },
  turnsAside: { id: 'berlaku untuk yang datang sesudah disimpan', en: 'for those who come after it is saved' },
  tiesAbout: {
    id: 'Urutan janji menghapus lomba datang paling pagi.',
    en: 'The order of booking ends the race to the door.',
  },
  byCheckIn: { id: 'yang lebih dulu mengambil nomor', en: 'who took a number first' },
  byBooking: { id: 'yang lebih dulu memesan janji', en: 'who booked first' },
  orderAbout: { id: 'Pilihan lain hanya untuk perbandingan.', en: 'The others are for comparison only.' },
  orders: {
    window: { id: 'giliran menurut jam janji (disarankan)', en: 'turn by window (recommended)' },
    arrival: { id: 'siapa datang dulu', en: 'first come first served' },
    appointment: { id: 'jam janji saja', en: 'by appointment alone' },
    classes: { id: 'prioritas, lalu janji, lalu yang lain', en: 'priority, then booked, then others' },
  },
  noShow: { id: 'Dipanggil tetapi belum datang', en: 'Called, and not here' },
  others: { id: 'Loket, kios, dan keluarga', en: 'Counters, kiosks and families' },
  familiesAbout: {
    id: 'Anggota keluarga mendapat nomor berurutan dan satu panggilan.',
    en: 'Members get numbers in a row and one call.',
  },
  returnsAbout: {
    id: 'Yang kembali dengan berkas menunggu petugas yang sama, walau loket lain kosong.',
    en: 'Whoever comes back waits for the same officer, even while others are free.',
  },
} satisfies Record<string, Words | Record<string, Words>>
