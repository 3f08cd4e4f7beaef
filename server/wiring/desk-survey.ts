import type { SurveySpan } from '../../protocol/desk/survey.ts'
import type { SurveyPagePort } from '../gateway/desk/survey-port.ts'
import type { OpenOffice } from '../open-office.ts'
import { monthsOf, surveyResults } from '../survey/results.ts'
import { surveyTables } from '../survey/tables.ts'
import { downloadOf } from './download-of.ts'

/** The page of the survey over a house at work: what was answered, and what the journal counted. */
export const makeSurveyPage = ({
  door,
  office,
  survey,
}: Pick<OpenOffice, 'door' | 'office' | 'survey'>): SurveyPagePort => {
  const read = async ({ from, until }: SurveySpan) => {
    const { name, survey: settings } = office.read()
    const { open, months } = door.state().survey
    const span = monthsOf(from, until)
    const responses = (await survey.responses()).filter(({ month }) => span.includes(month))
    const { weight } = settings
    const results = surveyResults({
      ...{ office: name, weight, from, until, responses, counts: months, open: open.length },
    })
    return { results, responses }
  }
  return {
    results: async (span) => (await read(span)).results,
    async export({ format, lang, sheet, ...span }) {
      const { results, responses } = await read(span)
      const tables = surveyTables(results, responses, lang)
      const name = `skm-${span.from}-${span.until}`
      const { result, ...others } = tables
      return format === 'csv'
        ? downloadOf(`${name}-${sheet}`, [tables[sheet]], { format, lang })
        : downloadOf(name, [result, ...Object.values(others)], { format, lang })
    },
  }
}
