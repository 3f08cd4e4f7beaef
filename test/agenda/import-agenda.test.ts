import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../protocol/answers.ts'
import { Command } from '../../protocol/commands.ts'
import { importAgenda } from '../../server/agenda/import-agenda.ts'
import { REASONS } from '../../server/agenda/reasons.ts'
import { CONSOLE, newCommandId, type OpenOffice, openOffice } from '../../server/open-office.ts'

const HEAD = 'kode;tanggal;jam;layanan;status'
const row = (code: string, more = 'terjadwal') => `${code};24-11-2026;10.00-11.00;Paspor baru;${more}`
const file = (...rows: string[]) => [HEAD, ...rows, ''].join('\r\n')
const WHOLE = { day: null, acceptGoodRows: false }

describe('an agenda through the Door', () => {
  let here: OpenOffice
  beforeEach(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'antrean-import-'))
    const onFault = (fault: unknown): never => {
      throw fault
    }
    here = await openOffice({ dataDir, log: { warn: () => undefined }, onFault })
  })
  afterEach(() => here.close())
  const bring = (text: string, options = WHOLE) =>
    importAgenda(
      { door: here.door, sender: CONSOLE, newCommandId, office: here.office.read() },
      Buffer.from(text),
      options,
    )
  const bookings = () => Object.values(here.door.state().bookings)

  it('enters, and the same file again changes nothing', async () => {
    const text = file(row('ABCD2345'), row('EFGH6789'))
    expect(await bring(text)).toEqual({ status: 'entered', good: 2, bad: [], added: 2, changed: 0, unchanged: 0 })
    expect(await bring(text)).toEqual({ status: 'entered', good: 2, bad: [], added: 0, changed: 0, unchanged: 2 })
    expect(bookings()).toMatchObject([{ day: '2026-11-24' }, { day: '2026-11-24' }])
  })

  it('changes the bookings that it says otherwise of', async () => {
    await bring(file(row('ABCD2345'), row('EFGH6789')))
    const report = await bring(file(row('ABCD2345', 'batal'), row('EFGH6789')))
    expect(report).toMatchObject({ status: 'entered', added: 0, changed: 1, unchanged: 1 })
    expect(bookings().map(({ status }) => status)).toEqual(['cancelled', 'booked'])
  })

  it('with a bad line is set aside whole, and nothing changes', async () => {
    const report = await bring(file(row('ABCD2345'), row('EFGH6789', 'entah')))
    const bad = [{ line: 3, column: 'status', reason: REASONS.status }]
    expect(report).toEqual({ status: 'set-aside', good: 1, bad, added: 0, changed: 0, unchanged: 0 })
    expect(bookings()).toEqual([])
  })

  it('with a bad line enters with its good ones where the office says so', async () => {
    const report = await bring(file(row('ABCD2345'), row('EFGH6789', 'entah')), { day: null, acceptGoodRows: true })
    expect(report).toMatchObject({ status: 'entered', good: 1, added: 1, bad: [{ line: 3 }] })
    expect(bookings()).toHaveLength(1)
  })

  it('without a good row is set aside also where good rows are taken', async () => {
    const accepting = { day: null, acceptGoodRows: true }
    expect(await bring(file(row('', 'entah')), accepting)).toMatchObject({ status: 'set-aside', good: 0 })
    expect(await bring(file(), accepting)).toMatchObject({ status: 'set-aside', bad: [{ reason: REASONS.noRows }] })
  })

  it('whose codes no scan can match is set aside, with the line of each', async () => {
    const report = await bring(file(row('ABC'), row('123456789012345'), row('MPASPOR:ABCD2345')))
    expect(report).toMatchObject({
      status: 'set-aside',
      good: 1,
      bad: [
        { line: 2, column: 'kode', reason: REASONS.codePattern },
        { line: 3, column: 'kode', reason: REASONS.codeBilling },
      ],
    })
  })

  it('of 20,000 rows enters in one command', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => row(`COD${10_000 + i}`))
    expect(await bring(file(...rows))).toMatchObject({ status: 'entered', added: 20_000 })
  })

  describe('where the office does not take it', () => {
    const bringTo = (answer: Answer, text: string) => {
      const door = {
        submit: async (input: unknown) => {
          Command.parse(input)
          return answer
        },
        watch: () => () => undefined,
      }
      const desk = { door, sender: CONSOLE, newCommandId, office: here.office.read() }
      return importAgenda(desk, Buffer.from(text), { day: null, acceptGoodRows: true })
    }

    it('is set aside with the refusal in words', async () => {
      const report = await bringTo({ status: 'refused', refusal: { code: 'office-not-ready' } }, file(row('ABCD2345')))
      expect(report).toMatchObject({
        status: 'set-aside',
        bad: [{ line: 1, reason: REASONS.refused('office-not-ready') }],
      })
    })

    it('is set aside with the lines that the office names', async () => {
      const issues = [{ path: 'rows.1.window', message: 'the window must end after it starts' }]
      const report = await bringTo({ status: 'invalid', issues }, file(row('CODE0001'), row('', 'x'), row('CODE0003')))
      expect(report.bad.at(-1)).toEqual({ line: 4, column: '', reason: REASONS.invalid })
    })

    it('is a fault of ours when the answer is of another command', async () => {
      const work = bringTo({ status: 'taken', result: { kind: 'done' } }, file(row('ABCD2345')))
      await expect(work).rejects.toThrow('answered an agenda with done')
    })
  })
})
