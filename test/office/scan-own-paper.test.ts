import { describe, expect, test } from 'vitest'
import { ticketBy } from '../../server/rules/tickets.ts'
import { TODAY } from '../support/denpasar.ts'
import { counter, KIOSK } from '../support/givens.ts'
import { openTestOffice, testSeal } from '../support/office.ts'

const TICKET = `${TODAY}/K001`
const paperOf = (ticketId: string) => `http://antrean.local:4100/t/${testSeal.tokenOf(ticketId)}`

/** A walk-in at counter 1, sent for papers. */
const sentAway = async () => {
  const office = await openTestOffice()
  const { ask } = office
  await ask({ type: 'TakeNumber', service: 'passport-new', priority: false, reason: 'other' }, KIOSK)
  await ask({ type: 'OpenCounter', stages: ['documents'], helps: [] }, counter(1))
  await ask({ type: 'CallNext' }, counter(1))
  await ask({ type: 'Start', ticketId: TICKET }, counter(1))
  await ask({ type: 'Park', ticketId: TICKET }, counter(1))
  return office
}

describe('a person without a booking, whose paper is all there is to scan', () => {
  test('comes back with papers by scanning it, at the old turn', async () => {
    const { door, ask, clock } = await sentAway()
    const before = ticketBy(door.state().tickets, TICKET)
    clock.pass(15)
    const answer = await ask({ type: 'CheckIn', scanned: paperOf(TICKET) }, KIOSK)
    expect(answer).toMatchObject({ status: 'taken', result: { verdict: 'already-in', number: 'K001' } })
    expect(ticketBy(door.state().tickets, TICKET)).toMatchObject({
      turnAt: before?.turnAt,
      standing: { status: 'waiting' },
      reserved: null,
    })
  })

  test('gets no number for the paper of another day or office', async () => {
    const { door, ask } = await sentAway()
    for (const other of [paperOf('2026-11-23/K001'), 'http://antrean.local:4100/t/tooshort', paperOf(`${TODAY}/A001`)])
      expect(await ask({ type: 'CheckIn', scanned: other }, KIOSK)).toMatchObject({ result: { verdict: 'unknown' } })
    expect(door.state().checkIns).toBe(1)
  })
})
