import { Card } from '../../../ui/desk/Card.tsx'
import { say } from '../../../ui/texts.ts'
import { CheckField, PickField } from '../fields.tsx'
import { useForm } from '../form.tsx'
import { Numbers } from '../Numbers.tsx'
import { NO_SHOW_RULES, OTHER_RULES, TURN_RULES } from '../rule-texts.ts'
import { RULES } from '../rules-form-texts.ts'

/** Whose turn it is, each number with what it does, its range and its default. */
export function RulesTab() {
  const { lang } = useForm()
  return (
    <>
      <Card id="k-giliran" head={say(RULES.turns, lang)} aside={say(RULES.turnsAside, lang)}>
        <Numbers rules={TURN_RULES} />
        <div class="formulir dua">
          <PickField
            at={['windows', 'ties']}
            about={say(RULES.tiesAbout, lang)}
            options={[
              { value: 'check-in', label: say(RULES.byCheckIn, lang) },
              { value: 'booking', label: say(RULES.byBooking, lang) },
            ]}
          />
          <PickField
            at={['windows', 'rule']}
            about={say(RULES.orderAbout, lang)}
            options={(['window', 'arrival', 'appointment', 'classes'] as const).map((value) => ({
              value,
              label: say(RULES.orders[value], lang),
            }))}
          />
        </div>
      </Card>
      <Card id="k-absen" head={say(RULES.noShow, lang)}>
        <Numbers rules={NO_SHOW_RULES} />
      </Card>
      <Card id="k-lain" head={say(RULES.others, lang)}>
        <Numbers rules={OTHER_RULES} />
        <div class="formulir dua">
          <CheckField at={['families', 'together']} about={say(RULES.familiesAbout, lang)} />
          <CheckField at={['returns', 'sameCounter']} about={say(RULES.returnsAbout, lang)} />
        </div>
      </Card>
    </>
  )
}
