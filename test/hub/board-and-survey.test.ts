import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Bulletin, SurveyMonth } from '../../protocol/hub/report.ts'
import type { SurveyAnswers } from '../../protocol/survey.ts'
import { atHub } from '../../server/hub/hub-keys.ts'
import { openHub } from '../../server/hub/open-hub.ts'
import { surveyMonthsOf } from '../../server/report/bulletin-of.ts'
import { elementResults, indexOf, tallyOf } from '../../server/survey/ikm.ts'
import { at, TODAY } from '../support/denpasar.ts'
import { type Cluster, POSTGRES, startCluster } from '../support/postgres/cluster.ts'

const MARKS = [1, 2, 3, 4] as const
const answersOf = (seed: number): SurveyAnswers => {
  const mark = (n: number) => MARKS[(seed * n) % 4] ?? 4
  return {
    ...{ persyaratan: mark(3), prosedur: mark(5), waktu: 2, biaya: 4, produk: mark(7) },
    ...{ kompetensi: 3, perilaku: mark(9), sarana: 1, pengaduan: mark(11) },
  }
}
const respondents = (month: string, from: number, many: number) =>
  Array.from({ length: many }, (_, i) => ({ month, channel: 'phone' as const, answers: answersOf(from + i) }))

const bulletinOf = (name: string, change: Partial<Bulletin> = {}): Bulletin => ({
  ...{ at: at('10.00'), name, zone: 'Asia/Makassar', day: TODAY, isOpen: true, lanes: [], load: [] },
  ...{ counters: { all: 4, open: 2, paused: 0 }, outage: null, devices: { all: 9, toSee: [] }, telling: 'on' },
  survey: { weight: '1/9', months: [] },
  ...change,
})

describe.skipIf(POSTGRES === null)('what a hub hears of offices', () => {
  let cluster: Cluster
  let hub: Awaited<ReturnType<typeof openHub>>
  let now = at('10.00')
  const offices = ['denpasar', 'singaraja', 'mataram', 'bima', 'kupang', 'ende']
  beforeAll(async () => {
    cluster = await startCluster()
    const url = await cluster.newDatabase()
    await atHub(url, async (desk) => {
      for (const [i, office] of offices.entries())
        await desk.newOfficeKey(office, i < 2 ? 'bali' : i < 4 ? 'ntb' : 'ntt')
    })
    hub = await openHub({ url, clock: { now: () => now } })
  })
  afterAll(async () => {
    await hub.close()
    await cluster.remove()
  })

  test('is told apart on the board: well, in trouble, silent, of another history, never heard', async () => {
    const { port } = hub
    await port.hear('mataram', bulletinOf('Kanim Mataram'))
    now += 90_000
    await port.hear('denpasar', bulletinOf('Kanim Denpasar', { at: now }))
    await port.hear('singaraja', bulletinOf('Kanim Singaraja', { outage: { scope: 'power', sinceAt: at('09.50') } }))
    await port.hear('bima', bulletinOf('Kanim Bima', { telling: 'another-history' }))
    const paper = { kind: 'printer' as const, place: '1', status: 'no-paper' }
    await port.hear('kupang', bulletinOf('Kanim Kupang', { devices: { all: 9, toSee: [{ ...paper, care: 'now' }] } }))
    const board = await port.board()
    expect(board.regions.map(({ id }) => id)).toEqual(['bali', 'ntb', 'ntt'])
    expect(Object.fromEntries(board.offices.map(({ office, state }) => [office, state]))).toEqual({
      ...{ denpasar: 'well', singaraja: 'trouble', mataram: 'silent', bima: 'other-history', kupang: 'trouble' },
      ende: 'new',
    })
    expect(board.offices.find(({ office }) => office === 'ende')).toMatchObject({
      name: 'ende',
      heardAt: null,
      bulletin: null,
    })
  })

  test('of its survey is reckoned together as if all answers lay there, and of another history nothing', async () => {
    const { port } = hub
    const [bali, other] = [respondents('2026-09', 1, 12), respondents('2026-10', 40, 9)]
    const say = (office: string, months: SurveyMonth[], telling: Bulletin['telling'] = 'on') =>
      port.hear(office, bulletinOf(office, { telling, survey: { weight: '1/9', months } }))
    await say('denpasar', surveyMonthsOf(bali))
    await say('singaraja', surveyMonthsOf(other))
    await say('bima', surveyMonthsOf(respondents('2026-09', 90, 50)), 'another-history')
    const all = tallyOf([...bali, ...other].map(({ answers }) => answers))
    const survey = await port.survey({ from: '2026-09', until: '2026-10' })
    expect(survey).toMatchObject({ n: 21, ...indexOf(all, '1/9'), elements: elementResults(all) })
    expect(survey?.lowest.slice(0, 2)).toEqual(['sarana', 'waktu'])
    expect(survey?.offices.map(({ office, n }) => [office, n])).toEqual([
      ['denpasar', 12],
      ['singaraja', 9],
    ])
    const own = await port.survey({ from: '2026-09', until: '2026-09', office: 'denpasar' })
    expect(own).toMatchObject({ n: 12, ...indexOf(tallyOf(bali.map(({ answers }) => answers)), '1/9') })
    expect(await port.survey({ from: '2026-11', until: '2026-12', region: 'bali' })).toMatchObject({ n: 0, ikm: null })
    expect(await port.survey({ from: '2026-09', until: '2026-10', office: 'nowhere' })).toBeNull()
  })
})
