import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Wish } from '../../protocol/commands.ts'
import type { Office } from '../../protocol/office.ts'
import type { Sender } from '../../protocol/roles.ts'
import type { Journal } from '../../server/journal/journal.ts'
import { byTurn, everyTicket } from '../../server/rules/tickets.ts'
import { drawsOf } from '../../simulator/generate/draws.ts'
import { checkHistory } from '../storm/check-history.ts'
import type { Written } from '../storm/disk.ts'
import type { HistoryLine } from '../storm/world.ts'
import { DENPASAR } from '../support/denpasar.ts'
import { howMany } from '../support/how-many.ts'
import { keepFigure } from '../support/keep-figure.ts'
import { openMemoryJournal } from '../support/memory-journal.ts'
import { nextId, openTestOffice } from '../support/office.ts'
import { counter, KIOSK } from '../support/rules.ts'

/** Twelve counters of one stage, open whenever somebody opens them; likely calls cost time and decide nothing here. */
const TWELVE: Office = {
  ...DENPASAR,
  hours: null,
  estimate: { ...DENPASAR.estimate, runs: 0 },
  counters: Array.from({ length: 12 }, (_, i) => ({ number: i + 1, stages: ['documents'], helps: [], zone: 'room-a' })),
}
const PLACES = TWELVE.counters.map(({ number }) => number)
const SUPERVISOR: Sender = { role: 'supervisor', device: 'desk', place: 'desk', staff: '90' }
const TAKE_NUMBER: Wish = { type: 'TakeNumber', service: 'passport-new', priority: false, reason: 'other' }

const openTwelve = async (journal?: Journal) => {
  const office = await openTestOffice(journal === undefined ? {} : { journal })
  await office.ask({ type: 'ConfigureOffice', office: TWELVE }, office.asConsole)
  for (const place of PLACES)
    await office.ask({ type: 'OpenCounter', stages: ['documents'], helps: [] }, counter(place))
  return office
}

test('two to twelve counters that call in the same tick get different people, in turn, round after round', {
  tags: ['D5', 'F22'],
  timeout: 600_000,
}, async (context) => {
  const rounds = howMany(100, 1000)
  const { door, ask, clock } = await openTwelve()
  const draws = drawsOf('rounds of calls')
  let calls = 0
  for (let round = 0; round < rounds; round++) {
    const calling = PLACES.slice(0, Math.floor(draws.uniform(2, 13)))
    for (let left = Math.floor(draws.uniform(0, calling.length + 3)); left > 0; left--) await ask(TAKE_NUMBER, KIOSK)
    clock.pass(1)
    const due = everyTicket(door.state().tickets)
      .filter(({ standing }) => standing.status === 'waiting')
      .sort(byTurn)
      .slice(0, calling.length)
      .map(({ number }) => number)
    const answers = await Promise.all(calling.map((place) => ask({ type: 'CallNext' }, counter(place))))
    const called = answers.flatMap((answer) =>
      answer.status === 'taken' && answer.result.kind === 'call' ? [answer.result] : [],
    )
    expect(called.map(({ number }) => number)).toEqual(due)
    for (const answer of answers.slice(due.length))
      expect(answer).toEqual({ status: 'refused', refusal: { code: 'nobody-callable' } })
    calls += called.length
    for (const [i, { ticketId }] of called.entries()) {
      const at = counter(calling[i] ?? 0)
      await ask({ type: 'Start', ticketId }, at)
      await ask({ type: 'Finish', ticketId, outcome: 'rejected' }, at)
    }
    // A day gives at most so many numbers of a lane.
    if (everyTicket(door.state().tickets).length < 400) continue
    await ask({ type: 'CloseDay', day: door.state().day?.day ?? '' }, { ...SUPERVISOR, role: 'clock' })
    clock.pass(24 * 60)
    const day = new Date(clock.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    await ask({ type: 'OpenDay', day }, { ...SUPERVISOR, role: 'clock' })
    for (const place of PLACES) await ask({ type: 'OpenCounter', stages: ['documents'], helps: [] }, counter(place))
  }
  keepFigure(context, `${rounds} rounds, ${calls} calls, 0 doubles`)
})

/** A journal on which every step waits for the scheduler, and what was written to it. */
const scheduledJournal = (s: fc.Scheduler) => {
  const journal = openMemoryJournal()
  const written: Written[] = []
  let isRacing = false
  const wait = (): Promise<unknown> => (isRacing ? s.schedule(Promise.resolve()) : Promise.resolve())
  return {
    written,
    race() {
      isRacing = true
    },
    journal: {
      ...journal,
      async answerOf(commandId) {
        await wait()
        return journal.answerOf(commandId)
      },
      async append(entry) {
        await wait()
        const last = await journal.append(entry)
        const { commandId: key, at, by, digest, answer, events } = entry
        const rows = events.map((event, i) => ({
          ...{ seq: last - events.length + 1 + i, at, by: JSON.stringify(by), command_id: key, link: '' },
          event: JSON.stringify(event),
        }))
        written.push({ key, at, by, digest, answer, rows, codes: [], writtenAt: written.length })
        await wait()
        return last
      },
    } satisfies Journal,
  }
}

/** What four people press at once, by what they believe: any of the first tickets, whoever has it by then. */
const presses = fc.array(
  fc.record({
    who: fc.integer({ min: 0, max: 3 }),
    what: fc.constantFrom('call', 'call', 'start', 'finish', 'cancel', 'transfer', 'reassign', 'send', 'take', 'undo'),
    number: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 4, maxLength: 14 },
)

test('calling, cancelling and moving at once ends in one of the legal ways, in any order of waiting', {
  tags: ['D5', 'F23'],
  timeout: 600_000,
}, async (context) => {
  const runs = howMany(150, 5000)
  let taken = 0
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), presses, async (s, pressed) => {
      const { journal, written, race } = scheduledJournal(s)
      const { door, ask } = await openTestOfficeWith(journal)
      for (let i = 0; i < 3; i++) await ask(TAKE_NUMBER, KIOSK)
      const day = door.state().day?.day
      const from = written.length
      race()
      const history: HistoryLine[] = []
      const sendersAct = [0, 1, 2, 3].map(async (who) => {
        for (const { what, number } of pressed.filter((one) => one.who === who)) {
          const ticketId = `${day}/K00${number}`
          const other = (who % 3) + 1
          const isDesk = what === 'cancel' || what === 'reassign' || what === 'send'
          const sender = isDesk || who === 3 ? SUPERVISOR : counter(who + 1)
          const wishes: Record<typeof what, Wish> = {
            call: who === 3 ? { type: 'CancelTicket', ticketId, reason: 'left' } : { type: 'CallNext' },
            start: { type: 'Start', ticketId },
            finish: { type: 'Finish', ticketId, outcome: 'completed' },
            cancel: { type: 'CancelTicket', ticketId, reason: 'left' },
            transfer: { type: 'Transfer', ticketId, to: { kind: 'counter', counter: other } },
            reassign: { type: 'Reassign', ticketId, to: { kind: 'queue' }, reason: 'urgent' },
            send: { type: 'Reassign', ticketId, to: { kind: 'counter', counter: other }, reason: 'urgent' },
            take: { type: 'TakeOver', ticketId, reason: 'urgent' },
            undo: { type: 'Undo', ticketId },
          }
          const key = nextId()
          const line: HistoryLine = {
            ...{ client: String(who), op: what, key, invokedAt: written.length, underWayMs: 0 },
            ...{ returnedAt: null, result: 'unknown', answer: null },
          }
          const answer = await door.submit({ ...wishes[what], commandId: key }, sender)
          // Who may not ask at all is not in the journal.
          if (answer.status === 'refused' && answer.refusal.code === 'not-permitted') continue
          taken += Number(answer.status === 'taken')
          history.push({
            ...line,
            ...{ answer, returnedAt: written.length, result: answer.status === 'taken' ? 'ok' : 'refused' },
          })
        }
      })
      await s.waitFor(Promise.all(sendersAct))
      // What came before the race was asked by the test itself.
      const before = written.slice(0, from).map((one) => ({ ...one, key: `house ${one.key}` }))
      const all = [...before, ...written.slice(from)]
      const found = checkHistory({ history, written: all, looks: [], sheets: [], trusts: [] })
      expect(found.filter((one) => !one.startsWith('I6'))).toEqual([])
    }),
    { numRuns: runs },
  )
  expect(taken).toBeGreaterThan(runs)
  keepFigure(context, `${runs} races, ${taken} acts, 0 illegal`)
})

/** Three counters are open: the fourth of the four is the supervisor. */
const openTestOfficeWith = async (journal: Journal) => {
  const office = await openTestOffice({ journal })
  await office.ask({ type: 'ConfigureOffice', office: TWELVE }, office.asConsole)
  for (const place of [1, 2, 3])
    await office.ask({ type: 'OpenCounter', stages: ['documents'], helps: [] }, counter(place))
  return office
}
