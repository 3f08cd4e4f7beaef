import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { keepFigure } from '../support/keep-figure.ts'
import { ROOT } from './sources.ts'

type Row = { id: string; level: string; asked: string; shown: string }

const readRows = (text: string): Row[] =>
  [...text.matchAll(/^\| (V\d+\.\d+\.\d+) \| ([12]) \| (.+?) \| (.*?) \|$/gm)].map(
    ([, id = '', level = '', asked = '', shown = '']) => ({ id, level, asked, shown }),
  )
const testsOf = ({ shown }: Row): string[] =>
  [...shown.matchAll(/`(test\/[\w./-]+\.tsx?)`/g)].map(([, file = '']) => file)
/** Rows without a test that exists and without a reason in words. */
const unexplained = (rows: readonly Row[]): string[] =>
  rows
    .filter((row) => {
      const tests = testsOf(row)
      const isThere = tests.every((file) => existsSync(join(ROOT, file)))
      const words = row.shown.replaceAll(/`[^`]*`|[,.\s]/g, '')
      return !isThere || (tests.length === 0 && words.length < 6)
    })
    .map(({ id }) => id)

describe('the table of ASVS 5.0', () => {
  const rows = readRows(readFileSync(join(ROOT, 'docs/asvs.md'), 'utf8'))

  test('has every requirement of levels 1 and 2 once, in order', () => {
    expect(rows.filter(({ level }) => level === '1')).toHaveLength(70)
    expect(rows.filter(({ level }) => level === '2')).toHaveLength(183)
    const ids = rows.map(({ id }) => id)
    expect(ids.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('shows for each a test that exists, or a reason', (context) => {
    expect(unexplained(rows)).toEqual([])
    const shown = rows.filter((row) => testsOf(row).length > 0).length
    keepFigure(context, `${rows.length} rows: ${shown} shown by tests, ${rows.length - shown} with a reason`)
  })

  test('a row without either is found', () => {
    const bad = [
      '| V1.1.1 | 2 | a | `test/nowhere.test.ts` |',
      '| V1.1.2 | 2 | b |  |',
      '| V1.1.3 | 2 | c | No LDAP. |',
    ]
    expect(unexplained(readRows(bad.join('\n')))).toEqual(['V1.1.1', 'V1.1.2'])
  })
})
