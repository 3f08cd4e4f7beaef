import type { Sender } from '../protocol/roles.ts'
import type { CounterView } from '../protocol/views.ts'
import { endCase, goAway, newStaff } from '../simulator/counter-staff.ts'
import type { Absence } from '../simulator/day-file.ts'
import { drawsOf } from '../simulator/generate/draws.ts'
import type { Person, Visitors } from './act-visitors.ts'
import type { Stage } from './stage.ts'

/** Minutes from seeing that somebody is next to pressing the key. Assumed. */
const REACTION_MIN = [0.03, 0.12] as const
/** A case of somebody whom the day file does not know, in minutes. */
const STRANGER_MIN = 5
/** How often staff call again before they give somebody up. */
const RECALLS = 2

const REASON_OF: Record<Absence, string> = { closed: 'prayer', pause: 'rest', lunch: 'rest', outage: 'device' }

/** Somebody at a counter. */
export type CounterActor = {
  /** Does what can be done now: open, pause, resume, call. */
  tend(): Promise<void>
  /** When the last case ended, in minutes after midnight. */
  idleSince(): number
  /** Goes home: closes the counter and looks at its screen no more. */
  leave(): Promise<void>
}

/** The minutes of a person's case at a counter, and how it ends. */
const caseOf = (person: Person | null, stages: number, stage: number) => {
  if (person === null) return { minutes: STRANGER_MIN, how: 'completed' } as const
  const { applicant, casesDone } = person
  const papers = applicant.return
  if (papers !== null && casesDone === 0) return { minutes: applicant.service[0] ?? 0, how: 'sent away' } as const
  if (papers !== null && casesDone === 1) return { minutes: papers.service, how: 'completed' } as const
  const isLast = stage === applicant.service.length && stage < stages
  return { minutes: applicant.service[stage - 1] ?? 0, how: isLast ? 'rejected' : 'completed' } as const
}

/** Puts somebody at the counter at place `index` of the day's list, signed in as `sender`. */
export const actCounter = (stage: Stage, index: number, sender: Sender, visitors: Visitors): CounterActor => {
  const { door, office, day, ask, at, nowMin } = stage
  const own = office.counters[index]
  const { away = [], speed = 1 } = day.counters[index] ?? {}
  const staff = newStaff()
  const draws = drawsOf('demo', day.id, 'counter', index)
  const parkedHere: string[] = []
  let view: CounterView | null = null
  let isGone = false
  const stop = door.watch(sender, (seen) => {
    if (seen.role === 'counter') view = seen
  })
  const sees = (): CounterView | null => view

  for (const absence of away)
    at(absence[0], async () => {
      goAway(staff, absence)
      const [, to, why] = absence
      if (why === 'outage' && (await ask({ type: 'StartOutage', scope: 'national' }, stage.console)).status === 'taken')
        at(to, async () => void (await ask({ type: 'EndOutage' }, stage.console)))
    })
  at(stage.openMin, async () => {})

  const end = (): void => endCase(staff, nowMin())

  const serve = async (ticketId: string, calledMin: number): Promise<void> => {
    const person = visitors.holderOf(ticketId)
    const stageId = sees()?.inHand?.ticketId === ticketId ? stageOf() : (own?.stages[0] ?? '')
    const { minutes, how } = caseOf(
      person,
      office.stages.length,
      office.stages.findIndex(({ id }) => id === stageId) + 1,
    )
    const until = Math.max(nowMin() + 0.2, calledMin + minutes * speed)
    at(until, async () => {
      if (how === 'sent away') {
        await ask({ type: 'AskDocument', ticketId, document: office.reasons.extraDocument[0]?.id ?? 'other' }, sender)
        await ask({ type: 'Park', ticketId }, sender)
        at(nowMin() + (person?.applicant.return?.after ?? 0), async () => {
          if (person !== null && !(await visitors.comeBack(person))) parkedHere.push(ticketId)
        })
      } else await ask({ type: 'Finish', ticketId, outcome: how }, sender)
      if (person !== null) person.casesDone += 1
      end()
    })
  }

  /** The stage of the case in hand: a helper has another than its own. */
  const stageOf = (): string => {
    const name = sees()?.inHand?.stage.id
    return office.stages.find((one) => one.name.id === name)?.id ?? own?.stages[0] ?? ''
  }

  const waitInVain = async (ticketId: string, recalls: number): Promise<void> => {
    at(nowMin() + (office.noShow.recallSec + 5) / 60, async () => {
      if (recalls < RECALLS) {
        await ask({ type: 'Recall', ticketId }, sender)
        return waitInVain(ticketId, recalls + 1)
      }
      await ask({ type: 'NoShow', ticketId }, sender)
      end()
    })
  }

  const call = async (): Promise<void> => {
    const waiting = parkedHere.shift()
    if (waiting !== undefined) {
      if ((await ask({ type: 'Resume', ticketId: waiting }, sender)).status !== 'taken') return end()
      return serve(waiting, nowMin())
    }
    const answer = await ask({ type: 'CallNext' }, sender)
    if (answer.status !== 'taken' || answer.result.kind !== 'call') return end()
    const { ticketId } = answer.result
    const calledMin = nowMin()
    const person = visitors.holderOf(ticketId)
    if (person !== null && person.misses > 0) {
      person.misses -= 1
      return waitInVain(ticketId, 0)
    }
    at(calledMin + (person?.walkMin ?? 0.5), async () => {
      await ask({ type: 'Start', ticketId }, sender)
      await serve(ticketId, calledMin)
    })
  }

  return {
    async tend() {
      const now = nowMin()
      if (isGone || staff.busy || own === undefined || now < stage.openMin) return
      const seen = sees()
      if (staff.awayUntil > now) {
        const why = away.find(([, to]) => to >= staff.awayUntil)?.[2] ?? 'pause'
        if (seen?.open != null && seen.paused === null)
          await ask({ type: 'PauseCounter', reason: REASON_OF[why] }, sender)
        return
      }
      if (seen?.open == null) await ask({ type: 'OpenCounter', stages: own.stages, helps: own.helps }, sender)
      else if (seen.paused !== null) await ask({ type: 'ResumeCounter' }, sender)
      const next = sees()
      if (next?.next == null && parkedHere.length === 0) return
      staff.busy = true
      at(now + draws.uniform(...REACTION_MIN), call)
    },
    idleSince: () => staff.lastEndMin,
    async leave() {
      isGone = true
      stop()
      await ask({ type: 'CloseCounter' }, sender)
    },
  }
}
