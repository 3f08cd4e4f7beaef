import type { Instant } from '../protocol/ids.ts'
import type { EventOf, OfficeEvent } from '../server/rules/events.ts'
import { MINUTE } from '../server/rules/state.ts'
import type { Applicant } from './day-file.ts'

/** What one ticket of the journal went through. Minutes after midnight. */
export type TicketBook = {
  /** Stage at which it began. */
  stage: string
  key: string | null
  /** Its last moment so far. */
  lastMin: number
  take(event: OfficeEvent, now: number): void
  /** Minutes for which counters were taken at a stage, without what came after being sent for papers; null: none. */
  minutesAt(stage: string): number | null
  /** Wait to the first call, null unless it came inside its window and was called. */
  inWindowWait(): number | null
  /** As a day file has it; stages that were never reached take the `usual` minutes, a visit that ended early has fewer. */
  asApplicant(journey: readonly string[], usual: readonly number[]): Applicant
}

/** A case at a counter: since when, at which stage, and what was spent there before it. */
type Hand = { since: number; at: string; before: number }

/** Begins to keep the book of a ticket. */
export const newTicketBook = (given: EventOf<'CheckedIn'>, arrive: number, midnightAt: Instant): TicketBook => {
  const spent = new Map<string, number>()
  const window =
    given.window &&
    ([given.window.startAt, given.window.endAt].map((at) => (at - midnightAt) / MINUTE) as [number, number])
  let stage = given.stage
  let firstCall: number | null = null
  let hand: Hand | null = null
  let last: Hand | null = null
  let endedEarlyAt: string | null = null
  /** Sent for papers from the first stage: when, and until when. */
  let papers: { from: number; until: number; spent: number } | null = null
  const first = given.stage

  const spend = (now: number): void => {
    if (hand === null) return
    const minutes = now - hand.since
    if (papers !== null && hand.at === first) papers.spent = hand.before + minutes
    else spent.set(hand.at, hand.before + minutes)
    last = hand
    hand = null
  }
  const spentAt = (at: string): number => (papers !== null && at === first ? papers.spent : (spent.get(at) ?? 0))

  const book: TicketBook = {
    stage: first,
    key: given.key,
    lastMin: arrive,
    take(event, now) {
      book.lastMin = Math.max(book.lastMin, now)
      switch (event.type) {
        case 'Called':
        case 'Resumed':
          if (event.type === 'Resumed' && papers?.until === Number.POSITIVE_INFINITY) papers.until = now
          firstCall ??= now
          hand = { since: now, at: stage, before: spentAt(stage) }
          break
        case 'StageFinished':
          spend(now)
          if (event.next !== null) stage = event.next.stage
          else if (event.outcome !== 'completed') endedEarlyAt = event.stage
          break
        case 'Missed':
          spend(now)
          break
        case 'Transferred':
          spend(now)
          stage = event.stage
          break
        case 'Parked':
          spend(now)
          if (stage === first && papers === null) papers = { from: now, until: Number.POSITIVE_INFINITY, spent: 0 }
          break
        case 'Returned':
          if (papers?.until === Number.POSITIVE_INFINITY) papers.until = now
          break
        case 'Undone':
          if (event.act === 'call') hand = null
          else if (last !== null) {
            hand = last
            stage = last.at
            endedEarlyAt = null
          }
          break
      }
    },
    minutesAt: (at) => spent.get(at) ?? null,
    inWindowWait: () =>
      window === null || firstCall === null || arrive < window[0] || arrive >= window[1] ? null : firstCall - arrive,
    asApplicant(journey, usual) {
      const back = papers !== null && Number.isFinite(papers.until)
      // Who was sent for papers and never came back ended there, too.
      const end = papers !== null && !back ? first : endedEarlyAt
      const count = end === null ? journey.length : journey.indexOf(end) + 1
      return {
        arrive,
        window,
        priority: given.priority,
        group: given.party ?? null,
        kind: 0,
        service: journey.slice(0, Math.max(1, count)).map((at, k) => spent.get(at) ?? usual[k] ?? 0),
        return: papers !== null && back ? { after: papers.until - papers.from, service: papers.spent } : null,
      }
    },
  }
  return book
}
