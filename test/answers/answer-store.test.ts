import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, test } from 'vitest'
import { openAnswerStore } from '../../server/answers/answer-store.ts'
import { five } from '../survey/sample-answers.ts'
import { keyOf, promisesOfAnAnswerStore } from './contract.ts'

const newFile = () => join(mkdtempSync(join(tmpdir(), 'antrean-answers-')), 'survey.db')
const [said = {}] = five

promisesOfAnAnswerStore(async () => openAnswerStore(newFile()))

test('after the day no file holds a key of a ticket', async () => {
  const file = newFile()
  const store = openAnswerStore(file)
  for (let no = 1; no <= 60; no += 1) await store.keep(keyOf(no), 'exit', said)
  const bytes = () => ['', '-wal'].map((tail) => readFileSync(`${file}${tail}`).toString('latin1')).join('')
  expect(bytes()).toContain('key-of-ticket')
  await store.release('2026-11')
  expect(bytes()).not.toContain('key-of-ticket')
  expect(await store.released()).toHaveLength(60)
})

test('a file has no column that tells when somebody answered', async () => {
  const file = newFile()
  await openAnswerStore(file).close()
  const columns = new Database(file, { readonly: true }).prepare('SELECT name FROM pragma_table_info(?)').all('answers')
  expect(columns).toEqual([{ name: 'id' }, { name: 'month' }, { name: 'channel' }, { name: 'answers' }])
})

test('what was kept is there after a start', async () => {
  const file = newFile()
  const store = openAnswerStore(file)
  await store.keep(keyOf(1), 'counter', said)
  // Not closed: as after a power cut.
  expect(await openAnswerStore(file).keys()).toEqual([keyOf(1)])
})

test('a file of a newer version stops the start', async () => {
  const file = newFile()
  await openAnswerStore(file).close()
  const raw = new Database(file)
  raw.exec('PRAGMA user_version = 9')
  raw.close()
  expect(() => openAnswerStore(file)).toThrow('please update Antrean')
})
