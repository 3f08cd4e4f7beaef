import { Temporal } from 'temporal-polyfill'
import type { Wish } from '../protocol/commands.ts'
import type { DayStamp } from '../protocol/ids.ts'
import type { Sender } from '../protocol/roles.ts'
import type { Clock, OpenedOffice } from './office.ts'

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
  const turn = async (): Promise<void> => {
    const today = dayOf(clock.now(), zone())
    const { day } = office.state()
    if (day?.status === 'open' && day.day < today) await ask({ type: 'CloseDay', day: day.day })
    if (office.state().day?.status !== 'open') await ask({ type: 'OpenDay', day: today })
    callOff()
    callOff = clock.wakeAt(nextMidnight(clock.now(), zone()), () => void turn())
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
