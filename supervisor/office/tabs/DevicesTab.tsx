import { Card } from '../../../ui/desk/Card.tsx'
import { say } from '../../../ui/texts.ts'
import { PickField, TextField } from '../fields.tsx'
import { useForm } from '../form.tsx'
import { FORM } from '../form-texts.ts'
import { ListField } from '../ListField.tsx'
import { Pairings } from '../Pairings.tsx'
import type { TabProps } from '../tab-props.ts'

/** What is paired, and the kiosks and printers of the office. */
export function DevicesTab({ api, desk }: TabProps) {
  const { office, lang } = useForm()
  const { kiosks, printers } = office
  const printerOptions = printers.map(({ place }) => ({
    value: place,
    label: `${say(FORM.roles.printer, lang)} ${place}`,
  }))
  const models = desk.models.map((value) => ({ value, label: value }))
  return (
    <>
      <Pairings api={api} office={desk.office} lang={lang} />
      <Card id="k-kios-daftar" head={say(FORM.kiosksHead, lang)}>
        <ListField
          at={['kiosks']}
          add={say(FORM.addKiosk, lang)}
          nameOf={(i) => `${say(FORM.roles.kiosk, lang)} ${kiosks[i]?.place ?? ''}`}
          fresh={() => ({
            ...{ place: String(kiosks.length + 1), printer: printers[0]?.place ?? '', spare: null, scanner: null },
          })}
        >
          {(at) => (
            <div class="formulir rapat">
              <TextField at={[...at, 'place']} />
              <PickField at={[...at, 'printer']} options={printerOptions} />
              <PickField at={[...at, 'spare']} none={say(FORM.noSpare, lang)} options={printerOptions} />
              <TextField at={[...at, 'scanner']} nullable about={say(FORM.scannerAbout, lang)} />
            </div>
          )}
        </ListField>
      </Card>
      <Card id="k-pencetak" head={say(FORM.printersHead, lang)}>
        <ListField
          at={['printers']}
          add={say(FORM.addPrinter, lang)}
          nameOf={(i) => `${say(FORM.roles.printer, lang)} ${printers[i]?.place ?? ''}`}
          fresh={() => ({
            ...{ place: String(printers.length + 1), port: 'simulated', model: 'generic-80', columns: null },
          })}
        >
          {(at) => (
            <div class="formulir rapat">
              <TextField at={[...at, 'place']} />
              <TextField at={[...at, 'port']} about={say(FORM.portAbout, lang)} />
              <PickField at={[...at, 'model']} options={models} />
              <PickField
                at={[...at, 'columns']}
                none={say(FORM.asModel, lang)}
                options={[32, 42, 48].map((value) => ({ value, label: String(value) }))}
              />
            </div>
          )}
        </ListField>
      </Card>
    </>
  )
}
