import type { Words } from '../protocol/ids.ts'
import { type Comparison, differenceOf, playDays, type Result } from './compare-days.ts'
import type { DayFile } from './day-file.ts'
import type { FigureName } from './measures.ts'
import type { Policy } from './policy.ts'
import { numberText, shareText } from './report/numbers.ts'
import type { Interval } from './statistics.ts'
import type { Change } from './what-if-changes.ts'

/** What came out: the days as they are, then under every change, held against the first; and what each is called. */
export type Answers = { comparison: Comparison; names: readonly Words[] }

const AS_IT_IS: Words = { id: 'Seperti sekarang', en: 'As it is' }

/**
 * Plays the days as they are and once more under every change: the same people, the same cases, so that the difference
 * of a day is the change's doing alone. `onDay` is told after each of `days × (changes + 1)`.
 */
export const askWhatIf = (file: DayFile, policy: Policy, changes: readonly Change[], onDay?: () => void): Answers => {
  const results: Result[] = [
    playDays(file, policy, onDay),
    ...changes.map((change) =>
      playDays({ ...file, days: file.days.map(change.day) }, { ...change.policy(policy), name: change.name.id }, onDay),
    ),
  ]
  return {
    comparison: { scenario: file.scenario, file, results },
    names: [AS_IT_IS, ...changes.map(({ name }) => name)],
  }
}

/** Whole minutes where they tell something, halves of a minute below ten. */
const minutesText = (minutes: number): string => numberText(minutes, Math.abs(minutes) < 10 ? 1 : 0)

const endsText = ({ low, high }: Interval): string => {
  const [near, far] = [Math.min(Math.abs(low), Math.abs(high)), Math.max(Math.abs(low), Math.abs(high))]
  const decimals = far < 10 ? 1 : 0
  return `${numberText(near, decimals)}–${numberText(far, decimals)}`
}

const certainty = (interval: Interval | null): Words => {
  if (interval === null) return { id: 'selisih tidak dapat dihitung dari satu hari', en: 'no interval from one day' }
  if (interval.low <= 0 && interval.high >= 0) return { id: 'tidak ada beda yang pasti', en: 'no certain difference' }
  return interval.mean < 0
    ? { id: `selisih ${endsText(interval)}`, en: `${endsText(interval)} less` }
    : { id: `lebih lama ${endsText(interval)}`, en: `${endsText(interval)} more` }
}

const WAIT: FigureName = 'inWindowMean'

/**
 * One sentence per change, as an office head reads it: "Satu loket lagi untuk Verifikasi berkas: menunggu rata-rata
 * 18 → 9 menit (selisih 8–10)", with the promise kept and the waits of all stages beside it, so that no stage is improved
 * at another's cost. The interval is that of the paired daily difference, 95 %.
 */
export const answerSentences = ({ comparison, names }: Answers): Words[] => {
  const [before, ...others] = comparison.results
  if (before === undefined) return []
  return others.map((after, k): Words => {
    const name = names[k + 1] ?? AS_IT_IS
    const sure = certainty(differenceOf(comparison, after, WAIT))
    const total = differenceOf(comparison, after, 'totalQueueMean')
    const worse = total !== null && total.low > 0
    const step = (figure: FigureName, text: (value: number) => string): string =>
      [before, after].map(({ figures }) => (figures[figure] === null ? '–' : text(Number(figures[figure])))).join(' → ')
    const [wait, all, kept] = [
      step(WAIT, minutesText),
      step('totalQueueMean', minutesText),
      step('calledInOwnWindow', (value) => shareText(value)),
    ]
    // English writes the point where Indonesian has the comma.
    const [waitEn, allEn, sureEn] = [wait, all, sure.en].map((text) => text.replaceAll(',', '.'))
    return {
      id: `${name.id}: menunggu rata-rata ${wait} menit (${sure.id}); seluruh tahap ${all} menit; dipanggil dalam jamnya ${kept}.${worse ? ' Awas: menunggu di seluruh tahap bertambah.' : ''}`,
      en: `${name.en}: mean wait ${waitEn} min (${sureEn}); all stages ${allEn} min; called within the window ${kept}.${worse ? ' Beware: waiting at all stages together grows.' : ''}`,
    }
  })
}
