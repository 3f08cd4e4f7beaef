import type { Instant, Words } from '../protocol/ids.ts'
import type { KioskView } from '../protocol/views.ts'
import type { Local, WalkIn } from './local.ts'
import type { Face, WalkInRow } from './screen.ts'

type Offer = KioskView['walkIn'][number]

const statusOf = ({ fromAt, untilAt, grantedBy, left }: Offer, now: Instant): WalkInRow['status'] => {
  if ((fromAt !== null && now < fromAt) || (untilAt !== null && now >= untilAt)) return 'closed'
  if (grantedBy === 'staff') return 'staff'
  return left === 0 ? 'full' : 'open'
}

/** No number at this kiosk: none left, or none at this hour, with the hours of the first service. */
export const fullFace = (view: KioskView, why: 'full' | 'closed'): Face => {
  const [first] = view.walkIn
  return { name: 'walk-in-full', why, fromAt: first?.fromAt ?? null, untilAt: first?.untilAt ?? null }
}

/** The reason that silence counts as: "other" where the office has one, else its last. */
const silentReason = ({ walkInReasons }: KioskView) =>
  walkInReasons.find(({ id }) => id === 'other') ?? walkInReasons.at(-1)

/** The question about the originals, or what to do without one of them. Nobody's answer takes the number. */
export const checklistFace = (documents: readonly Words[], { missing }: Pick<Local, 'missing'>): Face => ({
  name: missing ? 'checklist-missing' : 'checklist',
  documents,
  silence: { type: 'take-checked', incomplete: missing },
})

/** The step of somebody without an appointment: which service, whether with priority, why. */
export const walkInFace = (view: KioskView, walkIn: WalkIn, local: Local, now: Instant): Face => {
  const { service, priority, reason } = walkIn
  const { page } = local
  const rows = view.walkIn.map((offer) => ({ ...offer, status: statusOf(offer, now) }))
  if (service === null) {
    if (rows.some(({ status }) => status === 'open' || status === 'staff'))
      return { name: 'walk-in-choose', rows, page }
    return fullFace(view, rows.some(({ status }) => status === 'full') ? 'full' : 'closed')
  }
  if (priority === null) return { name: 'priority-ask', silence: { type: 'choose-priority', priority: false } }
  if (reason !== null)
    return checklistFace(view.walkIn.find((offer) => offer.service === service)?.documents ?? [], local)
  return {
    name: 'walk-in-reason',
    reasons: view.walkInReasons,
    page,
    silence: { type: 'choose-reason', reason: silentReason(view)?.id ?? 'other' },
  }
}
