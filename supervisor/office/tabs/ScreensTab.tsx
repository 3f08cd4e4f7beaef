import { Card } from '../../../ui/desk/Card.tsx'
import { say } from '../../../ui/texts.ts'
import { CheckField, ChecksField, PickField, TextField, WordsField } from '../fields.tsx'
import { useForm } from '../form.tsx'
import { FORM } from '../form-texts.ts'
import { ListField } from '../ListField.tsx'

/** Displays, the voice, and the lines at their foot. */
export function ScreensTab() {
  const { office, lang } = useForm()
  const { displays, zones, counters, ticker } = office
  return (
    <>
      <Card id="k-layar" head={say(FORM.displaysHead, lang)}>
        <ListField
          at={['displays']}
          add={say(FORM.addDisplay, lang)}
          nameOf={(i) => `${say(FORM.display, lang)} ${displays[i]?.place ?? ''}`}
          fresh={() => ({ place: String(displays.length + 1), zone: null, counter: null })}
        >
          {(at) => (
            <div class="formulir rapat">
              <TextField at={[...at, 'place']} />
              <PickField
                at={[...at, 'zone']}
                none={say(FORM.allRooms, lang)}
                options={zones.map(({ id, name }) => ({ value: id, label: name[lang] }))}
              />
              <PickField
                at={[...at, 'counter']}
                none={say(FORM.noCounter, lang)}
                options={counters.map(({ number }) => ({
                  value: number,
                  label: `${say(FORM.counter, lang)} ${number}`,
                }))}
              />
            </div>
          )}
        </ListField>
      </Card>
      <Card id="k-suara" head={say(FORM.voiceHead, lang)}>
        <div class="formulir rapat">
          <CheckField at={['voice', 'on']} about={say(FORM.voiceAbout, lang)} />
          <ChecksField
            at={['voice', 'languages']}
            options={[
              { value: 'id', label: say(FORM.indonesian, lang) },
              { value: 'en', label: say(FORM.english, lang) },
            ]}
          />
          <PickField
            at={['voice', 'style']}
            options={[
              { value: 'digits', label: 'nol tiga tujuh' },
              { value: 'whole', label: 'tiga puluh tujuh' },
            ]}
          />
          <PickField at={['voice', 'zero']} options={['nol', 'kosong'].map((value) => ({ value, label: value }))} />
          <PickField
            at={['voice', 'times']}
            options={[1, 2].map((value) => ({ value, label: `${value} ${say(FORM.timesSaid, lang)}` }))}
          />
        </div>
      </Card>
      <Card id="k-berjalan" head={say(FORM.tickerHead, lang)}>
        <ListField
          at={['ticker']}
          ordered
          add={say(FORM.addLine, lang)}
          nameOf={(i) => ticker[i]?.[lang] ?? ''}
          fresh={() => ({ id: '', en: '' })}
        >
          {(at, i) => <WordsField at={at} label={`${say(FORM.tickerLine, lang)} ${i + 1}`} />}
        </ListField>
      </Card>
    </>
  )
}
