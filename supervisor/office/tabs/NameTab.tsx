import { Card } from '../../../ui/desk/Card.tsx'
import { say } from '../../../ui/texts.ts'
import { CheckField, PickField, TextField } from '../fields.tsx'
import { FORM } from '../form-texts.ts'
import type { TabProps } from '../tab-props.ts'

/** The zones of Indonesia by their common names. */
export const ZONES = [
  { value: 'Asia/Jakarta', label: 'WIB (Jakarta)' },
  { value: 'Asia/Makassar', label: 'WITA (Makassar)' },
  { value: 'Asia/Jayapura', label: 'WIT (Jayapura)' },
]

/** Name and zone, and the way to the assistant. */
export function NameTab({ desk, lang, go }: TabProps) {
  return (
    <>
      <Card id="k-nama" head={say(FORM.nameHead, lang)}>
        <div class="formulir">
          <TextField at={['name']} about={say(FORM.nameAbout, lang)} />
          <PickField at={['zone']} options={ZONES} about={say(FORM.zoneAbout, lang)} />
        </div>
      </Card>
      <Card id="k-kios" head={say(FORM.kioskHead, lang)}>
        <div class="formulir">
          <CheckField at={['checklist']} about={say(FORM.checklistAbout, lang)} />
        </div>
      </Card>
      <Card id="k-siap" head={say(FORM.setUpHead, lang)}>
        <p>{say(desk.office.example ? FORM.setUpExample : FORM.setUpAgain, lang)}</p>
        <button type="button" class="tombol" onClick={() => go('/supervisor/office/setup')}>
          {say(FORM.setUpOpen, lang)}
        </button>
      </Card>
    </>
  )
}
