import { z } from 'zod'
import { Instant, Place, StaffNumber } from '../ids.ts'
import { Office } from '../office.ts'
import { Blocker, Change, Consequences, FieldProblem, OfficeVersion } from '../office-change.ts'
import { DeviceRole, Rank } from '../roles.ts'

/** What is the matter with an `office.json` that was edited by hand: the last good version goes on. */
const FileTrouble = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('broken'), problems: z.array(FieldProblem) }),
  /** Good, and taken as soon as nobody stands in its way. */
  z.strictObject({ kind: z.literal('waiting'), blockers: z.array(Blocker) }),
])

/** The office's document as it holds, its version, and what a supervisor has to know before changing it. */
export const OfficeDesk = z.strictObject({
  version: OfficeVersion,
  office: Office,
  fileTrouble: FileTrouble.nullable(),
  /** Models of printers that are known here, by id. */
  models: z.array(z.string()),
})
export type OfficeDesk = z.infer<typeof OfficeDesk>

/** A changed document and the version it was made from. The document is checked apart, so that every problem is told. */
export const OfficeDraft = z.strictObject({ base: z.int().min(0), office: z.unknown() })
export type OfficeDraft = z.infer<typeof OfficeDraft>

/** What would come of a draft. `stale`: it was made from another version than the one that holds. */
export const OfficePreview = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('wrong'), problems: z.array(FieldProblem).min(1) }),
  z.strictObject({
    status: z.literal('good'),
    stale: z.boolean(),
    changes: z.array(Change),
    consequences: Consequences,
  }),
])
export type OfficePreview = z.infer<typeof OfficePreview>

/** What came of saving a draft. Nothing changed unless it is `saved`; `version` is the one that holds. */
export const OfficeSaved = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('saved'), version: z.int() }),
  z.strictObject({ status: z.literal('stale'), version: z.int(), changes: z.array(Change) }),
  z.strictObject({ status: z.literal('blocked'), blockers: z.array(Blocker) }),
  z.strictObject({ status: z.literal('wrong'), problems: z.array(FieldProblem).min(1) }),
])
export type OfficeSaved = z.infer<typeof OfficeSaved>

/** The versions, newest first, each with what it changed; nothing for the first of all. */
export const OfficeHistory = z.strictObject({
  versions: z.array(z.strictObject({ ...OfficeVersion.shape, changes: z.array(Change) })),
})
export type OfficeHistory = z.infer<typeof OfficeHistory>

/** Brings the document of an earlier version back as a new one. */
export const OfficeRestore = z.strictObject({ base: z.int().min(0), version: z.int().min(1) })
export type OfficeRestore = z.infer<typeof OfficeRestore>

/** The staff by number: names are not kept (privacy, domain section 7). `self`: the one who asks. */
export const DeskStaff = z.strictObject({
  self: StaffNumber,
  staff: z.array(z.strictObject({ number: StaffNumber, rank: Rank, locked: z.boolean() })),
})
export type DeskStaff = z.infer<typeof DeskStaff>

/** What a supervisor does with a member of staff. */
export const StaffAct = z.discriminatedUnion('act', [
  /** A new member with a first PIN. */
  z.strictObject({ act: z.literal('add'), number: StaffNumber, rank: Rank }),
  z.strictObject({ act: z.literal('new-pin'), number: StaffNumber }),
  z.strictObject({ act: z.literal('rank'), number: StaffNumber, rank: Rank }),
  z.strictObject({ act: z.literal('remove'), number: StaffNumber }),
  /** Lifts the lock after wrong tries; the PIN stays. */
  z.strictObject({ act: z.literal('unlock'), number: StaffNumber }),
])
export type StaffAct = z.infer<typeof StaffAct>

/** What came of it. A PIN is told here and never again. `oneself`, `last-supervisor`: that would lock people out. */
export const StaffActed = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('done'), pin: z.string().nullable() }),
  z.strictObject({ status: z.literal('refused'), why: z.enum(['unknown', 'known', 'oneself', 'last-supervisor']) }),
])
export type StaffActed = z.infer<typeof StaffActed>

/** The pairings that hold, newest first. `connected`: there now. */
export const DeskPairings = z.strictObject({
  pairings: z.array(
    z.strictObject({
      id: z.string(),
      role: DeviceRole,
      place: Place,
      pairedAt: Instant,
      seenAt: Instant.nullable(),
      connected: z.boolean(),
    }),
  ),
})
export type DeskPairings = z.infer<typeof DeskPairings>

/** A device to pair. */
export const PairDevice = z.strictObject({ role: DeviceRole, place: Place })
export type PairDevice = z.infer<typeof PairDevice>

/** Its secret, told here and never again: for a screen the link to open on it, for a program the token. */
export const DevicePaired = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('paired'), id: z.string(), token: z.string(), link: z.string().nullable() }),
  z.strictObject({ status: z.literal('no-such-place') }),
])
export type DevicePaired = z.infer<typeof DevicePaired>

/** A pairing to end, by its id. */
export const RevokeDevice = z.strictObject({ id: z.string().min(1).max(64) })
export type RevokeDevice = z.infer<typeof RevokeDevice>
