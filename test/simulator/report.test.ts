import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareDays } from '../../simulator/compare-days.ts'
import { replayComplaint } from '../../simulator/complaint.ts'
import { readDays } from '../../simulator/day-file.ts'
import { generateDays } from '../../simulator/generate/generate-days.ts'
import { policy } from '../../simulator/policy.ts'
import { axisFor } from '../../simulator/report/axis.ts'
import { drawReport } from '../../simulator/report/draw-report.ts'
import { html } from '../../simulator/report/html.ts'
import { makeReport } from '../../simulator/report/make-report.ts'
import { numberText, shareText, signedText } from '../../simulator/report/numbers.ts'
import { tellStory } from '../../simulator/report/tell-story.ts'
import { scenarioOf } from '../../simulator/scenarios.ts'
import { counterAt, dayOf, person, play } from './make-day.ts'

const COMPLAINT = new URL('../../simulator/days/complaint.json', import.meta.url)
const file = generateDays(scenarioOf('X-complaint'), 3, 5)
const comparison = compareDays(file, [policy('fifo'), policy('window'), policy('window+help2')])
const page = drawReport(makeReport({ comparisons: [comparison], replay: null }))

/** Start tags without an end, or ends without a start, in an HTML page of ours; void elements and self-closed ones aside. */
const unbalanced = (markup: string): string[] => {
  const open: string[] = []
  for (const [, end, name = '', closed] of markup.matchAll(/<(\/?)([a-z0-9]+)[^>]*?(\/?)>/g)) {
    if (closed === '/' || ['meta', 'doctype'].includes(name)) continue
    if (end === '') open.push(name)
    else if (open.pop() !== name) return [name]
  }
  return open
}

describe('the report', () => {
  test('stands alone: one page, no script, no address to anywhere', () => {
    expect(page.startsWith('<!doctype html>')).toBe(true)
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|javascript:/i)
    expect(page.match(/\b(?:https?:|\/\/[a-z])/gi)).toBeNull()
    expect([...page.matchAll(/url\(([^)]*)\)/g)].map(([, to]) => to).every((to) => to === '#hatch')).toBe(true)
    expect(unbalanced(page)).toEqual([])
  })

  test('has before and after for every other policy: four charts, each with its table below and a sentence', () => {
    expect(page.match(/<svg class="chart/g)).toHaveLength(8)
    const sections = page.split('<section>').slice(1)
    const withChart = sections.filter((section) => section.includes('<svg class="chart'))
    expect(withChart).toHaveLength(8)
    for (const section of withChart) {
      expect(section).toMatch(/<svg class="chart[^>]*role="img"\s+aria-label="[^"]{20,}"/)
      expect(section.indexOf('<table')).toBeGreaterThan(section.indexOf('</svg>'))
    }
    expect(page).toContain('Sebelum: Urut datang. Sesudah: Menurut jendela, 2 membantu')
  })

  test('tells every figure with its ratio and the paired difference', () => {
    const [fifo, window] = comparison.results
    const before = fifo?.figures.inWindowMean ?? Number.NaN
    const after = window?.figures.inWindowMean ?? Number.NaN
    const [row = ''] = page.match(/<tr><th scope="row">Menunggu, datang pada jamnya.*?<\/tr>/s) ?? []
    expect(row).toContain(`<b>${numberText(before, 1)}</b>`)
    expect(row).toContain(`<b>${numberText(after, 1)}</b><small>${numberText(after / before, 2)} ×</small>`)
    expect(row).toMatch(/<small>−[\d,]+ \(−[\d,]+ s\.d\. [−+]?[\d,]+\)<\/small>/)
    expect(page.match(/s\.d\. [^ ]+\)<\/small>/g)?.length).toBeGreaterThanOrEqual(20)
  })

  test('speaks Indonesian first and marks what is English', () => {
    expect(page).toContain('<html lang="id">')
    expect(page).toContain('Angka <span class="en" lang="en">Figures</span>')
    expect(page).not.toMatch(/antrian|silahkan/i)
  })

  test('no turmeric: nobody is being called', () => {
    expect(page.toLowerCase()).not.toContain('ffb51f')
  })

  test('replays the complaint with its window and every call', () => {
    const read = readDays(JSON.parse(readFileSync(COMPLAINT, 'utf8')))
    if ('mistake' in read) expect.fail(read.mistake)
    const replay = replayComplaint(read.file, policy('fifo'), [policy('fifo'), policy('window')])
    const drawn = drawReport(makeReport({ comparisons: [], replay }))
    expect(drawn).toContain('<b>12.50</b>')
    expect(drawn).toContain('Keluhan: jam 10.00–11.00, datang 10.00')
    expect(drawn.match(/<svg class="chart/g)).toHaveLength(1)
    expect(unbalanced(drawn)).toEqual([])
  })

  test('one policy alone is drawn without before and after, an empty comparison not at all', () => {
    const alone = drawReport(makeReport({ comparisons: [compareDays(file, [policy('window')])], replay: null }))
    expect(alone.match(/<svg class="chart/g)).toHaveLength(4)
    expect(alone).not.toContain('Sebelum:')
    expect(unbalanced(drawReport(makeReport({ comparisons: [], replay: null })))).toEqual([])
  })

  test('whatever a day file calls itself, it stays text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60 }), (scenario) => {
        const drawn = drawReport(
          makeReport({ comparisons: [{ ...comparison, scenario: `<b onload=x>&"'${scenario}` }], replay: null }),
        )
        expect(drawn).not.toContain('<b onload')
        expect(unbalanced(drawn)).toEqual([])
      }),
      { numRuns: 20 },
    )
    expect(html`<p title="${'"><script>'}">${'a & b <i>'}</p>`.markup).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">a &amp; b &lt;i&gt;</p>',
    )
  })
})

describe('the story of a policy', () => {
  const day = dayOf([
    person(600, { window: [600, 660], service: [10, 5] }),
    person(601, { window: [600, 660], service: [70, 5] }),
    person(602, { window: [600, 660], service: [10, 5] }),
    person(590, { window: [660, 720], priority: true, service: [5, 5] }),
    person(603, { service: [5, 5] }),
  ])
  const told = tellStory({ id: 'x', en: 'x' }, [play(day, 'fifo')])

  test('waits count from the window or the arrival, promises until the end of the window', () => {
    const [ten, eleven] = told.byWindow
    expect(ten?.window).toBe('10.00–11.00')
    expect(ten?.waits.n).toBe(3)
    expect((ten?.kept.within ?? 0) + (ten?.kept.upTo30 ?? 0) + (ten?.kept.later ?? 0)).toBe(3)
    // Who came early kept no hour, but is owed the call before its end.
    expect(eleven).toMatchObject({ window: '11.00–12.00', waits: { n: 0 }, kept: { within: 1, upTo30: 0, later: 0 } })
    expect(told.byLane.map(({ lane, waits }) => [lane.letter, waits.n])).toEqual([
      ['A', 3],
      ['P', 1],
      ['W', 1],
    ])
  })

  test('the queue is the people who wait, on the mean of the days', () => {
    const twice = tellStory({ id: 'x', en: 'x' }, [
      play(day, 'fifo'),
      play(dayOf([person(600)], [counterAt(1), counterAt(2)]), 'fifo'),
    ])
    const most = Math.max(...told.queue.people)
    expect(most).toBeGreaterThanOrEqual(2)
    expect(Math.max(...twice.queue.people)).toBe(most / 2)
    expect(told.queue.people.at(-1)).toBe(0)
  })
})

describe('numbers on paper', () => {
  test('comma for decimals, dot for thousands, a minus that is one', () => {
    expect([numberText(1234567.8, 1), numberText(-0.04, 1), numberText(-3, 0), numberText(Number.NaN)]).toEqual([
      '1.234.567,8',
      '0,0',
      '−3',
      '–',
    ])
    expect([shareText(0.923, 1), signedText(2.14), signedText(-18.42), signedText(0)]).toEqual([
      '92,3 %',
      '+2,1',
      '−18,4',
      '0,0',
    ])
  })

  test('an axis begins at zero, holds every value and has at most six marks', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 20_000, noNaN: true }), { maxLength: 8 }), (values) => {
        const { max, ticks } = axisFor(values)
        expect(ticks[0]).toBe(0)
        expect(ticks.at(-1)).toBe(max)
        expect(ticks.length).toBeLessThanOrEqual(6)
        expect(Math.max(0, ...values)).toBeLessThanOrEqual(max)
      }),
    )
  })
})
