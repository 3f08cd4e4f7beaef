import { Office } from '../protocol/office.ts'
import type { Day, DayFrame } from './day-file.ts'
import type { Policy } from './policy.ts'

/** The one service. */
export const SERVICE = 'passport'
/** The place of the one kiosk, and of its printer. */
export const KIOSK = '1'

/** The id of a stage, counted from 1. */
export const stageId = (stage: number): string => `stage-${stage}`

const words = (text: string) => ({ id: text, en: text })

const LANES = [
  { letter: 'A', name: words('Reguler'), shape: 'circle', kind: 'regular' },
  { letter: 'P', name: words('Prioritas'), shape: 'diamond', kind: 'priority' },
  { letter: 'W', name: words('Tanpa janji'), shape: 'square', kind: 'walk-in' },
]

/**
 * The office's document that a day needs under a policy: its stages, its counters (numbered from 1 in the order of the
 * day) and the settings. No opening hours: the day says when its counters serve. Throws where a day
 * cannot be an office, for example with more than sixty counters.
 */
export const officeOfDay = (frame: DayFrame, day: Day, policy: Policy): Office => {
  let second = 0
  const helpsOut = (stage: number): boolean => stage === 2 && ++second <= policy.helpers
  return Office.parse({
    name: day.id.slice(0, 80),
    zone: 'Asia/Makassar',
    lanes: LANES,
    stages: frame.stages.map((name, k) => ({
      id: stageId(k + 1),
      name: words(name),
      waitAt: words(name),
      standardMin: 10,
    })),
    services: [
      {
        id: SERVICE,
        name: words('Paspor'),
        lane: 'A',
        journey: frame.stages.map((_, k) => stageId(k + 1)),
        documents: [],
      },
    ],
    counters: day.counters.map(({ stage }, index) => ({
      number: index + 1,
      stages: [stageId(stage)],
      helps: helpsOut(stage) ? [stageId(1)] : [],
    })),
    kiosks: [{ place: KIOSK, printer: KIOSK, scanner: null }],
    displays: [],
    printers: [{ place: KIOSK, port: 'simulated', model: 'generic-80', columns: null }],
    windows: policy.windows,
    noShow: {},
    families: { together: policy.families },
    returns: { sameCounter: policy.sameCounter },
    estimate: { runs: policy.estimateRuns },
    payload: { patterns: ['(?<code>.+)'] },
    agenda: {},
  })
}
