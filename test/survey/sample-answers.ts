import { ELEMENTS, SurveyAnswers } from '../../protocol/survey.ts'

/** Nine marks in the order of the regulation, as one respondent's answers. */
export const fromMarks = (marks: readonly number[]): SurveyAnswers =>
  SurveyAnswers.parse(Object.fromEntries(ELEMENTS.map((element, i) => [element, marks[i]])))

/** The five respondents of domain section 8. */
export const five: SurveyAnswers[] = [
  [4, 4, 3, 4, 4, 3, 4, 3, 3],
  [3, 3, 2, 4, 3, 3, 3, 2, 3],
  [4, 3, 3, 4, 4, 4, 4, 3, 4],
  [3, 3, 1, 3, 3, 3, 3, 3, 2],
  [4, 4, 4, 4, 4, 4, 4, 4, 4],
].map(fromMarks)
