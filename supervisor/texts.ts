import type { UsedTwice } from '../protocol/devices-view.ts'
import type { Words } from '../protocol/ids.ts'
import type { Trouble } from '../ui/desk/ask-server.ts'
import { PLACES } from '../ui/devices/devices-texts.ts'
import { fill, type Lang, refusalText, say } from '../ui/texts.ts'

/** What all pages of the desk say. Screens.md section 7, "Supervisor pages". */
export const TEXTS = {
  desk: { id: 'Meja pengawas', en: "Supervisor's desk" },
  pages: { id: 'Halaman', en: 'Pages' },
  signInHead: { id: 'Masuk ke meja pengawas', en: "Sign in to the supervisor's desk" },
  signInSub: {
    id: 'Pakai nomor petugas dan PIN Anda. Yang belum punya meminta pengawas lain, atau dibuatkan di komputer server.',
    en: 'Use your staff number and PIN. Another supervisor gives you one, or the server computer does.',
  },
  staffNumber: { id: 'Nomor petugas', en: 'Staff number' },
  pin: { id: 'PIN (6 angka)', en: 'PIN (6 digits)' },
  signIn: { id: 'Masuk', en: 'Sign in' },
  signInIncomplete: {
    id: 'Isi nomor petugas (2 sampai 6 angka) dan PIN (6 angka).',
    en: 'Fill in the staff number (2 to 6 digits) and the PIN (6 digits).',
  },
  noSupervisor: {
    id: 'Nomor ini bukan nomor pengawas.',
    en: "This number is not a supervisor's.",
  },
  signedOut: { id: 'Anda keluar karena lama tidak ada sentuhan.', en: 'You were signed out after a while untouched.' },
  signOut: { id: 'Keluar', en: 'Sign out' },
  supervisor: { id: 'Pengawas {nomor}', en: 'Supervisor {nomor}' },
  loading: { id: 'Memuat', en: 'Loading' },
  stale: { id: 'Data pukul {jam}', en: 'Data of {jam}' },
  notSaved: {
    id: 'Belum tersimpan: {alasan} Isian Anda masih ada.',
    en: 'Not saved: {alasan} What you typed is still here.',
  },
  saved: { id: 'Tersimpan.', en: 'Saved.' },
  unreachable: { id: 'Server kantor tidak menjawab.', en: 'The office server does not answer.' },
  signedOutNow: { id: 'Anda sudah keluar. Masuk lagi.', en: 'You are signed out. Sign in again.' },
  tooMany: { id: 'Terlalu sering. Tunggu satu menit.', en: 'Too often. Wait a minute.' },
  refused: { id: 'Kantor menolaknya.', en: 'The office refused it.' },
  invalid: { id: 'Ada isian yang tidak dapat diterima.', en: 'Something filled in cannot be accepted.' },
  unsaved: {
    id: 'Ada perubahan yang belum disimpan. Tinggalkan halaman ini?',
    en: 'There are unsaved changes. Leave this page?',
  },
  usedTwice: {
    id: '{apa} dipakai di dua tempat sekaligus. Mungkin ada yang menyalin kuncinya.',
    en: '{apa} is in use at two places at once. Somebody may have copied its key.',
  },
  usedTwiceHow: { id: 'Cabut dan pasangkan ulang.', en: 'Revoke it and pair it anew.' },
  toPairings: { id: 'Buka pasangan perangkat', en: 'Open the paired devices' },
  cancel: { id: 'Batal', en: 'Cancel' },
  close: { id: 'Tutup', en: 'Close' },
  tryAgain: { id: 'Coba lagi', en: 'Try again' },
} satisfies Record<string, Words>

/** That somebody may have copied the token of a device. */
export const usedTwiceText = ({ role, place }: UsedTwice, lang: Lang): string =>
  fill(say(TEXTS.usedTwice, lang), { apa: fill(say(PLACES[role], lang), { no: place }) })

/** Why a request came to nothing, in a sentence. */
export const troubleText = (trouble: Trouble, lang: Lang): string => {
  switch (trouble.status) {
    case 'signed-out':
      return say(TEXTS.signedOutNow, lang)
    case 'too-many':
      return say(TEXTS.tooMany, lang)
    case 'unreachable':
      return say(TEXTS.unreachable, lang)
    case 'refused':
      if (trouble.refusal !== null) return refusalText(trouble.refusal, lang)
      return trouble.detail ?? say(TEXTS.refused, lang)
    case 'invalid':
      return [say(TEXTS.invalid, lang), ...trouble.issues.map(({ path, message }) => `${path}: ${message}`)].join(' ')
  }
}

/** Nothing was saved, and why; what was typed is still there. */
export const notSavedText = (trouble: Trouble, lang: Lang): string =>
  fill(say(TEXTS.notSaved, lang), { alasan: troubleText(trouble, lang) })
