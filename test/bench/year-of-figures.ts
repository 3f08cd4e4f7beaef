/**
 * `npm run bench -- figures`: the figures of a year of 300 visits a day, beside a bare scan of the table they are read from.
 * The days are some seeded ones, over and over: what a page costs does not depend on which day it is.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { figuresOf } from '../../server/figures/figures-of.ts'
import { openHistory } from '../../server/history/history.ts'
import { dayAfter } from '../../server/rules/civil.ts'
import { FIRST_DAY, seedRecorded } from '../figures/seeded.ts'
import { type Figures, figuresPrint, ratioPrint } from './figures.ts'

const DAYS = 250
const SAMPLES = 15
const SEEDED = 2

const file = join(mkdtempSync(join(tmpdir(), 'antrean-bench-')), 'history.db')
const seeded = openHistory(join(mkdtempSync(join(tmpdir(), 'antrean-bench-')), 'history.db'))
for (const recorded of seedRecorded(SEEDED).recorded) seeded.take(recorded)
const pages = seeded.pages(FIRST_DAY, dayAfter(FIRST_DAY, SEEDED), Number.MAX_SAFE_INTEGER)
openHistory(file).close()
const bare = new Database(file)
const add = bare.prepare('INSERT INTO days VALUES (?, ?)')
for (let k = 0; k < DAYS; k++) {
  const day = dayAfter(FIRST_DAY, k)
  add.run(day, JSON.stringify({ ...pages[k % pages.length], day }))
}
const history = openHistory(file)
const span = { from: FIRST_DAY, until: dayAfter(FIRST_DAY, DAYS) }
const scan = bare.prepare('SELECT sum(length(page)), max(page) FROM days WHERE day BETWEEN ? AND ?')

const year: Figures = { name: 'figures of a year', samples: [] }
const scanned: Figures = { name: '  bare scan of its pages', samples: [] }
const measure = (into: Figures, what: () => unknown): void => {
  const startedAt = performance.now()
  what()
  into.samples.push(performance.now() - startedAt)
}
let visits = 0
for (let turn = 0; turn < SAMPLES; turn++) {
  measure(scanned, () => scan.get(span.from, span.until))
  measure(year, () => {
    const read = history.pages(span.from, span.until, Number.MAX_SAFE_INTEGER)
    const before = { ...span, pages: [] }
    visits = figuresOf({ span, pages: read, before, since: FIRST_DAY, regular: ['A'] }).headline.visits
  })
}
for (const line of figuresPrint([year, scanned])) console.log(line)
console.log(ratioPrint(year, scanned))
console.log(`${DAYS} days, ${visits} visits`)
history.close()
bare.close()
