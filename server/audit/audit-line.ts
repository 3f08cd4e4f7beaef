import type { AuditKind, AuditLine } from '../../protocol/desk/audit.ts'
import type { DayStamp } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { Recorded } from '../journal/journal.ts'
import { dayAt } from '../rules/civil.ts'
import type { EventOf, OfficeEvent } from '../rules/events.ts'
import { changesOf } from './changes.ts'
import { ACCESS, fill, OVERRIDES, PARTS, type Said, say, WEBHOOKS } from './words.ts'

/** What the audit knows of the office when an event is recorded: its document, and how many versions there were. */
export type Before = { office: Office | null; version: number }

/** Before the first event. */
export const NOTHING_BEFORE: Before = { office: null, version: 0 }

/** What is known after an event. */
export const afterEvent = (before: Before, event: OfficeEvent): Before =>
  event.type === 'OfficeConfigured' ? { office: event.office, version: before.version + 1 } : before

type Told = { kind: AuditKind; words: Said } & Partial<
  Pick<AuditLine, 'staff' | 'counter' | 'number' | 'changes' | 'role'>
>

type Tell<T extends OfficeEvent['type']> = (event: EventOf<T>, before: Before) => Told

const numberOf = (ticketId: string): string => ticketId.slice(11)

const reasonOf = (office: Office | null, code: string): Said => {
  const every = office === null ? [] : [...office.reasons.override, ...office.reasons.cancel, ...office.reasons.pause]
  return every.find(({ id }) => id === code)?.name ?? say(code, code)
}

const stageOf = (office: Office | null, id: string): Said =>
  office?.stages.find((stage) => stage.id === id)?.name ?? say(id, id)

const OUTAGES: Record<EventOf<'OutageStarted'>['scope'], Said> = {
  national: say('sistem nasional', 'national system'),
  network: say('jaringan kantor', 'office network'),
  power: say('listrik', 'power'),
}
const UNDONE: Record<EventOf<'Undone'>['act'], Said> = {
  call: say('panggilan', 'call'),
  finish: say('penyelesaian', 'finish'),
  'no-show': say('belum datang', 'no-show'),
}
const RANKS = { staff: say('petugas', 'staff'), supervisor: say('pengawas', 'supervisor') }

const daysOf = (days: readonly DayStamp[]): string => {
  const sorted = [...new Set(days)].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  return first === undefined || first === last ? (first ?? '–') : `${first} – ${last}`
}

/**
 * How an event reads in the audit; null for those that are the ordinary work of a day, such as a call in its turn, which
 * `antrean why` explains. Every kind of event is named, so that a new one is decided about.
 */
const TELLS: { [T in OfficeEvent['type']]: Tell<T> | null } = {
  OfficeConfigured: ({ office }, before) => ({
    kind: 'office',
    words: say(`Pengaturan kantor, versi ${before.version + 1}`, `Office settings, version ${before.version + 1}`),
    changes: changesOf(before.office, office),
  }),
  DayOpened: ({ day }) => ({ kind: 'day', words: say(`Hari kerja ${day} dibuka`, `Day ${day} opened`) }),
  DayClosed: ({ day, unserved }) => ({
    kind: 'day',
    words: say(
      `Hari kerja ${day} ditutup, ${unserved.length} nomor belum selesai`,
      `Day ${day} closed, ${unserved.length} numbers not finished`,
    ),
  }),
  HoursSet: ({ day, opening }) => ({
    kind: 'hours',
    words:
      opening === null
        ? say(`Kantor tutup pada ${day}`, `Office closed on ${day}`)
        : say(`Jam ${day}: ${opening.open}–${opening.close}`, `Hours of ${day}: ${opening.open}–${opening.close}`),
  }),
  OutageStarted: ({ scope }) => ({
    kind: 'outage',
    words: say(`Gangguan mulai: ${OUTAGES[scope].id}`, `Outage began: ${OUTAGES[scope].en}`),
  }),
  OutageEnded: () => ({ kind: 'outage', words: say('Gangguan selesai', 'Outage over') }),
  AgendaImported: ({ bookings }) => {
    const days = daysOf(bookings.map(({ day }) => day))
    return {
      kind: 'agenda',
      words: say(
        `${bookings.length} janji dimasukkan atau diubah, untuk ${days}`,
        `${bookings.length} bookings entered or changed, for ${days}`,
      ),
    }
  },
  Announced: ({ words }) => ({
    kind: 'announcement',
    words: say(`Pengumuman: ${words.id}`, `Announcement: ${words.en}`),
  }),
  ClockTrusted: () => ({
    kind: 'day',
    words: say('Jam server dinyatakan benar', "The server's clock was said to be right"),
  }),
  AnnouncementEnded: () => ({ kind: 'announcement', words: say('Pengumuman diakhiri', 'Announcement ended') }),
  CounterOpened: ({ counter, staff, stages }, { office }) => {
    const names = stages.map((id) => stageOf(office, id))
    return {
      kind: 'counter',
      ...{ counter, staff },
      words: say(
        `Loket ${counter} dibuka: ${names.map(({ id }) => id).join(', ')}`,
        `Counter ${counter} opened: ${names.map(({ en }) => en).join(', ')}`,
      ),
    }
  },
  CounterClosed: ({ counter }) => ({
    ...{ kind: 'counter', counter },
    words: say(`Loket ${counter} ditutup`, `Counter ${counter} closed`),
  }),
  CounterPaused: ({ counter, reason }, { office }) => {
    const { id, en } = reasonOf(office, reason)
    return { kind: 'counter', counter, words: say(`Loket ${counter} jeda: ${id}`, `Counter ${counter} paused: ${en}`) }
  },
  CounterResumed: ({ counter }) => ({
    ...{ kind: 'counter', counter },
    words: say(`Loket ${counter} melayani lagi`, `Counter ${counter} serves again`),
  }),
  Overridden: ({ act, ticketId, staff, reason }, { office }) => {
    const [what, why] = [OVERRIDES[act], reasonOf(office, reason)]
    return {
      ...{ kind: 'override', staff, number: numberOf(ticketId) },
      words: say(`${what.id}: ${why.id}`, `${what.en}: ${why.en}`),
    }
  },
  Shifted: ({ ticketId, shiftMin }) => ({
    ...{ kind: 'case', number: numberOf(ticketId) },
    words: say(`Giliran digeser, kini ${shiftMin} menit`, `Turn shifted, now ${shiftMin} minutes`),
  }),
  Transferred: ({ ticketId, counter, stage, reserved }, { office }) => {
    const { id, en } = stageOf(office, stage)
    const [ke, to] = reserved === null ? ['', ''] : [`, loket ${reserved.counter}`, `, counter ${reserved.counter}`]
    return {
      ...{ kind: 'case', counter, number: numberOf(ticketId) },
      words: say(
        `Dipindahkan dari loket ${counter} ke ${id}${ke}`,
        `Transferred from counter ${counter} to ${en}${to}`,
      ),
    }
  },
  Reassigned: ({ ticketId, from, stage, reserved }, { office }) => {
    const { id, en } = stageOf(office, stage)
    const [ke, to] = reserved === null ? ['', ''] : [`, loket ${reserved.counter}`, `, counter ${reserved.counter}`]
    return {
      ...{ kind: 'case', number: numberOf(ticketId), ...(from === null ? {} : { counter: from }) },
      words: say(`Dipindahkan pengawas ke ${id}${ke}`, `Sent by a supervisor to ${en}${to}`),
    }
  },
  TicketCancelled: ({ ticketId, from }) => ({
    ...{ kind: 'case', number: numberOf(ticketId), ...(from === null ? {} : { counter: from }) },
    words: say('Tiket diakhiri pengawas', 'Ticket ended by a supervisor'),
  }),
  HelpsSet: ({ counter, helps }, { office }) => {
    const names = helps.map((id) => stageOf(office, id))
    return {
      ...{ kind: 'counter', counter },
      words:
        names.length === 0
          ? say(`Loket ${counter} tidak membantu lagi`, `Counter ${counter} helps no longer`)
          : say(
              `Loket ${counter} membantu ${names.map(({ id }) => id).join(', ')}`,
              `Counter ${counter} helps with ${names.map(({ en }) => en).join(', ')}`,
            ),
    }
  },
  ServedOnPaper: ({ ticketId }) => ({
    ...{ kind: 'case', number: numberOf(ticketId) },
    words: say('Kunjungan kertas diketik sesudahnya', 'A visit kept on paper was typed in'),
  }),
  SurveyInvited: null,
  InvitationSettled: null,
  TakenOver: ({ ticketId, from, counter }) => ({
    ...{ kind: 'case', counter, number: numberOf(ticketId) },
    words: say(`Diambil alih dari loket ${from}`, `Taken over from counter ${from}`),
  }),
  Undone: ({ ticketId, counter, act }) => ({
    ...{ kind: 'case', counter, number: numberOf(ticketId) },
    words: say(`Diurungkan: ${UNDONE[act].id}`, `Undone: ${UNDONE[act].en}`),
  }),
  AccessChanged: ({ act, by, role, place, staff, rank, failed }) => {
    const values = { role, place, staff, failed }
    const [id, en] = [rank === null ? '' : RANKS[rank].id, rank === null ? '' : RANKS[rank].en]
    const words = say(fill(ACCESS[act], { ...values, rank: id }).id, fill(ACCESS[act], { ...values, rank: en }).en)
    const tries = act === 'desk-signed-in' && failed > 0
    return {
      ...{ kind: 'access', role: by.role, staff: by.staff ?? staff },
      words: tries
        ? say(`${words.id}, sesudah ${failed} kali salah`, `${words.en}, after ${failed} wrong tries`)
        : words,
    }
  },
  RetentionRun: ({ by, parts }) => {
    const gone = parts.filter(({ deleted }) => deleted > 0)
    const list = (lang: 'id' | 'en') => gone.map(({ part, deleted }) => `${deleted} ${PARTS[part][lang]}`).join(', ')
    return {
      ...{ kind: 'retention', role: by.role, staff: by.staff },
      words:
        gone.length === 0
          ? say('Retensi: tidak ada yang perlu dihapus', 'Retention: nothing to delete')
          : say(`Retensi, dihapus: ${list('id')}`, `Retention, deleted: ${list('en')}`),
    }
  },
  WebhookChanged: ({ act, by, hook }) => ({
    ...{ kind: 'webhook', role: by.role, staff: by.staff },
    words: fill(WEBHOOKS[act], { hook }),
  }),
  CheckedIn: null,
  TurnedAway: null,
  PutOff: null,
  CheckedInAgain: null,
  Returned: null,
  SlipQueued: null,
  SlipMoved: null,
  SlipReported: null,
  DeviceReported: null,
  SoundReported: null,
  StaffCalled: null,
  StaffCallEnded: null,
  Called: null,
  Recalled: null,
  Started: null,
  StageFinished: null,
  Missed: null,
  Parked: null,
  Resumed: null,
  DocumentAsked: null,
  ForecastsShown: null,
}

/** The table's row of a kind belongs to events of that kind; TypeScript cannot see that through a union. */
const tell = <T extends OfficeEvent['type']>(event: EventOf<T> & { type: T }, before: Before): Told | null => {
  const row: Tell<T> | null = TELLS[event.type]
  return row === null ? null : row(event, before)
}

/** Places of counters are their numbers. */
const counterAt = ({ role, place }: Recorded['by']): number | null => (role === 'counter' ? Number(place) : null)

/**
 * The line of an event in the audit, null for the ordinary work of a day. `before` is the office as it was; events before
 * any office, which has no zone, are none of an office's.
 */
export const auditLineOf = (recorded: Recorded, before: Before): AuditLine | null => {
  const { seq, at, by, event } = recorded
  const office = event.type === 'OfficeConfigured' ? event.office : before.office
  const told = tell(event, before)
  if (told === null || office === null) return null
  return {
    ...{ seq, at, day: dayAt(at, office.zone), role: by.role, staff: by.staff },
    ...{ counter: counterAt(by), number: null, changes: [] },
    ...told,
  }
}
