import type { SurveyExport, SurveySpan } from '../../../protocol/desk/survey.ts'
import type { SurveyResults } from '../../../protocol/survey-results.ts'

/** A file to be taken away. */
export type Download = { name: string; type: string; body: string | Buffer }

/** What the page of the survey asks of the office. */
export type SurveyPagePort = {
  results(span: SurveySpan): SurveyResults
  export(wanted: SurveyExport): Promise<Download>
}
