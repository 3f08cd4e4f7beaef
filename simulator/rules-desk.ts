import type { DayStamp, Instant } from '../protocol/ids.ts'
import type { RefusalCode } from '../protocol/refusals.ts'
import type { Sender } from '../protocol/roles.ts'
import { decide } from '../server/rules/decide.ts'
import type { Sealed } from '../server/rules/decision.ts'
import type { OfficeEvent } from '../server/rules/events.ts'
import { evolve } from '../server/rules/evolve.ts'
import { MINUTE, NOTHING_YET, type State } from '../server/rules/state.ts'
import { KIOSK } from './office-of-day.ts'

/** The day on which every play takes place: a Monday. Nothing in a play depends on it. */
export const PLAY_DAY: DayStamp = '2026-01-05'
const MIDNIGHT_AT = Date.parse(`${PLAY_DAY}T00:00:00+08:00`)

/** The instant of a minute of the play's day. Fractions of a millisecond stay. */
export const instantOf = (minute: number): Instant => MIDNIGHT_AT + minute * MINUTE

/** The minute of an instant of the play's day. */
export const minuteOf = (at: Instant): number => (at - MIDNIGHT_AT) / MINUTE

/** The kiosk of the play. */
export const AT_KIOSK: Sender = { role: 'kiosk', device: 'kiosk', place: KIOSK, staff: null }
/** Who imports the agenda and opens the day. */
export const AT_CONSOLE: Sender = { role: 'console', device: 'console', place: 'console', staff: null }
/** Staff at a counter, by its number. */
export const atCounter = (number: number): Sender => ({
  role: 'counter',
  device: 'counter',
  place: String(number),
  staff: '01',
})

/** One entry of the play's log. `at` is an instant, `by` the place that asked. */
export type Logged = { at: Instant; by: string; event: OfficeEvent }

/** A sealed command before its id is added. */
export type Act = Sealed extends infer C ? (C extends Sealed ? Omit<C, 'commandId'> : never) : never

/**
 * The office in a play: the rules of the server and nothing else. What the Door adds to them (paper, disk, sockets) is
 * left out, so an act is one `decide` and an `evolve` per event.
 */
export type Desk = {
  state(): State
  log: Logged[]
  /**
   * Does an act at a minute. The events it came to, none when it was refused with `unless`. Throws on any other
   * refusal: then the play and the rules do not fit, and its figures would mean nothing.
   */
  act(act: Act, sender: Sender, minute: number, unless?: RefusalCode): OfficeEvent[]
}

/** An office in which nothing happened yet. */
export const newDesk = (): Desk => {
  let state = NOTHING_YET
  let asked = 0
  const log: Logged[] = []
  const record = (events: OfficeEvent[], by: string, at: Instant): OfficeEvent[] => {
    for (const event of events) {
      state = evolve(state, event, at)
      log.push({ at, by, event })
    }
    return events
  }
  return {
    state: () => state,
    log,
    act(act, sender, minute, unless) {
      asked += 1
      const command = { ...act, commandId: `play-${String(asked).padStart(12, '0')}` } as Sealed
      const at = instantOf(minute)
      const decision = decide(state, command, sender, at)
      if (decision.status === 'refused') {
        if (decision.refusal.code === unless) return []
        throw new Error(`${act.type} at minute ${minute} by ${sender.place} was refused: ${decision.refusal.code}`)
      }
      return record(decision.events, sender.place, at)
    },
  }
}
