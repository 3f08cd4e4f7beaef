import { describe, expect, it } from 'vitest'
import { REASONS } from '../../server/agenda/reasons.ts'
import { parseText } from './parse-text.ts'

const services = [{ id: 'passport-new', names: ['Paspor baru', 'New passport'] }]
const parse = (heading: string, more: string) =>
  parseText(`${heading}\nABCD2345,2026-11-24,10.00-11.00,passport-new,${more}`, {
    ...{ zone: 'Asia/Makassar', services, day: null },
  })
const row = (more: string) => parse('kode,tanggal,jam,layanan,rombongan,nomor urut', more)

describe('families and booking numbers', () => {
  it('are read where the list has them', async () => {
    expect(await row('Budi-77,0142')).toMatchObject({ rows: [{ party: 'BUDI-77', bookingNo: 142 }], bad: [] })
    const english = 'code,date,window,service,account,booking number'
    expect((await parse(english, 'X,7')).rows).toMatchObject([{ party: 'X', bookingNo: 7 }])
  })

  it('are left out where it does not', async () => {
    const [alone] = (await row(',')).rows
    expect(alone).toBeDefined()
    expect(alone).not.toHaveProperty('party')
    expect(alone).not.toHaveProperty('bookingNo')
  })

  it.each([
    [`${'x'.repeat(65)},1`, 'rombongan', REASONS.partyTooLong(64)],
    ['x,12a', 'nomor urut', REASONS.bookingNo],
    ['x,-1', 'nomor urut', REASONS.bookingNo],
    ['x,1234567890123456', 'nomor urut', REASONS.bookingNo],
  ])('that mean nothing are reported: %#', async (cells, column, reason) => {
    expect(await row(cells)).toEqual({ rows: [], bad: [{ line: 2, column, reason }] })
  })
})
