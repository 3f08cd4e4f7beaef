import { Card } from '../../../ui/desk/Card.tsx'
import { say } from '../../../ui/texts.ts'
import { useForm } from '../form.tsx'
import { LABELS } from '../labels.ts'
import { Numbers } from '../Numbers.tsx'
import { RETENTION_RULES } from '../rule-texts.ts'

const NAME = LABELS.retention ?? { id: 'Retensi', en: 'Retention' }

/** How long what could lead to a person is kept; what was deleted stands on the page of the retention. */
export function RetentionTab() {
  const { lang } = useForm()
  return (
    <Card id="k-retensi" head={say(NAME, lang)}>
      <Numbers rules={RETENTION_RULES} />
    </Card>
  )
}
