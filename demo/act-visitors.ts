import type { Sender } from '../protocol/roles.ts'
import type { Applicant } from '../simulator/day-file.ts'
import { drawsOf } from '../simulator/generate/draws.ts'
import { codeOf, serviceOf } from './demo-agenda.ts'
import type { Stage } from './stage.ts'

/** Share of people who are not there at the first call, and of those the share who miss the second, too. Assumed. */
const ABSENT = 0.03
const ABSENT_TWICE = 0.3
/** Every so many applicants somebody presents what is no booking, and somebody asks for staff. Assumed. */
const STRAY_EVERY = 23
const HELP_EVERY = 61

/** Somebody of the day: what was drawn for them, how often they will miss their call, and how many cases are done. */
export type Person = { applicant: Applicant; who: number; misses: number; casesDone: number; walkMin: number }

/** The visitors of a day. */
export type Visitors = {
  /** Who holds a ticket; null when a person at a real kiosk took it. */
  holderOf(ticketId: string): Person | null
  /** Presents the code again after fetching papers; false for a walk-in, who has none: the counter takes them up again. */
  comeBack(person: Person): Promise<boolean>
  allCame(): boolean
}

/** Has everybody of the day come at their minute, to one kiosk after the other. */
export const actVisitors = (stage: Stage): Visitors => {
  const { office, day, ask, at } = stage
  const holders = new Map<string, Person>()
  let came = 0
  const kioskOf = (n: number): Sender => {
    const place = office.kiosks[n % office.kiosks.length]?.place ?? '1'
    return { role: 'kiosk', device: `demo-kiosk-${place}`, place, staff: null }
  }

  const present = async (person: Person): Promise<void> => {
    const { applicant, who } = person
    const kiosk = kioskOf(who)
    let answer =
      applicant.window === null
        ? await ask(
            {
              type: 'TakeNumber',
              service: serviceOf(office, applicant.kind),
              priority: applicant.priority,
              reason: office.reasons.walkIn[who % office.reasons.walkIn.length]?.id ?? 'other',
            },
            kiosk,
          )
        : await ask({ type: 'CheckIn', scanned: codeOf(who) }, kiosk)
    if (answer.status === 'taken' && answer.result.kind === 'check-in' && answer.result.verdict === 'too-late')
      answer = await ask({ type: 'TakeNumberAnyway', visitId: answer.result.visitId }, kiosk)
    came += 1
    if (answer.status !== 'taken' || answer.result.kind !== 'check-in' || answer.result.number === null) return
    holders.set(`${stage.stamp}/${answer.result.number}`, person)
  }

  const stray = async (n: number): Promise<void> => {
    const scans = ['820261124000123', 'ZZZZ9999', 'https://example.org/promo']
    await ask({ type: 'CheckIn', scanned: scans[n % scans.length] ?? '' }, kioskOf(n + 1))
  }
  const askForHelp = async (n: number): Promise<void> => {
    const kiosk = kioskOf(n)
    await ask({ type: 'CallStaff' }, kiosk)
    at(stage.nowMin() + 2, async () => void (await ask({ type: 'CancelStaffCall' }, kiosk)))
  }

  for (const [who, applicant] of day.applicants.entries()) {
    const draws = drawsOf('demo', day.id, who)
    const misses = draws.chance(ABSENT) ? (draws.chance(ABSENT_TWICE) ? 2 : 1) : 0
    const person = { applicant, who, misses, casesDone: 0, walkMin: draws.uniform(0.3, 1) }
    at(applicant.arrive, () => present(person))
    if (who % STRAY_EVERY === STRAY_EVERY - 1) at(applicant.arrive + 0.4, () => stray(who))
    if (who % HELP_EVERY === HELP_EVERY - 1) at(applicant.arrive + 0.6, () => askForHelp(who))
  }
  return {
    holderOf: (ticketId) => holders.get(ticketId) ?? null,
    async comeBack({ who, applicant }) {
      if (applicant.window === null) return false
      await ask({ type: 'CheckIn', scanned: codeOf(who) }, kioskOf(who))
      return true
    },
    allCame: () => came === day.applicants.length,
  }
}
