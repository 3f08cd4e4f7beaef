import { expect } from 'vitest'
import type { Sender } from '../../protocol/roles.ts'
import { decide } from '../../server/rules/decide.ts'
import type { Decision, Sealed } from '../../server/rules/decision.ts'
import type { OfficeEvent } from '../../server/rules/events.ts'
import { evolve } from '../../server/rules/evolve.ts'
import type { State } from '../../server/rules/state.ts'
import { ticketBy } from '../../server/rules/tickets.ts'
import { at, TODAY } from './denpasar.ts'
import { counter, KIOSK, keyOf } from './givens.ts'

export * from './givens.ts'

/** A command without its id, as the rules get it. */
export type Ask = Sealed extends infer C ? (C extends Sealed ? Omit<C, 'commandId'> : never) : never

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
      const ticket = ticketBy(state.tickets, `${TODAY}/${number}`)
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
