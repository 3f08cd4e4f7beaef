import { setImmediate } from 'node:timers/promises'
import type { Journal, Recorded } from '../journal/journal.ts'
import type { History } from './history.ts'

/** Events that are taken in one go while nobody is held up: some milliseconds. */
const BATCH = 200

/** Whether the journal holds the event with which the history's day began: not after another one was put in its place. */
const belongs = async (history: History, journal: Pick<Journal, 'read'>): Promise<boolean> => {
  const began = history.began()
  if (began === null) return history.seq() === 0
  for await (const { seq, at, event } of journal.read(began.seq - 1))
    return seq === began.seq && at === began.at && event.type === 'DayOpened'
  return false
}

/**
 * Keeps a history in step with the journal: first what was recorded before, then what `onRecorded` tells, in batches between
 * which the office goes on. A history of another journal is written anew. What fails is a fault of ours.
 */
export const followJournal = (options: {
  history: History
  journal: Pick<Journal, 'read'>
  onRecorded: (listener: (recorded: readonly Recorded[]) => void) => () => void
  onFault: (fault: unknown) => void
}): { caughtUp: Promise<void>; stop(): Promise<void> } => {
  const { history, journal, onRecorded, onFault } = options
  let told: Recorded[] = []
  let isStopped = false
  let working: Promise<void> = Promise.resolve()

  const takeTold = async (): Promise<void> => {
    while (told.length > 0 && !isStopped) {
      const batch = told.slice(0, BATCH)
      told = told.slice(BATCH)
      for (const recorded of batch) history.take(recorded)
      await setImmediate()
    }
  }
  const stopListening = onRecorded((recorded) => {
    const isIdle = told.length === 0
    told.push(...recorded)
    if (isIdle) working = working.then(setImmediate).then(takeTold).catch(onFault)
  })
  const catchUp = async (): Promise<void> => {
    if (!(await belongs(history, journal))) history.clear()
    let taken = 0
    for await (const recorded of journal.read(history.seq())) {
      history.take(recorded)
      taken += 1
      if (taken % BATCH === 0) await setImmediate()
      if (isStopped) return
    }
    await takeTold()
  }
  const caughtUp = catchUp()
  working = caughtUp.catch(onFault)
  return {
    caughtUp,
    async stop() {
      isStopped = true
      stopListening()
      await working
    },
  }
}
