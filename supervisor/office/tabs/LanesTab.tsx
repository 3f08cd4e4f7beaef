import { LaneShape } from '../../../protocol/office.ts'
import { Card } from '../../../ui/desk/Card.tsx'
import { say } from '../../../ui/texts.ts'
import { NumberField, PickField, TextField, WordsField } from '../fields.tsx'
import { useForm } from '../form.tsx'
import { FORM } from '../form-texts.ts'
import { ListField } from '../ListField.tsx'

/** A name that no other entry has: `stage-2`. */
const freeId = (stem: string, taken: readonly string[]): string => {
  let n = taken.length + 1
  while (taken.includes(`${stem}-${n}`)) n += 1
  return `${stem}-${n}`
}

const LETTERS = [...'ARHKMBCDEFGJLNPQSTUVWXYZ']

/** Lanes, stages, and services with their journeys and documents. */
export function LanesTab() {
  const { office, lang } = useForm()
  const { lanes, stages, services } = office
  const blank = { id: '', en: '' }
  const stageOptions = stages.map(({ id, name }) => ({ value: id, label: name[lang] }))
  const freshLane = () => ({
    letter: LETTERS.find((one) => !lanes.some(({ letter }) => letter === one)) ?? '',
    name: blank,
    shape: LaneShape.options.find((one) => !lanes.some(({ shape }) => shape === one)) ?? 'circle',
    kind: 'regular',
    ...{ cap: null, numbers: null, grantedBy: 'kiosk', finishBy: null, windows: null },
  })
  return (
    <>
      <Card id="k-jalur" head={say(FORM.lanesHead, lang)}>
        <ListField
          at={['lanes']}
          ordered
          add={say(FORM.addLane, lang)}
          nameOf={(i) => `${say(FORM.lane, lang)} ${lanes[i]?.letter ?? ''}`}
          fresh={freshLane}
        >
          {(at) => (
            <div class="formulir rapat">
              <TextField at={[...at, 'letter']} />
              <PickField
                at={[...at, 'shape']}
                options={LaneShape.options.map((value) => ({ value, label: say(FORM.shapes[value], lang) }))}
              />
              <PickField
                at={[...at, 'kind']}
                options={(['regular', 'priority', 'percepatan', 'walk-in', 'pickup'] as const).map((value) => ({
                  value,
                  label: say(FORM.kinds[value], lang),
                }))}
              />
              <NumberField at={[...at, 'cap']} nullable about={say(FORM.capAbout, lang)} />
              <PickField
                at={[...at, 'grantedBy']}
                options={[
                  { value: 'kiosk', label: say(FORM.byKiosk, lang) },
                  { value: 'staff', label: say(FORM.byStaff, lang) },
                ]}
              />
              <TextField at={[...at, 'finishBy']} clock nullable about={say(FORM.finishAbout, lang)} />
              <WordsField at={[...at, 'name']} />
            </div>
          )}
        </ListField>
      </Card>
      <Card id="k-tahap" head={say(FORM.stagesHead, lang)}>
        <ListField
          at={['stages']}
          add={say(FORM.addStage, lang)}
          nameOf={(i) => stages[i]?.name[lang] ?? ''}
          fresh={() => ({
            id: freeId(
              'stage',
              stages.map(({ id }) => id),
            ),
            name: blank,
            waitAt: blank,
            standardMin: 10,
          })}
        >
          {(at) => (
            <div class="formulir rapat">
              <WordsField at={[...at, 'name']} />
              <WordsField at={[...at, 'waitAt']} />
              <NumberField at={[...at, 'standardMin']} unit={say(FORM.minutes, lang)} />
            </div>
          )}
        </ListField>
      </Card>
      <Card id="k-layanan" head={say(FORM.servicesHead, lang)}>
        <ListField
          at={['services']}
          ordered
          add={say(FORM.addService, lang)}
          nameOf={(i) => services[i]?.name[lang] ?? ''}
          fresh={() => ({
            id: freeId(
              'service',
              services.map(({ id }) => id),
            ),
            name: blank,
            lane: lanes[0]?.letter ?? '',
            journey: stages.slice(0, 1).map(({ id }) => id),
            documents: [],
          })}
        >
          {(at, i) => (
            <>
              <div class="formulir rapat">
                <WordsField at={[...at, 'name']} />
                <PickField
                  at={[...at, 'lane']}
                  options={lanes.map(({ letter, name }) => ({ value: letter, label: `${letter} ${name[lang]}` }))}
                />
              </div>
              <h3>{say(FORM.journey, lang)}</h3>
              <ListField
                at={[...at, 'journey']}
                ordered
                add={say(FORM.addStep, lang)}
                nameOf={(k) => stages.find(({ id }) => id === services[i]?.journey[k])?.name[lang] ?? ''}
                fresh={() => stages.find(({ id }) => !services[i]?.journey.includes(id))?.id ?? ''}
              >
                {(step, k) => <PickField at={step} label={`${say(FORM.step, lang)} ${k + 1}`} options={stageOptions} />}
              </ListField>
              <h3>{say(FORM.documents, lang)}</h3>
              <ListField
                at={[...at, 'documents']}
                ordered
                add={say(FORM.addDocument, lang)}
                nameOf={(k) => services[i]?.documents[k]?.[lang] ?? ''}
                fresh={() => blank}
              >
                {(line, k) => <WordsField at={line} label={`${say(FORM.document, lang)} ${k + 1}`} />}
              </ListField>
            </>
          )}
        </ListField>
      </Card>
    </>
  )
}
