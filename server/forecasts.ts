import type { Clock } from './clock.ts'
import { CLOCK } from './days.ts'
import type { OpenedOffice } from './office.ts'

const MINUTE_MS = 60_000

/**
 * Has the likely calls worked out anew at every full minute of the clock, while a day is open. A minute that is missed
 * is not made up for: the next one knows everything.
 */
export const keepForecasts = (options: {
  office: Pick<OpenedOffice, 'submit' | 'state'>
  clock: Clock
  newCommandId: () => string
}): { stop(): void } => {
  const { office, clock, newCommandId } = options
  let callOff = () => {}
  const wait = (): void => {
    callOff = clock.wakeAt((Math.floor(clock.now() / MINUTE_MS) + 1) * MINUTE_MS, () => {
      if (office.state().day?.status === 'open')
        void office.submit({ type: 'Refresh', commandId: newCommandId() }, CLOCK)
      wait()
    })
  }
  wait()
  return { stop: () => callOff() }
}
