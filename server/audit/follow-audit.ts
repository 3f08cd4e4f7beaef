import { setImmediate } from 'node:timers/promises'
import type { AuditLine } from '../../protocol/desk/audit.ts'
import type { Journal, Recorded } from '../journal/journal.ts'
import { afterEvent, auditLineOf } from './audit-line.ts'
import type { AuditStore } from './audit-store.ts'

/** Events taken in one go: some milliseconds, so that a year is caught up with while the office serves. */
const BATCH = 500

/** Whether the journal holds the event up to which the index was made: not after a backup was put in its place. */
const belongs = async (store: AuditStore, journal: Pick<Journal, 'read'>): Promise<boolean> => {
  const { seq, at } = store.mark()
  if (seq === 0) return true
  for await (const first of journal.read(seq - 1)) return first.seq === seq && first.at === at
  return false
}

/**
 * Keeps the audit in step with the journal: first what was recorded while nobody looked, then what `onRecorded` tells. An
 * index of another journal is made anew. What fails is a fault of ours.
 */
export const followAudit = (options: {
  store: AuditStore
  journal: Pick<Journal, 'read'>
  onRecorded: (listener: (recorded: readonly Recorded[]) => void) => () => void
  onFault: (fault: unknown) => void
}): { isComplete(): boolean; caughtUp: Promise<void>; stop(): Promise<void> } => {
  const { store, journal, onRecorded, onFault } = options
  let isComplete = false
  let isStopped = false

  const take = (batch: readonly Recorded[]): void => {
    let { seq, at, before } = store.mark()
    const lines: AuditLine[] = []
    for (const recorded of batch.filter((one) => one.seq > seq)) {
      const line = auditLineOf(recorded, before)
      if (line !== null) lines.push(line)
      before = afterEvent(before, recorded.event)
      ;({ seq, at } = recorded)
    }
    // Ordinary work moves nothing while the office runs: the next start looks through it once more.
    if (lines.length > 0 || !isComplete) store.add(lines, { seq, at, before })
  }

  const catchUp = async (): Promise<void> => {
    if (!(await belongs(store, journal))) store.clear()
    let batch: Recorded[] = []
    for await (const recorded of journal.read(store.mark().seq)) {
      batch.push(recorded)
      if (batch.length < BATCH) continue
      take(batch)
      batch = []
      await setImmediate()
      if (isStopped) return
    }
    take(batch)
    take(waiting)
    waiting = []
    isComplete = true
  }

  let waiting: Recorded[] = []
  const stopListening = onRecorded((recorded) => {
    if (isComplete) take(recorded)
    else waiting.push(...recorded)
  })
  const caughtUp = catchUp()
  caughtUp.catch(onFault)
  return {
    isComplete: () => isComplete,
    caughtUp,
    async stop() {
      isStopped = true
      stopListening()
      await Promise.allSettled([caughtUp])
    },
  }
}
