import type { Kysely } from 'kysely'
import type { HubSurvey } from '../../protocol/hub/board.ts'
import { ELEMENTS } from '../../protocol/survey.ts'
import { elementResults, indexOf, lowestOf, type Tally } from '../survey/ikm.ts'
import { heardBulletins, type KnownOffice, type OfficeMonth, surveyMonths } from './hub-store.ts'
import type { HubTables } from './hub-tables.ts'

const addTallies = (months: readonly OfficeMonth[]): Tally =>
  ELEMENTS.map((element) => {
    const of = months.flatMap(({ tally }) => tally.filter((one) => one.element === element))
    return { element, n: of.reduce((sum, { n }) => sum + n, 0), sum: of.reduce((sum, one) => sum + one.sum, 0) }
  })

/** `months` in their order: the newest says how the office weighs its survey. */
const surveyLine = (months: readonly OfficeMonth[]) => {
  const index = indexOf(addTallies(months), months.at(-1)?.weight ?? '1/9')
  return { n: months.reduce((sum, { n }) => sum + n, 0), ikm: index?.ikm ?? null, band: index?.band ?? null }
}

/** The survey of some offices in whole months: all answers together, and each office by itself. */
export const readSurvey = async (
  db: Kysely<HubTables>,
  scope: readonly KnownOffice[],
  span: { from: string; until: string },
): Promise<HubSurvey> => {
  const ids = scope.map(({ office }) => office)
  const [months, names] = [await surveyMonths(db, ids, span), await heardBulletins(db)]
  const byOffice = scope
    .map(({ office }) => ({ office, own: months.filter((month) => month.office === office) }))
    .filter(({ own }) => own.length > 0)
  const tally = addTallies(months)
  const { lowest, alsoAsLow } = lowestOf(tally)
  return {
    ...span,
    ...surveyLine(months),
    elements: elementResults(tally),
    lowest: [...lowest, ...alsoAsLow],
    offices: byOffice.map(({ office, own }) => ({
      ...{ office, name: names.get(office)?.bulletin.name ?? office },
      ...surveyLine(own),
    })),
  }
}
