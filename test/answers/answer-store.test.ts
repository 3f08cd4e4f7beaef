import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, test } from 'vitest'
import { openAnswerStore } from '../../server/answers/answer-store.ts'
import { five } from '../survey/sample-answers.ts'

const newFile = () => join(mkdtempSync(join(tmpdir(), 'antrean-answers-')), 'survey.db')
const keyOf = (no: number): string => `key-of-ticket-${String(no).padStart(8, '0')}`
const [said = {}, other = {}] = five

test('the first answers of a ticket stand', () => {
  const store = openAnswerStore(newFile())
  store.keep(keyOf(1), 'exit', said)
  store.keep(keyOf(1), 'phone', other)
  for (const no of [2, 3, 4, 5]) store.keep(keyOf(no), 'exit', other)
  store.release('2026-11')
  expect(store.released().filter(({ channel }) => channel === 'phone')).toEqual([])
  expect(store.released()).toContainEqual({ month: '2026-11', channel: 'exit', answers: said })
})

test('fewer than five wait for others, and join together in the month of the last', () => {
  const store = openAnswerStore(newFile())
  for (const no of [1, 2, 3, 4]) store.keep(keyOf(no), 'exit', said)
  store.release('2026-11')
  expect(store.released()).toEqual([])
  expect(store.keys()).toEqual([])
  store.keep(keyOf(5), 'exit', said)
  store.release('2026-12')
  expect(store.released().map(({ month }) => month)).toEqual(Array.from({ length: 5 }, () => '2026-12'))
})

test('a release without answers leaves what joined before as it was', () => {
  const store = openAnswerStore(newFile())
  for (const no of [1, 2, 3, 4, 5]) store.keep(keyOf(no), 'exit', said)
  store.release('2026-11')
  store.release('2026-12')
  expect(store.released().map(({ month }) => month)).toEqual(Array.from({ length: 5 }, () => '2026-11'))
})

test('after the day no file holds a key of a ticket', () => {
  const file = newFile()
  const store = openAnswerStore(file)
  for (let no = 1; no <= 60; no += 1) store.keep(keyOf(no), 'exit', said)
  const bytes = () => ['', '-wal'].map((tail) => readFileSync(`${file}${tail}`).toString('latin1')).join('')
  expect(bytes()).toContain('key-of-ticket')
  store.release('2026-11')
  expect(bytes()).not.toContain('key-of-ticket')
  expect(store.released()).toHaveLength(60)
})

test('after the day nothing tells in which order people answered', () => {
  const file = newFile()
  const store = openAnswerStore(file)
  const marks = Array.from({ length: 40 }, (_, no) => (no < 20 ? said : other))
  for (const [no, answers] of marks.entries()) store.keep(keyOf(no), 'exit', answers)
  store.release('2026-11')
  const order = store.released().map(({ answers }) => JSON.stringify(answers) === JSON.stringify(said))
  expect(order).toHaveLength(40)
  // Sorted by chance once in 137,846,528,820 times.
  expect([...order].sort()).not.toEqual(order)
  expect(order.toReversed().sort()).not.toEqual(order.toReversed())
  store.close()
  const columns = new Database(file, { readonly: true }).prepare('SELECT name FROM pragma_table_info(?)').all('answers')
  expect(columns).toEqual([{ name: 'id' }, { name: 'month' }, { name: 'channel' }, { name: 'answers' }])
})

test('what was kept is there after a start', () => {
  const file = newFile()
  const store = openAnswerStore(file)
  store.keep(keyOf(1), 'counter', said)
  // Not closed: as after a power cut.
  expect(openAnswerStore(file).keys()).toEqual([keyOf(1)])
})

test('a file of a newer version stops the start', () => {
  const file = newFile()
  openAnswerStore(file).close()
  const raw = new Database(file)
  raw.exec('PRAGMA user_version = 9')
  raw.close()
  expect(() => openAnswerStore(file)).toThrow('please update Antrean')
})
