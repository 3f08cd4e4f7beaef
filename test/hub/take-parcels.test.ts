import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Told } from '../../protocol/hub/report.ts'
import type { HubPort } from '../../server/gateway/hub/hub-port.ts'
import { atHub } from '../../server/hub/hub-keys.ts'
import { openHub } from '../../server/hub/open-hub.ts'
import type { Recorded } from '../../server/journal/journal.ts'
import { toldLink } from '../../server/journal/told-link.ts'
import type { OfficeEvent } from '../../server/rules/events.ts'
import { called, checkedIn, finished, open } from '../figures/made-days.ts'
import { at, DENPASAR, TODAY } from '../support/denpasar.ts'
import { type Cluster, POSTGRES, startCluster } from '../support/postgres/cluster.ts'
import { NOWHERE, tellAll } from './offices.ts'

const BY = { role: 'console', place: 'console', staff: null } as const
const EVENTS: OfficeEvent[] = [
  { type: 'OfficeConfigured', office: DENPASAR },
  { type: 'DayOpened', day: TODAY },
  open(3),
  checkedIn(`${TODAY}/K001`, '08.00'),
  called(`${TODAY}/K001`, 3, 'documents', 1),
  { type: 'SurveyInvited', ticketId: `${TODAY}/K001`, counter: 3, everyKth: 1 },
  finished(`${TODAY}/K001`, 3),
]
const RECORDED: Recorded[] = EVENTS.map((event, i) => ({ seq: i + 1, at: at('08.00') + i * 60_000, by: BY, event }))

describe.skipIf(POSTGRES === null)('parcels', () => {
  let cluster: Cluster
  beforeAll(async () => {
    cluster = await startCluster()
  })
  afterAll(() => cluster.remove())

  const withHub = async (work: (port: HubPort, url: string, told: Told[]) => Promise<void>) => {
    const url = await cluster.newDatabase()
    await atHub(url, (desk) => desk.newOfficeKey('denpasar', 'bali'))
    const hub = await openHub({ url, clock: { now: () => at('17.00') } })
    await work(hub.port, url, await tellAll(RECORDED))
    await hub.close()
  }
  const visits = async (port: HubPort): Promise<number> => {
    const line = await port.compare({ from: TODAY, until: TODAY }, null)
    return line?.offices[0]?.visits ?? -1
  }
  const placeOf = ({ seq, at: toldAt, link }: Told) => ({ seq, at: toldAt, link })

  test('the place moves on to the last event without a gap before it, whatever order they come in', () =>
    withHub(async (port, _url, told) => {
      const [first, second, ...rest] = told
      if (first === undefined || second === undefined) throw new Error('too little is told')
      expect(await port.place('denpasar')).toEqual(NOWHERE)
      expect(await port.take('denpasar', { told: rest.toReversed() })).toEqual({ status: 'kept', place: NOWHERE })
      expect(await port.take('denpasar', { told: [first] })).toMatchObject({ place: placeOf(first) })
      expect(await visits(port)).toBe(0)
      expect((await port.board()).offices[0]).toMatchObject({ waitingEvents: rest.length, state: 'new' })
      const last = rest.at(-1)
      expect(await port.take('denpasar', { told: [second] })).toEqual({ status: 'kept', place: last && placeOf(last) })
      expect(await visits(port)).toBe(1)
    }))

  test('what comes again changes nothing', () =>
    withHub(async (port, _url, told) => {
      const once = await port.take('denpasar', { told })
      expect(await port.take('denpasar', { told })).toEqual(once)
      expect(await port.take('denpasar', { told: told.slice(2, 4) })).toEqual(once)
      expect(await visits(port)).toBe(1)
    }))

  test('another event under a number is another history, and nothing of its parcel is kept', () =>
    withHub(async (port, url, told) => {
      const [first, second, third] = told
      if (first === undefined || second === undefined || third === undefined) throw new Error('too little is told')
      await port.take('denpasar', { told: [first, second] })
      const other = { ...second, at: second.at + 1, link: toldLink(first.link, { ...second, at: second.at + 1 }) }
      expect(await port.take('denpasar', { told: [other, third] })).toEqual({
        status: 'another-history',
        seq: other.seq,
      })
      expect(await port.place('denpasar')).toEqual(placeOf(second))
      await atHub(url, (desk) => desk.forget('denpasar'))
    }))

  test('an event that does not go on the chain is not counted', () =>
    withHub(async (port, _url, told) => {
      const [first, ...rest] = told
      if (first === undefined) throw new Error('too little is told')
      const altered = rest.map((one, i) => (i === 2 ? { ...one, event: one.event.replace('K001', 'K002') } : one))
      const taken = await port.take('denpasar', { told: [first, ...altered] })
      expect(taken).toMatchObject({ status: 'kept', place: { seq: rest[1]?.seq } })
    }))

  test('what is no JSON, and an event of a newer program, hold nobody else up', () =>
    withHub(async (port, url, told) => {
      const [first] = told
      if (first === undefined) throw new Error('too little is told')
      const nonsense = { ...first, event: '{nonsense', link: toldLink(NOWHERE.link, { ...first, event: '{nonsense' }) }
      await expect(port.take('denpasar', { told: [nonsense] })).rejects.toMatchObject({ status: 422 })
      const event = '{"type":"Teleported"}'
      const newer = { ...first, event, link: toldLink(NOWHERE.link, { ...first, event }) }
      expect(await port.take('denpasar', { told: [newer] })).toEqual({ status: 'kept', place: NOWHERE })
      await atHub(url, (desk) => desk.newOfficeKey('singaraja', 'bali'))
      expect(await port.take('singaraja', { told })).toMatchObject({ status: 'kept', place: { seq: told.at(-1)?.seq } })
    }))

  test('a hub that starts anew goes on where it was, and one whose books are of another version writes them anew', async () => {
    const url = await cluster.newDatabase()
    await atHub(url, (desk) => desk.newOfficeKey('denpasar', 'bali'))
    const told = await tellAll([
      ...RECORDED,
      { seq: 8, at: at('23.00'), by: BY, event: { type: 'DayClosed', day: TODAY, unserved: [] } },
      { seq: 9, at: at('23.59'), by: BY, event: { type: 'DayOpened', day: '2026-11-25' } },
    ])
    const first = await openHub({ url, clock: { now: () => at('17.00') } })
    const before = await first.port.take('denpasar', { told })
    const figures = await first.port.figures({ from: TODAY, until: TODAY, office: 'denpasar', lang: 'id' })
    await first.close()
    const second = await openHub({ url, clock: { now: () => at('17.00') } })
    await second.caughtUp
    expect({ status: 'kept', place: await second.port.place('denpasar') }).toEqual(before)
    expect(await second.port.figures({ from: TODAY, until: TODAY, office: 'denpasar', lang: 'id' })).toEqual(figures)
    await second.close()
    await atHub(url, (desk) => desk.forget('denpasar'))
    const third = await openHub({ url, clock: { now: () => at('17.00') } })
    expect(await third.port.place('denpasar')).toEqual(NOWHERE)
    await third.port.take('denpasar', { told })
    expect(await third.port.figures({ from: TODAY, until: TODAY, office: 'denpasar', lang: 'id' })).toEqual(figures)
    await third.close()
  })
})
