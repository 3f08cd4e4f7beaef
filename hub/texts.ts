import type { BoardOffice } from '../protocol/hub/board.ts'
import type { Words } from '../protocol/ids.ts'
import type { Trouble } from '../ui/desk/ask-server.ts'
import type { IconName } from '../ui/parts/Icon.tsx'
import { type Lang, say } from '../ui/texts.ts'

/** What all pages of the hub say. */
export const TEXTS = {
  hub: { id: 'Pusat', en: 'Hub' },
  pages: { id: 'Halaman', en: 'Pages' },
  signInHead: { id: 'Masuk ke pusat', en: 'Sign in to the hub' },
  signInSub: {
    id: 'Semua kantor imigrasi dalam satu pandangan. Pakai kunci baca yang dibuatkan pengelola server pusat.',
    en: 'All passport offices in one view. Use the reader’s key that whoever looks after the hub made for you.',
  },
  key: { id: 'Kunci baca', en: 'Reader’s key' },
  signIn: { id: 'Masuk', en: 'Sign in' },
  signOut: { id: 'Keluar', en: 'Sign out' },
  keyMissing: { id: 'Isi kunci baca.', en: 'Fill in the reader’s key.' },
  keyUnknown: { id: 'Kunci ini tidak dikenal.', en: 'This key is not known.' },
  loading: { id: 'Memuat', en: 'Loading' },
  unreachable: { id: 'Server pusat tidak menjawab.', en: 'The hub does not answer.' },
  unreachableSub: {
    id: 'Halaman ini mencoba lagi setiap beberapa detik. Kantor tetap melayani tanpa pusat.',
    en: 'This page tries again every few seconds. Offices go on serving without the hub.',
  },
  signedOutNow: { id: 'Anda sudah keluar. Masuk lagi.', en: 'You are signed out. Sign in again.' },
  tooMany: { id: 'Terlalu sering. Tunggu satu menit.', en: 'Too often. Wait a minute.' },
  refused: { id: 'Pusat tidak dapat menjawabnya.', en: 'The hub cannot answer that.' },
  sortHint: { id: 'Urutkan menurut {kolom}', en: 'Sort by {kolom}' },
  allOffices: { id: 'Semua kantor', en: 'All offices' },
  wholeRegion: { id: 'Seluruh {wilayah}', en: 'All of {wilayah}' },
  scope: { id: 'Cakupan', en: 'Scope' },
  region: { id: 'Wilayah', en: 'Region' },
  allRegions: { id: 'Semua wilayah', en: 'All regions' },
  office: { id: 'Kantor', en: 'Office' },
  noOffices: {
    id: 'Belum ada kantor yang terdaftar di pusat. Pengelola server pusat mendaftarkannya.',
    en: 'No office is entered at the hub yet. Whoever looks after the hub enters them.',
  },
} satisfies Record<string, Words>

/** How an office is: icon, word and tone, the worst first. */
export const STATES: Record<BoardOffice['state'], { icon: IconName; tone: string; words: Words }> = {
  trouble: { icon: 'awas', tone: 'rusak', words: { id: 'Gangguan', en: 'Trouble' } },
  silent: { icon: 'putus', tone: 'lewat', words: { id: 'Tidak terdengar', en: 'Silent' } },
  'other-history': { icon: 'berkas', tone: 'lain', words: { id: 'Riwayat berbeda', en: 'Other history' } },
  new: { icon: 'info', tone: 'nanti', words: { id: 'Belum pernah terdengar', en: 'Never heard' } },
  well: { icon: 'lengkap', tone: 'tepat', words: { id: 'Baik', en: 'Well' } },
}

/** The states in the order in which somebody should look at them. */
export const STATE_ORDER = ['trouble', 'silent', 'other-history', 'new', 'well'] as const

/** Why a request came to nothing, in a sentence; the hub's own where it said one. */
export const troubleText = (trouble: Trouble, lang: Lang): string => {
  switch (trouble.status) {
    case 'signed-out':
      return say(TEXTS.signedOutNow, lang)
    case 'too-many':
      return say(TEXTS.tooMany, lang)
    case 'unreachable':
      return say(TEXTS.unreachable, lang)
    case 'refused':
      return trouble.detail ?? say(TEXTS.refused, lang)
    case 'invalid':
      return [say(TEXTS.refused, lang), ...trouble.issues.map(({ path, message }) => `${path}: ${message}`)].join(' ')
  }
}
