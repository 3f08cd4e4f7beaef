import { Board, type BoardOffice, HubCompare, HubSurvey } from '../../protocol/hub/board.ts'
import { REGIONS } from '../../protocol/hub/regions.ts'
import { ELEMENTS } from '../../protocol/survey.ts'
import type { Band, ElementResult } from '../../protocol/survey-results.ts'
import { OFFICES_OF } from './office-names.ts'

/** 24 November 2026, 10.31 in Jakarta: the hub's clock of the samples. */
export const AT = Date.UTC(2026, 10, 24, 3, 31)
const MIN = 60_000
const HOUR = 60 * MIN

const EAST = ['maluku', 'papua']
const WEST = [
  'aceh',
  'sumatera',
  'riau',
  'kepulauan',
  'jambi',
  'bengkulu',
  'bangka',
  'lampung',
  'banten',
  'dki',
  'jawa',
]
const startsWith = (region: string, list: readonly string[]): boolean => list.some((name) => region.startsWith(name))
const zoneOf = (region: string): string => {
  if (startsWith(region, EAST)) return 'Asia/Jayapura'
  if (startsWith(region, [...WEST, 'di-', 'kalimantan-barat', 'kalimantan-tengah'])) return 'Asia/Jakarta'
  return 'Asia/Makassar'
}

/** Numbers that look drawn by chance and are the same every time: the k-th below `below`. */
const drawn = (k: number, below: number): number => (Math.imul(k + 11, 2_654_435_761) >>> 8) % below

type Bulletin = NonNullable<BoardOffice['bulletin']>

const bulletinOf = (name: string, region: string, k: number): Bulletin => {
  const waiting = 6 + drawn(k, 70)
  const counters = 4 + drawn(k + 7, 9)
  const since = AT - (9 + drawn(k + 3, 66)) * MIN
  return {
    ...{ at: AT - drawn(k, 4) * 1000, name, zone: zoneOf(region), day: '2026-11-24', isOpen: true },
    lanes: [
      { letter: 'A', name: { id: 'M-Paspor', en: 'M-Paspor' }, waiting, longestSinceAt: since },
      {
        letter: 'R',
        name: { id: 'Prioritas', en: 'Priority' },
        waiting: 1 + drawn(k + 1, 5),
        longestSinceAt: AT - 6 * MIN,
      },
      {
        letter: 'K',
        name: { id: 'Tanpa janji', en: 'Walk-in' },
        waiting: 1 + drawn(k + 2, 8),
        longestSinceAt: since + 4 * MIN,
      },
    ],
    counters: { all: counters + 1, open: counters, paused: drawn(k + 5, 2) },
    load: [0, 1, 2, 3, 5, 6].map((hour) => {
      const booked = 18 + drawn(k + hour, 26)
      const startAt = Date.UTC(2026, 10, 24, 1 + hour)
      const came = hour > 2 ? drawn(k, 3) : Math.round(booked * (hour === 2 ? 0.6 : 0.92))
      return { window: { startAt, endAt: startAt + HOUR }, booked, came, capacity: 34 }
    }),
    outage: null,
    devices: { all: 14 + counters, toSee: [] },
    telling: 'on',
  }
}

const todayOf = (k: number): NonNullable<BoardOffice['today']> => {
  const n = 40 + drawn(k, 60)
  const within = Math.round(n * (0.74 + drawn(k + 4, 25) / 100))
  const upTo30 = Math.round((n - within) * 0.7)
  return {
    visits: n + 12,
    kept: { n, within, upTo30, later: n - within - upTo30, uncalled: 0 },
    waits: {
      n: n + 8,
      medianMin: 9 + drawn(k, 14),
      p90Min: 28 + drawn(k, 40),
      over30: 0.14,
      over60: 0.03,
      queuedMin: 24,
    },
  }
}

/** What some of the offices live through while all others are well. */
const FATES: Readonly<Record<string, (office: BoardOffice, bulletin: Bulletin) => BoardOffice>> = {
  bandung: (office, bulletin) => ({
    ...office,
    state: 'trouble',
    bulletin: { ...bulletin, outage: { scope: 'national', sinceAt: AT - 27 * MIN } },
  }),
  denpasar: (office, bulletin) => ({
    ...office,
    state: 'trouble',
    bulletin: {
      ...{ ...bulletin, outage: { scope: 'network', sinceAt: AT - 12 * MIN } },
      devices: {
        all: 23,
        toSee: [
          { kind: 'printer', place: '1', care: 'now', status: 'no-paper' },
          { kind: 'display', place: '2', care: 'soon', status: 'away' },
        ],
      },
    },
  }),
  medan: (office, bulletin) => ({
    ...office,
    state: 'trouble',
    bulletin: {
      ...bulletin,
      devices: { all: 19, toSee: [{ kind: 'printer', place: '2', care: 'now', status: 'jammed' }] },
    },
  }),
  makassar: (office, bulletin) => ({
    ...office,
    state: 'trouble',
    bulletin: { ...bulletin, outage: { scope: 'power', sinceAt: AT - 8 * MIN } },
  }),
  surabaya: (office, bulletin) => ({
    ...office,
    bulletin: {
      ...bulletin,
      devices: { all: 25, toSee: [{ kind: 'scanner', place: '3', care: 'soon', status: 'away' }] },
    },
  }),
  tahuna: (office) => ({ ...office, state: 'silent', heardAt: AT - 14 * MIN, waitingEvents: 3 }),
  saumlaki: (office) => ({ ...office, state: 'silent', heardAt: AT - 3 * HOUR }),
  ranai: (office) => ({ ...office, state: 'silent', heardAt: AT - 2 * MIN }),
  cirebon: (office, bulletin) => ({
    ...office,
    state: 'other-history',
    bulletin: { ...bulletin, telling: 'another-history' },
  }),
  wamena: (office) => ({ ...office, state: 'new', heardAt: null, bulletin: null, today: null, name: office.office }),
}

const officesOf = (region: string, from: number): BoardOffice[] =>
  (OFFICES_OF[region] ?? []).map((place, i) => {
    const k = from + i
    const name = `Kanim ${i === 0 ? 'Kelas I TPI' : 'Kelas II'} ${place}`
    const id = place.toLowerCase().replace(/[^a-z]+/g, '-')
    const bulletin = bulletinOf(name, region, k)
    const office: BoardOffice = {
      ...{ office: id, name, region, state: 'well', heardAt: AT - (1 + drawn(k, 9)) * 1000, waitingEvents: 0 },
      ...{ bulletin, today: todayOf(k) },
    }
    return FATES[id]?.(office, bulletin) ?? office
  })

/** The board of the made-up directorate: 38 provinces, about 130 offices, a few of them in each state. */
export const sampleBoard = (): Board => {
  const regions = REGIONS.filter(({ id }) => OFFICES_OF[id] !== undefined)
  const offices = regions.flatMap(({ id }, i) => officesOf(id, 17 * i))
  return Board.parse({ at: AT, regions, offices })
}

const lineOf = (k: number) => {
  const n = 900 + drawn(k, 1400)
  const within = Math.round(n * (0.68 + drawn(k + 4, 31) / 100))
  const upTo30 = Math.round((n - within) * 0.7)
  return {
    ...{ days: 15, visits: n + 140, booked: n + 120 },
    kept: { n, within, upTo30, later: n - within - upTo30, uncalled: 3 },
    waits: {
      ...{ n: n + 130, medianMin: 8 + drawn(k, 20), p90Min: 36 + drawn(k, 60) },
      ...{ over30: 0.12, over60: drawn(k, 9) / 100, queuedMin: 25 },
    },
    promises: { inside: 86 + drawn(k, 8), before: 4, after: 6 },
    noShows: 60 + drawn(k, 120),
  }
}

/** Three weeks of the same offices beside each other; `only` those of a region. */
export const sampleCompare = (only?: string): HubCompare => {
  const offices = sampleBoard()
    .offices.filter(({ today, region }) => today !== null && (only === undefined || region === only))
    .map(({ office, name, region }, k) => ({ office, name, region, ...lineOf(k) }))
  const sum = (of: (line: ReturnType<typeof lineOf>) => number) => offices.reduce((all, line) => all + of(line), 0)
  return HubCompare.parse({
    ...{ from: '2026-11-04', until: '2026-11-24', offices },
    all: {
      ...lineOf(0),
      ...{
        visits: sum(({ visits }) => visits),
        booked: sum(({ booked }) => booked),
        noShows: sum((one) => one.noShows),
      },
    },
  })
}

const bandOf = (ikm: number): Band => (ikm >= 88.31 ? 'A' : ikm >= 76.61 ? 'B' : ikm >= 65 ? 'C' : 'D')

/** Those of the means below that are lowest, in that order. */
const LOWEST = [ELEMENTS[2], ELEMENTS[7], ELEMENTS[8]]

/** Half a year of the survey; `answered` false: nobody did. */
export const sampleSurvey = (answered = true): HubSurvey => {
  const means = [3.41, 3.38, 3.02, 3.66, 3.47, 3.52, 3.55, 3.21, 3.33]
  const elements: ElementResult[] = ELEMENTS.map((element, i) => {
    const mean = answered ? (means[i] ?? null) : null
    const value = mean === null ? null : Math.round(mean * 2500) / 100
    return { element, n: answered ? 41_280 - 13 * i : 0, mean, value, band: value === null ? null : bandOf(value) }
  })
  const offices = sampleBoard().offices.map(({ office, name }, k) => {
    const ikm = drawn(k, 40) === 0 ? null : 73 + drawn(k + 2, 2100) / 100
    return { office, name, n: 90 + drawn(k, 600), ikm, band: ikm === null ? null : bandOf(ikm) }
  })
  return HubSurvey.parse({
    ...{ from: '2026-07', until: '2026-11', n: answered ? 41_300 : 0 },
    lowest: answered ? LOWEST : [],
    ...{ ikm: answered ? 84.61 : null, band: answered ? 'B' : null, elements, offices: answered ? offices : [] },
  })
}
