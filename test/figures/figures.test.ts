import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { FiguresPage } from '../../protocol/desk/figures.ts'
import type { Office } from '../../protocol/office.ts'
import { figuresOf } from '../../server/figures/figures-of.ts'
import { tablesOf } from '../../server/figures/tables.ts'
import { type History, openHistory } from '../../server/history/history.ts'
import type { Recorded } from '../../server/journal/journal.ts'
import { expectAgreement } from './agree.ts'
import { reckonByHand } from './reckon-by-hand.ts'
import { FIRST_DAY, seedRecorded } from './seeded.ts'

const newFile = () => join(mkdtempSync(join(tmpdir(), 'antrean-history-')), 'history.db')
const LAST_DAY = '2026-03-03'
const NOBODY = { from: '2026-01-01', until: '2026-01-02', pages: [] }

let office: Office
let recorded: Recorded[]
let history: History
let endAt: number

beforeAll(() => {
  const seeded = seedRecorded(2)
  office = seeded.office
  recorded = seeded.recorded
  endAt = recorded.at(-1)?.at ?? 0
  history = openHistory(newFile())
  for (const one of recorded) history.take(one)
}, 120_000)

const figuresFor = (from: string, until: string, of = history) =>
  figuresOf({
    ...{ span: { from, until }, pages: of.pages(from, until, endAt) },
    ...{ before: NOBODY, since: FIRST_DAY, regular: ['A'] },
  })

describe('the figures of a seeded history', () => {
  test('each is what is reckoned from the raw events by other hands', () => {
    const byHand = reckonByHand(recorded, FIRST_DAY, LAST_DAY)
    // A seed in which nothing happens would agree with anything.
    expect(byHand.visits).toBeGreaterThan(400)
    expect(Math.min(byHand.misses, byHand.recalls, byHand.parks, byHand.noShows)).toBeGreaterThan(5)
    expect(recorded.filter(({ event }) => event.type === 'Undone').length).toBeGreaterThan(5)
    expectAgreement(figuresFor(FIRST_DAY, LAST_DAY), byHand)
  })

  test('those of one day are what is reckoned of that day alone', () => {
    expectAgreement(figuresFor(LAST_DAY, LAST_DAY), reckonByHand(recorded, LAST_DAY, LAST_DAY))
  })

  test('are the same when the days are laid together in another order', () => {
    const pages = history.pages(FIRST_DAY, LAST_DAY, endAt)
    const span = { from: FIRST_DAY, until: LAST_DAY }
    const of = (list: typeof pages) => figuresOf({ span, pages: list, before: NOBODY, since: null, regular: ['A'] })
    const [a, b] = [of(pages), of([...pages].reverse())]
    expect(b.headline).toEqual(a.headline)
    expect(b.byWindow).toEqual(a.byWindow)
  })

  test('are held against the span before it', () => {
    const figures = figuresOf({
      span: { from: LAST_DAY, until: LAST_DAY },
      pages: history.pages(LAST_DAY, LAST_DAY, endAt),
      before: { from: FIRST_DAY, until: FIRST_DAY, pages: history.pages(FIRST_DAY, FIRST_DAY, endAt) },
      ...{ since: FIRST_DAY, regular: ['A'] },
    })
    expect(figures.before?.headline).toEqual(figuresFor(FIRST_DAY, FIRST_DAY).headline)
  })

  test('make tables in both languages whose rows have a cell for every column', () => {
    const figures = figuresFor(FIRST_DAY, LAST_DAY)
    for (const lang of ['id', 'en'] as const) {
      const tables = tablesOf(figures, office, lang)
      const page = { figures, tables, lanes: [], today: LAST_DAY, limitMin: 30 }
      expect(FiguresPage.safeParse(page).error).toBeUndefined()
      for (const { columns, rows } of tables) for (const row of rows) expect(row).toHaveLength(columns.length)
    }
  })
})

describe('the history', () => {
  test('that was stopped and opened again in the middle of a day is the one that never stopped', () => {
    const file = newFile()
    let again = openHistory(file)
    const cut = Math.floor(recorded.length / 2)
    for (const one of recorded.slice(0, cut)) again.take(one)
    again.close()
    again = openHistory(file)
    expect(again.seq()).toBeLessThan(cut)
    for (const one of recorded.slice(again.seq())) again.take(one)
    expect(again.pages(FIRST_DAY, LAST_DAY, endAt)).toEqual(history.pages(FIRST_DAY, LAST_DAY, endAt))
  })

  test('passes over what it knows, and does not go on where an event is missing', () => {
    const [first, second, third] = recorded
    if (first === undefined || second === undefined || third === undefined) throw new Error('a seed has three events')
    const small = openHistory(newFile())
    small.take(first)
    small.take(first)
    expect(() => small.take(third)).toThrow('event 2 is missing')
    small.take(second)
    expect(small.seq()).toBe(2)
  })

  test('of a damaged file begins anew', () => {
    const file = newFile()
    writeFileSync(file, 'not a database, and longer than its header would be '.repeat(40))
    const anew = openHistory(file)
    expect(anew.seq()).toBe(0)
    expect(anew.days()).toEqual([])
  })

  test('holds no code, no ticket number and no instant', () => {
    const text = JSON.stringify(history.pages(FIRST_DAY, FIRST_DAY, endAt))
    expect(text).not.toMatch(/[A-Z]\d{3}"/)
    expect(text).not.toContain(`${FIRST_DAY}/`)
    expect(text).not.toMatch(/17\d{11}/)
  })
})
