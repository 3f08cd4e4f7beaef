import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { printer as ThermalPrinter, types } from 'node-thermal-printer'
import { transform } from 'receiptline'
import { describe, expect, test } from 'vitest'
import { createSimulatedPrinter } from '../../printer/simulated/simulated-printer.ts'
import { readPaperQrs } from '../support/read-paper-qr.ts'
import { ADDRESS, modelOf } from './sample-slip.ts'

const LINK = `${ADDRESS}/t/Zm9vYmFyYmF6cXV4MDEyMw`

const print = async (bytes: Uint8Array) => {
  const printer = createSimulatedPrinter({ clock: () => 0, model: modelOf('epson-tm-t82x') })
  printer.take(bytes, () => {})
  const [paper] = printer.papers()
  const rows = paper?.lines.filter((row) => row !== '' && !/^\[(QR|picture)/.test(row)).map((row) => row.trim())
  return { rows, violations: printer.violations(), qrs: await readPaperQrs(paper?.png() ?? Uint8Array.of()) }
}

const PAPER = {
  rows: ['KANTOR IMIGRASI DENPASAR', 'A037', `JAM ANDA${' '.repeat(29)}10.00-11.00`, '[CETAK ULANG]'],
  violations: [],
  qrs: [LINK],
}

const ours = () => {
  const encoder = new ReceiptPrinterEncoder({ language: 'esc-pos', columns: 48, newline: '\n', feedBeforeCut: 3 })
  encoder.initialize().align('center').bold(true).line('KANTOR IMIGRASI DENPASAR').bold(false)
  encoder.size(8, 8).line('A037').size(1, 1).align('left')
  encoder.line(`JAM ANDA${' '.repeat(29)}10.00-11.00`)
  encoder.invert(true).text('CETAK ULANG').invert(false).newline()
  return encoder.align('center').qrcode(LINK, { model: 2, size: 5, errorlevel: 'm' }).cut('partial').encode()
}

const thermal = () => {
  const encoder = new ThermalPrinter({ type: types.EPSON, interface: 'tcp://127.0.0.1:1', width: 48 })
  encoder.alignCenter()
  encoder.bold(true)
  encoder.println('KANTOR IMIGRASI DENPASAR')
  encoder.bold(false)
  encoder.setTextSize(7, 7)
  encoder.println('A037')
  encoder.setTextNormal()
  encoder.alignLeft()
  encoder.leftRight('JAM ANDA', '10.00-11.00')
  encoder.invert(true)
  encoder.println('CETAK ULANG')
  encoder.invert(false)
  encoder.alignCenter()
  encoder.printQR(LINK, { cellSize: 5, correction: 'M', model: 2 })
  encoder.cut()
  return encoder.getBuffer()
}

const markup = () => {
  const text = [
    '"KANTOR IMIGRASI DENPASAR"',
    '^^^^A037',
    'JAM ANDA | 10.00-11.00',
    '`CETAK ULANG`',
    // A code needs white paper around it.
    '',
    `{code:${LINK}; option:qrcode,5,m}`,
  ]
  const printer = { cpl: 48, encoding: 'cp437', command: 'escpos', cutting: true, spacing: false } as const
  return Buffer.from(transform(text.join('\n'), printer), 'latin1')
}

describe('programs that know nothing of the simulated printer print on it', () => {
  test.each([
    ['receipt-printer-encoder', ours],
    ['node-thermal-printer', thermal],
    ['receiptline', markup],
  ] as const)('%s: the same text, no byte that is not understood, and a QR that a phone reads', async (_, encode) => {
    expect(await print(encode())).toEqual(PAPER)
  })
})
