import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { encodeSlip } from '../../printer/encode-slip.ts'
import { modelIds, PrinterModel, readModel } from '../../printer/model.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'antrean-models-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the printers of the field are known', () => {
  expect(modelIds()).toEqual([
    'bixolon-srp-330ii',
    'custom-kpm180',
    'epson-tm-t82iii',
    'epson-tm-t82x',
    'generic-58',
    'generic-80',
    'xprinter-80',
  ])
})

test.each(modelIds())('%s can be read, and its row of font A fits its dots', (id) => {
  const model = readModel(id)
  expect(model?.columns).toBeLessThanOrEqual((model?.dots ?? 0) / 12)
  expect(model?.columns).toBeGreaterThan((model?.dots ?? 0) / 12 - 1)
})

test.each(['', '../models/generic-80', 'generic-80.json', 'Epson', 'no-such-printer'])('%j is no model', (id) => {
  expect(readModel(id)).toBeNull()
})

test('a width that no slip can be made for is no model: it would end the office with its first paper', () => {
  const model = readModel('generic-80')
  expect(PrinterModel.safeParse({ ...model, columns: 64 }).success).toBe(false)
  for (const columns of [32, 35, 42, 44, 48]) {
    const wide = PrinterModel.parse({ ...model, columns })
    expect(() => encodeSlip([], wide, wide.columns)).not.toThrow()
  }
})

test("an office's own file is taken before the shipped one, and one that is none is said", () => {
  const own = { ...readModel('generic-80'), name: 'Printer di loket 3' }
  mkdirSync(join(folder, 'printers'))
  writeFileSync(join(folder, 'printers', 'generic-80.json'), JSON.stringify(own))
  writeFileSync(join(folder, 'printers', 'broken.json'), '{"dots": 12}')
  expect(readModel('generic-80', join(folder, 'printers'))?.name).toBe('Printer di loket 3')
  expect(readModel('generic-58', join(folder, 'printers'))?.name).toBe('58 mm, 203 dpi')
  expect(() => readModel('broken', join(folder, 'printers'))).toThrow()
})
