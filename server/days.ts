import { Temporal } from 'temporal-polyfill'
import { isUntaken } from '../protocol/answers.ts'
import type { Wish } from '../protocol/commands.ts'
import type { DayStamp } from '../protocol/ids.ts'
import type { Sender } from '../protocol/roles.ts'
import type { Clock } from './clock.ts'
import type { OpenedOffice } from './office.ts'

/** The office's own clock as a sender. */
export const CLOCK: Sender = { role: 'clock', device: 'clock', place: 'office', staff: null }

/** The day it is in a zone. */
export const dayOf = (at: number, zone: string): DayStamp =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()

/** The instant at which the day after `at` begins in a zone: midnight of the office, not of UTC. */
export const nextMidnight = (at: number, zone: string): number => {
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()
  return today.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
}

/** So long after a disk took nothing it is asked again, ms. */
const AGAIN_MS = 5000

/**
 * Keeps the business day in step with the calendar: opens today's at once, and at the office's midnight closes it and
 * opens the next. A clock that went back opens nothing, and one that is doubted does not get here (`keepTime`); service goes
 * on in the day that is open, until the clock is trusted again. `zone` is asked anew each time: an office that is being set
 * up may still find its own.
 */
export const keepDays = async (options: {
  office: OpenedOffice
  zone: () => string
  clock: Pick<Clock, 'now' | 'wakeAt'> & { onTrusted?(listener: () => void): () => void }
  newCommandId: () => string
}): Promise<{ stop(): void }> => {
  const { office, zone, clock, newCommandId } = options
  let callOff = () => {}
  const ask = (wish: Wish) => office.submit({ ...wish, commandId: newCommandId() }, CLOCK)
  /** False where the disk took nothing. */
  const open = async (today: DayStamp): Promise<boolean> => {
    const { day } = office.state()
    const isOver = day?.status === 'open' && day.day < today
    if (isOver && isUntaken(await ask({ type: 'CloseDay', day: day.day }))) return false
    return office.state().day?.status === 'open' || !isUntaken(await ask({ type: 'OpenDay', day: today }))
  }
  const turn = async (): Promise<void> => {
    const isOpen = await open(dayOf(clock.now(), zone()))
    callOff()
    const again = isOpen ? nextMidnight(clock.now(), zone()) : clock.now() + AGAIN_MS
    callOff = clock.wakeAt(again, () => void turn())
  }
  await turn()
  const stopListening = clock.onTrusted?.(() => void turn())
  return {
    stop() {
      stopListening?.()
      callOff()
    },
  }
}
