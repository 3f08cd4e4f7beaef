import { expect, test } from 'vitest'
import { choosePrinterLines } from '../../counter/choose-printers.ts'
import type { CounterView } from '../../protocol/views.ts'

const printer = (place: string, status: CounterView['printers'][number]['status'], ...kiosks: string[]) => ({
  ...{ place, status, kiosks },
})
const lines = (...printers: CounterView['printers']) => choosePrinterLines({ printers }, 'id')

test('a printer is named by its kiosk and said with what it needs', () => {
  expect(lines(printer('7', 'no-paper', '1'))).toEqual([{ words: 'Pencetak kios 1: kertas habis', quiet: false }])
})

test('printers that need the same are one line, a spare one by its own number', () => {
  expect(lines(printer('1', 'offline', '1', '2'), printer('2', 'offline', '3'), printer('9', 'offline'))).toEqual([
    { words: 'Pencetak kios 1, 2, 3, Pencetak 9: tidak tersambung', quiet: false },
  ])
})

test('low paper is the quieter line', () => {
  expect(lines(printer('1', 'jammed', '1'), printer('2', 'paper-low', '2'))).toEqual([
    { words: 'Pencetak kios 1: kertas tersangkut', quiet: false },
    { words: 'Pencetak kios 2: kertas hampir habis', quiet: true },
  ])
})

test('where every printer prints, nothing is said', () => {
  expect(lines()).toEqual([])
})
