import type { SurveyExport, SurveySpan } from '../../../protocol/desk/survey.ts'
import type { SurveyResults } from '../../../protocol/survey-results.ts'
import type { Download } from './download.ts'

/** What the page of the survey asks of the office. */
export type SurveyPagePort = {
  results(span: SurveySpan): Promise<SurveyResults>
  export(wanted: SurveyExport): Promise<Download>
}
