import type { OverrideAct } from '../../protocol/commands.ts'
import type { AuditKind } from '../../protocol/desk/audit.ts'
import type { AccessAct, RetentionPart, WebhookAct } from '../../protocol/house-facts.ts'

/** One text in both languages, of any length. */
export type Said = { id: string; en: string }

/** Joins a text that is alike in both languages to one that is not. */
export const say = (id: string, en: string): Said => ({ id, en })

/** What the kinds of the audit are called. */
export const KINDS: Record<AuditKind, Said> = {
  override: say('Izin khusus', 'Override'),
  case: say('Kasus', 'Case'),
  counter: say('Loket', 'Counter'),
  office: say('Kantor', 'Office'),
  hours: say('Jam kerja', 'Hours'),
  outage: say('Gangguan', 'Outage'),
  announcement: say('Pengumuman', 'Announcement'),
  agenda: say('Daftar janji', 'Agenda'),
  day: say('Hari kerja', 'Day'),
  access: say('Akses', 'Access'),
  retention: say('Retensi', 'Retention'),
  webhook: say('Webhook', 'Webhook'),
}

/** Rules set aside. */
export const OVERRIDES: Record<OverrideAct, Said> = {
  'late-accepted': say('Terlambat diterima tanpa mundur', 'Late accepted without set-back'),
  'out-of-order-call': say('Dipanggil di luar urutan', 'Called out of order'),
  'walk-in-granted': say('Nomor tanpa janji diberikan', 'Number without appointment granted'),
  reprint: say('Cetak ulang diberikan', 'Reprint granted'),
  admitted: say('Kode yang ditolak kios diterima', 'Admitted although the kiosk did not'),
  'priority-granted': say('Prioritas diberikan', 'Priority granted'),
  'taken-over': say('Kasus diambil alih', 'Case taken over'),
  reassigned: say('Nomor dipindahkan pengawas', 'Number sent elsewhere by a supervisor'),
  cancelled: say('Nomor dibatalkan', 'Number cancelled'),
}

/** What is done with keys; `{…}` are filled in. */
export const ACCESS: Record<AccessAct, Said> = {
  paired: say('Dipasangkan: {role} {place}', 'Paired: {role} {place}'),
  revoked: say('Pasangan dicabut: {role} {place}', 'Pairing revoked: {role} {place}'),
  'pin-set': say('PIN baru untuk petugas {staff}', 'New PIN for staff {staff}'),
  'rank-set': say('Peran petugas {staff}: {rank}', 'Rank of staff {staff}: {rank}'),
  'staff-removed': say('Petugas {staff} dihapus dari daftar', 'Staff {staff} taken off the list'),
  unlocked: say(
    'Kunci petugas {staff} dibuka, sesudah {failed} kali salah',
    'Staff {staff} unlocked, after {failed} wrong tries',
  ),
  'desk-signed-in': say('Pengawas {staff} masuk', 'Supervisor {staff} signed in'),
  'desk-signed-out': say('Pengawas {staff} keluar', 'Supervisor {staff} signed out'),
  'sign-in-locked': say(
    'Masuk dikunci untuk nomor {staff}: {failed} kali salah',
    'Sign-in locked for number {staff}: {failed} wrong tries',
  ),
}

/** What happens to webhooks. */
export const WEBHOOKS: Record<WebhookAct, Said> = {
  added: say('Webhook {hook} ditambahkan', 'Webhook {hook} added'),
  changed: say('Webhook {hook} diubah', 'Webhook {hook} changed'),
  'switched-on': say('Webhook {hook} dinyalakan', 'Webhook {hook} switched on'),
  'switched-off': say('Webhook {hook} dimatikan', 'Webhook {hook} switched off'),
  removed: say('Webhook {hook} dihapus', 'Webhook {hook} removed'),
  stopped: say(
    'Webhook {hook} dihentikan: penerimanya tidak menjawab',
    'Webhook {hook} stopped: its receiver does not answer',
  ),
}

/** Kinds of data that a retention run deletes. */
export const PARTS: Record<RetentionPart, Said> = {
  'booking-codes': say('kode janji', 'booking codes'),
  'agenda-files': say('berkas daftar janji', 'agenda files'),
  'command-answers': say('jawaban perintah', 'command answers'),
  'revoked-pairings': say('pasangan yang dicabut', 'revoked pairings'),
  'strange-numbers': say('nomor petugas tak dikenal', 'unknown staff numbers'),
  'ended-sessions': say('sesi yang berakhir', 'sessions that ended'),
  'webhook-tries': say('catatan kiriman webhook', 'webhook deliveries'),
}

/** Fills `{name}` in both languages. */
export const fill = ({ id, en }: Said, values: Record<string, string | number | null>): Said => {
  const put = (text: string) => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '–')).trim()
  return { id: put(id), en: put(en) }
}
