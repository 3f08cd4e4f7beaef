import type { Words } from '../../protocol/ids.ts'
import { type Comparison, differenceOf } from '../compare-days.ts'
import type { Replay } from '../complaint.ts'
import { type FigureName, TOO_LONG_MIN } from '../measures.ts'
import { numberText } from './numbers.ts'
import { policyWords } from './policy-words.ts'
import type { Chapter, Complaint, FigureRow, Report } from './report-data.ts'
import { tellStory } from './tell-story.ts'

/** A wait to be explained, in minutes: the dotted line (assumed; the office's own service limit is not in a day file). */
const LIMIT_MIN = 30

const ROWS: readonly [name: FigureName, unit: FigureRow['unit'], id: string, en: string][] = [
  [
    'inWindowMean',
    'minutes',
    'Menunggu, datang pada jamnya (rata-rata, menit)',
    'Wait, came in the window (mean, min)',
  ],
  ['inWindowP95', 'minutes', 'Menunggu, 95 dari 100 orang (menit)', 'Wait, 95 of 100 people (min)'],
  ['inWindowOver60', 'share', `Menunggu lebih dari ${TOO_LONG_MIN} menit`, `Waited more than ${TOO_LONG_MIN} min`],
  ['calledInOwnWindow', 'share', 'Dipanggil sebelum jamnya habis', 'Called before the window ended'],
  ['onTimeMean', 'minutes', 'Menunggu, semua yang tidak terlambat (menit)', 'Wait, all who were not late (min)'],
  ['totalQueueMean', 'minutes', 'Menunggu di seluruh tahap (menit)', 'Waits of all stages (min)'],
  ['officeMean', 'minutes', 'Lama di kantor (menit)', 'Time in the office (min)'],
  ['walkInP95', 'minutes', 'Tanpa janji, 95 dari 100 orang (menit)', 'No appointment, 95 of 100 (min)'],
  ['priorityP95', 'minutes', 'Prioritas, 95 dari 100 orang (menit)', 'Priority, 95 of 100 (min)'],
  ['lateP95', 'minutes', 'Terlambat, 95 dari 100 orang (menit)', 'Late, 95 of 100 (min)'],
  ['unjustOvertakes', 'count', 'Didahului tanpa hak, per orang', 'Unjustly passed, per person'],
  ['overtimeMean', 'minutes', 'Lembur sesudah rencana tutup (menit)', 'Overtime beyond the plan (min)'],
  ['served', 'count', 'Dilayani', 'Served'],
]
/** Sums over all days: how they differ from day to day says nothing. */
const SUMS: readonly FigureName[] = ['served']

const chapterOf = (comparison: Comparison, names: readonly Words[] | undefined): Chapter => {
  const { scenario, file, results } = comparison
  const people = file.days.reduce((sum, { applicants }) => sum + applicants.length, 0)
  const [days, all] = [numberText(file.days.length), numberText(people)]
  return {
    title: { id: scenario, en: scenario },
    about: { id: `${scenario}: ${days} hari, ${all} pemohon.`, en: `${days} days, ${all} applicants.` },
    figures: ROWS.map(([name, unit, id, en]) => ({
      name: { id, en },
      unit,
      values: results.map((result) => ({
        value: result.figures[name],
        difference: SUMS.includes(name) ? null : differenceOf(comparison, result, name),
      })),
    })),
    stories: results.map(({ policy, plays }, k) => tellStory(names?.[k] ?? policyWords(policy), plays)),
  }
}

const complaintOf = ({ window, arriveMin, lives }: Replay): Complaint => ({
  window,
  arriveAt: arriveMin,
  lives: lives.flatMap(({ policy, visit, passedBy }) => {
    const calledAt = visit.cases[0]?.calledMin
    return calledAt === undefined ? [] : [{ name: policyWords(policy), calledAt, endAt: visit.leftMin, passedBy }]
  }),
})

/**
 * The report of a simulation: comparisons of policies, the complaint replayed, or both. `names` say what each result of a
 * comparison is called, where its policy does not.
 */
export const makeReport = (what: {
  comparisons: readonly Comparison[]
  replay: Replay | null
  title?: Words
  findings?: readonly Words[]
  names?: readonly Words[]
}): Report => {
  const { comparisons, replay, findings = [] } = what
  const { title = { id: 'Simulasi antrean', en: 'Queue simulation' } } = what
  return {
    title,
    findings,
    complaint: replay && complaintOf(replay),
    chapters: comparisons.map((comparison) => chapterOf(comparison, what.names)),
    limitMin: LIMIT_MIN,
  }
}
