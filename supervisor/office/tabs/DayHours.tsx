import { say } from '../../../ui/texts.ts'
import { TextField, WordsField } from '../fields.tsx'
import { type FieldPath, useField } from '../form.tsx'
import { FORM } from '../form-texts.ts'
import { ListField } from '../ListField.tsx'
import { LABELS } from '../labels.ts'

/** An ordinary working day, for a day that is opened for the first time. */
export const FRESH_DAY = { open: '08.00', close: '16.00', breaks: [], numbers: null, windows: [] }

/** The hours of one day: closed, or from when till when, its breaks and the windows that are sold. */
export function DayHours({ at }: { at: FieldPath }) {
  const { value, write, lang, id } = useField(at)
  const label = (key: 'open' | 'close' | 'from' | 'until') => say(LABELS[key] ?? { id: key, en: key }, lang)
  return (
    <>
      <p class="centang">
        <input
          id={`${id}-buka`}
          type="checkbox"
          checked={value !== null}
          onChange={(event) => write(event.currentTarget.checked ? FRESH_DAY : null)}
        />
        <label for={`${id}-buka`}>{say(FORM.isOpen, lang)}</label>
      </p>
      {value !== null && (
        <>
          <div class="formulir rapat">
            <TextField at={[...at, 'open']} label={label('open')} clock />
            <TextField at={[...at, 'close']} label={label('close')} clock />
          </div>
          <ListField
            at={[...at, 'breaks']}
            add={say(FORM.addBreak, lang)}
            nameOf={(i) => `${say(FORM.aBreak, lang)} ${i + 1}`}
            fresh={() => ({ from: '12.00', until: '13.00', name: { id: 'Istirahat', en: 'Lunch break' } })}
          >
            {(one) => (
              <div class="formulir rapat">
                <TextField at={[...one, 'from']} label={label('from')} clock />
                <TextField at={[...one, 'until']} label={label('until')} clock />
                <WordsField at={[...one, 'name']} label={say(FORM.aBreak, lang)} />
              </div>
            )}
          </ListField>
          <details>
            <summary>{say(FORM.windows, lang)}</summary>
            <ListField
              at={[...at, 'windows']}
              add={say(FORM.addWindow, lang)}
              nameOf={(i) => `${say(FORM.window, lang)} ${i + 1}`}
              fresh={() => ({ from: '08.00', until: '09.00' })}
            >
              {(one) => (
                <div class="formulir rapat">
                  <TextField at={[...one, 'from']} label={label('from')} clock />
                  <TextField at={[...one, 'until']} label={label('until')} clock />
                </div>
              )}
            </ListField>
          </details>
        </>
      )}
    </>
  )
}
