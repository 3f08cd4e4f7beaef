import { setImmediate } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import type { Bulletin, HubPlace, Told } from '../../protocol/hub/report.ts'
import { JournalDamage, type Recorded } from '../../server/journal/journal.ts'
import { goesOn } from '../../server/journal/told-link.ts'
import { HubSettings } from '../../server/report/hub-document.ts'
import type { HubAnswer, HubLine } from '../../server/report/hub-line.ts'
import { reportToHub, waitAfter } from '../../server/report/report-to-hub.ts'
import { at, TODAY } from '../support/denpasar.ts'
import { virtualClock } from '../support/office.ts'
import { journalOf, NOWHERE } from './offices.ts'

const BY = { role: 'console', place: 'console', staff: null } as const
const calls = (many: number): Recorded[] =>
  Array.from({ length: many }, (_, i) => ({
    ...{ seq: i + 1, at: at('08.00') + i, by: BY },
    event: { type: 'Recalled', callNo: 1, ticketId: `${TODAY}/A001`, counter: 3 },
  }))
const BULLETIN: Omit<Bulletin, 'telling'> = {
  ...{ at: at('08.00'), name: 'Kanim', zone: 'Asia/Makassar', day: TODAY, isOpen: true, lanes: [], load: [] },
  ...{ counters: { all: 0, open: 0, paused: 0 }, outage: null, devices: { all: 0, toSee: [] } },
  survey: { weight: '1/9', months: [] },
}

/** A hub of the test: it keeps what goes on, and answers as `mood` says. */
const makeHub = () => {
  const hub = {
    place: NOWHERE as HubPlace,
    kept: [] as Told[],
    bulletins: [] as Bulletin[],
    mood: 'well' as 'well' | 'away' | 'lost-answer' | 'another-history',
    asked: 0,
  }
  const answer = (): HubAnswer<HubPlace> =>
    hub.mood === 'away' ? { status: 'away', why: 'unreachable' } : { status: 'done', value: hub.place }
  const line: HubLine = {
    async place() {
      hub.asked += 1
      return answer()
    },
    async send({ told }) {
      if (hub.mood === 'away') return answer()
      if (hub.mood === 'another-history') return { status: 'another-history' }
      for (const one of told)
        if (goesOn(hub.place, one)) {
          hub.kept.push(one)
          hub.place = { seq: one.seq, at: one.at, link: one.link }
        }
      return hub.mood === 'lost-answer' ? { status: 'away', why: 'timed out' } : answer()
    },
    async bulletin(bulletin) {
      hub.bulletins.push(bulletin)
      return { status: 'done', value: null }
    },
  }
  return { hub, line }
}

describe('an office that tells a hub', () => {
  const clock = virtualClock(at('08.00'))
  let stop = async () => {}
  afterEach(async () => {
    const stopping = stop()
    clock.pass(5)
    await stopping
  })

  const warned: object[] = []
  const begin = (recorded: Recorded[]) => {
    warned.length = 0
    const { hub, line } = makeHub()
    const listeners = new Set<(recorded: readonly Recorded[]) => void>()
    const report = reportToHub({
      ...{ line, journal: journalOf(recorded), clock, log: { warn: (fields: object) => void warned.push(fields) } },
      onRecorded(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      bulletin: async (telling) => ({ ...BULLETIN, telling }),
    })
    stop = report.stop
    return {
      hub,
      /** Lets everything happen that is due within so many minutes. */
      async pass(minutes: number) {
        for (let turn = 0; turn < minutes * 60; turn++) {
          for (let i = 0; i < 12; i++) await setImmediate()
          clock.pass(1 / 60)
        }
        for (let i = 0; i < 12; i++) await setImmediate()
      },
      record(more: Recorded) {
        recorded.push(more)
        for (const listener of listeners) listener([more])
      },
    }
  }
  const next = (recorded: readonly Recorded[]): Recorded => {
    const last = calls(recorded.length + 1).at(-1)
    if (last === undefined) throw new Error('nothing was made')
    return last
  }

  test('tells everything in parcels, and then what is recorded', async () => {
    const recorded = calls(1_200)
    const office = begin(recorded)
    await office.pass(0.1)
    expect(office.hub.kept.map(({ seq }) => seq)).toEqual(recorded.map(({ seq }) => seq))
    office.record(next(recorded))
    await office.pass(0.1)
    expect(office.hub.kept.length).toBe(1_201)
    expect(office.hub.bulletins[0]).toMatchObject({ telling: 'on', name: 'Kanim' })
  })

  test('waits longer and longer for a hub that is away, and goes on where it is when it is back', async () => {
    const recorded = calls(5)
    const office = begin(recorded)
    office.hub.mood = 'away'
    await office.pass(1)
    expect(office.hub.asked).toBeLessThan(8)
    office.record(next(recorded))
    office.hub.mood = 'well'
    await office.pass(1.2)
    expect(office.hub.kept.length).toBe(6)
    expect([1, 2, 3, 10].map(waitAfter)).toEqual([2_000, 4_000, 8_000, 120_000])
  })

  test('an answer that was lost costs a second look and nothing twice', async () => {
    const office = begin(calls(5))
    office.hub.mood = 'lost-answer'
    await office.pass(0.2)
    office.hub.mood = 'well'
    await office.pass(0.5)
    expect(office.hub.kept.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
  })

  test('a damaged event keeps the office from nothing: it is said once, and told again when it is mended', async () => {
    const recorded = calls(5)
    const [third] = recorded.splice(2, 1)
    const office = begin(recorded)
    office.hub.mood = 'away'
    await office.pass(0.05)
    expect(warned).toEqual([{ why: 'unreachable' }])
    office.hub.mood = 'well'
    const damage = new JournalDamage(3, 'does not fit the chain')
    Object.defineProperty(recorded, Symbol.iterator, {
      configurable: true,
      value: () => {
        throw damage
      },
    })
    await office.pass(1)
    expect(warned).toEqual([{ why: 'unreachable' }, { why: String(damage) }])
    Reflect.deleteProperty(recorded, Symbol.iterator)
    if (third !== undefined) recorded.splice(2, 0, third)
    await office.pass(2.2)
    expect(office.hub.kept.length).toBe(5)
  })

  test('a hub at a place that this journal does not have is told nothing but that', async () => {
    const office = begin(calls(5))
    office.hub.place = { seq: 3, at: at('12.00'), link: 'f'.repeat(64) }
    await office.pass(0.5)
    expect(office.hub.kept).toEqual([])
    office.hub.place = NOWHERE
    await office.pass(2.2)
    expect(office.hub.kept.length).toBe(5)
  })
})

describe('the hub that hub.json names', () => {
  const key = 'k'.repeat(43)
  test.each(['https://hub.imigrasi.go.id', 'http://10.0.0.5:4100', 'http://localhost:4100'])('may be %s', (url) => {
    expect(HubSettings.safeParse({ url, office: 'denpasar', key }).success).toBe(true)
  })
  test.each(['http://hub.imigrasi.go.id', 'http://10.example.com', 'https://hub.go.id/path', 'ftp://10.0.0.5', 'hub'])(
    'is not %s',
    (url) => {
      expect(HubSettings.safeParse({ url, office: 'denpasar', key }).success).toBe(false)
    },
  )
})
