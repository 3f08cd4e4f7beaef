import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesOf, parseWhatIf } from '../../simulator/cli/what-if-options.ts'
import { generateDay, generateDays } from '../../simulator/generate/generate-days.ts'
import { policy } from '../../simulator/policy.ts'
import { scenarioOf } from '../../simulator/scenarios.ts'
import { answerSentences, askWhatIf } from '../../simulator/what-if.ts'
import {
  helpersOn,
  oneMoreCounter,
  otherBreaks,
  otherQuota,
  otherSettings,
  together,
  usualChanges,
} from '../../simulator/what-if-changes.ts'
import { FRAME } from './make-day.ts'

const peak = scenarioOf('D1-peak')
const day = generateDay(peak, 0, 3)
const booked = (of: typeof day, start: number) =>
  [...of.applicants, ...of.noShows].filter(({ window }) => window?.[0] === start).length

describe('what an office head may change', () => {
  test('one more counter stands at the end, as fast as the others, without their short pauses', () => {
    const more = oneMoreCounter(1, 'documents').day(day)
    expect(more.counters).toHaveLength(day.counters.length + 1)
    expect(more.counters.slice(0, -1)).toEqual(day.counters)
    expect(more.counters.at(-1)).toMatchObject({ stage: 1 })
    expect(more.counters.at(-1)?.away.map(([, , why]) => why)).not.toContain('pause')
    expect(more.applicants).toEqual(day.applicants)
  })

  test('a quota fills or empties its window and touches nobody else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (quota) => {
        const changed = otherQuota(600, quota).day(day)
        expect(booked(changed, 600)).toBe(quota)
        for (const start of [480, 540, 660, 780, 840]) expect(booked(changed, start)).toBe(booked(day, start))
        const walkIns = (of: typeof day) => of.applicants.filter(({ window }) => window === null)
        expect(walkIns(changed)).toEqual(walkIns(day))
        const arrivals = changed.applicants.map(({ arrive }) => arrive)
        expect(arrivals).toEqual([...arrivals].sort((a, b) => a - b))
      }),
      { numRuns: 30 },
    )
    expect(otherQuota(600, 20).day(day)).toEqual(otherQuota(600, 20).day(day))
    expect(booked(otherQuota(null, 25).day(day), 840)).toBe(25)
  })

  test('other breaks are shared in turn among the counters of a stage', () => {
    const changed = otherBreaks([
      [660, 700],
      [700, 740],
    ]).day(day)
    const lunches = changed.counters.map(({ away }) =>
      away.filter(([, , why]) => why === 'lunch').map(([from]) => from),
    )
    expect(lunches.slice(0, 3)).toEqual([[660], [700], [660]])
    expect(
      otherBreaks([])
        .day(day)
        .counters.flatMap(({ away }) => away.filter(([, , why]) => why === 'lunch')),
    ).toEqual([])
  })

  test('settings keep to the guard rails of the office', () => {
    const { windows } = policy('window')
    expect(otherSettings(windows, { lateSetBackMin: 300 })).toHaveProperty('mistake')
    expect(otherSettings(windows, { nothing: 1 })).toHaveProperty('mistake')
    const read = otherSettings(windows, { lateSetBackMin: 45 })
    if ('mistake' in read) expect.fail(read.mistake)
    expect(read.change.policy(policy('window')).windows.lateSetBackMin).toBe(45)
  })
})

describe('the answer', () => {
  const file = generateDays(peak, 6, 3)

  test('help across the stages is told in one sentence with its certainty', () => {
    const answers = askWhatIf(file, policy('window'), [helpersOn(2, file.stages)])
    const [sentence, ...more] = answerSentences(answers)
    expect(more).toEqual([])
    expect(sentence?.id).toMatch(
      /^2 loket Wawancara dan foto membantu .*: menunggu rata-rata [\d,]+ → [\d,]+ menit \((selisih [\d,]+–[\d,]+|tidak ada beda yang pasti)\); seluruh tahap [\d,]+ → [\d,]+ menit; dipanggil dalam jamnya \d+ % → \d+ %\.$/,
    )
    expect(sentence?.en).toMatch(/^2 counters for interview/)
    expect(sentence?.en).not.toMatch(/\d,\d/)
  })

  test('who shortens one queue at the cost of another is warned', () => {
    const crowd = together([oneMoreCounter(1, 'documents'), otherQuota(null, 46)])
    const [sentence] = answerSentences(askWhatIf(file, policy('window'), [crowd]))
    expect(sentence?.id).toContain('Awas: menunggu di seluruh tahap bertambah.')
  })

  test('a change that changes nothing makes no difference', () => {
    const [sentence] = answerSentences(askWhatIf(file, policy('window'), [together([])]))
    expect(sentence?.id).toContain('tidak ada beda yang pasti')
  })

  test('progress is told once per day played', () => {
    let steps = 0
    const changes = usualChanges(file.stages, policy('window'))
    askWhatIf({ ...file, days: file.days.slice(0, 2) }, policy('window'), changes, () => (steps += 1))
    expect(changes).toHaveLength(3)
    expect(steps).toBe(8)
  })
})

describe('the command line', () => {
  const asked = (...args: string[]) => {
    const read = parseWhatIf(args)
    return 'mistake' in read ? read : changesOf(read.options, FRAME, policy('window'))
  }

  test('reads every change', () => {
    const read = asked(
      '--counter',
      '1',
      '--helpers',
      '2',
      '--quota',
      '10.00=30',
      '--quota',
      '28',
      '--lunch',
      '11.30-12.30,12.30-13.30',
      '--set',
      'graceMin=20',
    )
    if ('mistake' in read) expect.fail(read.mistake)
    expect(read.changes.map(({ name }) => name.id)).toEqual([
      'Satu loket lagi untuk Verifikasi berkas',
      '2 loket Wawancara dan foto membantu Verifikasi berkas bila antreannya sendiri kosong',
      'Kuota 30 untuk jam 10.00',
      'Kuota 28 per jam janji',
      'Istirahat 11.30–12.30, 12.30–13.30',
      'Aturan graceMin 20',
    ])
  })

  test.each([
    [['--counter', '3'], 'the stages are 1 to 2'],
    [['--helpers', 'two'], 'no number of counters'],
    [['--quota', '10=30'], 'is written 30, or 10.00=30'],
    [['--quota', '10.00=many'], 'is written 30, or 10.00=30'],
    [['--lunch', '12.30-11.30'], 'is written 11.30-12.30'],
    [['--set', 'graceMin=999'], 'graceMin'],
    [['--recorded', '--scenario', 'D1-peak'], 'not several'],
    [['--nothing'], 'nothing'],
  ])('%j is answered with one sentence', (args, words) => {
    const read = asked(...args)
    if (!('mistake' in read)) expect.fail('it was taken')
    expect(read.mistake).toContain(words)
    expect(read.mistake).not.toContain('\n')
  })
})
