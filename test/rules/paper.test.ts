import { describe, expect, test } from 'vitest'
import type { DeviceStatus, SlipReport } from '../../protocol/commands.ts'
import type { Sender } from '../../protocol/roles.ts'
import { everyPaper } from '../../server/rules/papers.ts'
import { kioskView } from '../../server/views/kiosk-view.ts'
import { at, TODAY } from '../support/denpasar.ts'
import { morningWith } from '../support/office-with.ts'
import { booking, KIOSK, morning, PRINTER, rehearse } from '../support/rules.ts'

const idOf = (number: string) => `${TODAY}/${number}`
const slip = (paper: number) => `${idOf('A001')}/${paper}`
const refused = (code: string) => ({ status: 'refused', refusal: { code } })

const oneTicket = () => {
  const day = rehearse(morning(booking('ONTIME', '10.00-11.00')))
  day.scan('ONTIME', '10.00')
  return {
    ...day,
    told: (paper: number, ...reports: SlipReport[]) => {
      for (const status of reports) day.taken({ type: 'ReportSlip', slipId: slip(paper), status }, PRINTER, '10.00')
    },
    says: (out: boolean) => day.ask({ type: 'ConfirmPaper', ticketId: idOf('A001'), out }, KIOSK, '10.01'),
    states: () => everyPaper(day.state().papers).map(({ mark, state }) => `${mark} ${state}`),
  }
}

describe('a paper that its printer cannot prove', () => {
  test('is proven by the visitor who has it', () => {
    const day = oneTicket()
    day.told(1, 'sending', 'unproven')
    expect(day.says(true).status).toBe('taken')
    expect(day.states()).toEqual(['original printed'])
  })

  test('is followed by one marked paper when the visitor has none, and by no third', () => {
    const day = oneTicket()
    day.told(1, 'sending', 'unproven')
    expect(day.says(false).status).toBe('taken')
    expect(day.states()).toEqual(['original failed', 'reprint queued'])
    expect(day.says(false)).toMatchObject(refused('wrong-step'))
    day.told(2, 'sending', 'unproven')
    day.says(false)
    expect(day.states()).toEqual(['original failed', 'reprint failed'])
  })

  test('is not asked about elsewhere, nor while it is on its way, nor once it is proven', () => {
    const day = oneTicket()
    expect(day.says(true)).toMatchObject(refused('wrong-step'))
    day.told(1, 'sending', 'printed')
    expect(day.says(false)).toMatchObject(refused('wrong-step'))
    const other = { ...KIOSK, place: '2' }
    const asked = day.ask({ type: 'ConfirmPaper', ticketId: idOf('A001'), out: false }, other, '10.01')
    expect(asked).toMatchObject(refused('unknown-ticket'))
  })
})

describe('a spare printer', () => {
  const SPARE: Sender = { ...PRINTER, place: '2' }
  const twoPrinters = () => {
    const printer = { port: 'simulated', model: 'generic-80', columns: null } as const
    const day = rehearse(
      morningWith(
        {
          kiosks: [
            { place: '1', printer: '1', spare: '2', scanner: null },
            { place: '2', printer: '2', spare: null, scanner: null },
          ],
          printers: [
            { ...printer, place: '1' },
            { ...printer, place: '2' },
          ],
        },
        booking('FIRST', '10.00-11.00'),
        booking('SECOND', '10.00-11.00'),
      ),
    )
    const says = (sender: Sender, status: DeviceStatus) =>
      day.taken({ type: 'ReportDevice', status }, sender, '09.00').map(({ type }) => type)
    const printers = () => everyPaper(day.state().papers).map(({ printer, state }) => `${printer} ${state}`)
    const paperAt = () => {
      const state = day.state()
      if (state.office === null) return null
      const frame = { epoch: 'e', seq: 1, at: at('10.00'), tokenOf: () => 'token' }
      return kioskView(state, state.office, '1', frame).visit?.ticket?.paperAt
    }
    return { ...day, says, printers, paperAt }
  }

  test('is not used while the first one prints', () => {
    const day = twoPrinters()
    day.says(PRINTER, 'paper-low')
    day.says(SPARE, 'ready')
    day.scan('FIRST', '10.00')
    expect(day.printers()).toEqual(['1 queued'])
    expect(day.paperAt()).toBeNull()
  })

  test('takes over at once, also what waits already, and the kiosk says where the paper comes out', () => {
    const day = twoPrinters()
    day.says(PRINTER, 'ready')
    day.says(SPARE, 'ready')
    day.scan('FIRST', '10.00')
    expect(day.says(PRINTER, 'no-paper')).toEqual(['DeviceReported', 'SlipMoved'])
    day.scan('SECOND', '10.01')
    expect(day.printers()).toEqual(['2 queued', '2 queued'])
    expect(day.paperAt()).toBe('2')
  })

  test('does not take a paper out of the hands of the printer that prints it', () => {
    const day = twoPrinters()
    day.says(SPARE, 'ready')
    day.scan('FIRST', '10.00')
    day.taken({ type: 'ReportSlip', slipId: slip(1), status: 'sending' }, PRINTER, '10.00')
    expect(day.says(PRINTER, 'cover-open')).toEqual(['DeviceReported'])
    day.taken({ type: 'ReportSlip', slipId: slip(1), status: 'uncertain' }, PRINTER, '10.00')
    expect(day.printers()).toEqual(['1 uncertain', '2 queued'])
  })

  test('that has stopped as well takes nothing', () => {
    const day = twoPrinters()
    day.says(SPARE, 'offline')
    day.scan('FIRST', '10.00')
    day.says(PRINTER, 'jammed')
    expect(day.printers()).toEqual(['1 queued'])
  })

  test('is not called for a head that cools down', () => {
    const day = twoPrinters()
    day.says(SPARE, 'ready')
    day.scan('FIRST', '10.00')
    day.says(PRINTER, 'hot')
    expect(day.printers()).toEqual(['1 queued'])
  })
})
