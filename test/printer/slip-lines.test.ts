import { describe, expect, test } from 'vitest'
import { heightOf } from '../../printer/draw-paper.ts'
import { encodeSlip } from '../../printer/encode-slip.ts'
import { paperText } from '../../printer/paper.ts'
import { readPapers } from '../../printer/read-bytes.ts'
import { type SlipLine, slipLines } from '../../printer/slip-lines.ts'
import { clockTime, dayWords } from '../../printer/slip-texts.ts'
import type { Slip } from '../../protocol/views.ts'
import { ADDRESS, denpasar, GENERIC, sampleSlip } from './sample-slip.ts'

const textOf = (slip: Slip): string =>
  readPapers(encodeSlip(slipLines(slip, 48, ADDRESS), GENERIC, 48))
    .papers.flatMap(paperText)
    .join('\n')

const sizeOf = (lines: SlipLine[], number: string): number | undefined =>
  lines.flatMap((line) => (line.kind === 'text' ? line.spans : [])).find((span) => span.text === number)?.size

describe('what a slip says', () => {
  test('the QR leads to the page of the ticket, whatever the address of the office ends with', () => {
    for (const address of ['https://antrean.example:8443', 'https://antrean.example:8443/'])
      expect(slipLines(sampleSlip(), 48, address)).toContainEqual({
        kind: 'qr',
        text: 'https://antrean.example:8443/t/Zm9vYmFyYmF6cXV4MDEyMw',
      })
  })

  test('an address that is none is refused', () => {
    expect(() => slipLines(sampleSlip(), 48, 'antrean')).toThrow()
  })

  test('times are those of the office, not of the machine', () => {
    expect(clockTime(denpasar(10, 7), 'Asia/Makassar')).toBe('10.07')
    expect(clockTime(denpasar(10, 7), 'Asia/Jakarta')).toBe('09.07')
    expect(clockTime(denpasar(10, 7), 'Asia/Jayapura')).toBe('11.07')
    expect(clockTime(denpasar(0, 5), 'Asia/Makassar')).toBe('00.05')
    expect(dayWords('2026-11-27')).toBe('Jumat 27-11-2026')
  })

  test('the number is as large as the paper lets it be', () => {
    const size = (columns: number, number: string) =>
      sizeOf(slipLines(sampleSlip({ number }), columns, ADDRESS), number)
    expect([size(48, 'A037'), size(42, 'A037'), size(32, 'A037')]).toEqual([8, 8, 7])
    expect([size(48, 'A1042'), size(42, 'A1042'), size(32, 'A1042')]).toEqual([8, 8, 6])
  })

  test('the likely call stands where the turn would, and none is made up where nobody can say', () => {
    expect(textOf(sampleSlip())).toContain('10.20-10.45')
    expect(textOf(sampleSlip())).not.toContain('GILIRAN DIHITUNG')
    const unknown = textOf(sampleSlip({ range: null }))
    expect(unknown).toContain('GILIRAN DIHITUNG')
    expect(unknown).not.toMatch(/perkiraan|paling lambat/i)
  })

  test('who comes without an appointment is told the latest time, and nobody else is', () => {
    expect(textOf(sampleSlip({ arrival: 'walk-in', window: null, setBackMin: 60 }))).toMatch(/paling\s+lambat 10\.45/)
    for (const arrival of ['early', 'on-time', 'late-grace', 'late'] as const)
      expect(textOf(sampleSlip({ arrival, setBackMin: 30 }))).not.toContain('paling lambat')
  })

  test('the slip of the drawing is about 111 mm long up to its last row, the way to the cutter apart', () => {
    const [paper] = readPapers(encodeSlip(slipLines(sampleSlip(), 48, ADDRESS), GENERIC, 48)).papers
    const dots = (paper?.lines ?? []).map(heightOf)
    expect(dots.splice(-3)).toEqual([30, 30, 30])
    const mm = dots.reduce((sum, each) => sum + each, 0) / 8
    expect(mm).toBeGreaterThan(108)
    expect(mm).toBeLessThanOrEqual(114)
  })

  test('a priority ticket shows its lane, no reason and no turn before its arrival', () => {
    const lane = { letter: 'R', name: { id: 'Prioritas', en: 'Priority' }, shape: 'diamond' } as const
    for (const arrival of ['early', 'on-time', 'late-grace', 'late', 'walk-in'] as const) {
      const slip = sampleSlip({ lane, number: 'R002', priority: true, arrival, turnAt: denpasar(8, 7) })
      const text = textOf(slip)
      expect(text).toContain('[R] PRIORITAS')
      expect(text).not.toContain('08.07')
      expect(text).not.toMatch(/lansia|hamil|disabilitas|anak|mundur|GILIRAN DIHITUNG/i)
    }
  })

  test('only a reprint carries CETAK ULANG, above the number', () => {
    expect(textOf(sampleSlip())).not.toContain('CETAK ULANG')
    const again = textOf(sampleSlip({ mark: 'reprint' }))
    expect(again.indexOf('CETAK ULANG')).toBeGreaterThan(0)
    expect(again.indexOf('CETAK ULANG')).toBeLessThan(again.indexOf('A037'))
  })

  test('a service without documents asks for none', () => {
    expect(textOf(sampleSlip({ documents: [] }))).not.toContain('SIAPKAN')
  })
})
