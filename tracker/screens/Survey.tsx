import type { ComponentProps } from 'preact'
import { SurveyForm } from '../../ui/survey/SurveyForm.tsx'

/** The survey in the place of the ticket, while its owner fills it in. */
export function Survey(props: ComponentProps<typeof SurveyForm>) {
  return (
    <section class="lembar survei">
      <SurveyForm {...props} />
    </section>
  )
}
