import type { OpenOffice } from '../open-office.ts'

/** Rest between two slices of some hundred events: a year takes about a minute and a seventh of one core. */
const PAUSE_MS = 25

/**
 * Follows the whole chain beside the work, because a start looks at yesterday and today alone. Damage in an older event is
 * told and nothing more: no number of today comes from it, and people are waiting.
 */
export const checkHistory = (options: {
  house: Pick<OpenOffice, 'verify'>
  log: { error(fields: object, message: string): void }
}): { stop(): Promise<void>; checked: Promise<void> } => {
  const { house, log } = options
  let isStopped = false
  const check = async (): Promise<void> => {
    const found = await house.verify({ pauseMs: PAUSE_MS, isStopped: () => isStopped })
    if (found.status === 'damaged')
      log.error(
        { event: found.seq },
        `the journal is damaged, put a backup back when the office is closed: ${found.reason}`,
      )
  }
  const checked = check().catch((trouble: unknown) =>
    log.error({ trouble: String(trouble) }, 'the journal was not checked'),
  )
  return {
    checked,
    async stop() {
      isStopped = true
      await checked
    },
  }
}
