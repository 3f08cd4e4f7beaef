import type { Answer } from '../../protocol/answers.ts'
import { Command } from '../../protocol/commands.ts'
import type { Door } from '../../protocol/door.ts'
import type { Sender } from '../../protocol/roles.ts'
import type { View } from '../../protocol/views.ts'
import { decide } from '../../server/rules/decide.ts'
import type { Sealed } from '../../server/rules/decision.ts'
import { evolve } from '../../server/rules/evolve.ts'
import type { State } from '../../server/rules/state.ts'
import { printerView } from '../../server/views/printer-view.ts'
import { at } from '../support/denpasar.ts'
import { KIOSK, keyOf } from '../support/rules.ts'

/** The Door over the real rules and a printer's real view, in memory; everybody watches as the printer at `place` 1. */
export const rulesDoor = (start: State) => {
  let state = start
  let [seq, ids] = [0, 0]
  const watchers = new Set<(view: View) => void>()
  const frame = () => ({ epoch: 'test', seq: ++seq, at: at('10.00'), tokenOf: () => 'Zm9vYmFyYmF6cXV4MDEyMw' })
  const view = (): View => {
    if (state.office === null) throw new Error('no office')
    return printerView(state, state.office, '1', frame())
  }
  const obey = (command: Sealed, sender: Sender): Answer => {
    const decision = decide(state, command, sender, at('10.00'))
    if (decision.status === 'refused') return decision
    for (const event of decision.events) state = evolve(state, event, at('10.00'))
    if (decision.events.length > 0) for (const onView of [...watchers]) onView(view())
    return { status: 'taken', result: decision.result }
  }
  const nextId = () => `command-${String(++ids).padStart(16, '0')}`
  const door: Door = {
    async submit(input, sender) {
      const command = Command.parse(input)
      if (command.type !== 'ReportSlip' && command.type !== 'ReportDevice') throw new Error(command.type)
      return obey(command, sender)
    },
    watch(_sender, onView) {
      watchers.add(onView)
      onView(view())
      return () => watchers.delete(onView)
    },
  }
  return {
    door,
    nextId,
    state: () => state,
    scan: (code: string) =>
      obey({ type: 'CheckIn', commandId: nextId(), presented: { status: 'code', key: keyOf(code) } }, KIOSK),
    confirm: (ticketId: string, out: boolean) =>
      obey({ type: 'ConfirmPaper', commandId: nextId(), ticketId, out }, KIOSK),
    /** The process that watched is gone. */
    forget: () => watchers.clear(),
  }
}
