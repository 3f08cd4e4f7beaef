import { z } from 'zod'
import { Slug, Words } from './ids.ts'
import { isQuick } from './pattern.ts'

/**
 * Whose turn it is. `window` is the shipped rule, the turn by window (queue-rules section 2). The others are what offices
 * come from, so that they can be compared: `arrival` first come first served, `appointment` by the window's start
 * whenever one came, `classes` priority before booked before all others, each by arrival.
 */
export const TurnRule = z.enum(['window', 'arrival', 'appointment', 'classes'])
export type TurnRule = z.infer<typeof TurnRule>

/** Arrival and turn, in whole minutes, so that every instant that follows is one: `queue-rules` section 2 with its guard rails (E ≥ 15, L ≤ T, W ≥ L, P ≤ 180). */
export const Windows = z
  .strictObject({
    rule: TurnRule.default('window'),
    /** E: the earliest call before the window's start. */
    earliestCallMin: z.int().min(15).max(60).default(60),
    /** G: late, but still as if on time. */
    graceMin: z.int().min(0).max(60).default(15),
    /** L: how far a late ticket is set back. */
    lateSetBackMin: z.int().min(0).max(240).default(30),
    /** T: from here on a booking is served as if it had none. */
    lateLimitMin: z.int().min(0).max(480).default(120),
    /** W: how far a ticket without an appointment is set back. */
    walkInSetBackMin: z.int().min(0).max(240).default(60),
    /** P: the head start of priority; it replaces L and W. */
    priorityHeadStartMin: z.int().min(0).max(180).default(120),
    /** What decides between equal turns: who checked in first, or the smaller booking number, which ends the race to the door. */
    ties: z.enum(['check-in', 'booking']).default('check-in'),
  })
  .refine((w) => w.graceMin <= w.lateLimitMin, { path: ['graceMin'], message: 'must not exceed lateLimitMin' })
  .refine((w) => w.lateSetBackMin <= w.lateLimitMin, {
    path: ['lateSetBackMin'],
    message: 'must not exceed lateLimitMin',
  })
  .refine((w) => w.walkInSetBackMin >= w.lateSetBackMin, {
    path: ['walkInSetBackMin'],
    message: 'must be at least lateSetBackMin',
  })
export type Windows = z.infer<typeof Windows>

/** A call that nobody answers: recalls after 0, 40 and 80 s, then back by minutes, then waiting for a new scan. */
export const NoShow = z.strictObject({
  /** Minutes after which somebody who did not come is called again. */
  backMin: z.int().min(0).max(120).default(10),
  /** After so many misses the ticket waits until it is scanned again. */
  times: z.int().min(1).max(10).default(3),
  /** Seconds that must pass before the next recall, so that people have time to stand up. */
  recallSec: z.int().min(0).max(300).default(40),
  /** Recalls of one call; after them only "did not come" or "start" are left. */
  recalls: z.int().min(0).max(10).default(2),
})

/** Families: members who check in together, at most `joinMin` after the last of them, share one turn and one call. */
export const Families = z.strictObject({
  together: z.boolean().default(true),
  joinMin: z.int().min(0).max(30).default(5),
})

/**
 * Whether a ticket that was set aside and scanned again is kept for the counter that set it aside; others take it only when
 * they have nothing else. Off: whoever is free takes it at its old turn, and the counter that knows the case may take it up
 * again (`Resume`) whenever it is free. On, people pass it while it waits for one counter, beyond the overtaking bound.
 */
export const Returns = z.strictObject({ sameCounter: z.boolean().default(false) })

/** The estimate of queue-rules section 3: how often the day is rolled forward for one range; 0 shows no estimate at all. */
export const Estimate = z.strictObject({ runs: z.int().min(0).max(400).default(120) })

const Reason = z.strictObject({ id: Slug, name: Words })
/** One reason with its code, counted and reported. */
export type Reason = z.infer<typeof Reason>
const reasons = (...list: [id: string, indonesian: string, english: string][]) =>
  z
    .array(Reason)
    .min(1)
    .max(20)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, { message: 'a code appears twice' })
    .default(list.map(([id, name, en]) => ({ id, name: { id: name, en } })))

/** The codes that staff and visitors choose from; none may name a person or a health reason. */
export const Reasons = z.strictObject({
  /** Why somebody comes without an appointment. */
  walkIn: reasons(
    ['app-trouble', 'Aplikasi bermasalah', 'App problem'],
    ['lost-or-damaged', 'Paspor hilang atau rusak', 'Lost or damaged passport'],
    ['other', 'Lainnya', 'Other'],
  ),
  /** Why a rule was set aside for one person. */
  override: reasons(
    ['system-trouble', 'Gangguan sistem', 'System trouble'],
    ['office-mistake', 'Kekeliruan kantor', "The office's mistake"],
    ['urgent', 'Keperluan mendesak', 'Urgent need'],
    ['with-family', 'Bersama keluarga', 'Together with family'],
    ['needs-help', 'Perlu didahulukan', 'Needs to go first'],
  ),
  /** A document that the app never listed. */
  extraDocument: reasons(
    ['copy', 'Fotokopi', 'A copy'],
    ['statement', 'Surat pernyataan', 'A statement'],
    ['civil-record', 'Akta atau buku nikah', 'Civil record'],
    ['letter', 'Surat rekomendasi', 'Letter of recommendation'],
    ['other', 'Dokumen lain', 'Another document'],
  ),
  /** Why a supervisor ends somebody's ticket. */
  cancel: reasons(
    ['left', 'Pemohon sudah pulang', 'The applicant has left'],
    ['double', 'Nomor ganda', 'A second number'],
    ['asked', 'Permintaan pemohon', 'The applicant asked for it'],
  ),
  /** Why a counter pauses. */
  pause: reasons(
    ['rest', 'Istirahat', 'Break'],
    ['prayer', 'Salat', 'Prayer'],
    ['device', 'Perangkat bermasalah', 'Device trouble'],
    ['errand', 'Keperluan dinas', 'Office errand'],
  ),
})
export type Reasons = z.infer<typeof Reasons>

const isPattern = (text: string): boolean => {
  try {
    return new RegExp(text, 'u').source.length > 0
  } catch {
    return false
  }
}
const Pattern = z
  .string()
  .min(1)
  .max(200)
  .refine(isPattern, { message: 'is not a regular expression', abort: true })
  .refine(isQuick, {
    message: 'could take for ever: it repeats a group, goes back to one, or has over three wildcards',
  })

/** What the scanner may read. M-Paspor's payload is not public, so it is a setting. */
export const Payload = z.strictObject({
  /**
   * Each with a named group `code`; the first that matches wins. Matched against the scan in capitals. A group `office`
   * tells another office's booking apart, when `office` below says which is ours.
   */
  patterns: z
    .array(Pattern.refine((p) => p.includes('(?<code>'), { message: 'needs a named group (?<code>…)' }))
    .min(1)
    .max(10),
  /** The payment code that people present by mistake. */
  billing: Pattern.default('^\\d{15}$'),
  /** Length of a typed code where it is fixed, for the kiosk's cells; null draws one field. */
  codeLength: z.int().min(4).max(32).nullable().default(null),
  /** Our own code in the group `office`, in capitals; null when payloads do not say. */
  office: z.string().min(1).max(32).nullable().default(null),
})

/** What a column of an agenda file can be. `until`: the end of the window, where it has a column of its own. */
export const AgendaColumn = z.enum([
  'code',
  'day',
  'window',
  'until',
  'service',
  'status',
  'priority',
  'party',
  'bookingNo',
])
export type AgendaColumn = z.infer<typeof AgendaColumn>

/** Which heading of this office's files is which column, as a supervisor said once; what is left out has its usual name. */
export const AgendaColumns = z.partialRecord(AgendaColumn, z.string().min(1).max(80))
export type AgendaColumns = z.infer<typeof AgendaColumns>

const isHttp = (text: string): boolean =>
  /^https?:\/\//i.test(text) && URL.canParse(text.replaceAll('{day}', '2026-01-01'))

/** A program that hands out the list of bookings over HTTP. Its token is no setting: it lies in a document of its own. */
export const AgendaSource = z.strictObject({
  /** With `{day}` where the day goes (`2026-11-24`): then today and tomorrow are fetched, else one list of all days. */
  url: z.string().min(1).max(500).refine(isHttp, { message: 'must be an http or https address' }),
  everyMin: z.int().min(1).max(1440).default(15),
})
export type AgendaSource = z.infer<typeof AgendaSource>

/** Where bookings come from. */
export const Agenda = z.strictObject({
  /** Whether a dropped file with some bad lines enters with its good ones; else it is set aside whole. */
  acceptGoodRows: z.boolean().default(false),
  /**
   * The service of those whose code is in no list, in an office that works without one (scan only): any code that fits a
   * pattern is taken and the visitor says the window on the letter. Null: a code must be in the list.
   */
  scanOnlyService: Slug.nullable().default(null),
  columns: AgendaColumns.optional(),
  source: AgendaSource.optional(),
})
