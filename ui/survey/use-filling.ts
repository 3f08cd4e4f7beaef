import { useEffect, useReducer } from 'preact/hooks'
import type { Speech } from '../connection.ts'
import { evolveFilling, type Filling, type FillingAct, openFilling } from './filling.ts'

type Act = FillingAct | { type: 'opened'; ticketId: string } | { type: 'left' }

const evolve = (filling: Filling | null, act: Act): Filling | null => {
  if (act.type === 'left') return null
  if (act.type === 'opened') return openFilling(act.ticketId)
  return filling === null ? null : evolveFilling(filling, act)
}

/**
 * The form that is filled in here, null while none is. Tells the office when it is done; what a lost line swallowed is told
 * again when the respondent says so, and counts once.
 */
export const useFilling = (
  enter: Speech['enter'],
): {
  filling: Filling | null
  open: (ticketId: string) => void
  leave: () => void
  happen: (act: FillingAct) => void
} => {
  const [filling, act] = useReducer(evolve, null)
  const command = filling?.step === 'sending' ? filling.command : null
  useEffect(() => {
    if (command === null) return
    let isLate = false
    void enter(command).then((reply) => {
      if (!isLate) act({ type: 'replied', reply })
    })
    return () => {
      isLate = true
    }
  }, [command, filling?.step])
  return {
    filling,
    open: (ticketId) => act({ type: 'opened', ticketId }),
    leave: () => act({ type: 'left' }),
    happen: act,
  }
}
