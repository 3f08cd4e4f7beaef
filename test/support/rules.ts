import { expect } from 'vitest'
import type { Sender } from '../../protocol/roles.ts'
import { decide } from '../../server/rules/decide.ts'
import type { Decision, Sealed } from '../../server/rules/decision.ts'
import type { Booking, OfficeEvent } from '../../server/rules/events.ts'
import { evolve } from '../../server/rules/evolve.ts'
import { NOTHING_YET, type State } from '../../server/rules/state.ts'
import { at, DENPASAR, TODAY, window } from './denpasar.ts'

/** A command without its id, as the rules get it. */
export type Ask = Sealed extends infer C ? (C extends Sealed ? Omit<C, 'commandId'> : never) : never

export const KIOSK: Sender = { role: 'kiosk', device: 'k', place: '1', staff: null }
export const PRINTER: Sender = { role: 'printer', device: 'p', place: '1', staff: null }
export const counter = (place: number, staff = '07'): Sender => ({
  role: 'counter',
  device: `c${place}`,
  place: String(place),
  staff,
})

/** The key that stands for a code in tests of the pure rules. */
export const keyOf = (code: string): string => code.padEnd(22, '_')

export const booking = (code: string, hours: string, change: Partial<Booking> = {}): Booking => ({
  key: keyOf(code),
  day: TODAY,
  window: window(hours),
  service: 'passport-new',
  status: 'booked',
  priority: false,
  ...change,
})

/** The office on the morning of the day, its agenda in. */
export const morning = (...bookings: Booking[]): State =>
  (
    [
      { type: 'OfficeConfigured', office: DENPASAR },
      { type: 'DayOpened', day: TODAY },
      { type: 'AgendaImported', bookings },
    ] satisfies OfficeEvent[]
  ).reduce((state: State, event) => evolve(state, event, at('07.00')), NOTHING_YET)

/** given / when / then on the pure rules: one state that moves on with every command that is taken. */
export const rehearse = (start: State) => {
  let state = start
  let asked = 0
  const ask = (command: Ask, sender: Sender, clock: string | number): Decision => {
    const instant = typeof clock === 'number' ? clock : at(clock)
    asked += 1
    const decision = decide(
      state,
      { ...command, commandId: `command-${String(asked).padStart(12, '0')}` } as Sealed,
      sender,
      instant,
    )
    if (decision.status === 'taken') for (const event of decision.events) state = evolve(state, event, instant)
    return decision
  }
  const taken = (command: Ask, sender: Sender, clock: string | number): OfficeEvent[] => {
    const decision = ask(command, sender, clock)
    if (decision.status === 'refused') expect.fail(`${command.type} was refused: ${decision.refusal.code}`)
    return decision.events
  }
  return {
    ask,
    taken,
    state: () => state,
    /** Scans a code at the kiosk; returns the verdict and the number. */
    scan: (code: string, clock: string) => {
      const decision = ask({ type: 'CheckIn', presented: { status: 'code', key: keyOf(code) } }, KIOSK, clock)
      if (decision.status === 'refused' || decision.result.kind !== 'check-in') expect.fail('the check-in was refused')
      return decision.result
    },
    ticket: (number: string) => {
      const ticket = state.tickets[`${TODAY}/${number}`]
      return ticket ?? expect.fail(`no ticket ${number}`)
    },
    open: (place: number, stages: string[], helps: string[] = []) =>
      taken({ type: 'OpenCounter', stages, helps }, counter(place), '08.00'),
    /** Presses "call next"; the number called, or why nobody was. */
    call: (place: number, clock: string): string => {
      const decision = ask({ type: 'CallNext' }, counter(place), clock)
      if (decision.status === 'refused') return decision.refusal.code
      return decision.result.kind === 'call' ? decision.result.number : 'nobody'
    },
  }
}
