import { describe, expect, test } from 'vitest'
import { everyPaper, paperBy } from '../../server/rules/papers.ts'
import { at } from '../support/denpasar.ts'
import { booking, counter, KIOSK, morning, PRINTER, rehearse } from '../support/rules.ts'

const hall = () => {
  const day = rehearse(
    morning(
      booking('EARLY', '11.00-12.00'),
      booking('ONTIME', '10.00-11.00'),
      booking('LATE', '08.00-09.00'),
      booking('OLD', '10.00-11.00', { priority: true }),
    ),
  )
  day.open(1, ['documents'])
  day.open(3, ['interview'], ['documents'])
  return day
}
const idOf = (number: string) => `2026-11-24/${number}`

describe('whose turn it is', () => {
  test('one who keeps the window goes before one who came late, who came first', () => {
    const day = hall()
    day.scan('LATE', '09.45')
    day.scan('ONTIME', '10.05')
    expect(day.call(1, '10.06')).toBe('A002')
  })

  test('an early bird is not called before the earliest call, then only when nobody of the hour waits', () => {
    const day = hall()
    day.scan('EARLY', '09.30')
    expect(day.call(1, '09.59')).toBe('nobody-callable')
    day.scan('ONTIME', '10.05')
    expect(day.call(1, '10.06')).toBe('A002')
    expect(day.call(3, '10.06')).toBe('A001')
  })

  test('priority has its head start', () => {
    const day = hall()
    day.scan('ONTIME', '10.00')
    day.scan('OLD', '10.30')
    expect(day.call(1, '10.31')).toBe('R001')
  })

  test('a helper takes its own stage first, and helps only when that is empty', () => {
    const day = hall()
    day.scan('ONTIME', '10.00')
    day.scan('OLD', '10.00')
    expect(day.call(1, '10.01')).toBe('R001')
    day.taken({ type: 'Start', ticketId: idOf('R001') }, counter(1), '10.02')
    day.taken({ type: 'Finish', ticketId: idOf('R001'), outcome: 'completed' }, counter(1), '10.05')
    expect(day.call(3, '10.06')).toBe('R001')
    day.taken({ type: 'Start', ticketId: idOf('R001') }, counter(3), '10.07')
    day.taken({ type: 'Finish', ticketId: idOf('R001'), outcome: 'completed' }, counter(3), '10.20')
    expect(day.ticket('R001').standing.status).toBe('done')
    const [called] = day.taken({ type: 'CallNext' }, counter(3), '10.21')
    expect(called).toMatchObject({ type: 'Called', ticketId: idOf('A001'), helping: true })
  })

  test('every call records why: its key, its shift and the runner-up', () => {
    const day = hall()
    day.scan('LATE', '09.45')
    day.scan('ONTIME', '10.05')
    expect(day.taken({ type: 'CallNext' }, counter(1), '10.06')).toEqual([
      {
        type: 'Called',
        callNo: 1,
        ticketId: idOf('A002'),
        counter: 1,
        stage: 'documents',
        helping: false,
        turnAt: at('10.05'),
        shiftMin: 0,
        runnerUp: { ticketId: idOf('A001'), turnAt: at('10.15') },
        letter: 'A',
      },
    ])
  })
})

describe('the case at a counter', () => {
  test('goes call, recall, start, finish to the next stage, and keeps its number', () => {
    const day = hall()
    day.scan('ONTIME', '10.00')
    day.call(1, '10.01')
    day.taken({ type: 'Recall', ticketId: idOf('A001') }, counter(1), '10.02')
    expect(day.ticket('A001').standing).toMatchObject({ status: 'called', times: 2, counter: 1 })
    day.taken({ type: 'Start', ticketId: idOf('A001') }, counter(1), '10.03')
    day.taken({ type: 'Finish', ticketId: idOf('A001'), outcome: 'completed' }, counter(1), '10.08')
    expect(day.ticket('A001')).toMatchObject({
      stage: 'interview',
      turnAt: at('10.08'),
      standing: { status: 'waiting' },
    })
  })

  test('ends with a rejection, whatever stages were left', () => {
    const day = hall()
    day.scan('ONTIME', '10.00')
    day.call(1, '10.01')
    day.taken({ type: 'Start', ticketId: idOf('A001') }, counter(1), '10.03')
    day.taken({ type: 'Finish', ticketId: idOf('A001'), outcome: 'rejected' }, counter(1), '10.08')
    expect(day.ticket('A001').standing).toEqual({ status: 'done', outcome: 'rejected', doneAt: at('10.08') })
    expect(day.scan('ONTIME', '10.30').verdict).toBe('ended')
  })

  test('a person who does not come is put back, and after the third time waits for a new scan', () => {
    const day = hall()
    day.scan('ONTIME', '10.00')
    for (const [called, again] of [
      ['10.00', '10.10'],
      ['10.10', '10.20'],
    ] as const) {
      expect(day.call(1, called)).toBe('A001')
      day.taken({ type: 'NoShow', ticketId: idOf('A001') }, counter(1), called)
      expect(day.call(1, called)).toBe('nobody-callable')
      expect(day.ticket('A001')).toMatchObject({ turnAt: at(again), callableFromAt: at(again) })
    }
    day.call(1, '10.20')
    day.taken({ type: 'NoShow', ticketId: idOf('A001') }, counter(1), '10.20')
    expect(day.ticket('A001').standing.status).toBe('missed')
    expect(day.call(1, '11.30')).toBe('nobody-callable')
    expect(day.scan('ONTIME', '11.31').verdict).toBe('already-in')
    expect(day.call(1, '11.32')).toBe('A001')
  })

  test('acts on what the screen showed: another ticket, or the wrong step, is refused', () => {
    const day = hall()
    day.scan('ONTIME', '10.00')
    day.scan('OLD', '10.00')
    day.call(1, '10.01')
    const refusal = (command: Parameters<typeof day.ask>[0], place = 1) => {
      const decision = day.ask(command, counter(place), '10.02')
      return decision.status === 'refused' ? decision.refusal.code : 'taken'
    }
    expect(refusal({ type: 'Start', ticketId: idOf('A001') })).toBe('not-in-hand')
    expect(refusal({ type: 'Start', ticketId: idOf('R001') }, 3)).toBe('not-in-hand')
    expect(refusal({ type: 'Finish', ticketId: idOf('R001'), outcome: 'completed' })).toBe('wrong-step')
    expect(refusal({ type: 'CallNext' })).toBe('counter-busy')
    expect(refusal({ type: 'CloseCounter' })).toBe('counter-busy')
    expect(refusal({ type: 'OpenCounter', stages: ['documents'], helps: [] })).toBe('counter-open')
    expect(refusal({ type: 'CallNext' }, 2)).toBe('counter-closed')
    day.taken({ type: 'Start', ticketId: idOf('R001') }, counter(1), '10.03')
    expect(refusal({ type: 'Start', ticketId: idOf('R001') })).toBe('wrong-step')
    expect(refusal({ type: 'NoShow', ticketId: idOf('R001') })).toBe('wrong-step')
    expect(refusal({ type: 'Recall', ticketId: idOf('R001') })).toBe('wrong-step')
  })

  test('a counter serves only stages that the office gives it', () => {
    const day = rehearse(morning())
    const open = (place: number, stages: string[], helps: string[]) => {
      const decision = day.ask({ type: 'OpenCounter', stages, helps }, counter(place), '08.00')
      return decision.status === 'refused' ? decision.refusal.code : 'taken'
    }
    expect(open(1, ['interview'], [])).toBe('unknown-stage')
    expect(open(5, ['interview'], ['documents'])).toBe('unknown-stage')
    expect(open(77, ['interview'], [])).toBe('unknown-place')
    expect(open(3, ['interview'], ['documents'])).toBe('taken')
    day.taken({ type: 'CloseCounter' }, counter(3), '08.01')
    expect(day.call(3, '08.02')).toBe('counter-closed')
  })
})

describe('papers', () => {
  const slip = (n: number) => `2026-11-24/A001/${n}`

  test('a check-in owes one paper, at the printer of its kiosk', () => {
    const day = hall()
    day.scan('ONTIME', '10.00')
    expect(everyPaper(day.state().papers)).toEqual([
      {
        slipId: slip(1),
        ticketId: idOf('A001'),
        printer: '1',
        mark: 'original',
        state: 'queued',
        queuedAt: at('10.00'),
      },
    ])
    day.taken({ type: 'ReportSlip', slipId: slip(1), status: 'sending' }, PRINTER, '10.00')
    day.taken({ type: 'ReportSlip', slipId: slip(1), status: 'printed' }, PRINTER, '10.01')
    expect(paperBy(day.state().papers, slip(1))?.state).toBe('printed')
    expect(day.ask({ type: 'ReportSlip', slipId: slip(1), status: 'failed' }, PRINTER, '10.02')).toMatchObject({
      refusal: { code: 'wrong-step' },
    })
  })

  test('a paper that may have come out is followed by one marked paper and no more', () => {
    const day = hall()
    day.scan('ONTIME', '10.00')
    day.taken({ type: 'ReportSlip', slipId: slip(1), status: 'uncertain' }, PRINTER, '10.01')
    expect(paperBy(day.state().papers, slip(2))).toMatchObject({ mark: 'reprint', state: 'queued' })
    day.taken({ type: 'ReportSlip', slipId: slip(2), status: 'uncertain' }, PRINTER, '10.02')
    expect(everyPaper(day.state().papers)).toHaveLength(2)
  })

  test('a kiosk gives two reprints, both marked; the third is for staff', () => {
    const day = hall()
    day.scan('ONTIME', '10.00')
    day.taken({ type: 'Reprint', ticketId: idOf('A001') }, KIOSK, '10.01')
    day.taken({ type: 'Reprint', ticketId: idOf('A001') }, KIOSK, '10.02')
    expect(everyPaper(day.state().papers).map(({ mark }) => mark)).toEqual(['original', 'reprint', 'reprint'])
    expect(day.ask({ type: 'Reprint', ticketId: idOf('A001') }, KIOSK, '10.03')).toMatchObject({
      refusal: { code: 'reprint-limit' },
    })
  })

  test("another printer cannot speak for this one's papers", () => {
    const day = hall()
    day.scan('ONTIME', '10.00')
    const report = { type: 'ReportSlip', slipId: slip(1), status: 'printed' } as const
    expect(day.ask(report, { ...PRINTER, place: '2' }, '10.01')).toMatchObject({ refusal: { code: 'unknown-slip' } })
  })
})

test('staff called from a kiosk stays called until somebody answers', () => {
  const day = hall()
  expect(day.taken({ type: 'CallStaff' }, KIOSK, '10.00')).toHaveLength(1)
  expect(day.taken({ type: 'CallStaff' }, KIOSK, '10.01')).toEqual([])
  expect(day.state().kiosks['1']?.staffCalledAt).toBe(at('10.00'))
  day.taken({ type: 'AnswerStaffCall', kiosk: '1' }, counter(1), '10.02')
  expect(day.state().kiosks['1']?.staffCalledAt).toBeNull()
})
