import type { RetentionReport } from '../../protocol/desk/retention.ts'
import type { Doer, HouseFact, RetentionPart, RetentionResult } from '../../protocol/house-facts.ts'
import type { DayStamp, Instant } from '../../protocol/ids.ts'
import type { Retention } from '../../protocol/office-retention.ts'
import type { Recorded } from '../journal/journal.ts'
import { dayAfter } from '../rules/civil.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Up to where each kind of data is deleted: instants in epoch ms, of codes the first day that is kept. */
export type Limits = {
  codesBefore: DayStamp
  filesBefore: Instant
  answersBefore: Instant
  pairingsBefore: Instant
  strangersBefore: Instant
  triesBefore: Instant
}

/** The limits of a run at `at`, on the business day `day`. */
export const limitsOf = (settings: Retention, day: DayStamp, at: Instant): Limits => ({
  codesBefore: dayAfter(day, -settings.bookingDays),
  filesBefore: at - settings.agendaFileHours * HOUR,
  answersBefore: at - settings.answerHours * HOUR,
  pairingsBefore: at - settings.pairingDays * DAY,
  strangersBefore: at - settings.strangerDays * DAY,
  triesBefore: at - settings.webhookTryDays * DAY,
})

/** Deletes what is due, and says of which kind how much. */
export type Delete = (limits: Limits) => Promise<Partial<Record<RetentionPart, number>>>

/** The one schedule of everything that is deleted: at the start, at every opening of a day, and when somebody asks. */
export type KeptShort = {
  /** Runs now; runs that are asked for at the same time follow one another. Resolves when the report is in the journal. */
  run(by: Doer): Promise<RetentionReport>
  /** The report of the last run since the start. */
  last(): RetentionReport | null
  stop(): Promise<void>
}

/**
 * Starts the schedule and runs at once. `deletes` are what the rooms delete of their own; `day` is the business day, null
 * before the first. What fails is a fault of ours: data that should be gone and is not must not go unnoticed.
 */
export const openRetention = (options: {
  deletes: readonly Delete[]
  settings: () => Retention
  day: () => DayStamp | null
  now: () => Instant
  record: (fact: HouseFact) => Promise<void>
  onRecorded: (listener: (recorded: readonly Recorded[]) => void) => () => void
  onFault: (fault: unknown) => void
}): KeptShort => {
  const { deletes, settings, day, now, record, onRecorded, onFault } = options
  let last: RetentionReport | null = null
  let queue: Promise<unknown> = Promise.resolve()

  const runNow = async (by: Doer): Promise<RetentionReport> => {
    const [at, today] = [now(), day()]
    const deleted = new Map<RetentionPart, number>()
    if (today !== null)
      for (const remove of deletes)
        for (const [part, count] of Object.entries(await remove(limitsOf(settings(), today, at))))
          deleted.set(part as RetentionPart, count)
    const parts: RetentionResult[] = [...deleted].map(([part, count]) => ({ part, deleted: count }))
    await record({ type: 'RetentionRun', by, parts })
    last = { at, by, parts }
    return last
  }
  const run = (by: Doer): Promise<RetentionReport> => {
    const done = queue.then(() => runNow(by))
    queue = done.catch(onFault)
    return done
  }
  const CLOCK: Doer = { role: 'clock', staff: null }
  const stopListening = onRecorded((recorded) => {
    if (recorded.some(({ event }) => event.type === 'DayOpened')) void run(CLOCK).catch(() => {})
  })
  void run(CLOCK).catch(() => {})
  return {
    run,
    last: () => last,
    async stop() {
      stopListening()
      await queue
    },
  }
}
