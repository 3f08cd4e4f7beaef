import { type SurveyAnswers, SurveyChannel, type SurveyWeight } from '../../protocol/survey.ts'
import { type MonthCounts, type MonthStamp, SMALLEST_GROUP, type SurveyResults } from '../../protocol/survey-results.ts'
import { elementResults, indexOf, lowestOf, tallyOf } from './ikm.ts'
import { sampleSize } from './sample-size.ts'

/** One respondent as kept: nothing says who, and no more of the time than the month. */
export type Response = { month: MonthStamp; channel: SurveyChannel; answers: SurveyAnswers }

/** The longest span that is worked out: ten years. */
export const MONTHS_MAX = 120

/** The months from one to another, both included; none when `until` is before `from`, at most `MONTHS_MAX`. */
export const monthsOf = (from: MonthStamp, until: MonthStamp): MonthStamp[] => {
  const months: MonthStamp[] = []
  let [year = 0, month = 1] = from.split('-').map(Number)
  for (;;) {
    const stamp = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
    if (stamp > until || months.length === MONTHS_MAX) return months
    months.push(stamp)
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
  }
}

const indexOfResponses = (responses: readonly Response[], weight: SurveyWeight) => {
  const index = indexOf(tallyOf(responses.map(({ answers }) => answers)), weight)
  return { n: responses.length, ikm: index?.ikm ?? null, band: index?.band ?? null }
}

const channelsOf = (responses: readonly Response[], weight: SurveyWeight): SurveyResults['channels'] => {
  const groups = SurveyChannel.options
    .map((channel) => ({ channel, own: responses.filter((response) => response.channel === channel) }))
    .filter(({ own }) => own.length > 0)
  // One small group could be worked out from the whole and the others, so none is shown.
  if (groups.some(({ own }) => own.length < SMALLEST_GROUP)) return null
  return groups.map(({ channel, own }) => ({ channel, ...indexOfResponses(own, weight) }))
}

/** The survey of a span of whole months: responses of other months are left out. `open`: invitations of today. */
export const surveyResults = (given: {
  office: string
  weight: SurveyWeight
  from: MonthStamp
  until: MonthStamp
  responses: readonly Response[]
  counts: Readonly<Record<MonthStamp, MonthCounts>>
  open: number
}): SurveyResults => {
  const { office, weight, from, until, counts, open } = given
  const months = monthsOf(from, until)
  const responses = given.responses.filter(({ month }) => months.includes(month))
  const tally = tallyOf(responses.map(({ answers }) => answers))
  const sum = (key: keyof MonthCounts): number => months.reduce((all, month) => all + (counts[month]?.[key] ?? 0), 0)
  const population = sum('served')
  const sample = sampleSize(population)
  return {
    ...{ office, from, until, weight },
    ...indexOfResponses(responses, weight),
    elements: elementResults(tally),
    ...lowestOf(tally),
    ...{ population, sample, reached: population > 0 && responses.length >= sample },
    invitations: {
      ...{ invited: sum('invited'), answered: sum('answered'), declined: sum('declined'), expired: sum('expired') },
      open,
    },
    channels: channelsOf(responses, weight),
    months: months.map((month) => ({
      month,
      ...indexOfResponses(
        responses.filter((response) => response.month === month),
        weight,
      ),
    })),
  }
}
